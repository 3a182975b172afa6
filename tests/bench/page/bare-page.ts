import { Invitation, Inviter, Registerer, RegistererState, Session, SessionState, UserAgent, type URI, type Web } from 'sip.js';

/** The least that is a phone: sip.js as its own guides use it, one call and its consultation at a time, the account in the page's address. */
const query = new URLSearchParams(location.search);
const server = query.get('server') ?? '';
const user = query.get('user') ?? '';
const domain = new URL(server).hostname;

const status = element('status', HTMLParagraphElement);
const number = element('number', HTMLInputElement);
const dial = element('dial', HTMLButtonElement);
const answer = element('answer', HTMLButtonElement);
const hangUp = element('hang-up', HTMLButtonElement);
const inCall = element('in-call', HTMLParagraphElement);
const hold = element('hold', HTMLButtonElement);
const transferNow = element('transfer-now', HTMLButtonElement);
const consult = element('consult', HTMLButtonElement);
const completeTransfer = element('complete-transfer', HTMLButtonElement);
const park = element('park', HTMLButtonElement);
const slot = element('slot', HTMLParagraphElement);
const audio = element('audio', HTMLAudioElement);

function element<T extends HTMLElement>(id: string, type: new () => T): T {
    const found = document.getElementById(id);
    if (!(found instanceof type)) throw new Error(`The page has no ${type.name} "${id}"`);
    return found;
}

const userAgent = new UserAgent({
    uri: addressOf(user),
    authorizationUsername: user,
    authorizationPassword: query.get('password') ?? '',
    transportOptions: { server },
    // Without this sip.js asks a STUN server on the internet before every call.
    sessionDescriptionHandlerFactoryOptions: { peerConnectionConfiguration: { iceServers: [] } },
    // Each message printed to the console would slow the page that Denwa is compared with.
    logBuiltinEnabled: false,
    delegate: {
        onInvite: (invitation) => {
            follow(invitation);
            status.textContent = 'Inbound call';
            answer.hidden = false;
            answer.onclick = () => {
                answer.hidden = true;
                void invitation.accept();
            };
        },
        onMessage: (message) => {
            void message.accept();
            slot.textContent = /^parked (\d+)/.exec(message.request.body)?.[1] ?? '';
        }
    }
});

dial.onclick = () => {
    const inviter = new Inviter(userAgent, addressOf(number.value));
    follow(inviter);
    void inviter.invite({
        requestDelegate: {
            onProgress: ({ message }) => {
                if (message.statusCode === 180) status.textContent = 'Ringing';
            }
        }
    });
};

const registerer = new Registerer(userAgent);
registerer.stateChange.addListener((state) => {
    if (state === RegistererState.Registered) status.textContent = 'Registered';
});
void start();

async function start(): Promise<void> {
    await userAgent.start();
    await registerer.register();
}

function addressOf(name: string): URI {
    const address = UserAgent.makeURI(`sip:${name}@${domain}`);
    if (!address) throw new Error(`"${name}" cannot be called`);
    return address;
}

function follow(session: Session): void {
    hangUp.hidden = false;
    hangUp.onclick = () => void end(session);
    hold.onclick = () => void holdAndTell(session);
    transferNow.onclick = () => void transfer(session, addressOf(number.value));
    consult.onclick = () => void consultFor(session);
    park.onclick = () => void transfer(session, addressOf('778'));
    session.stateChange.addListener((state) => {
        if (state === SessionState.Established) {
            status.textContent = 'Connected';
            inCall.hidden = false;
            play(session);
        }
        if (state === SessionState.Terminated) {
            status.textContent = 'Ended';
            inCall.hidden = true;
            hangUp.hidden = true;
            answer.hidden = true;
        }
    });
}

function play(session: Session): void {
    audio.srcObject = (session.sessionDescriptionHandler as Web.SessionDescriptionHandler).remoteMediaStream;
}

async function end(session: Session): Promise<void> {
    if (session.state === SessionState.Established) await session.bye();
    else if (session instanceof Inviter) await session.cancel();
    else if (session instanceof Invitation) await session.reject();
}

async function holdAndTell(session: Session): Promise<void> {
    await putOnHold(session);
    status.textContent = 'On hold';
}

/** Resolves when the PBX has agreed. */
function putOnHold(session: Session): Promise<void> {
    const sessionDescriptionHandlerOptions: Web.SessionDescriptionHandlerOptions = { hold: true };
    return new Promise((resolve, reject) => {
        session.invite({ sessionDescriptionHandlerOptions, requestDelegate: { onAccept: () => resolve() } }).catch(reject);
    });
}

/** A session as the target: whoever answered it takes this phone's place. */
async function transfer(session: Session, target: URI | Session): Promise<void> {
    await session.refer(target, {
        onNotify: (notification) => {
            void notification.accept();
            if (notification.request.body.startsWith('SIP/2.0 2')) void handedOver(session, target);
        }
    });
}

async function handedOver(session: Session, target: URI | Session): Promise<void> {
    await end(session);
    // The PBX may have hung it up already.
    if (target instanceof Session && target.state === SessionState.Established) await end(target);
    status.textContent = 'Transferred';
}

async function consultFor(session: Session): Promise<void> {
    await putOnHold(session);
    const consultation = new Inviter(userAgent, addressOf(number.value));
    consultation.stateChange.addListener((state) => {
        if (state !== SessionState.Established) return;
        play(consultation);
        completeTransfer.hidden = false;
        completeTransfer.onclick = () => void transfer(session, consultation);
    });
    await consultation.invite();
}
