import { FlashingTitle } from 'c/denwaTitle';

const WORDS = '着信: 田中';

const clock = {
    after(delay: number, task: () => void): () => void {
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- the test's own time
        const timer = setTimeout(task, delay);
        return () => clearTimeout(timer);
    }
};

function setUp(isCalm = false): { readonly own: string; readonly title: FlashingTitle } {
    const own = '山田 花子 | Contact | Salesforce';
    document.title = own;
    return { own, title: new FlashingTitle(document, clock, () => isCalm) };
}

/** The title at once and after each of so many seconds. */
function seconds(count: number): readonly string[] {
    const seen = [document.title];
    for (let i = 0; i < count; i++) {
        jest.advanceTimersByTime(1_000);
        seen.push(document.title);
    }
    return seen;
}

describe('c/denwaTitle', () => {
    beforeEach(() => {
        jest.useFakeTimers();
    });
    afterEach(() => {
        jest.useRealTimers();
    });

    it('takes turns with the title of the page, and gives it back', () => {
        const { own, title } = setUp();
        title.show(WORDS);
        expect(seconds(3)).toEqual([WORDS, own, WORDS, own]);
        jest.advanceTimersByTime(1_000);
        title.rest();
        expect(document.title).toBe(own);
        expect(jest.getTimerCount()).toBe(0);
        jest.advanceTimersByTime(10_000);
        expect(document.title).toBe(own);
    });

    it('is slower for people who want less motion', () => {
        const { own, title } = setUp(true);
        title.show(WORDS);
        jest.advanceTimersByTime(3_999);
        expect(document.title).toBe(WORDS);
        jest.advanceTimersByTime(1);
        expect(document.title).toBe(own);
    });

    it.each([0, 1_000])('gives back what the page has made of its title %i ms after the words were shown', (after) => {
        const { title } = setUp();
        title.show(WORDS);
        jest.advanceTimersByTime(after);
        document.title = 'Cases | Salesforce';
        title.rest();
        expect(document.title).toBe('Cases | Salesforce');
    });

    it('goes on with the title that the page has now', () => {
        const { title } = setUp();
        title.show(WORDS);
        document.title = 'Cases | Salesforce';
        expect(seconds(3)).toEqual(['Cases | Salesforce', WORDS, 'Cases | Salesforce', WORDS]);
        title.rest();
        expect(document.title).toBe('Cases | Salesforce');
    });

    it('goes on undisturbed when the same words are shown again, and changes to others', () => {
        const { own, title } = setUp();
        title.show(WORDS);
        jest.advanceTimersByTime(1_000);
        title.show(WORDS);
        expect(document.title).toBe(own);
        title.show('着信: 鈴木');
        expect(document.title).toBe('着信: 鈴木');
        expect(jest.getTimerCount()).toBe(1);
        title.rest();
        expect(document.title).toBe(own);
    });

    it('knows words again that the browser shows with single spaces', () => {
        const { own, title } = setUp();
        title.show('  Call  from\nTanaka ');
        expect(document.title).toBe('Call from Tanaka');
        title.rest();
        expect(document.title).toBe(own);
    });

    it('gives a page without a title its emptiness back', () => {
        const { title } = setUp();
        document.title = '';
        title.show(WORDS);
        title.rest();
        expect(document.title).toBe('');
    });
});
