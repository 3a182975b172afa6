// The platform's virtual modules that the LWC bundles import. Types only: the platform, the bundler and jest each resolve them their way.
declare module '@salesforce/label/*' {
    const label: string;
    export default label;
}
