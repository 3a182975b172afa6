import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Session } from 'sip.js/lib/api/session.js';
import { SimulatedClock } from '../base/simulated-clock';
import { AUDIO_ONLY, webRtcSessions } from './media-session';

/** A browser that names its addresses when the test says. */
class FakePeerConnection extends EventTarget {
    readonly signalingState = 'stable';
    readonly iceGatheringState = 'gathering';
    localDescription = { type: 'offer', sdp: 'v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 0\r\n' };

    name(address: string): void {
        const candidate = `candidate:1 1 udp 1 ${address} 40000 typ host`;
        this.localDescription = { type: 'offer', sdp: `${this.localDescription.sdp}a=${candidate}\r\n` };
        this.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate: { candidate } }));
    }

    createOffer(): Promise<object> {
        return Promise.resolve(this.localDescription);
    }

    setLocalDescription(): Promise<void> {
        return Promise.resolve();
    }

    readonly transceivers: { kind: string; direction: string }[] = [];

    addTransceiver(kind: string, { direction }: { direction: string }): void {
        this.transceivers.push({ kind, direction });
    }

    getStats(): Promise<ReadonlyMap<string, object>> {
        return Promise.resolve(new Map([['IT01', { type: 'inbound-rtp' }]]));
    }

    getSenders(): readonly object[] {
        return [];
    }

    getReceivers(): readonly object[] {
        return [];
    }

    close(): void {}

    getTransceivers(): readonly object[] {
        return this.transceivers;
    }
}

class FakeStream {
    getAudioTracks(): readonly object[] {
        return [];
    }

    getVideoTracks(): readonly object[] {
        return [];
    }
}

const logger = { debug: () => undefined, error: () => undefined };
const session = { userAgent: { getLogger: () => logger } } as unknown as Session;

let clock: SimulatedClock;
let browser: FakePeerConnection;
let offer: Promise<string>;

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function pass(milliseconds: number): Promise<void> {
    await settled();
    // sip.js keeps the limit with setTimeout.
    jest.advanceTimersByTime(milliseconds);
    clock.advance(milliseconds);
    await settled();
}

async function hasLeft(): Promise<boolean> {
    const waits = Symbol();
    return (await Promise.race([offer, settled().then(() => waits)])) !== waits;
}

beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    clock = new SimulatedClock();
    browser = new FakePeerConnection();
    Object.assign(globalThis, { RTCPeerConnection: jest.fn(() => browser), MediaStream: FakeStream });
    const media = webRtcSessions(clock)(session, () => Promise.resolve(new MediaStream()));
    offer = media.getDescription(AUDIO_ONLY).then(({ body }) => body);
});

afterEach(() => {
    Reflect.deleteProperty(globalThis, 'RTCPeerConnection');
    Reflect.deleteProperty(globalThis, 'MediaStream');
    jest.useRealTimers();
});

test('an offer leaves when no further address has turned up for 20 ms', async () => {
    await pass(10);
    browser.name('192.0.2.1');
    await pass(19);
    browser.name('192.0.2.2');
    await pass(19);
    expect(await hasLeft()).toBe(false);
    await pass(1);
    expect(await offer).toMatch(/192\.0\.2\.1[^]*192\.0\.2\.2/);
});

test('a busy machine has three seconds to name its first address', async () => {
    await pass(2_970);
    expect(await hasLeft()).toBe(false);
    browser.name('192.0.2.1');
    await pass(20);
    expect(await offer).toContain('192.0.2.1');
});

test('without an address after three seconds there is no offer', async () => {
    const refused = expect(offer).rejects.toMatchObject({ reason: 'no-address' });
    await pass(3_000);
    await refused;
});

test('a call that is only listened to offers so, and opens no microphone', async () => {
    const media = webRtcSessions(clock)(session, null);
    offer = media.getDescription(AUDIO_ONLY).then(({ body }) => body);
    await pass(10);
    browser.name('192.0.2.1');
    await pass(20);
    await offer;
    expect(browser.transceivers).toEqual([{ kind: 'audio', direction: 'recvonly' }]);
});

test('what the browser counts can be asked for until the call is over', async () => {
    const media = webRtcSessions(clock)(session, null);
    expect((await media.statistics()).has('IT01')).toBe(true);
    media.close();
    await expect(media.statistics()).rejects.toMatchObject({ reason: 'call-over' });
});
