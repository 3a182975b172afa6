import type { Browser, BrowserContext, Frame, Page } from '@playwright/test';
import type { Account, TestPbx } from '../../test-pbx';
import { knownCustomers, type Workbench } from '../../workbench';
import { text } from '../browser/labels';
import { welcome } from '../browser/preferences';
import type { BareServer } from './bare-server';

export type TextField = 'number' | 'transferTarget';
export type Button = 'dial' | 'answer' | 'hangUp' | 'hold' | 'transferNow' | 'consult' | 'completeTransfer' | 'park';
export type State = 'registered' | 'inbound' | 'ringing' | 'held' | 'transferred';

/** What a phone calls its fields, buttons and states. */
export type Words = Readonly<Record<TextField | Button | State, string>>;

/** A phone in a page of its own, all alike to the benchmark. */
export interface Phone {
    readonly account: Account;
    readonly words: Words;
    /** Where the phone's script runs. */
    readonly frame: Frame;
    /** Brings the phone to where it can be seen and pressed. */
    readonly show: () => Promise<void>;
    /** Waits until the page has told all that it tells of the caller `contactWithMobile`. */
    readonly callerShown: () => Promise<void>;
    /** Brings up the field for a transfer's target. */
    readonly openTransfer: () => Promise<void>;
    readonly close: () => Promise<void>;
}

export type OpenPhone = () => Promise<Phone>;

/** A page in a context of its own, so that nothing is cached; `recorder` runs first in each of its frames. */
async function openPage(browser: Browser, recorder: string, url: string): Promise<{ context: BrowserContext; page: Page }> {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 } });
    await welcome(context);
    await context.addInitScript({ content: recorder });
    const page = await context.newPage();
    await page.goto(url);
    return { context, page };
}

/** The built static resource in its Visualforce page, in the org's utility bar. */
export function denwa(browser: Browser, recorder: string, workbench: Workbench, account: Account): OpenPhone {
    const label = (name: string): string => text('en', name);
    const words: Words = {
        number: label('Number'),
        dial: label('Dial'),
        answer: label('Answer'),
        hangUp: label('Hang_Up'),
        hold: label('Hold'),
        transferTarget: label('Transfer_Target'),
        transferNow: label('Transfer_Now'),
        consult: label('Consult'),
        completeTransfer: label('Complete_Transfer'),
        park: label('Park'),
        registered: label('Line_Ready'),
        inbound: label('Phase_Inbound'),
        ringing: label('Phase_Ringing'),
        held: label('Phase_Held'),
        transferred: label('Ending_Transferred')
    };
    return async () => {
        const { context, page } = await openPage(browser, recorder, `${workbench.lightningUrl}/?user=smith`);
        const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
        if (!frame) throw new Error('The softphone has no frame');
        const utilityItem = page.getByRole('region', { name: 'Utility Bar' }).getByRole('button').first();
        return {
            account,
            words,
            frame,
            show: () => utilityItem.click(),
            callerShown: () => page.waitForURL(`**/${knownCustomers.contactWithMobile.id}/view`),
            openTransfer: () => frame.getByRole('button', { name: label('Transfer'), exact: true }).click(),
            close: async () => {
                // A page that is left properly signs its phone out.
                await page.goto('about:blank');
                await context.close();
            }
        };
    };
}

/** The page of page/bare-page.ts. */
export function bareSipJs(browser: Browser, recorder: string, server: BareServer, pbx: TestPbx, account: Account): OpenPhone {
    const words: Words = {
        number: 'Number',
        dial: 'Dial',
        answer: 'Answer',
        hangUp: 'Hang up',
        hold: 'Hold',
        transferTarget: 'Number',
        transferNow: 'Transfer now',
        consult: 'Ask first',
        completeTransfer: 'Complete transfer',
        park: 'Park',
        registered: 'Registered',
        inbound: 'Ringing',
        ringing: 'Ringing',
        held: 'On hold',
        transferred: 'Transferred'
    };
    return async () => {
        const url = new URL(server.url);
        url.search = new URLSearchParams({ server: pbx.wssUrl, user: account.user, password: account.password }).toString();
        const { context, page } = await openPage(browser, recorder, url.href);
        return {
            account,
            words,
            frame: page.mainFrame(),
            show: () => Promise.resolve(),
            callerShown: () => Promise.resolve(),
            openTransfer: () => Promise.resolve(),
            close: () => context.close()
        };
    };
}
