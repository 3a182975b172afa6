import type { AgentPage } from './agent-page';
import { expect } from './fixtures';
import { expectHears, tones } from './hearing';

type User = AgentPage['user'];

/** Agents at their desks, registered, each with a tone of its own at the microphone. */
export async function ready<Users extends readonly User[]>(
    open: (options: { readonly user: User; readonly tone: number }) => Promise<AgentPage>,
    ...users: Users
): Promise<{ readonly [Index in keyof Users]: AgentPage }> {
    const agents: AgentPage[] = [];
    for (const user of users) agents.push(await open({ user, tone: tones[user] }));
    for (const agent of agents) {
        await agent.ready();
        await agent.openPanel();
    }
    return agents as unknown as { readonly [Index in keyof Users]: AgentPage };
}

/** One agent dials another, who answers; each hears the other. */
export async function talk(caller: AgentPage, callee: AgentPage): Promise<void> {
    await caller.dial(callee.extension);
    await answer(callee);
    await expect(caller.says('Phase_Connected')).toBeVisible();
    await expectHears(caller, callee.user);
    await expectHears(callee, caller.user);
}

/** The call that rings is answered. */
export async function answer(agent: AgentPage): Promise<void> {
    await agent.button('Answer').click();
    await expect(agent.says('Phase_Connected')).toBeVisible();
}

/** Opens the transfer sheet and names the target. */
export async function nameTarget(agent: AgentPage, target: string): Promise<void> {
    await agent.button('Transfer').click();
    await agent.phone.getByRole('textbox', { name: agent.text('Transfer_Target') }).fill(target);
}

/** After its calls: the panel is ready, nothing sounds, no microphone is on. */
export async function expectIdle(agent: AgentPage): Promise<void> {
    await expect(agent.button('Hang_Up')).toHaveCount(0);
    await expect(agent.button('Dial')).toBeVisible();
    await expectHears(agent);
    expect(await agent.liveMicrophones(), `${agent.user}: no microphone is on`).toBe(0);
}
