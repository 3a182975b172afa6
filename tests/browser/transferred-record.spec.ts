import { knownCustomers } from '../../workbench';
import { answer, nameTarget, ready } from './conversation';
import { expect, test } from './fixtures';

const { firstWithSharedNumber, secondWithSharedNumber } = knownCustomers;
const chosen = new RegExp(`/lightning/r/Contact/${secondWithSharedNumber.id}/view`);

// A number that two contacts share: what the colleague's phone could find out by itself would be a question.
for (const [kind, button] of [
    ['a blind transfer', 'Transfer_Now'],
    ['a consultation', 'Consult']
] as const) {
    test(`${kind} opens the record of the caller at the colleague's`, async ({ open, pbx }) => {
        const [alice, bob] = await ready(open, 'sato', 'suzuki');
        const caller = await pbx.ring({ extension: alice.extension, callerNumber: '0355550100' });
        await alice.phone.getByRole('button', { name: alice.text('Matches', '2') }).click();
        await alice.phone.locator('.match', { hasText: secondWithSharedNumber.name }).click();
        await expect(alice.page).toHaveURL(chosen);
        await answer(alice);
        await nameTarget(alice, bob.extension);
        await alice.button(button).click();
        await expect(bob.says('Phase_Inbound')).toBeVisible();
        await expect(bob.page).toHaveURL(chosen);
        await answer(bob);
        if (kind === 'a consultation') await alice.button('Complete_Transfer').click();
        await expect(alice.says('Ending_Transferred')).toBeVisible();
        await expect(bob.phone.getByText(secondWithSharedNumber.name).first()).toBeVisible();
        await expect(bob.phone.getByText(firstWithSharedNumber.name)).toHaveCount(0);
        await caller.hangUp();
    });
}
