import { describeError } from '../base/errors';
import type { Logger } from '../base/logger';

export interface MicrophonePermissionParts {
    /** `navigator.permissions`; missing in old browsers. */
    readonly permissions:
        { query(descriptor: PermissionDescriptor): Promise<Pick<PermissionStatus, 'state' | 'addEventListener'>> } | undefined;
    /** The person, or a policy, has given permission for the microphone. */
    readonly onGiven: () => void;
    /** It was there and is there no more; the browser ends all tracks. */
    readonly onWithdrawn: () => void;
    readonly logger: Logger;
}

/** Tells when the permission for the microphone changes. Browsers that cannot be asked leave the agent with what the tracks tell. */
export async function watchMicrophonePermission({ permissions, onGiven, onWithdrawn, logger }: MicrophonePermissionParts): Promise<void> {
    try {
        const status = await permissions?.query({ name: 'microphone' });
        let given = status?.state === 'granted';
        status?.addEventListener('change', () => {
            const before = given;
            given = status.state === 'granted';
            if (given && !before) onGiven();
            if (!given && before) onWithdrawn();
        });
    } catch (error) {
        logger.warn('The browser does not tell whether the microphone is allowed', { error: describeError(error) });
    }
}
