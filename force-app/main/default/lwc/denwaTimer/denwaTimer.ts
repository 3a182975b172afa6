import { LightningElement, api } from 'lwc';
import { duration, everySecond } from 'c/denwaClock';
import callDuration from '@salesforce/label/c.Denwa_Call_Duration';

/** Time since a moment, between two, or left until one: `mm:ss`, from one hour `hh:mm:ss`. */
export default class DenwaTimer extends LightningElement {
    static override renderMode = 'light' as const;
    /** What the time is of. */
    @api label = callDuration;
    private downToValue: number | null = null;
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

    /** Counts down to this moment and stays at zero, instead of up from a start; milliseconds since the Unix epoch. */
    @api
    get downTo(): number | null {
        return this.downToValue;
    }
    set downTo(value: number | null) {
        this.downToValue = value;
        this.restart();
    }

    get text(): string {
        const { downToValue, now, sinceValue, untilValue } = this;
        const seconds =
            downToValue === null ? Math.floor(((untilValue ?? now) - sinceValue) / 1000) : Math.ceil((downToValue - now) / 1000);
        return duration(Math.max(0, seconds));
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
        this.#stop = running ? everySecond(this.downToValue ?? this.sinceValue, () => (this.now = Date.now())) : undefined;
    }
}
