import { parseArgs } from 'node:util';
import { agents, customer, outsideNumbers, PbxError, TestPbx } from './index';

const help = `Controls the test PBX: a real Asterisk, fetched on first use.

    scripts/pbx start               starts it, or starts it anew; it goes on running in the background
    scripts/pbx stop
    scripts/pbx restart             on the same ports: phones can register again
    scripts/pbx status              addresses, registered phones and calls
    scripts/pbx cli "COMMAND"       runs a command of the Asterisk console
    scripts/pbx ring EXTENSION      calls an agent from the outside world; Ctrl-C hangs up
        --from NUMBER               the caller's number; without it the caller is anonymous
        --name NAME                 the caller's name
        --tone                      the caller says a tone instead of speech

    --instance NAME                 one of several PBXs (default: default)
    --port PORT                     start: port of SIP over WebSocket (default: 8088)
    --wss-port PORT                 start: the same with TLS (default: 8089)

Phones: ${agents.map(({ user, displayName }) => `${user} ${displayName}`).join(', ')}; ${customer.user} ${customer.displayName}, ${customer.number}.
Passwords: denwa- and the user, as in denwa-1001. Outside numbers: test-pbx/README.md, for example ${outsideNumbers.echo} (echo).`;

const say = (text: string) => void process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
    const { values, positionals } = parseArgs({
        allowPositionals: true,
        options: {
            help: { type: 'boolean', short: 'h', default: false },
            instance: { type: 'string', default: 'default' },
            port: { type: 'string', default: '8088' },
            'wss-port': { type: 'string', default: '8089' },
            from: { type: 'string' },
            name: { type: 'string' },
            tone: { type: 'boolean', default: false }
        }
    });
    const [command, argument] = positionals;
    if (values.help || !command) return say(help);

    const name = values.instance;
    switch (command) {
        case 'start':
            return start(name, { ws: portNumber(values.port), wss: portNumber(values['wss-port']) });
        case 'stop':
            return say((await TestPbx.stopNamed(name)) ? 'stopped' : 'not running');
        case 'restart': {
            const { ports } = await withPbx(name, (pbx) => pbx);
            return start(name, ports);
        }
        case 'status':
            return withPbx(name, async (pbx) => {
                describe(pbx);
                say(await pbx.cli('pjsip show contacts'));
                say(await pbx.cli('core show channels'));
            });
        case 'cli':
            if (!argument) throw new PbxError('bad-argument', 'which command? For example: scripts/pbx cli "core show channels"');
            return withPbx(name, async (pbx) => say(await pbx.cli(argument)));
        case 'ring':
            if (!argument) throw new PbxError('bad-argument', 'which extension? For example: scripts/pbx ring 1001 --from 09012345678');
            return withPbx(name, (pbx) => ring(pbx, argument, values));
        default:
            throw new PbxError('bad-argument', `'${command}' is no command: see scripts/pbx --help`);
    }
}

async function start(name: string, ports: { ws: number; wss: number }): Promise<void> {
    const pbx = await TestPbx.start({ name, ports, outlivesParent: true, holdMusic: 'music', progress: say });
    describe(pbx);
    for (const line of await pbx.logProblems()) say(line);
    pbx.release();
}

async function withPbx<Result>(name: string, use: (pbx: TestPbx) => Result | Promise<Result>): Promise<Result> {
    const pbx = await TestPbx.find(name);
    if (!pbx) throw new PbxError('not-running', "the test PBX is not running: start it with 'scripts/pbx start'");
    try {
        return await use(pbx);
    } finally {
        pbx.release();
    }
}

function describe(pbx: TestPbx): void {
    say(`running as process ${pbx.pid}\n${pbx.wsUrl}\n${pbx.wssUrl}\n${pbx.runDirectory}`);
}

async function ring(
    pbx: TestPbx,
    extension: string,
    { from, name, tone }: { readonly from?: string | undefined; readonly name?: string | undefined; readonly tone: boolean }
): Promise<void> {
    const caller = await pbx.ring({
        extension,
        ...(from !== undefined && { callerNumber: from }),
        ...(name !== undefined && { callerName: name }),
        says: tone ? 'tone' : 'speech'
    });
    say(`calling ${extension}`);
    process.once('SIGINT', () => void caller.hangUp());
    process.once('SIGTERM', () => void caller.hangUp());
    if (await caller.answered()) say('answered');
    say(`ended, cause ${(await caller.ended()).cause}`);
}

function portNumber(text: string): number {
    const port = Number(text);
    if (!Number.isInteger(port) || port < 1 || port > 65535) {
        throw new PbxError('bad-argument', `'${text}' is no port: give a number from 1 to 65535`);
    }
    return port;
}

try {
    await main();
} catch (error) {
    const isUsage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    if (!isUsage && !(error instanceof PbxError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
}
