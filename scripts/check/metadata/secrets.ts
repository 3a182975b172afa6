import { metadataFiles, type Check } from './project';
import { childrenOf, textOf } from './xml';

/** What must never be in a file that is deployed or published. */
const SECRETS: readonly (readonly [what: string, pattern: RegExp])[] = [
    ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
    ['a login URL of the Salesforce CLI', /force:\/\/[\w.-]+:[^\s"'@]+@/],
    ['a session id', /\b00D[A-Za-z0-9]{12,15}![A-Za-z0-9._]{20,}/],
    ['a JSON web token', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/],
    ['an access key of AWS', /\bAKIA[0-9A-Z]{16}\b/],
    ['a password in an address', /\b(wss?|https?|sips?):\/\/[^\s/"'@:]+:[^\s/"'@]+@/],
    ['a digest (HA1)', /(["'>])[0-9a-f]{32}(["'<])/i]
];
/** Test classes invent passwords, and the words for them are no secrets. */
const INVENTS = /Test\.cls$|\.test\.ts$/;

/** Every user of a call center can read its settings (Open CTI, getCallCenterSettings). */
const SECRET_NAME = /password|secret|token|ha1|credential/i;

export const checkSecrets: Check = (project) => [
    ...[...project.files]
        .filter(([path]) => !INVENTS.test(path))
        .flatMap(([path, text]) => SECRETS.filter(([, pattern]) => pattern.test(text)).map(([what]) => `${path}: holds ${what}`)),
    ...metadataFiles(project, 'callCenter').flatMap(({ path, root }) =>
        childrenOf(root, 'sections')
            .flatMap((section) => childrenOf(section, 'items'))
            .map((item) => textOf(item, 'name'))
            .filter((name) => SECRET_NAME.test(name))
            .map((name) => `${path}: the item ${name} is for a secret, and all users can read it`)
    )
];
