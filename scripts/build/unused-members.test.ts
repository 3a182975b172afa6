import { expect, test } from '@jest/globals';
import { withoutUnusedMembers } from './unused-members';

const LIBRARY = '/project/node_modules/sip.js/lib/api/session.js';
const USER = '/project/src/sip/sip-call.ts';

function slim(library: string, user: string): string | undefined {
    return withoutUnusedMembers(
        new Map([
            [LIBRARY, library],
            [USER, user]
        ])
    )
        .get(LIBRARY)
        ?.replace(/\s+/g, ' ');
}

test('what nobody reads goes, and what only that reads', () => {
    const session = `class Session {
        constructor() {}
        refer() { this.send(); }
        publish() { this.prepare(); }
        prepare() {}
        send() {}
        get state() { return 1; }
        set state(value) {}
        toString() {}
    }`;
    expect(slim(session, 'session.refer({ publish: true });')).toBe(
        'class Session { constructor() {} refer() { this.send(); } send() {} toString() {} }'
    );
    expect(slim(session, 'session.publish();')).toContain('prepare');
});

test.each([
    "session['refer']()",
    'const { refer } = session;',
    '({ refer: again } = session);',
    '({ a: { refer } } = session);',
    '[{ refer }] = sessions;'
])('%s reads it', (user) => {
    expect(slim('class Session { refer() {} }', user)).toContain('refer');
});

test('nothing of our own is touched', () => {
    const ours = 'class Call { unused() {} }';
    expect(withoutUnusedMembers(new Map([[USER, ours]])).get(USER)).toBe(ours);
});
