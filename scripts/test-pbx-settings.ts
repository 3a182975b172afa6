import { echoExtension, notifiedNumberPrefix, notifiedNumbers } from '../test-pbx/accounts';

const [main, support] = notifiedNumbers;

/** What agents of the test PBX may choose in the panel, by the items of the call center definition. */
export const testPbxSettings = {
    // The codes of test-pbx/conf/extensions-queue.conf.
    '/denwaPanel/denwaStatuses':
        'ready *45; not-ready/lunch *46; not-ready/meeting *46; not-ready/break message:status; wrap-up *46; signed-out *47',
    '/denwaPanel/denwaNotifiedNumbers': `${main} 代表; ${support}/${notifiedNumberPrefix} サポート`,
    '/denwaPanel/denwaEchoExtension': echoExtension
} as const;
