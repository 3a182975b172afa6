import type { AgentPage } from './agent-page';
import { expect } from './fixtures';

/** Hz of what each kind of party sounds like; each agent's microphone carries a tone of its own. */
export const tones = { sato: 440, suzuki: 830, yamada: 1340, smith: 1750, customer: 1004, holdMusic: 620 } as const;

export type Sounder = keyof typeof tones;

/** Resolution of the ear and what codecs shift. */
const TOLERANCE = 12;

/** Waits until the agent hears exactly these parties, and nothing else. */
export async function expectHears(agent: AgentPage, ...sounders: readonly Sounder[]): Promise<void> {
    const what = sounders.length === 0 ? 'silence' : sounders.join(' and ');
    await expect.poll(() => heardBy(agent), { message: `${agent.user} hears ${what}` }).toEqual([...sounders].sort());
}

/** Who can be heard at this moment; a tone that belongs to nobody stands as a number. */
async function heardBy(agent: AgentPage): Promise<readonly string[]> {
    const heard = (await agent.tones()).map((hertz) => {
        const sounder = Object.entries(tones).find(([, tone]) => Math.abs(tone - hertz) <= TOLERANCE);
        return sounder?.[0] ?? String(hertz);
    });
    return [...new Set(heard)].sort();
}
