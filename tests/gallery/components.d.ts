/** The classes of all components that have a template, by their bundles. tests/gallery/bundle.ts makes it. */
declare module 'gallery:components' {
    import type { LightningElement } from 'lwc';

    export const components: Readonly<Record<string, typeof LightningElement>>;
}
