import { mkdir } from 'node:fs/promises';
import { alice, daisuke, TestPbx, type Account } from '../test-pbx';
import { AgentPage } from '../tests/browser/agent-page';
import { launchChromium } from '../tests/browser/chromium';
import { knownCustomers, startWorkbench } from '../workbench';
import { accountOfUser } from './org-accounts';
import { testPbxSettings } from './test-pbx-settings';

/** Makes the pictures of the documents from the running product: `npm run build && npm run screenshots`. */
const folder = new URL('../docs/images/', import.meta.url).pathname;
const { contactWithMobile } = knownCustomers;

async function picture(agent: AgentPage, name: string): Promise<void> {
    // The pointer would leave a hover effect in the picture.
    await agent.page.mouse.move(640, 4);
    await agent.page.screenshot({ path: `${folder}${name}.${agent.language}.png`, animations: 'disabled' });
}

async function takePictures(agent: AgentPage, extension: string, pbx: TestPbx): Promise<void> {
    await agent.ready();
    await agent.openPanel();
    const checks = agent.phone.getByRole('region', { name: agent.text('Check_List') });
    await checks.getByRole('button', { name: agent.text('Check_Microphone') }).click();
    await checks.getByText(agent.text('Check_All_Done')).waitFor();
    await picture(agent, 'check-list');
    await agent.button('Check_Done').click();
    await picture(agent, 'ready');
    await agent.button('Settings').click();
    await agent.phone.getByRole('meter').waitFor();
    await picture(agent, 'settings');
    await agent.button('Settings').click();

    await agent.page.goto(new URL(`/lightning/r/Contact/${contactWithMobile.id}/view`, agent.page.url()).href);
    await agent.ready();
    await agent.phoneNumber(contactWithMobile.phone).first().click();
    await agent.says('Phase_Connected').waitFor();
    await agent.phone.getByText('00:05').waitFor();
    await picture(agent, 'in-call');
    await agent.button('Hang_Up').click();
    const notes = agent.language === 'ja' ? '見積もりを明日メールで送る。' : 'Will mail the quote tomorrow.';
    await agent.phone.getByRole('textbox', { name: agent.text('Notes') }).fill(notes);
    await picture(agent, 'wrap-up');
    await agent.button('Log_Save').click();
    await agent.timeline.filter({ hasText: '090-1234-5678' }).first().waitFor();
    await picture(agent, 'logged');

    await agent.page.goto(new URL('/lightning/o/Contact/list', agent.page.url()).href);
    await agent.ready();
    const caller = await pbx.ring({ extension, callerNumber: '09012345678' });
    await agent.says('Phase_Inbound').first().waitFor();
    await agent.phone.getByText(contactWithMobile.name).first().waitFor();
    await picture(agent, 'inbound');
    await caller.hangUp();
    await agent.says('Ending_Missed').waitFor();

    await agent.phone.getByRole('button', { name: agent.text('History_Missed', '1') }).click();
    await agent.phone.getByRole('searchbox').waitFor();
    await picture(agent, 'history');
    await agent.button('History').click();

    const shared = await pbx.ring({ extension, callerNumber: '0355550100' });
    await agent.phone.getByRole('button', { name: agent.text('Matches', '2') }).click();
    await picture(agent, 'matches');
    await shared.hangUp();

    await agent.dial('+1 212 555 0147');
    await agent.phone.getByRole('alertdialog').waitFor();
    await picture(agent, 'question');
}

/** What an administrator meets before everything is in place: no SIP account, a wrong setting. */
async function takePicturesOfBeginnings(agent: AgentPage, { user, password }: Account): Promise<void> {
    await agent.openPanel();
    await agent.button('Sign_In').waitFor();
    await picture(agent, 'sign-in');
    await agent.button('Settings_Wrong_Show').click();
    await agent.phone.getByRole('region', { name: agent.text('Settings_Wrong'), exact: true }).waitFor();
    await agent.phone
        .getByRole('alert')
        .getByRole('button', { name: agent.text('Dismiss') })
        .click();
    await picture(agent, 'wrong-setting');
    await agent.button('Settings').click();
    await agent.phone.getByLabel(agent.text('Extension')).fill(user);
    await agent.phone.getByLabel(agent.text('Password')).fill(password);
    await agent.button('Sign_In').click();
    await agent.ready();
    await agent.button('Settings').click();
    await agent.button('Support_Bundle_Save').scrollIntoViewIfNeeded();
    await picture(agent, 'support');
}

async function takePictureOfForbiddenMicrophone(agent: AgentPage): Promise<void> {
    await agent.ready();
    await agent.openPanel();
    await agent.number.click();
    const help = agent.phone.getByRole('alert').filter({ hasText: agent.text('Microphone_Blocked_By_Page') });
    await help.waitFor();
    await picture(agent, 'microphone-blocked');
}

await mkdir(folder, { recursive: true });
const pbx = await TestPbx.start();
const workbench = await startWorkbench({
    port: 0,
    callCenterOverrides: { ...testPbxSettings, '/denwaPbx/denwaPbxServer': pbx.wssUrl },
    sipAccount: accountOfUser
});
const newOrg = await startWorkbench({
    port: 0,
    callCenterOverrides: { '/denwaPbx/denwaPbxServer': pbx.wssUrl, '/denwaCallLog/denwaWrapUpSeconds': 'thirty' }
});
const strictOrg = await startWorkbench({
    port: 0,
    callCenterOverrides: { '/denwaPbx/denwaPbxServer': pbx.wssUrl },
    sipAccount: accountOfUser,
    pageHeaders: { 'permissions-policy': 'microphone=()' }
});
const browser = await launchChromium();
try {
    for (const { user, account } of [
        { user: 'sato', account: alice },
        { user: 'smith', account: daisuke }
    ] as const) {
        const agent = await AgentPage.open(browser, workbench, { user, firstRun: true });
        await takePictures(agent, account.number, pbx);
        await agent.close();
        const newcomer = await AgentPage.open(browser, newOrg, { user });
        await takePicturesOfBeginnings(newcomer, account);
        await newcomer.close();
        const silenced = await AgentPage.open(browser, strictOrg, { user });
        await takePictureOfForbiddenMicrophone(silenced);
        await silenced.close();
    }
} finally {
    await browser.close();
    for (const org of [workbench, newOrg, strictOrg]) await org.close();
    await pbx.stop();
}
