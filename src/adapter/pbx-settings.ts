import type { SettingTakes } from '../telephony/setting-problem';
import { NONE, type Items } from './items';

export interface PbxSettings {
    /** WebSocket address of the PBX. */
    readonly server: string;
    /** SIP domain of every account. */
    readonly domain: string;
}

const ADDRESS: SettingTakes = { form: 'address' };
const DOMAIN_FORM = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i;

/** Reads the PBX section. Null: nobody can guess where the PBX is. */
export function readPbxSettings(items: Items): PbxSettings | null {
    const server = items.text('denwaPbxServer');
    const url = parseUrl(server);
    const isUsable = url !== null && isAllowed(url);
    if (!isUsable) items.reject('denwaPbxServer', ADDRESS, null);
    // “None” means the host of the address.
    const given = items.read<string | null>('denwaPbxDomain', null, { form: 'domain' }, (text) =>
        text === NONE ? null : DOMAIN_FORM.test(text) ? text : undefined
    );
    return isUsable ? { server, domain: given ?? url.hostname } : null;
}

function parseUrl(text: string): URL | null {
    try {
        return new URL(text);
    } catch {
        // Reported as a wrong item.
        return null;
    }
}

/** Encrypted, but for a PBX on this very machine: browsers treat loopback as secure (W3C Secure Contexts section 3.1). */
function isAllowed(url: URL): boolean {
    const loopback = url.hostname === 'localhost' || url.hostname.endsWith('.localhost') || url.hostname === '127.0.0.1';
    return url.username === '' && url.password === '' && (url.protocol === 'wss:' || (url.protocol === 'ws:' && loopback));
}
