/**
 * Whether the other side's offer puts us on hold: it sends without listening, or does neither (RFC 3264 section 8.4). Null: it offers no
 * audio. The older way to say so, the address 0.0.0.0, is not heeded, because offers that use ICE may hold that address at any time.
 */
export function isHoldOffer(sdp: string): boolean | null {
    const [session = '', ...media] = sdp.split(/^(?=m=)/m);
    const audio = media.find((section) => section.startsWith('m=audio'));
    if (audio === undefined) return null;
    const direction = directionIn(audio) ?? directionIn(session) ?? 'sendrecv';
    return direction === 'sendonly' || direction === 'inactive';
}

function directionIn(section: string): string | undefined {
    return /^a=(sendrecv|sendonly|recvonly|inactive)\s*$/m.exec(section)?.[1];
}
