import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { BrowserContext } from '@playwright/test';

declare global {
    interface Window {
        denwaDetour(port: number): Promise<number>;
    }
}

/**
 * A way between the browsers of a context and the PBX on which everything arrives but, once it is lossy, the sound that the browsers send:
 * as behind a firewall that lets pass what opens the way, and no media.
 */
export class LossyPath {
    readonly #detours: Socket[] = [];
    #isLossy = false;

    /** Leads the calls of a browser that has loaded nothing yet this way. */
    async leadThrough(context: BrowserContext): Promise<void> {
        await context.exposeFunction('denwaDetour', (port: number) => this.#detour(port));
        await context.addInitScript(() => {
            const { send } = WebSocket.prototype;
            // The PBX finds nobody where the browser says that it is, and learns of it by what comes the long way round. The numbers of
            // ports are as long as before, or the Content-Length would be wrong.
            WebSocket.prototype.send = function (data): void {
                send.call(
                    this,
                    typeof data === 'string'
                        ? data.replaceAll(/^(a=candidate:(?:\S+ ){5})\d{5}(?= typ)/gim, (_line, begin: string) => `${begin}65535`)
                        : data
                );
            };
            const { setRemoteDescription } = RTCPeerConnection.prototype;
            RTCPeerConnection.prototype.setRemoteDescription = async function (description: RTCSessionDescriptionInit): Promise<void> {
                const candidates = [...(description.sdp ?? '').matchAll(/^(a=candidate:\S+ \d+ udp \d+ 127\.0\.0\.1) (\d+)/gim)];
                let sdp = description.sdp ?? '';
                for (const [line, begin = '', port] of candidates) {
                    sdp = sdp.replace(line, `${begin} ${await window.denwaDetour(Number(port))}`);
                }
                await Reflect.apply(setRemoteDescription, this, [{ type: description.type, sdp }]);
            };
        });
    }

    loseSound(): void {
        this.#isLossy = true;
    }

    close(): void {
        for (const socket of this.#detours) socket.close();
    }

    /** Another port that stands for one of the PBX. */
    async #detour(port: number): Promise<number> {
        const socket = createSocket('udp4');
        this.#detours.push(socket);
        let browser: { readonly port: number; readonly address: string } | null = null;
        socket.on('message', (packet, sender) => {
            if (sender.port === port) {
                if (browser) socket.send(packet, browser.port, browser.address);
                return;
            }
            browser = sender;
            if (!this.#isLossy || !isMedia(packet)) socket.send(packet, port, '127.0.0.1');
        });
        socket.bind(0, '127.0.0.1');
        await once(socket, 'listening');
        return socket.address().port;
    }
}

/** RTP and RTCP, and neither STUN nor DTLS: RFC 7983 section 7. */
function isMedia([first = 0]: Buffer): boolean {
    return first >= 128 && first <= 191;
}
