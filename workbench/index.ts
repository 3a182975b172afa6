export { startWorkbench, type Workbench } from './server/start-workbench';
export { defaultUsers, type TelephoneNetwork, type WorkbenchOptions } from './server/options';
export { knownCustomers, type KnownCustomer } from './server/records/known-customers';
export { ApexException, type ApexClass, type ApexClasses, type ApexContext, type RemoteAction } from './server/apex/apex-class';
export type { SipAccount } from './server/apex/denwa-controller';
export type { RemotingFault } from './server/visualforce/remoting-faults';
export type { OrgUser, OutsideNumber } from './shared/org-api';
export type { WorkbenchHooks } from './shared/test-hooks';
