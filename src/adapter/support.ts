import type { Clock } from '../base/clock';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { Softphone } from '../softphone/softphone';
import type { About } from '../telephony/snapshot';
import type { KeptLog } from './kept-log';
import { logFile, type TextFile } from './log-file';

export interface SupportParts {
    readonly phone: Pick<Softphone, 'raise'>;
    readonly log: Pick<KeptLog, 'lines'>;
    readonly about: () => About;
    /** Throws where the browser does not let it. */
    readonly saveFile: (file: TextFile) => void;
    /** Rejects where the browser does not let it. */
    readonly copyText: (text: string) => Promise<void>;
    readonly clock: Pick<Clock, 'now'>;
    readonly logger: Logger;
}

/** What an agent hands to whoever helps. No method throws. */
export class Support {
    readonly #parts: SupportParts;

    constructor(parts: SupportParts) {
        this.#parts = parts;
    }

    saveLog(maskNumbers: boolean): void {
        const { phone, log, about, saveFile, clock, logger } = this.#parts;
        try {
            saveFile(logFile({ about: about(), lines: log.lines, maskNumbers, now: clock.now() }));
        } catch (error) {
            logger.error('The log was not saved', { error: describeError(error) });
            phone.raise('download-failed', '');
        }
    }

    async copy(text: string): Promise<void> {
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
