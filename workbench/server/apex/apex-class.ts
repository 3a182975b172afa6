import type { OrgUser } from '../../shared/org-api';
import type { RecordStore } from '../records/record-store';

/** What Apex code sees of the request that runs it. */
export interface ApexContext {
    readonly user: OrgUser;
    readonly store: RecordStore;
    /** The org's clock, milliseconds since the Unix epoch. */
    readonly now: () => number;
}

/** A `@RemoteAction` method. */
export interface RemoteAction {
    /** How many the method has. Remoting knows neither optional parameters nor overloading. */
    readonly parameters: number;
    /** An `ApexException` reaches the page as the exception it would be on the platform. */
    readonly run: (context: ApexContext, args: readonly unknown[]) => unknown;
}

/**
 * The stand-in of one Apex class, written by hand with the behaviour of the real one.
 */
export interface ApexClass {
    /** Properties that Visualforce expressions of the page read. */
    readonly properties: Readonly<Record<string, (context: ApexContext) => string>>;
    readonly remoteActions: Readonly<Record<string, RemoteAction>>;
    /** `webservice static` methods for Open CTI's `runApex`. */
    readonly webServices: Readonly<Record<string, (context: ApexContext, params: URLSearchParams) => string>>;
}

/** By class name. */
export type ApexClasses = Readonly<Record<string, ApexClass>>;

/** An exception that Apex code throws at its caller. */
export class ApexException extends Error {
    override readonly name = 'ApexException';
}
