import { createOpenCti } from './client';

const opencti = createOpenCti({
    search: location.search,
    protocol: location.protocol,
    postToParent: (message, targetOrigin) => parent.postMessage(message, targetOrigin),
    onMessage: (receive) => window.addEventListener('message', receive)
});
// Other scripts of the platform share the name.
Object.assign(window, { sforce: { ...(window as { sforce?: object }).sforce, opencti } });
