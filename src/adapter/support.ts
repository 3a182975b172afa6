import type { Clock } from '../base/clock';
import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';
import type { Softphone } from '../softphone/softphone';
import type { About } from '../telephony/snapshot';
import type { KeptLog } from './kept-log';
import { logFile, type TextFile } from './log-file';
import type { Settings } from './settings';
import { supportBundle } from './support-bundle';

export interface SupportParts {
    readonly phone: Pick<Softphone, 'raise' | 'snapshot'>;
    readonly log: Pick<KeptLog, 'lines'>;
    readonly about: () => About;
    readonly settings: () => Settings;
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
        const { log, about, clock } = this.#parts;
        this.#save(() => logFile({ about: about(), lines: log.lines, maskNumbers, now: clock.now() }));
    }

    saveBundle(maskNumbers: boolean): void {
        const { phone, log, about, settings, clock } = this.#parts;
        const snapshot = { ...phone.snapshot, about: about() };
        this.#save(() => supportBundle({ snapshot, settings: settings(), lines: log.lines, maskNumbers, now: clock.now() }));
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

    #save(write: () => TextFile): void {
        const { phone, saveFile, logger } = this.#parts;
        try {
            saveFile(write());
        } catch (error) {
            logger.error('A file was not saved', { error: describeError(error) });
            phone.raise('download-failed', '');
        }
    }
}
