/**
 * Numbers of the outside world with a behaviour of their own. Every other number that begins with 0 answers and talks.
 * What a caller sees of each (SIP status, Q.850 cause) stands in README.md.
 */
export const outsideNumbers = {
    /** answers and says a 1004 Hz tone */
    tone: '0312340001',
    /** answers and says what it hears */
    echo: '0312340002',
    busy: '0312340003',
    /** rings for five minutes */
    ringsOn: '0312340004',
    /** rings for two seconds, then the network gives up */
    noAnswer: '0312340005',
    /** belongs to nobody */
    unassigned: '0312340006',
    /** belongs to somebody who cannot be reached */
    unavailable: '0312340007',
    declines: '0312340008',
    /** followed by two digits: answers with a tone and hangs up after so many seconds; see `hangsUpAfter` */
    hangsUpAfter: '03123401',
    /** answers and talks, as any number without a behaviour of its own */
    talks: '0312340009',
    /** answers and sends no audio at all, not even silence */
    saysNothing: '0312340010',
    police: '110',
    fireAndAmbulance: '119'
} as const;

/**
 * The number that answers and hangs up by itself.
 * @param seconds whole seconds, 1 to 99
 */
export function hangsUpAfter(seconds: number): string {
    return `${outsideNumbers.hangsUpAfter}${String(seconds).padStart(2, '0')}`;
}
