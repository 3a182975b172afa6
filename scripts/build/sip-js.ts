import type { Plugin } from 'rollup';
import ts from 'typescript';
import { MD5_MODULE } from './sip-md5';

const LIBRARY = '/node_modules/sip.js/lib/';
const GRAMMAR = `${LIBRARY}grammar/pegjs/dist/grammar.js`;
const MD5 = `${LIBRARY}core/messages/md5.js`;
const TRANSPORT = `${LIBRARY}platform/web/transport/transport.js`;

/** What the parser would have taken at a place, for its error message. */
const EXPECTATION = /peg\$(?:literal|class)Expectation\(.*\)(?=,?$)/gm;
const FAILURE = /throw peg\$buildStructuredError\(peg\$maxFailExpected[^;]*\);/;

/**
 * Leaves out of sip.js what nobody would ever read: the explanations of its parser, whose only caller drops them (`Grammar.parse`), and the
 * lines it logs at `debug` and `log`. Its warnings and errors stay, and so do all lines of the transport, which are the SIP messages.
 */
export function slimSipJs(): Plugin {
    return {
        name: 'slim-sip-js',
        load: (id) => (id.endsWith(MD5) ? MD5_MODULE : null),
        transform(source, id) {
            if (!id.includes(LIBRARY) || id.endsWith(TRANSPORT)) return null;
            return { code: id.endsWith(GRAMMAR) ? withoutExplanations(source) : withoutChatter(source), map: null };
        }
    };
}

function withoutExplanations(grammar: string): string {
    // Its code finds expectations by their index: each keeps its place.
    const mute = grammar.replace(EXPECTATION, '0');
    const slim = mute.replace(FAILURE, 'throw new Error();');
    if (mute === grammar || slim === mute) throw new Error('The parser of sip.js is made in another way now');
    return slim;
}

/** Nothing in what these lines tell has an effect of its own. */
function withoutChatter(source: string): string {
    const pieces: string[] = [];
    let end = 0;
    const visit = (node: ts.Node): void => {
        if (!isChatter(node)) return ts.forEachChild(node, visit);
        pieces.push(source.slice(end, node.getStart()), ';');
        end = node.end;
    };
    visit(ts.createSourceFile('sip.js', source, ts.ScriptTarget.ESNext, true));
    return pieces.join('') + source.slice(end);
}

/** `logger.debug(…);` or `this.logger.log(…);` as a statement. */
function isChatter(node: ts.Node): boolean {
    if (!ts.isExpressionStatement(node) || !ts.isCallExpression(node.expression)) return false;
    const method = node.expression.expression;
    return ts.isPropertyAccessExpression(method) && /^(debug|log)$/.test(method.name.text) && /\blogger$/.test(method.expression.getText());
}
