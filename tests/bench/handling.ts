import { setTimeout as delay } from 'node:timers/promises';
import type { Locator } from '@playwright/test';
import type { TestPbx } from '../../test-pbx';
import { moments } from './recording';
import type { Button, Phone, TextField } from './phone';

const PATIENCE = 15_000;

export function press(phone: Phone, name: Button): Promise<void> {
    return button(phone, name).click({ timeout: PATIENCE });
}

export function canPress(phone: Phone, name: Button): Promise<void> {
    return button(phone, name).waitFor({ timeout: PATIENCE });
}

export function fill({ frame, words }: Phone, name: TextField, value: string): Promise<void> {
    return frame.getByRole('textbox', { name: words[name] }).fill(value);
}

/** Waits until a person can see the text, and returns it; what is only there for screen readers does not count. */
export async function shown({ frame }: Phone, words: string | RegExp): Promise<string> {
    const visible = frame.getByText(words, { exact: true }).and(frame.locator(':not(.slds-assistive-text)'));
    return (await visible.innerText({ timeout: PATIENCE })).trim();
}

/** Does what connects a call, and waits until that call is heard. */
export async function untilHeard(phone: Phone, connect: () => Promise<void>): Promise<void> {
    const heard = (await moments(phone)).filter(({ kind }) => kind === 'audio').length;
    await connect();
    await phone.frame.waitForFunction((before) => window.moments.filter(({ kind }) => kind === 'audio').length > before, heard, {
        polling: 100,
        timeout: PATIENCE
    });
}

export async function noCalls(pbx: TestPbx): Promise<void> {
    const deadline = performance.now() + PATIENCE;
    while ((await pbx.channels()).length > 0) {
        if (performance.now() > deadline) throw new Error('A call was hung up and is still on the PBX');
        await delay(20);
    }
}

function button({ frame, words }: Phone, name: Button): Locator {
    return frame.getByRole('button', { name: words[name], exact: true });
}
