import { DenwaError } from '../base/errors';

/** Thrown when an item of the call center definition cannot be used; the message names the item as Setup shows it. */
export class SettingsError extends DenwaError<'item-missing' | 'item-invalid'> {
    override readonly name = 'SettingsError';
}

export interface PbxSettings {
    /** WebSocket address of the PBX. */
    readonly server: string;
    /** SIP domain of every account. */
    readonly domain: string;
}

const SERVER = '/denwaPbx/denwaPbxServer';
const DOMAIN = '/denwaPbx/denwaPbxDomain';
/** Stands for “the host of the address” in the definition file: whether an empty value deploys is not documented. */
const HOST_OF_THE_ADDRESS = '-';
const DOMAIN_FORM = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i;

/** Reads the PBX section of the call center definition (Setup, Call Centers). */
export function readPbxSettings(items: ReadonlyMap<string, string>): PbxSettings {
    const server = items.get(SERVER)?.trim() ?? '';
    if (server === '') throw new SettingsError('item-missing', 'denwaPbxServer');
    const url = parseUrl(server);
    if (!url || !isAllowed(url)) throw new SettingsError('item-invalid', 'denwaPbxServer');
    const given = items.get(DOMAIN)?.trim() ?? '';
    const domain = given === '' || given === HOST_OF_THE_ADDRESS ? url.hostname : given;
    if (!DOMAIN_FORM.test(domain)) throw new SettingsError('item-invalid', 'denwaPbxDomain');
    return { server, domain };
}

function parseUrl(text: string): URL | null {
    try {
        return new URL(text);
    } catch {
        return null;
    }
}

/** Encrypted, but for a PBX on this very machine: browsers treat loopback as secure (W3C Secure Contexts section 3.1). */
function isAllowed(url: URL): boolean {
    const loopback = url.hostname === 'localhost' || url.hostname.endsWith('.localhost') || url.hostname === '127.0.0.1';
    return url.username === '' && url.password === '' && (url.protocol === 'wss:' || (url.protocol === 'ws:' && loopback));
}
