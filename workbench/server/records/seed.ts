import type { FieldValues } from '../../shared/records';
import { knownCustomers } from './known-customers';
import { companySpellings, japaneseSpellings, type NumberParts } from './phone-spelling';
import { Random } from './random';
import type { RecordStore } from './record-store';

const FAMILY_NAMES =
    '佐藤 鈴木 高橋 渡辺 伊藤 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 清水 山崎 森 池田 橋本 阿部 石川'.split(' ');
const GIVEN_NAMES = '翔太 美咲 健一 陽子 大輔 さくら 拓也 直美 誠 由美子 隆 恵 浩二 真由美 亮 明日香 俊介 千尋 勇気 奈々'.split(' ');
const COMPANY_WORDS = 'みなと さくら 北斗 東洋 あさひ 富士見 青葉 ひかり 大和 三星 日の出 若葉 白川 千歳 朝日ヶ丘'.split(' ');
const COMPANY_KINDS = '商事 電機 食品 建設 運輸 製作所 印刷 薬品 不動産 システムズ'.split(' ');
const CITIES = '千代田区 港区 新宿区 大阪市北区 名古屋市中区 福岡市博多区 札幌市中央区 横浜市西区 仙台市青葉区 京都市下京区'.split(' ');
const AREA_CODES = '03 06 052 092 011 045 022 075 0422 04992'.split(' ');
const TITLES = '部長 課長 主任 担当 代表取締役 総務部長'.split(' ');
const INDUSTRIES = 'Retail Electronics Construction Transportation Finance'.split(' ');
const FOREIGNERS: readonly (readonly [first: string, last: string, number: string])[] = [
    ['Michael', 'Johnson', '+1 (212) 555-0147'],
    ['Olivia', 'Brown', '+44 20 7946 0958'],
    ['Wei', 'Chen', '+86 10 5550 0188'],
    ['Min-jun', 'Kim', '+82-2-555-0119'],
    ['Hannah', 'Schmidt', '+49 30 5550134'],
    ['Lucas', 'Martin', '+33 1 99 00 12 34'],
    ['Priya', 'Sharma', '+91 22 5550 0172'],
    ['Jack', 'Wilson', '001-1-650-555-0166'],
    ['Siti', 'Rahman', '+65 6555 0143'],
    ['Yi-ting', 'Lin', '+886 2 5550 0121']
];
const CASE_SUBJECTS = ['納期の問い合わせ', '請求書の再発行', '製品が届かない', '使い方の相談', '契約更新の確認', 'パスワードを忘れた'];

const ACCOUNTS = 60;
const CONTACTS = 200;
const LEADS = 60;
const CASES = 50;

/** Fills a store with the known customers first, then a few hundred invented ones. */
export function seedRecords(store: RecordStore): void {
    const random = new Random(20260401);
    for (const customer of Object.values(knownCustomers)) {
        store.create(customer.objectType, customer.fields);
    }
    store.create('Case', {
        Subject: '見積書の送付依頼',
        ContactId: knownCustomers.contactWithMobile.id,
        AccountId: knownCustomers.accountWithFixedLine.id,
        ...caseFields(random)
    });

    const accountIds = Array.from({ length: ACCOUNTS }, () => store.create('Account', companyFields(random)).id);
    const contactIds = Array.from({ length: CONTACTS }, () =>
        store.create('Contact', { ...personFields(random), AccountId: random.pick(accountIds), Title: random.pick(TITLES) })
    ).map((contact) => contact.id);
    for (const [FirstName, LastName, Phone] of FOREIGNERS) {
        store.create('Contact', { FirstName, LastName, Phone });
    }
    for (let index = 0; index < LEADS; index++) {
        // A converted lead must never be found by a search for open ones.
        const converted = random.chance(20);
        store.create(
            'Lead',
            { ...personFields(random), Company: companyName(random), Status: converted ? 'Closed - Converted' : 'Working - Contacted' },
            { IsConverted: converted }
        );
    }
    for (let index = 0; index < CASES; index++) {
        store.create('Case', { Subject: random.pick(CASE_SUBJECTS), ContactId: random.pick(contactIds), ...caseFields(random) });
    }
    for (const SuppliedPhone of ['03-5555-0155', '０３－５５５５－０１５６']) {
        store.create('Case', { Subject: 'Web からの問い合わせ', SuppliedPhone, Status: 'New', Priority: 'Medium', Origin: 'Web' });
    }
    store.create('Task', {
        Subject: '電話: 見積もりの件',
        WhoId: knownCustomers.contactWithMobile.id,
        WhatId: knownCustomers.accountWithFixedLine.id,
        Status: 'Completed',
        Priority: 'Normal',
        Type: 'Call',
        TaskSubtype: 'Call',
        CallType: 'Outbound',
        CallDurationInSeconds: 185,
        ActivityDate: '2026-03-27',
        Description: '見積書を週内に送ると約束した。'
    });
}

function companyFields(random: Random): FieldValues {
    return {
        Name: companyName(random),
        Phone: random.pick(companySpellings(fixedLine(random))),
        BillingCity: random.pick(CITIES),
        Industry: random.pick(INDUSTRIES)
    };
}

function companyName(random: Random): string {
    const name = random.pick(COMPANY_WORDS) + random.pick(COMPANY_KINDS);
    return random.chance(50) ? `株式会社${name}` : `${name}株式会社`;
}

function personFields(random: Random): FieldValues {
    return {
        LastName: random.pick(FAMILY_NAMES),
        FirstName: random.pick(GIVEN_NAMES),
        ...(random.chance(70) && { Phone: random.pick(companySpellings(fixedLine(random))) }),
        ...(random.chance(75) && { MobilePhone: random.pick(japaneseSpellings(mobile(random))) }),
        Email: `user${random.digits(6)}@customer.example`
    };
}

function caseFields(random: Random): FieldValues {
    return { Status: random.pick(['New', 'Working', 'Escalated']), Priority: random.pick(['High', 'Medium', 'Low']), Origin: 'Phone' };
}

/** Ten digits: area code and exchange have six together. */
function fixedLine(random: Random): NumberParts {
    const area = random.pick(AREA_CODES);
    return [area, `${2 + random.below(8)}${random.digits(5 - area.length)}`, random.digits(4)];
}

function mobile(random: Random): NumberParts {
    return [random.pick(['070', '080', '090', '050']), `${1 + random.below(9)}${random.digits(3)}`, random.digits(4)];
}
