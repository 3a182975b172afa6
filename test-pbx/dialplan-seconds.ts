/** The times of the dialplan, in seconds, by the names of its global variables. */
export const dialplanSeconds = {
    /** how long a phone rings */
    RING_SECONDS: '30',
    /** how long the target of a transfer rings at most */
    TRANSFER_RING_SECONDS: '20',
    /** how long a call is parked until it goes back */
    PARK_SECONDS: '300'
} as const;
