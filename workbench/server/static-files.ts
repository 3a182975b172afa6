import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { file, type HttpResponse } from './http';
import { isMissingFile } from './missing-file';

const TYPES: Readonly<Record<string, string>> = {
    '.css': 'text/css; charset=utf-8',
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.json': 'application/json; charset=utf-8',
    '.map': 'application/json; charset=utf-8',
    '.mp3': 'audio/mpeg',
    '.ogg': 'audio/ogg',
    '.png': 'image/png',
    '.jpg': 'image/jpeg',
    '.svg': 'image/svg+xml; charset=utf-8',
    '.txt': 'text/plain; charset=utf-8',
    '.wav': 'audio/wav',
    '.woff2': 'font/woff2'
};

/** One file of a folder, or undefined when there is none. A path never leads out of the folder. */
export async function serveFile(folder: string, path: string): Promise<HttpResponse | undefined> {
    const root = resolve(folder);
    const target = resolve(root, `.${sep}${decodeURIComponent(path)}`);
    if (!target.startsWith(root + sep)) {
        return undefined;
    }
    try {
        return file(TYPES[extname(target)] ?? 'application/octet-stream', await readFile(target));
    } catch (error) {
        if (isMissingFile(error)) {
            return undefined;
        }
        throw error;
    }
}

const SLDS_PATH = '/slds/';

export const SLDS_STYLESHEET = `${SLDS_PATH}styles/salesforce-lightning-design-system.min.css`;

/** The design system, which both origins serve. */
export async function serveSlds(folder: string, path: string): Promise<HttpResponse | undefined> {
    return path.startsWith(SLDS_PATH) ? serveFile(folder, path.slice(SLDS_PATH.length)) : undefined;
}
