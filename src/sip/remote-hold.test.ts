import { expect, test } from '@jest/globals';
import { isHoldOffer } from './remote-hold';

const session = 'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 0.0.0.0\r\nt=0 0\r\n';
const audio = 'm=audio 9 UDP/TLS/RTP/SAVPF 0\r\n';

test.each([
    [`${session}${audio}a=sendonly\r\n`, true],
    [`${session}${audio}a=inactive\r\n`, true],
    [`${session}${audio}a=recvonly\r\n`, false],
    [`${session}${audio}a=sendrecv\r\n`, false],
    [`${session}${audio}`, false],
    [`${session}a=sendonly\r\n${audio}`, true],
    [`${session}a=sendonly\r\n${audio}a=sendrecv\r\n`, false],
    [`${session}${audio}a=sendrecv\r\nm=video 0 RTP/AVP 1\r\na=inactive\r\n`, false],
    [`${session}m=video 9 RTP/AVP 1\r\na=inactive\r\n`, null],
    [`${session}${audio}a=sendonlyish\r\n`, false],
    ['', null]
])('%j: %j', (sdp, held) => expect(isHoldOffer(sdp)).toBe(held));
