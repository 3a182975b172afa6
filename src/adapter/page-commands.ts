import { assertNever } from '../base/assert-never';
import type { Clock } from '../base/clock';
import { describeError } from '../base/errors';
import type { LogBuffer } from '../base/log-buffer';
import type { Logger } from '../base/logger';
import { within } from '../crm/within';
import type { Softphone } from '../softphone/softphone';
import type { PageCommand } from '../telephony/command';
import type { About, SoftphoneSnapshot } from '../telephony/snapshot';
import { logFile, type TextFile } from './log-file';

export interface PageCommandParts {
    readonly phone: Pick<Softphone, 'snapshot' | 'subscribe' | 'send' | 'raise'>;
    /** What it holds is redacted. */
    readonly log: Pick<LogBuffer, 'lines'>;
    readonly about: () => About;
    /** Throws where the browser does not let it. */
    readonly saveFile: (file: TextFile) => void;
    /** Rejects where the browser does not let it. */
    readonly copyText: (text: string) => Promise<void>;
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
        switch (command.type) {
            case 'reload':
                return void this.#reload();
            case 'download-log':
                return this.#download(command.maskNumbers);
            case 'copy-text':
                return void this.#copy(command.text);
            default:
                return assertNever(command);
        }
    }

    async #reload(): Promise<void> {
        const { phone, clock, reload, logger } = this.#parts;
        logger.info('Reloading');
        phone.send({ type: 'sign-out' }, 'agent');
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

    #download(maskNumbers: boolean): void {
        const { phone, log, about, saveFile, clock, logger } = this.#parts;
        try {
            saveFile(logFile({ about: about(), lines: log.lines, maskNumbers, now: clock.now() }));
        } catch (error) {
            logger.error('The log was not saved', { error: describeError(error) });
            phone.raise('download-failed', '');
        }
    }

    async #copy(text: string): Promise<void> {
        const { phone, copyText, logger } = this.#parts;
        try {
            await copyText(text);
            phone.raise('copied', '');
        } catch (error) {
            logger.error('Nothing was copied', { error: describeError(error) });
            phone.raise('copy-failed', '');
        }
    }
}

function isSignedOut({ calls, connection }: SoftphoneSnapshot): boolean {
    return connection.status === 'offline' && calls.every(({ phase }) => phase === 'ended');
}
