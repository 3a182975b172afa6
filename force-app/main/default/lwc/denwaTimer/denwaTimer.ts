import { LightningElement, api } from 'lwc';
import { everySecond } from 'c/denwaClock';
import callDuration from '@salesforce/label/c.Denwa_Call_Duration';

/** Time since a moment, or between two: `mm:ss`, from one hour `hh:mm:ss`. */
export default class DenwaTimer extends LightningElement {
    readonly label = { callDuration };
    private sinceValue = 0;
    private untilValue: number | null = null;
    private now = Date.now();
    #connected = false;
    #stop: (() => void) | undefined;

    /** Start, in milliseconds since the Unix epoch. */
    @api
    get since(): number {
        return this.sinceValue;
    }
    set since(value: number) {
        this.sinceValue = value;
        this.restart();
    }

    /** End, in milliseconds since the Unix epoch; null while the time runs. */
    @api
    get until(): number | null {
        return this.untilValue;
    }
    set until(value: number | null) {
        this.untilValue = value;
        this.restart();
    }

    get text(): string {
        const elapsed = Math.max(0, Math.floor(((this.untilValue ?? this.now) - this.sinceValue) / 1000));
        const hours = Math.floor(elapsed / 3600);
        const parts = [Math.floor(elapsed / 60) % 60, elapsed % 60];
        return (hours > 0 ? [hours, ...parts] : parts).map((part) => String(part).padStart(2, '0')).join(':');
    }

    override connectedCallback(): void {
        this.#connected = true;
        this.restart();
    }

    override disconnectedCallback(): void {
        this.#connected = false;
        this.restart();
    }

    private restart(): void {
        this.#stop?.();
        this.now = Date.now();
        const running = this.#connected && this.untilValue === null;
        this.#stop = running ? everySecond(this.sinceValue, () => (this.now = Date.now())) : undefined;
    }
}
