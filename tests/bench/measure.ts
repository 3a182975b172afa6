import { setTimeout as delay } from 'node:timers/promises';
import type { Locator } from '@playwright/test';
import { outsideNumbers, type TestPbx } from '../../test-pbx';
import type { Moment } from './page/recorder';
import type { OpenPhone, Phone } from './phone';

/** Milliseconds that each span took in one run. */
export interface Sample {
    /** Page begins to load → registered shown. */
    readonly registered: number;
    /** Click on dial → INVITE leaves. */
    readonly invite: number;
    /** INVITE → ringing shown. */
    readonly ringing: number;
    /** The page's share of that: 180 arrives → ringing shown. */
    readonly rendering: number;
    /** Click on answer → first audio packet. */
    readonly audio: number;
}

/** The number of `contactWithMobile`, as the network presents it. */
const CALLER = '09012345678';
const PATIENCE = 15_000;

/** Opens the phone in a fresh page, lets it register, dial and answer once, and closes it. Rejects if one of these does not come about. */
export async function measure(open: OpenPhone, pbx: TestPbx): Promise<Sample> {
    const phone = await open();
    try {
        await shown(phone, phone.words.registered);
        await phone.show();
        const registered = await moments(phone);
        await dialAndHangUp(phone);
        await noCalls(pbx);
        const dialled = await moments(phone);
        await answerAndHangUp(phone, pbx);
        await noCalls(pbx);
        const answered = await moments(phone);
        return {
            registered: at(registered, 'shown', phone.words.registered),
            ...outboundSpans(dialled.slice(registered.length), phone),
            audio: inboundSpan(answered.slice(dialled.length))
        };
    } finally {
        await phone.close();
    }
}

async function dialAndHangUp(phone: Phone): Promise<void> {
    await phone.frame.getByRole('textbox', { name: phone.words.number }).fill(outsideNumbers.ringsOn);
    await button(phone, 'dial').click();
    await shown(phone, phone.words.ringing);
    await button(phone, 'hangUp').click();
}

async function answerAndHangUp(phone: Phone, pbx: TestPbx): Promise<void> {
    const caller = await pbx.ring({ extension: phone.account.number, callerNumber: CALLER, says: 'tone' });
    await button(phone, 'answer').waitFor({ timeout: PATIENCE });
    await phone.callerShown();
    await button(phone, 'answer').click();
    await phone.frame.waitForFunction(() => window.moments.some(({ kind }) => kind === 'audio'), undefined, {
        polling: 100,
        timeout: PATIENCE
    });
    await button(phone, 'hangUp').click();
    await caller.ended();
}

function outboundSpans(outbound: readonly Moment[], { words }: Phone): Pick<Sample, 'invite' | 'ringing' | 'rendering'> {
    const click = at(outbound, 'click');
    // The first one: that the PBX challenges it belongs to the way from INVITE to ringing.
    const invite = at(outbound, 'sent', 'INVITE ');
    const ringing = at(outbound, 'shown', words.ringing);
    return { invite: invite - click, ringing: ringing - invite, rendering: ringing - at(outbound, 'received', 'SIP/2.0 180 ') };
}

function inboundSpan(inbound: readonly Moment[]): number {
    return at(inbound, 'audio') - at(inbound, 'click');
}

/** When the first thing of this kind that begins so was recorded. */
function at(recorded: readonly Moment[], kind: Moment['kind'], beginning = ''): number {
    const moment = recorded.find((candidate) => candidate.kind === kind && candidate.what.startsWith(beginning));
    if (!moment) throw new Error(`The page did not record "${kind} ${beginning}"`);
    return moment.at;
}

function moments({ frame }: Phone): Promise<readonly Moment[]> {
    return frame.evaluate(() => window.moments);
}

function button({ frame, words }: Phone, name: 'dial' | 'answer' | 'hangUp'): Locator {
    return frame.getByRole('button', { name: words[name], exact: true });
}

/** Waits until a person can see the text; what is only there for screen readers does not count. */
async function shown({ frame }: Phone, words: string): Promise<void> {
    const visible = frame.getByText(words, { exact: true }).and(frame.locator(':not(.slds-assistive-text)'));
    await visible.waitFor({ timeout: PATIENCE });
}

async function noCalls(pbx: TestPbx): Promise<void> {
    const deadline = performance.now() + PATIENCE;
    while ((await pbx.channels()).length > 0) {
        if (performance.now() > deadline) throw new Error('A call was hung up and is still on the PBX');
        await delay(20);
    }
}
