import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A self-signed certificate for these host names, valid for a month. Needs the openssl program. */
export async function selfSignedCertificate(hosts: readonly string[]): Promise<{ readonly key: string; readonly cert: string }> {
    const folder = await mkdtemp(join(tmpdir(), 'workbench-certificate-'));
    const keyFile = join(folder, 'key.pem');
    const certFile = join(folder, 'cert.pem');
    const names = hosts.map((host) => `DNS:${host}`).join(',');
    try {
        await run('openssl', [
            ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30'],
            ...['-subj', '/CN=workbench', '-addext', `subjectAltName=${names}`, '-keyout', keyFile, '-out', certFile]
        ]);
        return { key: await readFile(keyFile, 'utf8'), cert: await readFile(certFile, 'utf8') };
    } finally {
        await rm(folder, { recursive: true });
    }
}
