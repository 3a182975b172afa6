import { parseArgs } from 'node:util';
import { outsideNumbers, TestPbx } from '../test-pbx';
import { startWorkbench, type TelephoneNetwork, type Workbench } from '../workbench';
import { ensureBuilt } from './build/ensure-built';
import { accountOfUser } from './org-accounts';
import { unpackPackage, type UnpackedPackage } from './package/unpack';
import { testPbxSettings } from './test-pbx-settings';

const usage = `Usage: scripts/demo [options]

Starts Denwa on a local stand-in for a Salesforce org, with a real Asterisk behind it, and prints the URL to open.

  --port NUMBER               port of the workbench (default 8080)
  --pbx WSS_URL               use this PBX instead of starting one; you sign in with one of its extensions
  --lightning-origin ORIGIN   origin of the top window (default http://lightning.denwa.localhost:PORT)
  --vf-origin ORIGIN          origin of the softphone's frame (default http://vf.denwa.localhost:PORT)
  --opencti-client FILE       serve this Open CTI client script instead of the workbench's own
  --skip-build                use the static resource as it is
  --package FILE              use page, call center and static resource of this zip, which npm run package made
  --help`;

interface DemoOptions {
    readonly port: number;
    readonly pbx: string | undefined;
    readonly lightningOrigin: string | undefined;
    readonly vfOrigin: string | undefined;
    readonly openCtiClientFile: string | undefined;
    readonly build: boolean;
    readonly packageFile: string | undefined;
}

function readOptions(): DemoOptions | null {
    const { values } = parseArgs({
        options: {
            port: { type: 'string', default: '8080' },
            pbx: { type: 'string' },
            'lightning-origin': { type: 'string' },
            'vf-origin': { type: 'string' },
            'opencti-client': { type: 'string' },
            'skip-build': { type: 'boolean', default: false },
            package: { type: 'string' },
            help: { type: 'boolean', default: false }
        }
    });
    if (values.help) return null;
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--port takes a number from 0 to 65535, not '${values.port}'`);
    if (values.pbx !== undefined && !/^wss?:\/\/\S+$/.test(values.pbx)) {
        throw new Error('--pbx takes a WebSocket address such as wss://pbx.example.com:8089/ws');
    }
    return {
        port,
        pbx: values.pbx,
        lightningOrigin: values['lightning-origin'],
        vfOrigin: values['vf-origin'],
        openCtiClientFile: values['opencti-client'],
        build: !values['skip-build'] && values.package === undefined,
        packageFile: values.package
    };
}

function say(line: string): void {
    console.log(`· ${line}`);
}

function telephoneNetwork(pbx: TestPbx): TelephoneNetwork {
    return {
        ring: async ({ extension, callerNumber, callerName }) => {
            await pbx.ring({ extension, callerNumber, callerName });
        },
        outsideNumbers: [
            { number: outsideNumbers.talks, description: 'answers and talks / 応答して話す' },
            { number: outsideNumbers.echo, description: 'answers and echoes / エコー' },
            { number: outsideNumbers.busy, description: 'is busy / 話中' },
            { number: outsideNumbers.ringsOn, description: 'rings on / 呼出のみ' },
            { number: outsideNumbers.noAnswer, description: 'does not answer / 応答なし' },
            { number: outsideNumbers.unassigned, description: 'does not exist / 欠番' }
        ]
    };
}

function openWorkbench(options: DemoOptions, pbx: TestPbx | null, unpacked: UnpackedPackage | null): Promise<Workbench> {
    return startWorkbench({
        ...unpacked?.options,
        port: options.port,
        ...(options.lightningOrigin === undefined ? {} : { lightningOrigin: options.lightningOrigin }),
        ...(options.vfOrigin === undefined ? {} : { vfOrigin: options.vfOrigin }),
        ...(options.openCtiClientFile === undefined ? {} : { openCtiClientFile: options.openCtiClientFile }),
        // A PBX of one's own has codes and numbers of its own, too.
        callCenterOverrides: { '/denwaPbx/denwaPbxServer': options.pbx ?? pbx?.wsUrl ?? '', ...(pbx && testPbxSettings) },
        // And accounts: the panel asks for one.
        sipAccount: pbx ? accountOfUser : () => null,
        ...(pbx ? { telephoneNetwork: telephoneNetwork(pbx) } : {})
    });
}

function stopped(): Promise<void> {
    return new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    });
}

async function main(): Promise<void> {
    const options = readOptions();
    if (!options) return console.log(usage);
    const stop = stopped();
    const unpacked = options.packageFile === undefined ? null : await unpackPackage(options.packageFile);
    const pbx = options.pbx === undefined ? TestPbx.start({ holdMusic: 'music', progress: say }) : Promise.resolve(null);
    const workbench = openWhenReady(options, pbx, unpacked);
    try {
        const opened = await Promise.race([workbench, stop]);
        if (!opened) return;
        console.log(welcome(opened.lightningUrl));
        await stop;
    } finally {
        say('Stopping');
        // Either may still be starting; nothing that started may outlive the demo.
        const [openedWorkbench, startedPbx] = await Promise.allSettled([workbench, pbx]);
        if (openedWorkbench.status === 'fulfilled') await openedWorkbench.value.close();
        if (startedPbx.status === 'fulfilled') await startedPbx.value?.stop();
        await unpacked?.remove();
    }
}

async function openWhenReady(options: DemoOptions, pbx: Promise<TestPbx | null>, unpacked: UnpackedPackage | null): Promise<Workbench> {
    const [started] = await Promise.all([pbx, options.build ? ensureBuilt(say) : undefined]);
    return openWorkbench(options, started, unpacked);
}

function welcome(url: string): string {
    return `
  Denwa is ready. Open in Chrome or Edge:

      ${url}/

  Open a contact, press a phone number and talk. Other agents, each in a window of its own:

      ${url}/?user=suzuki
      ${url}/?user=smith    (in English)

  Ctrl-C stops everything.
`;
}

try {
    await main();
} catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
}
