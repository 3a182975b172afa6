import { randomBytes } from 'node:crypto';

const hex = (bytes: number): string => randomBytes(bytes).toString('hex');

/** The offers and answers of one call that no packet follows: signalling alone is what is looked at. */
export class SilentSdp {
    readonly #user = hex(3);
    readonly #password = hex(12);
    readonly #fingerprint = Array.from(randomBytes(32), (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':');
    #version = 1;

    next(kind: 'offer' | 'answer', direction: 'sendrecv' | 'sendonly' | 'recvonly' = 'sendrecv'): { contentType: string; body: string } {
        const lines = [
            'v=0',
            `o=- 1 ${this.#version++} IN IP4 127.0.0.1`,
            's=-',
            't=0 0',
            'm=audio 9 UDP/TLS/RTP/SAVPF 0',
            'c=IN IP4 127.0.0.1',
            'a=candidate:1 1 udp 2122194687 127.0.0.1 9 typ host',
            `a=ice-ufrag:${this.#user}`,
            `a=ice-pwd:${this.#password}`,
            `a=fingerprint:sha-256 ${this.#fingerprint}`,
            `a=setup:${kind === 'answer' ? 'passive' : 'actpass'}`,
            'a=mid:0',
            `a=${direction}`,
            'a=rtcp-mux',
            'a=rtpmap:0 PCMU/8000'
        ];
        return { contentType: 'application/sdp', body: `${lines.join('\r\n')}\r\n` };
    }
}
