/** What an administrator reads about an item beside its label. Only the documentation needs it: none of it is in the page. */
export interface Description {
    readonly en: string;
    readonly ja: string;
    /** Of a number. */
    readonly unit?: { readonly en: string; readonly ja: string };
}

const seconds = { en: 'seconds', ja: '秒' };
const calls = { en: 'calls', ja: '件' };

/** By the keys of `getCallCenterSettings`. */
export const descriptions: Readonly<Record<string, Description>> = {
    '/denwaPbx/denwaPbxServer': {
        en: 'Where the PBX takes SIP over WebSocket (RFC 7118). The certificate has to be one that every agent’s browser trusts.',
        ja: 'PBXのSIP over WebSocket(RFC 7118)のアドレス。証明書は全員のブラウザで信頼されている必要があります。'
    },
    '/denwaPbx/denwaPbxDomain': {
        en: 'Stands behind the @ of every account. `-`: the host of the address.',
        ja: '各アカウントの @ の後ろに付く名前。`-` はアドレスのホストです。'
    },
    '/denwaCalls/denwaAutoAnswer': {
        en: 'Whether calls that the PBX starts for the agent (campaign, callback) answer themselves.',
        ja: 'PBXがオペレーターのために開始した通話(キャンペーン、コールバック)に自動で応答するか。'
    },
    '/denwaCalls/denwaCallWaiting': {
        en: 'Whether a second caller rings during a call; otherwise they hear busy.',
        ja: '通話中に次の着信を鳴らすか。鳴らさない場合、相手には話中音が聞こえます。'
    },
    '/denwaCalls/denwaParkExtension': {
        en: 'A call transferred to it is parked, and the PBX tells the slot by MESSAGE (pbx-guide.md). `-`: no parking.',
        ja: 'この内線に転送された通話はパークされ、番号がMESSAGEで通知されます(pbx-guide.md)。`-` はパークなし。'
    },
    '/denwaCalls/denwaParkRecallSeconds': {
        en: 'After this time the PBX calls back about a parked call; the panel counts down.',
        ja: 'パークした通話をPBXが呼び戻すまでの時間。パネルで残り時間を表示します。',
        unit: seconds
    },
    '/denwaCalls/denwaPickupCode': {
        en: 'Dialled to answer a colleague’s ringing call; an extension behind it names the colleague.',
        ja: '同僚への着信を代わりに取るときの番号。後ろに内線を付けると相手を指定します。'
    },
    '/denwaCalls/denwaDialledNumberHeader': {
        en: 'In it the PBX tells which number an inbound caller dialled.',
        ja: '着信時に、相手がかけた番号をPBXが入れるヘッダー。'
    },
    '/denwaCalls/denwaBusinessLabelHeader': {
        en: 'In it the PBX tells which business the call is for.',
        ja: '着信時に、どの業務への電話かをPBXが入れるヘッダー。'
    },
    '/denwaCalls/denwaQueueHeader': {
        en: 'In it the PBX tells which queue the call comes from.',
        ja: '着信時に、どのキューからの電話かをPBXが入れるヘッダー。'
    },
    '/denwaCalls/denwaHistoryLimit': {
        en: 'The oldest ones are forgotten. The history is kept in the browser.',
        ja: '超えると古いものから消えます。履歴はブラウザに保存されます。',
        unit: calls
    },
    '/denwaDialPlan/denwaOwnCountry': {
        en: 'A number with this calling code is dialled as a national one.',
        ja: 'この国番号の付いた番号は国内番号としてかけます。'
    },
    '/denwaDialPlan/denwaInternationalPrefix': {
        en: 'Replaces the plus of a foreign number.',
        ja: '国際電話番号の + の代わりにかける番号。'
    },
    '/denwaDialPlan/denwaOutsideLinePrefix': {
        en: 'Goes in front of every number outside of the PBX.',
        ja: '外線番号の先頭に付ける番号。'
    },
    '/denwaDialPlan/denwaExtensions': {
        en: 'What is an extension of the PBX, and is dialled as it is.',
        ja: '内線とみなす番号。そのままかけます。'
    },
    '/denwaDialPlan/denwaFeatureCodes': {
        en: 'What is a code of the PBX, and is dialled as it is.',
        ja: 'PBXの機能番号とみなす番号。そのままかけます。'
    },
    '/denwaDialPlan/denwaParkingRange': {
        en: 'Where parked calls are retrieved.',
        ja: 'パークした通話を取り出す番号。'
    },
    '/denwaDialPlan/denwaCallerIdPrefixes': {
        en: 'Whether 184 and 186 in front of a number stay there.',
        ja: '番号の前の 184 と 186 を認めるか。'
    },
    '/denwaDialPlan/denwaConfirm': {
        en: 'Kinds of numbers (dial-plan.md) that are dialled only after the agent has confirmed it. Never asked for an emergency number.',
        ja: '発信前に確認する番号の種類(dial-plan.md)。緊急通報では確認しません。'
    },
    '/denwaScreenPop/denwaPopWhen': {
        en: 'When the caller’s record opens. `never`: it is only offered in the panel.',
        ja: '発信者のレコードを開く時点。`never` はパネルに表示するだけです。'
    },
    '/denwaScreenPop/denwaPopInternal': {
        en: 'Whether calls between colleagues are searched and opened too.',
        ja: '内線同士の通話でもレコードを検索して開くか。'
    },
    '/denwaScreenPop/denwaPopNoMatch': {
        en: 'What opens for a caller whom no record matches: the form of a new record, the search page, or nothing.',
        ja: '一致するレコードがない発信者で開くもの: 新規レコードの入力画面、検索ページ、なし。'
    },
    '/denwaScreenPop/denwaPopManyMatches': {
        en: 'What asks the agent where several records match: the panel or the search page.',
        ja: '複数のレコードが一致したときに選ぶ場所: パネルまたは検索ページ。'
    },
    '/denwaScreenPop/denwaPopByLayout': {
        en: 'Whether Salesforce decides by the softphone layout instead of all that.',
        ja: '上の設定の代わりにSalesforceのソフトフォンレイアウトに任せるか。'
    },
    '/denwaCallLog/denwaLogCalls': {
        en: 'Calls that leave a Task.',
        ja: 'Task を残す通話。'
    },
    '/denwaCallLog/denwaWrapUpSeconds': {
        en: 'The log is saved when this time after a call is over. 0: at once.',
        ja: '通話後のメモの時間。過ぎると記録を保存します。0 はすぐに保存。',
        unit: seconds
    },
    '/denwaCallLog/denwaDispositions': {
        en: 'What the agent may choose as the outcome of a call. `-`: the values of the field, if it is a picklist.',
        ja: '対応結果の選択肢。`-` は項目が選択リストの場合その値です。'
    },
    '/denwaCallLog/denwaDispositionField': {
        en: 'Takes the outcome of a call.',
        ja: '対応結果を入れる項目。'
    },
    '/denwaCallLog/denwaBusinessLabelField': {
        en: 'Takes the business label of a call.',
        ja: '業務ラベルを入れる項目。'
    },
    '/denwaCallLog/denwaHoldSecondsField': {
        en: 'Takes the time that the caller was on hold, in seconds: a number field.',
        ja: '保留していた秒数を入れる数値項目。'
    },
    '/denwaCallLog/denwaQualityField': {
        en: 'Takes the estimated sound quality (MOS, 1 to 4.5): a number field with one decimal.',
        ja: '音質の推定値(MOS、1~4.5)を入れる、小数1桁の数値項目。'
    },
    '/denwaPanel/denwaStatuses': {
        en: '`kind[/reason] [signal]` each; kinds `ready`, `not-ready`, `wrap-up`, `signed-out`; the signal is a feature code, or `message:extension[:text]`.',
        ja: 'それぞれ `種類[/理由] [信号]`。種類は `ready`、`not-ready`、`wrap-up`、`signed-out`。信号は機能番号か `message:内線[:文字列]`。'
    },
    '/denwaPanel/denwaNotifiedNumbers': {
        en: '`number[/prefix] [label]` each: what outside calls may present. Without a prefix the PBX is told by P-Preferred-Identity.',
        ja: 'それぞれ `番号[/プレフィックス] [名前]`。発信時に通知できる番号。プレフィックスがなければ P-Preferred-Identity で伝えます。'
    },
    '/denwaPanel/denwaEchoExtension': {
        en: 'For the test call in the settings of the panel.',
        ja: 'パネルの設定にあるテスト通話の番号。'
    },
    '/denwaPanel/denwaAgentAutoAnswer': {
        en: 'Whether agents may let their calls answer themselves.',
        ja: 'オペレーターが自動応答を使えるか。'
    },
    '/denwaPanel/denwaShortcutAnswer': { en: 'Until the agent chooses other keys.', ja: 'オペレーターが変更するまでのキー。' },
    '/denwaPanel/denwaShortcutHangUp': { en: 'Likewise.', ja: '同上。' },
    '/denwaPanel/denwaShortcutHold': { en: 'Likewise.', ja: '同上。' },
    '/denwaPanel/denwaShortcutMute': { en: 'Likewise.', ja: '同上。' }
};
