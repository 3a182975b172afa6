import { describe, expect, test } from '@jest/globals';
import type { EndingCause } from '../telephony/call-ending';
import { endingOfCancel, endingOfRefusal, problemOfRegistration, readReasons } from './status-codes';

describe('Reason header', () => {
    test.each([
        [[], { q850: null, sip: null }],
        [['Q.850;cause=17'], { q850: 17, sip: null }],
        [['SIP;cause=200;text="Call completed elsewhere"'], { q850: null, sip: 200 }],
        [['SIP ;cause=200 ;text="a, Q.850;cause=1", q.850 ; cause = 26'], { q850: 26, sip: 200 }],
        [['Q.850;text="User busy";cause=17', 'SIP;cause=486'], { q850: 17, sip: 486 }],
        [['cause=17', 'X;cause=1', 'Q.850;cause=', '";'], { q850: null, sip: null }]
    ])('%j', (headers, reasons) => {
        expect(readReasons(headers)).toEqual(reasons);
    });
});

describe('refusal of an outbound call', () => {
    test.each<[number, number | null, EndingCause]>([
        [486, null, 'busy'],
        [600, null, 'busy'],
        [480, 17, 'busy'],
        [404, null, 'not-found'],
        [410, null, 'not-found'],
        [484, null, 'not-found'],
        [604, null, 'not-found'],
        [404, 34, 'not-found'],
        [503, 1, 'not-found'],
        [480, 28, 'not-found'],
        [408, null, 'no-answer'],
        [480, 18, 'no-answer'],
        [480, 19, 'no-answer'],
        [480, 20, 'unavailable'],
        [480, null, 'unavailable'],
        [503, 27, 'unavailable'],
        [503, 34, 'unavailable'],
        [500, null, 'unavailable'],
        [603, null, 'declined'],
        [480, 21, 'declined'],
        [403, 21, 'declined'],
        [403, null, 'forbidden'],
        [401, null, 'forbidden'],
        [407, null, 'forbidden'],
        [487, null, 'cancelled'],
        [488, null, 'refused'],
        [302, null, 'refused'],
        [480, 16, 'unavailable']
    ])('%i with Q.850 cause %s: %s', (statusCode, q850, cause) => {
        expect(endingOfRefusal(statusCode, { sip: null, q850 })).toEqual({ by: 'remote', cause, statusCode });
    });
});

test.each([
    [{ q850: null, sip: null }, 'cancelled'],
    [{ q850: 16, sip: null }, 'cancelled'],
    [{ q850: null, sip: 200 }, 'answered-elsewhere'],
    [{ q850: 26, sip: null }, 'answered-elsewhere']
])('an inbound call ends by CANCEL with %j: %s', (reasons, cause) => {
    expect(endingOfCancel(reasons)).toEqual({ by: 'remote', cause });
});

test.each([
    [401, 'wrong-credentials'],
    [407, 'wrong-credentials'],
    [403, 'forbidden'],
    [404, 'unknown-account'],
    [500, 'refused']
])('registration refused with %i: %s', (statusCode, problem) => {
    expect(problemOfRegistration(statusCode)).toBe(problem);
});
