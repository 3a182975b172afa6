export type ChannelListener = (message: unknown) => void;

/** Lightning Message Service between the components of one page: the softphone is one of them. */
export class MessageChannels {
    readonly #listeners = new Map<string, Set<ChannelListener>>();

    /** Returns the function that ends the subscription. */
    subscribe(channelName: string, listener: ChannelListener): () => void {
        const listeners = this.#listeners.get(channelName) ?? new Set();
        this.#listeners.set(channelName, listeners.add(listener));
        return () => {
            listeners.delete(listener);
        };
    }

    publish(channelName: string, message: unknown): void {
        for (const listener of [...(this.#listeners.get(channelName) ?? [])]) {
            listener(message);
        }
    }
}
