import type { NumberParts } from '../../workbench/server/records/phone-spelling';
import { Random } from '../../workbench/server/records/random';
import { RecordStore } from '../../workbench/server/records/record-store';
import type { ObjectName } from '../../workbench/shared/schema';
import { pickSpelling, type StoredSpelling } from './stored-spellings';

/** A record that holds a number. */
export interface Holder {
    readonly recordId: string;
    readonly spelling: StoredSpelling;
}

/** A call as the network presents it, and the truth about it. */
export interface Caller {
    /** `0…`, `+81…` or `81…` */
    readonly presented: string;
    /** Trunk 0 and digits. */
    readonly national: string;
    /** Every record that holds the number. */
    readonly holders: readonly Holder[];
    /** Who calls; null: nobody whom the CRM knows. Of a person who is there twice it is the record that people work with. */
    readonly recordId: string | null;
}

export interface GeneratedCrm {
    readonly store: RecordStore;
    /** Companies, people and leads; the tasks are not counted. */
    readonly records: number;
    readonly callers: readonly Caller[];
}

interface Person {
    readonly recordId: string;
    /** The record was made a second time, by an import or a trade fair, and nobody works with it. */
    readonly isStale: boolean;
}

const COMPANIES = 1_500;
const EMPLOYEES = 4_500;
const CONSUMERS = 1_000;
const FAMILIES = 400;
const STALE_COPIES = 600;
/** Leads are as many as fill it up. */
const RECORDS = 10_000;
const CALLERS = 1_000;
const UNKNOWN_PERCENT = 13;

const YEAR = 365 * 24 * 60 * 60 * 1000;
const NOW = Date.parse('2026-04-01T00:00:00Z');
const AREA_CODES = '03 06 052 092 011 045 078 075 0422 0463 04992'.split(' ');

/** The same CRM for the same seed. */
export function generateCrm(seed: number): GeneratedCrm {
    return new Generator(seed).run();
}

class Generator {
    readonly #random: Random;
    readonly #store: RecordStore;
    readonly #numbers = new Map<string, { readonly parts: NumberParts; readonly holders: Holder[]; readonly callers: Person[] }>();
    #now = NOW;
    #records = 0;

    constructor(seed: number) {
        this.#random = new Random(seed);
        this.#store = new RecordStore(() => this.#now);
    }

    run(): GeneratedCrm {
        const companies = Array.from({ length: COMPANIES }, (_, index) => this.#company(index));
        const mobiles = Array.from({ length: EMPLOYEES }, () => this.#employee(this.#random.pick(companies)));
        for (let index = 0; index < CONSUMERS; index++) this.#person('Account', this.#newNumber('mobile'), 'PersonMobilePhone');
        for (let index = 0; index < FAMILIES; index++) this.#family();
        while (this.#records < RECORDS - STALE_COPIES) this.#person('Lead', this.#newNumber('mobile'), 'MobilePhone', { Company: '未定' });
        for (let index = 0; index < STALE_COPIES; index++) this.#staleCopy(this.#random.pick(mobiles));
        return { store: this.#store, records: RECORDS, callers: Array.from({ length: CALLERS }, () => this.#caller()) };
    }

    #company(index: number): { readonly id: string; readonly mainLine: NumberParts } {
        const mainLine = this.#newNumber('fixed');
        const id = this.#create('Account', { Name: `第${index}商事` }, [['Phone', mainLine]]);
        this.#mayCall(mainLine, { recordId: id, isStale: false });
        return { id, mainLine };
    }

    /** Most have a mobile; many have the company's main line as their phone, some a direct line. */
    #employee({ id: AccountId, mainLine }: { readonly id: string; readonly mainLine: NumberParts }): NumberParts {
        const mobile = this.#newNumber('mobile');
        const work = this.#random.chance(40) ? mainLine : this.#random.chance(50) ? this.#newNumber('fixed') : null;
        const phones = [['MobilePhone', mobile], ...(work ? [['Phone', work] as const] : [])] as const;
        const recordId = this.#create('Contact', { LastName: '社員', AccountId }, phones);
        for (const [, parts] of phones) this.#mayCall(parts, { recordId, isStale: false });
        return mobile;
    }

    #family(): void {
        const home = this.#newNumber('fixed');
        for (let member = 0; member < 2 + this.#random.below(3); member++) this.#person('Contact', home, 'HomePhone');
    }

    #person(objectType: ObjectName, parts: NumberParts, field: string, fields: Readonly<Record<string, string>> = {}): void {
        const recordId = this.#create(objectType, { LastName: '個人', ...fields }, [[field, parts]]);
        this.#mayCall(parts, { recordId, isStale: false });
    }

    #staleCopy(mobile: NumberParts): void {
        const objectType = this.#random.pick(['Contact', 'Lead'] as const);
        const fields = { LastName: '重複', ...(objectType === 'Lead' && { Company: '展示会' }) };
        const recordId = this.#create(objectType, fields, [['MobilePhone', mobile]], true);
        this.#mayCall(mobile, { recordId, isStale: true });
    }

