import { Invitation, Inviter, Registerer, RegistererState, SessionState, UserAgent, type Session, type Web } from 'sip.js';

/** The least that is a phone: sip.js as its own guides use it, one call at a time, the account in the page's address. */
const query = new URLSearchParams(location.search);
const server = query.get('server') ?? '';
const user = query.get('user') ?? '';
const domain = new URL(server).hostname;

const status = element('status', HTMLParagraphElement);
const number = element('number', HTMLInputElement);
const dial = element('dial', HTMLButtonElement);
const answer = element('answer', HTMLButtonElement);
const hangUp = element('hang-up', HTMLButtonElement);
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

function addressOf(name: string): NonNullable<ReturnType<typeof UserAgent.makeURI>> {
    const address = UserAgent.makeURI(`sip:${name}@${domain}`);
    if (!address) throw new Error(`"${name}" cannot be called`);
    return address;
}

function follow(session: Session): void {
    hangUp.hidden = false;
    hangUp.onclick = () => void end(session);
    session.stateChange.addListener((state) => {
        if (state === SessionState.Established) {
            status.textContent = 'Connected';
            audio.srcObject = (session.sessionDescriptionHandler as Web.SessionDescriptionHandler).remoteMediaStream;
        }
        if (state === SessionState.Terminated) {
            status.textContent = 'Ended';
            hangUp.hidden = true;
            answer.hidden = true;
        }
    });
}

async function end(session: Session): Promise<void> {
    if (session.state === SessionState.Established) await session.bye();
    else if (session instanceof Inviter) await session.cancel();
    else if (session instanceof Invitation) await session.reject();
}
