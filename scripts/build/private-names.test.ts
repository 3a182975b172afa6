import { expect, test } from '@jest/globals';
import { privateNames } from './private-names';

function modules(codes: Readonly<Record<string, string>>): Record<string, { code: string }> {
    return Object.fromEntries(Object.entries(codes).map(([id, code]) => [id, { code }]));
}

const filler = Array.from({ length: 100 }, (_, index) => `filler${index}() {}`).join('\n');

test('a name is private when only sip.js and its room mention it, and never in a string', () => {
    const names = privateNames(
        modules({
            '/project/node_modules/sip.js/lib/api/session.js': `class Session {
                ${filler}
                constructor(options) { this.pendingOffer = options.early; this.callId = 1; }
                get isFailed() { return this["spoken"]; }
                spoken() {}
                templated() { return \`\${this.callId} templated\`; }
                sendAgain() {}
            }`,
            '/project/src/sip/sip-call.ts': 'session.sendAgain(session.statistics);',
            '/project/src/softphone/softphone.ts': 'show(call.callId);'
        })
    );
    for (const name of ['pendingOffer', 'isFailed', 'sendAgain', 'filler7']) expect(name).toMatch(names);
    for (const name of ['callId', 'spoken', 'templated', 'early', 'statistics', 'constructor', 'fill']) expect(name).not.toMatch(names);
});

test('a name of our own is private when only its own class and template mention it', () => {
    const names = privateNames(
        modules({
            '/project/node_modules/sip.js/lib/api/session.js': `class Session { ${filler} }`,
            '/project/force-app/main/default/lwc/keys/keys.ts': `class Keys {
                get rowClass() { return this.spokenName; }
                get spokenName() { return "heading"; }
                get heading() {}
                get businessLabel() {}
                get isOpenHere() {}
                handlePress({ isOpenHere }) { other.businessLabel = 1; }
                getBoundingClientRect() {}
            }`,
            '/project/force-app/main/default/lwc/keys/keys.html': 'draw($cmp.rowClass, $cmp.handlePress);'
        })
    );
    for (const name of ['rowClass', 'spokenName', 'handlePress']) expect(name).toMatch(names);
    for (const name of ['heading', 'businessLabel', 'isOpenHere', 'getBoundingClientRect']) expect(name).not.toMatch(names);
});

test('a bundle without sip.js as it is known is refused', () => {
    expect(() => privateNames(modules({ '/project/src/main.ts': 'start();' }))).toThrow('private');
});
