import type { Clock } from '../base/clock';
import type { TextFile } from './log-file';

/** Milliseconds after which a download has begun wherever it begins at all. */
const DOWNLOAD_BEGINS = 10_000;

export interface FileParts {
    readonly document: Pick<Document, 'createElement'>;
    readonly urls: Pick<typeof URL, 'createObjectURL' | 'revokeObjectURL'>;
    readonly clock: Pick<Clock, 'after'>;
}

/** Lets the browser download a file. */
export function saveFile({ name, text }: TextFile, { document, urls, clock }: FileParts): void {
    const url = urls.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    clock.after(DOWNLOAD_BEGINS, () => urls.revokeObjectURL(url));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
}

export interface ClipboardParts {
    /** `navigator.clipboard`; undefined outside of secure contexts. */
    readonly clipboard: Pick<Clipboard, 'writeText'> | undefined;
    readonly document: Pick<Document, 'createElement' | 'body' | 'execCommand' | 'activeElement'>;
}

/**
 * Copies a text, within a press. The Clipboard API refuses a frame whose page does not delegate `clipboard-write` to it (Permissions Policy),
 * as Salesforce's does not; the old command works in every frame. Rejects where neither does.
 */
export async function copyText(text: string, { clipboard, document }: ClipboardParts): Promise<void> {
    try {
        if (clipboard) return await clipboard.writeText(text);
    } catch {
        // The frame was refused: the old command is left.
    }
    if (!copyBySelection(text, document)) throw new Error('The browser let nothing be copied');
}

function copyBySelection(text: string, document: ClipboardParts['document']): boolean {
    const focused = document.activeElement;
    const field = document.createElement('textarea');
    field.value = text;
    field.readOnly = true;
    field.style.position = 'fixed';
    field.style.opacity = '0';
    document.body.append(field);
    try {
        field.focus({ preventScroll: true });
        field.select();
        // Deprecated, and without a successor that works here.
        return document.execCommand('copy');
    } finally {
        field.remove();
        (focused as { readonly focus?: () => void } | null)?.focus?.();
    }
}
