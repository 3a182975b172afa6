/** A script of its own, which no page waits for. */
export { CredentialRenewal } from './credential-renewal';
export { offerDispositions } from './dispositions';
export { JournalReplay } from '../crm/journal-replay';
export { MicrophoneMeter } from '../media/microphone-meter';
export { QualityWatch } from '../media/quality-watch';
export { IndexedDbAbandonedCalls } from '../storage/abandoned-calls';
export { lateParts } from './late-view';
export { PageCommands } from './page-commands';
export { copyText, saveFile } from './page-effects';
export { LogRedactor } from './redact';
export { Support } from './support';
