import { loadPhone } from './load-phone';

declare global {
    /** By script, the texts that it shows, in the order in which the build lists them; it is loaded after they are set. */
    var denwaLabels: { main: readonly string[]; late?: readonly string[] } | undefined;
}

/**
 * What a page loads first: small, so that it runs while the phone is on its way. It imports nothing that the phone imports: no other part may
 * need this one, lest it run twice where the platform serves it from another address than it was asked for.
 */
function element(id: string): HTMLElement {
    const found = document.getElementById(id);
    if (!found) throw new Error(`The page has no element with the id "${id}". Deploy page and static resource of one version.`);
    return found;
}

const root = element('denwa');
const failure = element('denwa-failure');

await loadPhone({
    orgLocale: document.documentElement.lang,
    storage: () => localStorage,
    setLocale: (locale) => {
        document.documentElement.lang = locale;
    },
    loadTexts: async (language) => {
        const { default: texts } = (await import(new URL(`denwa-labels-main-${language}.js`, import.meta.url).href)) as {
            readonly default: readonly string[];
        };
        globalThis.denwaLabels = { main: texts };
    },
    startPhone: async (language) => {
        const { start } = await import('./main');
        start(root, language);
    },
    showFailure: () => {
        failure.dataset['certain'] = '';
    },
    output: console
});
