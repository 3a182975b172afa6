import type { About } from '../telephony/snapshot';

/** What a browser tells of itself. `userAgentData` (User-Agent Client Hints) is absent in Firefox and Safari. */
export interface BrowserIdentity {
    readonly userAgent: string;
    readonly userAgentData?: {
        readonly brands: readonly { readonly brand: string; readonly version: string }[];
        readonly platform: string;
    };
}

export interface AboutParts {
    readonly version: string;
    /** Address of the page. */
    readonly page: string;
    readonly userName: string;
    /** WebSocket address of the PBX; null as long as it is not known. */
    readonly server: string | null;
    readonly browser: BrowserIdentity;
    readonly settingProblems: About['settingProblems'];
}

export function aboutPhone({ version, page, userName, server, browser, settingProblems }: AboutParts): About {
    return {
        version,
        url: withoutQuery(page),
        userName,
        server: server && withoutQuery(server),
        browser: browserName(browser),
        settingProblems
    };
}

/** A query may hold what opens a session. */
function withoutQuery(address: string): string {
    return address.replace(/[?#].*/s, '');
}

/** `Google Chrome 131 / Chromium 131, Windows`, or all that the browser says where it has no brands. */
export function browserName({ userAgent, userAgentData }: BrowserIdentity): string {
    // One of them is made up, such as `Not.A/Brand`, so that nobody counts on their order.
    const brands = (userAgentData?.brands ?? []).filter(({ brand }) => !/not.*brand/i.test(brand));
    if (!userAgentData || brands.length === 0) return userAgent;
    return `${brands.map(({ brand, version }) => `${brand} ${version}`).join(' / ')}, ${userAgentData.platform}`;
}
