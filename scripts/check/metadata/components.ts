import { join } from 'node:path';
import { ComponentSet } from '@salesforce/source-deploy-retrieve';
import { components } from '../../package/convert';
import type { Problem, Project } from './project';

/** The list of components that the package is meant to hold, one a line. */
export const EXPECTED = 'config/package-components.txt';

/** What a file of a LWC bundle may be called on the platform (LWC Developer Guide, Component Bundles). */
const DEPLOYABLE = /\.(js|html|css|svg|json)$/;

/** What is deployed is what is meant to be, and no more; asks Salesforce's own source-deploy-retrieve, which reads .forceignore. */
export function checkComponents({ root, files }: Project): readonly Problem[] {
    const expected = (files.get(EXPECTED) ?? '').split('\n').filter((line) => line !== '');
    const found = components(root);
    return [
        ...found.filter((name) => !expected.includes(name)).map((name) => `${name} would be deployed, but is not in ${EXPECTED}`),
        ...expected.filter((name) => !found.includes(name)).map((name) => `${name} is in ${EXPECTED}, but would not be deployed`),
        ...checkContents(root)
    ];
}

/** `.forceignore`: TypeScript stays at home, its JavaScript does not. */
function checkContents(root: string): readonly Problem[] {
    return ComponentSet.fromSource(join(root, 'force-app'))
        .getSourceComponents()
        .toArray()
        .filter(({ type }) => type.name === 'LightningComponentBundle')
        .flatMap((component) => {
            const deployed = component.walkContent();
            const script = deployed.some((path) => path.endsWith(`${component.fullName}.js`));
            const styles = deployed.some((path) => path.endsWith('.css'));
            return [
                ...deployed.filter((path) => !DEPLOYABLE.test(path)).map((path) => `${path} would be deployed: see .forceignore`),
                ...deployed
                    .filter((path) => path.includes('__tests__'))
                    .map((path) => `The test ${path} would be deployed: see .forceignore`),
                ...(script || styles ? [] : [`${component.fullName} would be deployed without its script: npm run build makes it`])
            ];
        });
}

/** The text of the list for what is there now. */
export function componentList(root: string): string {
    return `${components(root).join('\n')}\n`;
}
