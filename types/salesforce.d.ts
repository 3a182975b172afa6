// The platform's virtual modules that the LWC bundles import. Types only: the platform, the bundler and jest each resolve them their way.
declare module '@salesforce/label/*' {
    const label: string;
    export default label;
}

declare module '@salesforce/messageChannel/*' {
    const channel: unique symbol;
    export default channel;
}

/** Lightning Message Service, as far as it is used here. */
declare module 'lightning/messageService' {
    export interface MessageContextValue {
        readonly _context: unique symbol;
    }
    export interface Subscription {
        readonly _subscription: unique symbol;
    }
    export const APPLICATION_SCOPE: unique symbol;
    export const MessageContext: new (onValue: (value: MessageContextValue) => void) => {
        connect(): void;
        disconnect(): void;
        update(): void;
    };
    export function publish(context: MessageContextValue | undefined, channel: symbol, message: object): void;
    export function subscribe(
        context: MessageContextValue | undefined,
        channel: symbol,
        listener: (message: unknown) => void,
        options: { readonly scope: symbol }
    ): Subscription;
    export function unsubscribe(subscription: Subscription | undefined): void;
}
