/** A wrong value of one item. The browser tests show each of them to the panel, and the documentation says what the panel says. */
export interface BadSetting {
    readonly fault: { readonly en: string; readonly ja: string };
    readonly key: string;
    readonly value: string;
}

const bad = (key: string, value: string, en: string, ja: string): BadSetting => ({ fault: { en, ja }, key, value });

/** The phone goes on without each of them. */
export const badSettings: readonly BadSetting[] = [
    bad('/denwaPbx/denwaPbxDomain', 'my pbx', 'not a host name', 'ホスト名ではない'),
    bad('/denwaCalls/denwaAutoAnswer', 'yes', 'wrong type', '型の誤り'),
    bad('/denwaCalls/denwaCallWaiting', '1', 'wrong type', '型の誤り'),
    bad('/denwaCalls/denwaParkExtension', 'park me', 'words instead of digits', '数字ではなく文字'),
    bad('/denwaCalls/denwaParkRecallSeconds', '4', 'too small', '小さすぎる'),
    bad('/denwaCalls/denwaPickupCode', '*8<img src=x onerror=alert(1)>', 'hostile markup', '悪意のあるマークアップ'),
    bad('/denwaCalls/denwaDialledNumberHeader', 'X-A: b\r\nX-C', 'a header with a line break', '改行を含むヘッダー名'),
    bad('/denwaCalls/denwaBusinessLabelHeader', 'X Label', 'a blank in a header name', 'ヘッダー名に空白'),
    bad('/denwaCalls/denwaQueueHeader', 'X'.repeat(61), 'too long', '長すぎる'),
    bad('/denwaCalls/denwaHistoryLimit', '1e9', 'too large, and no plain number', '大きすぎ、整数の書き方でない'),
    bad('/denwaDialPlan/denwaOwnCountry', '+81', 'with a plus', '+ が付いている'),
    bad('/denwaDialPlan/denwaInternationalPrefix', '0-1-0', 'with dashes', 'ハイフン入り'),
    bad('/denwaDialPlan/denwaOutsideLinePrefix', 'zero', 'wrong type', '型の誤り'),
    bad('/denwaDialPlan/denwaExtensions', '9-3', 'upside down', '範囲が逆'),
    bad('/denwaDialPlan/denwaFeatureCodes', '([*#]+)+$', 'a pattern that could hang the page', 'ページを止めかねない正規表現'),
    bad('/denwaDialPlan/denwaParkingRange', '720', 'one end only', '片方だけ'),
    bad('/denwaDialPlan/denwaCallerIdPrefixes', '<script>alert(1)</script>', 'hostile markup', '悪意のあるマークアップ'),
    bad('/denwaDialPlan/denwaConfirm', 'international, emergency', 'an unknown word', '未知の語'),
    bad('/denwaScreenPop/denwaPopWhen', 'always', 'an unknown word', '未知の語'),
    bad('/denwaScreenPop/denwaPopInternal', 'オン', 'wrong type', '型の誤り'),
    bad('/denwaScreenPop/denwaPopNoMatch', 'Opportunity', 'an unknown word', '未知の語'),
    bad('/denwaScreenPop/denwaPopManyMatches', 'choice,search', 'two words', '語が2つ'),
    bad('/denwaScreenPop/denwaPopByLayout', '"true"', 'in quotation marks', '引用符付き'),
    bad('/denwaCallLog/denwaLogCalls', 'inbound, all', 'an unknown word', '未知の語'),
    bad('/denwaCallLog/denwaWrapUpSeconds', '-5', 'below zero', '負の数'),
    bad('/denwaCallLog/denwaDispositions', '成約, '.concat('長'.repeat(256)), 'too long', '長すぎる'),
    bad('/denwaCallLog/denwaDispositionField', 'Name; DELETE', 'not a field', '項目名ではない'),
    bad('/denwaCallLog/denwaBusinessLabelField', '1st_Label__c', 'begins with a digit', '数字で始まる'),
    bad('/denwaCallLog/denwaHoldSecondsField', 'Hold Seconds', 'label instead of API name', 'API参照名ではなく表示名'),
    bad('/denwaCallLog/denwaQualityField', '"><svg onload=alert(1)>', 'hostile markup', '悪意のあるマークアップ'),
    bad('/denwaPanel/denwaStatuses', 'ready; away; not-ready/<b>x</b> *46*', 'one wrong kind', '誤った種類が1つ'),
    bad(
        '/denwaPanel/denwaNotifiedNumbers',
        '代表; 0312345678>;tag=1',
        'label without number; injected parameter',
        '番号なしの名前、余分なパラメータ'
    ),
    bad('/denwaPanel/denwaEchoExtension', 'echo', 'a word instead of digits', '数字ではなく文字'),
    bad('/denwaPanel/denwaAgentAutoAnswer', 'on', 'wrong type', '型の誤り'),
    bad('/denwaPanel/denwaShortcutAnswer', 'A', 'a key alone', '修飾キーなし'),
    bad('/denwaPanel/denwaShortcutHangUp', 'Hyper+E', 'no such key', '存在しないキー'),
    bad('/denwaPanel/denwaShortcutHold', 'Ctrl+Enter', 'a key that fields need', '入力欄で使うキー'),
    bad('/denwaPanel/denwaShortcutMute', 'Ctrl+Alt+H', 'the keys of another action', '別の操作と同じキー')
];

