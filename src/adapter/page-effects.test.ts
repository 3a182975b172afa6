import { beforeEach, describe, expect, it } from '@jest/globals';
import { SimulatedClock } from '../base/simulated-clock';
import { copyText, saveFile } from './page-effects';

/** What was done in the page, in order. */
let done: string[];

beforeEach(() => {
    done = [];
});

/** An element that tells what is done with it. */
function element(tag: string): HTMLElement {
    const made = {
        style: {},
        href: '',
        download: '',
        value: '',
        click: () => void done.push(`click ${tag} ${made.href} ${made.download}`),
        focus: () => void done.push(`focus ${tag}`),
        select: () => void done.push(`select ${made.value}`),
        remove: () => void done.push(`remove ${tag}`)
    };
    return made as unknown as HTMLElement;
}

function documentThat(copies: boolean | Error): Document {
    const made = {
        activeElement: element('button'),
        createElement: element,
        body: { append: () => void done.push('append') },
        execCommand: (command: string) => {
            done.push(command);
            if (copies instanceof Error) throw copies;
            return copies;
        }
    };
    return made as unknown as Document;
}

it('a file is downloaded as UTF-8, and let go when it has begun', async () => {
    const clock = new SimulatedClock();
    const blobs: Blob[] = [];
    const urls = {
        createObjectURL: (blob: Blob) => {
            blobs.push(blob);
            return 'blob:1';
        },
        revokeObjectURL: (url: string) => void done.push(`revoke ${url}`)
    };
    saveFile({ name: 'denwa-log.txt', text: '電話' }, { document: documentThat(true), urls, clock });
    expect(done).toEqual(['click a blob:1 denwa-log.txt']);
    expect(await blobs[0]?.text()).toBe('電話');
    clock.advance(10_000);
    expect(done.at(-1)).toBe('revoke blob:1');
});

describe('a text is copied', () => {
    const byHand = ['append', 'focus textarea', 'select text', 'copy', 'remove textarea', 'focus button'];
    const clipboard = (answer: Error | null) => ({
        writeText: (text: string) => {
            done.push(`write ${text}`);
            return answer ? Promise.reject(answer) : Promise.resolve();
        }
    });

    it('through the clipboard', async () => {
        await copyText('text', { clipboard: clipboard(null), document: documentThat(false) });
        expect(done).toEqual(['write text']);
    });

    it('by the old command where the frame is refused, and the focus goes back', async () => {
        await copyText('text', { clipboard: clipboard(new Error('NotAllowedError')), document: documentThat(true) });
        expect(done).toEqual(['write text', ...byHand]);
    });

    it('by the old command where there is no clipboard', async () => {
        await copyText('text', { clipboard: undefined, document: documentThat(true) });
        expect(done).toEqual(byHand);
    });

    it.each([false, new Error('no')])('or not at all, which is told (%s)', async (copies) => {
        await expect(copyText('text', { clipboard: undefined, document: documentThat(copies) })).rejects.toThrow();
        expect(done).toEqual(byHand);
    });
});
