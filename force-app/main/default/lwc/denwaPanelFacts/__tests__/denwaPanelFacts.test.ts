import { credentialProblem, isAudioTroubled, isRegistered, lastDialled } from 'c/denwaPanelFacts';
import { aConnectedCall, aHistoryEntry, aReadyAudio, aSnapshot } from '../../../../../test/fixtures';

describe('what the panel draws from a snapshot', () => {
    it('the line is ready once it is registered, and not when the connection is lost', () => {
        expect(isRegistered(aSnapshot())).toBe(true);
        expect(isRegistered(aSnapshot({ connection: { status: 'connecting', attempt: 1 } }))).toBe(false);
        expect(isRegistered(aSnapshot({ agent: { status: 'signed-out' } }))).toBe(false);
    });

    it.each([
        ['wrong-credentials', 'wrong-credentials'],
        ['refused', undefined]
    ] as const)('a refusal as %s is cured by credentials: %s', (problem, cured) => {
        expect(credentialProblem(aSnapshot({ registration: { status: 'rejected', problem, statusCode: 401 } }))).toBe(cured);
    });

    it('the number dialled last is the newest outbound one that is known', () => {
        const inbound = aHistoryEntry();
        const dialled = aHistoryEntry({ id: 'call-2', direction: 'outbound', result: 'dialled', number: '117' });
        expect(lastDialled(aSnapshot({ history: [inbound, dialled] }))).toBe('117');
        expect(lastDialled(aSnapshot({ history: [inbound] }))).toBeNull();
    });

    it('the audio is in trouble where the microphone, the network or the quality is', () => {
        expect(isAudioTroubled(aSnapshot(), aConnectedCall())).toBe(false);
        expect(isAudioTroubled(aSnapshot({ audio: aReadyAudio({ input: 'silent' }) }), aConnectedCall())).toBe(true);
        expect(isAudioTroubled(aSnapshot(), aConnectedCall({ media: 'disconnected' }))).toBe(true);
    });
});
