/** The port that lets one of several windows with this phone show a call's record. */
export interface PopGuard {
    /**
     * Whether this window is the one that may show something for what `key` names (a caller, not a call: each phone of an account gets a
     * call of its own). The window in front of the agent goes first. Never rejects; where windows cannot be told apart, it is this one.
     */
    claim(key: string): Promise<boolean>;
}
