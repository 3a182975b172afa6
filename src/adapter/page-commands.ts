import { assertNever } from '../base/assert-never';
import type { Clock } from '../base/clock';
import type { Logger } from '../base/logger';
import { within } from '../crm/within';
import type { Softphone } from '../softphone/softphone';
import type { PageCommand } from '../telephony/command';
import type { SoftphoneSnapshot } from '../telephony/snapshot';
import type { Support } from './support';

export interface PageCommandParts {
    readonly phone: Pick<Softphone, 'snapshot' | 'subscribe' | 'close'>;
    readonly support: Pick<Support, 'saveLog' | 'saveBundle' | 'copy'>;
    /** Loads the page anew; nobody is asked any more. */
    readonly reload: () => void;
    readonly clock: Clock;
    readonly logger: Logger;
}

/** Milliseconds that a reload waits for the PBX to hear of the end of calls and registration. */
const LONGEST_SIGN_OUT = 2_000;

/** Carries out what the view asks of its page. No method throws. */
export class PageCommands {
    readonly #parts: PageCommandParts;

    constructor(parts: PageCommandParts) {
        this.#parts = parts;
    }

    carryOut(command: PageCommand): void {
        const { support } = this.#parts;
        switch (command.type) {
            case 'reload':
                return void this.#reload();
            case 'download-log':
                return support.saveLog(command.maskNumbers);
            case 'download-bundle':
                return support.saveBundle(command.maskNumbers);
            case 'copy-text':
                return void support.copy(command.text);
            default:
                return assertNever(command);
        }
    }

    async #reload(): Promise<void> {
        const { phone, clock, reload, logger } = this.#parts;
        logger.info('Reloading');
        phone.close();
        await within(clock, LONGEST_SIGN_OUT, this.#signedOut());
        reload();
    }

    #signedOut(): Promise<void> {
        const { phone } = this.#parts;
        return new Promise((resolve) => {
            const look = (snapshot: SoftphoneSnapshot): void => {
                if (isSignedOut(snapshot)) resolve();
            };
            phone.subscribe(look);
            look(phone.snapshot);
        });
    }
}

function isSignedOut({ calls, connection }: SoftphoneSnapshot): boolean {
    return connection.status === 'offline' && calls.every(({ phase }) => phase === 'ended');
}
