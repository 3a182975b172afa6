import type { LogConnector } from 'sip.js/lib/api/user-agent-options.js';
import type { Logger } from '../base/logger';

/** The lines of a SIP message that let their reader pass for the agent, or decrypt the call's connectivity checks. */
const SECRETS = /^((?:Proxy-)?Authorization\s*:|a=(?:ice-pwd|crypto):).*$/gim;

export function redact(text: string): string {
    return text.replace(SECRETS, '$1 [redacted]');
}

/** sip.js tells of each message at its level `log`, and calls `error` what this room survives. */
export function forwardLog(logger: Logger): LogConnector {
    return (level, category, _label, content) => {
        const line = redact(String(content));
        if (level === 'error' || level === 'warn') logger.warn(line, { category });
        else logger.debug(line, { category });
    };
}
