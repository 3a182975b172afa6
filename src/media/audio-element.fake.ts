import type { AudioElement } from './call-audio';

/** An audio element: whether it plays, and through which device. */
export class FakeAudioElement implements AudioElement {
    srcObject: MediaStream | null = null;
    muted = false;
    paused = true;
    sinkId = '';
    /** The name of what it rejects with when it is to play. */
    problem: string | null = null;
    /** Devices that do not play. */
    readonly broken = new Set<string>();

    async play(): Promise<void> {
        await Promise.resolve();
        if (this.problem) throw new DOMException('', this.problem);
        this.paused = false;
    }

    pause(): void {
        this.paused = true;
    }

    async setSinkId(sinkId: string): Promise<void> {
        await Promise.resolve();
        if (this.broken.has(sinkId)) throw new DOMException('', 'NotFoundError');
        this.sinkId = sinkId;
    }
}
