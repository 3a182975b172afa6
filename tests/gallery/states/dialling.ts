import type DenwaDialPad from 'c/denwaDialPad';
import type DenwaDialQuestion from 'c/denwaDialQuestion';
import type DenwaNotifiedNumber from 'c/denwaNotifiedNumber';
import { decideDial, decideExactly, defaultDialPlan, type DialOption } from '../../../src/phone-number/dial-plan';
import type { NotifiedNumber } from '../../../src/telephony/call-settings';
import type { DialPreview, DialQuestion } from '../../../src/telephony/dial-question';
import { aPhone, officeOf } from './data';
import { gallery, type Gallery, type Language, type StateOf } from './gallery';

/** The dial pad, and what is asked before a number is dialled. */
export function diallingGalleries(language: Language): readonly Gallery[] {
    const { company } = officeOf(language);
    const { notifiedNumbers } = aPhone({}, { notifiedNumbers: numbersOf(language) }).options;
    const typed = (number: string, needsConfirmation = false): StateOf<DenwaDialPad> => ({
        properties: { canDial: true, registered: true, preview: { ...previewOf(number), needsConfirmation } },
        text: number
    });
    return [
        gallery<DenwaDialPad>(
            'denwaDialPad',
            {
                'a number typed': typed('09012345678'),
                empty: { properties: { canDial: true, registered: true } },
                'a number to dial again': { properties: { canDial: true, registered: true, lastDialled: '0312345678' } },
                'keypad hidden': { properties: { canDial: true, registered: true, keypadHidden: true } },
                'notified numbers': { properties: { canDial: true, registered: true, notifiedNumbers, notifiedNumber: '0120123456' } },
                'line busy': { properties: { canDial: false, registered: true } },
                'not ready': { properties: { canDial: false, registered: false } },
                'country code': typed('+81 3-1234-5678'),
                international: typed('+1 415-555-0132', true),
                'may be several': typed('03-1234-5678〜9'),
                'with an extension': typed('03-1234-5678 ext. 205'),
                'no number': typed('ABC'),
                'premium rate': typed('0570-123-456'),
                'long number': typed('00104155550132004155550132')
            },
            { extent: 'screen' }
        ),
        gallery<DenwaNotifiedNumber>('denwaNotifiedNumber', {
            'as the PBX decides': { properties: { numbers: notifiedNumbers } },
            chosen: { properties: { numbers: notifiedNumbers, chosen: '0120123456' } }
        }),
        gallery<DenwaDialQuestion>(
            'denwaDialQuestion',
            {
                'which number': { properties: { question: aQuestion('03-1234-5678〜9', 'ambiguous'), canDial: true } },
                confirm: { properties: { question: { ...aQuestion('+1 212 555 0147', 'confirm'), record: company }, canDial: true } },
                'with an extension': {
                    properties: { question: { ...aQuestion('03-1234-5678', 'confirm'), extension: '205' }, canDial: true }
                },
                'line busy': { properties: { question: aQuestion('03-1234-5678〜9', 'ambiguous'), canDial: false, registered: true } }
            },
            { extent: 'screen' }
        )
    ];
}

/** The numbers that an outside call may present. */
export function numbersOf(language: Language): readonly NotifiedNumber[] {
    const { businessLabel } = officeOf(language);
    return [
        { number: '0312345678', label: '', prefix: null },
        { number: '0120123456', label: businessLabel, prefix: '*81' }
    ];
}

/** As src/softphone/dial-pad.ts tells it. */
export function previewOf(number: string): DialPreview {
    const decision = decideDial(number, defaultDialPlan);
    const exactly = decideExactly(number, defaultDialPlan);
    const isDecided = decision.dialString !== null;
    return {
        number,
        option: isDecided ? decision : null,
        extension: decision.extension,
        problem: isDecided ? null : decision.rule,
        candidates: decision.candidates,
        exactly: exactly.dialString === null || exactly.dialString === decision.dialString ? null : exactly,
        needsConfirmation: false
    };
}

export function aQuestion(number: string, reason: DialQuestion['reason']): DialQuestion {
    const decision = decideDial(number, defaultDialPlan);
    const options: readonly DialOption[] = decision.dialString === null ? decision.candidates : [decision];
    return { id: 'question-1', number, reason, options, extension: null, record: null, consultationOf: null };
}
