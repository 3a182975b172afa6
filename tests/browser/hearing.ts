import type { AgentPage } from './agent-page';
import { expect } from './fixtures';

/** Hz of what each kind of party sounds like; each agent's microphone carries a tone of its own. */
export const tones = { sato: 440, suzuki: 830, yamada: 1340, smith: 1750, customer: 1004, holdMusic: 620 } as const;

export type Sounder = keyof typeof tones;

/** Resolution of the ear and what codecs shift. */
const TOLERANCE = 12;

/** Milliseconds between two looks: the default ends at one a second, and there are hundreds of things to hear. */
const intervals = [100, 200];

/** Waits until the agent hears exactly these parties, and nothing else. */
export async function expectHears(agent: AgentPage, ...sounders: readonly Sounder[]): Promise<void> {
    const what = sounders.length === 0 ? 'silence' : sounders.join(' and ');
    await expect.poll(() => heardBy(agent), { message: `${agent.user} hears ${what}`, intervals }).toEqual([...sounders].sort());
}

/** Hz of the tones that the phone makes by itself (src/media/tone-samples.ts). */
export const phoneTones = { callWaiting: 400, beep: 1400 } as const;

/** Waits until the agent's phone has made this tone. */
export async function expectTone(agent: AgentPage, tone: keyof typeof phoneTones): Promise<void> {
    const isThere = async (): Promise<boolean> =>
        (await agent.phoneTones()).some((hertz) => Math.abs(hertz - phoneTones[tone]) <= TOLERANCE);
    await expect.poll(isThere, { message: `${agent.user}'s phone makes the tone ${tone}`, intervals }).toBe(true);
}

/** Who can be heard at this moment; a tone that belongs to nobody stands as a number. */
async function heardBy(agent: AgentPage): Promise<readonly string[]> {
    const heard = (await agent.tones()).map((hertz) => {
        const sounder = Object.entries(tones).find(([, tone]) => Math.abs(tone - hertz) <= TOLERANCE);
        return sounder?.[0] ?? String(hertz);
    });
    return [...new Set(heard)].sort();
}
