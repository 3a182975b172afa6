import { licenceOf, packageOf, type NpmPackage } from './npm-package';

const RULE = '='.repeat(80);

/** The licence texts of all packages whose code is among the given modules of the bundle. */
export function thirdPartyLicences(moduleIds: readonly string[]): string {
    const packages = new Map<string, NpmPackage>();
    for (const id of moduleIds) {
        const owner = packageOf(id);
        if (owner) packages.set(owner.name, owner);
    }
    const sections = [...packages.values()]
        .sort((one, other) => (one.name < other.name ? -1 : 1))
        .map((owner) => `${RULE}\n${owner.name} ${owner.version}\n${RULE}\n\n${licenceOf(owner)}\n`);
    return ['denwa-phone.js contains code of the packages below, each under its own terms.\n', ...sections].join('\n');
}
