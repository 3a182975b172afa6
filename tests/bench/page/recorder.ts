/** Something that happened in a page. */
export interface Moment {
    /** `click`: a person pressed; `shown`: a text came into the page; `painted`: and onto the screen; `sent`, `received`: a SIP message; `audio`: the first RTP packet of a call. */
    readonly kind: 'click' | 'shown' | 'painted' | 'sent' | 'received' | 'audio';
    /** The text, or the first line of the message. */
    readonly what: string;
    /** Milliseconds since the page began to load (`performance.now()`). */
    readonly at: number;
}

declare global {
    interface Window {
        /** Everything that was recorded in this page, in the order of its noticing. */
        moments: Moment[];
    }
}

/** Milliseconds of sound in a packet that the PBX sends. */
const PACKET_TIME = 20;
/** Chromium makes statistics anew 50 ms after the last ones (WebRTC, RTCStatsCollector); asking more often only finds that moment sooner. */
const POLL_INTERVAL = 5;

window.moments = [];

function note(kind: Moment['kind'], what: string, at = performance.now()): void {
    window.moments.push({ kind, what, at });
}

// In the capturing phase at the window: before any handler of the page.
window.addEventListener('click', () => note('click', ''), { capture: true });

/** Text by text, so that each is noted once. */
function noteTexts(node: Node): void {
    const at = performance.now();
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    for (let text: Node | null = node.nodeType === Node.TEXT_NODE ? node : walker.nextNode(); text; text = walker.nextNode()) {
        const what = text.nodeValue?.trim();
        if (!what) continue;
        note('shown', what, at);
        notePainted(what);
    }
}

/** The frame that a change belongs to has been painted when the first task after its animation callbacks runs. */
function notePainted(what: string): void {
    requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => note('painted', what);
        channel.port2.postMessage(null);
    });
}

new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
        if (type === 'characterData') noteTexts(target);
        else addedNodes.forEach(noteTexts);
    }
}).observe(document, { subtree: true, childList: true, characterData: true });

window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols);
        this.addEventListener('message', ({ data }) => note('received', firstLine(data)));
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
        note('sent', firstLine(data));
        super.send(data);
    }
};

function firstLine(data: unknown): string {
    return String(data).split('\r\n', 1)[0] ?? '';
}

window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
        super(configuration);
        this.addEventListener('connectionstatechange', () => {
            if (this.connectionState === 'connected') void noteFirstPacket(this);
        });
    }
};

async function noteFirstPacket(connection: RTCPeerConnection): Promise<void> {
    let silentUntil = -Infinity;
    while (connection.connectionState === 'connected') {
        const { takenAt, packets, lastArrival } = await readStatistics(connection);
        if (packets > 0) {
            // These may be the first statistics after several packets. They came one packet time apart, or, after a delay, together.
            const arrival = Math.max(silentUntil, lastArrival - (packets - 1) * PACKET_TIME);
            return note('audio', '', arrival - performance.timeOrigin);
        }
        silentUntil = takenAt;
        await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL));
    }
}

/** Times are milliseconds since the Unix epoch. */
interface AudioStatistics {
    readonly takenAt: number;
    readonly packets: number;
    readonly lastArrival: number;
}

/** What is used of the W3C identifiers for WebRTC's statistics. */
type Stats =
    | { readonly type: 'peer-connection'; readonly timestamp: number }
    | { readonly type: 'inbound-rtp'; readonly packetsReceived: number; readonly lastPacketReceivedTimestamp: number };

async function readStatistics(connection: RTCPeerConnection): Promise<AudioStatistics> {
    const statistics = { takenAt: 0, packets: 0, lastArrival: 0 };
    (await connection.getStats()).forEach((stats: Stats) => {
        if (stats.type === 'peer-connection') statistics.takenAt = stats.timestamp;
        if (stats.type === 'inbound-rtp') {
            statistics.packets = stats.packetsReceived;
            statistics.lastArrival = stats.lastPacketReceivedTimestamp;
        }
    });
    return statistics;
}