    /** Whoever works with a record leaves tasks; imports and mass updates touch records without regard to that. */
    #create(
        objectType: ObjectName,
        fields: Readonly<Record<string, string>>,
        phones: readonly (readonly [field: string, parts: NumberParts])[],
        isStale = false
    ): string {
        const spelled = phones.map(([field, parts]) => ({ field, parts, spelling: pickSpelling(this.#random) }));
        const values = spelled.map(
            ({ field, parts, spelling }) => [field, spelling.write(parts, this.#random, this.#anyNumber('fixed'))] as const
        );
        this.#now = NOW - this.#random.below(YEAR);
        const { id } = this.#store.create(objectType, { ...fields, ...Object.fromEntries<string>(values) });
        this.#records += 1;
        for (const { parts, spelling } of spelled) this.#entryOf(parts).holders.push({ recordId: id, spelling });
        if (!isStale && this.#random.chance(70)) this.#task(id, objectType);
        return id;
    }

    #task(id: string, objectType: ObjectName): void {
        const ActivityDate = new Date(NOW - this.#random.below(YEAR)).toISOString().slice(0, 10);
        this.#store.create('Task', { [objectType === 'Account' ? 'WhatId' : 'WhoId']: id, Status: 'Completed', ActivityDate });
    }

    #caller(): Caller {
        const known = this.#random.pick([...this.#numbers.values()]);
        const isKnown = !this.#random.chance(UNKNOWN_PERCENT);
        const parts = isKnown ? known.parts : this.#neighbour(known.parts);
        const fresh = known.callers.filter(({ isStale }) => !isStale);
        return {
            presented: this.#presented(parts),
            national: parts.join(''),
            holders: isKnown ? known.holders : [],
            recordId: isKnown ? this.#random.pick(fresh).recordId : null
        };
    }

    #presented(parts: NumberParts): string {
        const digits = parts.join('');
        return this.#random.pick([digits, `+81${digits.slice(1)}`, `81${digits.slice(1)}`]);
    }

    /** A number that nobody has, and that is easily taken for one that somebody has. */
    #neighbour([area, exchange, subscriber]: NumberParts): NumberParts {
        for (;;) {
            const last = String(this.#random.below(10_000)).padStart(4, '0');
            const near: NumberParts = this.#random.chance(50)
                ? [area, exchange, subscriber.slice(0, 3) + last.slice(3)]
                : [area, exchange, last];
            if (!this.#numbers.has(near.join(''))) return near;
        }
    }

    #newNumber(kind: 'fixed' | 'mobile'): NumberParts {
        for (;;) {
            const parts = this.#anyNumber(kind);
            if (!this.#numbers.has(parts.join(''))) return parts;
        }
    }

    #anyNumber(kind: 'fixed' | 'mobile'): NumberParts {
        if (kind === 'mobile') {
            return [
                this.#random.pick(['070', '080', '090']),
                `${1 + this.#random.below(9)}${this.#random.digits(3)}`,
                this.#random.digits(4)
            ];
        }
        const area = this.#random.pick(AREA_CODES);
        return [area, `${2 + this.#random.below(8)}${this.#random.digits(5 - area.length)}`, this.#random.digits(4)];
    }

    #mayCall(parts: NumberParts, person: Person): void {
        this.#entryOf(parts).callers.push(person);
    }

    #entryOf(parts: NumberParts): { readonly parts: NumberParts; readonly holders: Holder[]; readonly callers: Person[] } {
        const key = parts.join('');
        const entry = this.#numbers.get(key) ?? { parts, holders: [], callers: [] };
        this.#numbers.set(key, entry);
        return entry;
    }
}