/** Without an address there is no phone, and the panel opens all the same. */
export const badAddresses: readonly BadSetting[] = [
    bad('/denwaPbx/denwaPbxServer', '-', 'as it is deployed', '配備したまま'),
    bad('/denwaPbx/denwaPbxServer', '', 'missing', '未入力'),
    bad('/denwaPbx/denwaPbxServer', 'pbx.example.com', 'no scheme', 'スキームなし'),
    bad('/denwaPbx/denwaPbxServer', 'ws://pbx.example.com/ws', 'wrong scheme: not encrypted', 'スキームの誤り: 暗号化なし'),
    bad(
        '/denwaPbx/denwaPbxServer',
        'https://pbx.example.com/ws?token=abcdef',
        'wrong scheme, with a token',
        'スキームの誤り、トークン付き'
    ),
    bad('/denwaPbx/denwaPbxServer', 'wss://agent:secret@pbx.example.com/ws', 'with a password', 'パスワード入り')
];

/** A fault that only the connection shows, by the message of the check list: a label, and what fills its places. */
export interface ConnectionFault {
    readonly fault: { readonly en: string; readonly ja: string };
    readonly message: readonly [label: string, value: string];
}

const UNREACHABLE = ['Check_Pbx_Unreachable', 'https://pbx.example.com:8089/'] as const;
const REFUSED = (label: string, statusCode: number): ConnectionFault['message'] => [`Check_Refused_${label}`, String(statusCode)];

/** Each is tested with a PBX that has it. */
export const connectionFaults = {
    unreachable: {
        fault: { en: 'PBX does not answer: down, wrong host or port', ja: 'PBXが応答しない: 停止、ホストやポートの誤り' },
        message: UNREACHABLE
    },
    'wrong-path': { fault: { en: 'wrong path of the address (HTTP 404)', ja: 'アドレスのパスの誤り(HTTP 404)' }, message: UNREACHABLE },
    'self-signed': { fault: { en: 'self-signed certificate', ja: '自己署名証明書' }, message: UNREACHABLE },
    'wrong-realm': {
        fault: { en: 'wrong realm, password or hash: 401 to every answer', ja: 'realm、パスワード、ハッシュの誤り: 常に401' },
        message: REFUSED('Credentials', 401)
    },
    forbidden: {
        fault: { en: 'registration forbidden, in some PBXs also a wrong password', ja: '登録の禁止(PBXによってはパスワードの誤り)' },
        message: REFUSED('Forbidden', 403)
    },
    'unknown-account': { fault: { en: 'unknown extension or domain', ja: '内線やドメインが未登録' }, message: REFUSED('Unknown', 404) },
    overloaded: { fault: { en: 'PBX overloaded or starting', ja: 'PBXの過負荷、起動中' }, message: REFUSED('Passing', 503) }
} as const satisfies Readonly<Record<string, ConnectionFault>>;
