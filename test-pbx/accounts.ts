/** A telephone that may register with the test PBX over `wsUrl` or `wssUrl`. */
export interface Account {
    /** SIP user, and the user of the digest authentication */
    readonly user: string;
    /** the number that others see and dial */
    readonly number: string;
    readonly displayName: string;
    readonly password: string;
    /** what the account may do, see conf/pjsip.conf */
    readonly role: 'agent' | 'customer';
}

/** The company's dialling-in numbers are this prefix and four digits: 03 5000 1001 rings 1001, 03 5000 0500 is the queue 500. */
export const directNumberPrefix = '035000';

/** The queue of the agents 1002 and 1003, as the company's phones dial it. */
export const queueExtension = '500';

/** The company's numbers that an agent's call to the outside may present (P-Preferred-Identity) instead of the agent's direct number. */
export const notifiedNumbers = ['0350000500', '0120000500'] as const;

/** Dialled before an outside number, it presents the second of them. */
export const notifiedNumberPrefix = '*81';

/** Plays back what it hears. */
export const echoExtension = '*43';

/** The number that the outside world dials for an extension of the company. */
export function directNumber(extension: string): string {
    return `${directNumberPrefix}${extension.padStart(4, '0')}`;
}

const agent = (number: string, displayName: string): Account => ({
    user: number,
    number,
    displayName,
    password: `denwa-${number}`,
    role: 'agent'
});

export const alice = agent('1001', 'Sato Alice');
export const bob = agent('1002', 'Suzuki Bob');
export const carol = agent('1003', 'Takahashi Carol');
export const daisuke = agent('1004', '田中 大輔');

/** The people of the company. */
export const agents: readonly Account[] = [alice, bob, carol, daisuke];

/** A real telephone in the outside world: dialling its number rings it while it is registered. */
export const customer: Account = {
    user: 'customer',
    number: '09012345678',
    displayName: '山本 花子',
    password: 'denwa-customer',
    role: 'customer'
};

export const accounts: readonly Account[] = [...agents, customer];
