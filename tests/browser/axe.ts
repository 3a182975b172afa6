import AxeBuilder from '@axe-core/playwright';
import type { AgentPage } from './agent-page';
import { expect } from './fixtures';

/** What the phone shows at this moment breaks no rule of WCAG 2.2, levels A and AA, that axe can check. */
export async function expectAccessible(agent: AgentPage, screen: string): Promise<void> {
    const { violations } = await new AxeBuilder({ page: agent.page })
        .options({ resultTypes: ['violations'] })
        .include(['iframe', '#denwa'])
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
    expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        screen
    ).toEqual([]);
}
