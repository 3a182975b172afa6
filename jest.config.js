import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');
const { collectCoverageFrom: _withoutTypeScript, ...lwc } = jestConfig;

/** Two kinds of unit tests: framework-free TypeScript in Node, and Lightning Web Components in jsdom. */
export default {
    collectCoverageFrom: ['src/**/*.ts', 'force-app/**/lwc/**/*.ts', '!**/__tests__/**', '!**/*.test.ts'],
    projects: [
        {
            displayName: 'core',
            rootDir: import.meta.dirname,
            testEnvironment: 'node',
            testMatch: ['<rootDir>/{src,workbench,test-pbx,scripts}/**/*.test.ts'],
            transform: { '\\.(ts|js)$': '<rootDir>/scripts/jest/esbuild-transform.cjs' },
            // The modules of the view that are no components
            moduleNameMapper: { '^c/(\\w+)$': '<rootDir>/force-app/main/default/lwc/$1/$1.ts' },
            // sip.js and libphonenumber-js/core are published as ES modules
            transformIgnorePatterns: ['/node_modules/(?!(sip\\.js|libphonenumber-js|idb|lit|lit-html|lit-element|@lit)/)']
        },
        {
            ...lwc,
            displayName: 'lwc',
            rootDir: import.meta.dirname,
            testMatch: ['<rootDir>/force-app/**/__tests__/**/*.test.ts'],
            // denwaStyles is a bundle of style sheets only
            moduleFileExtensions: [...lwc.moduleFileExtensions, 'css'],
            transform: { '^.+\\.(js|ts|html|css)$': '<rootDir>/scripts/jest/lwc-transform.cjs' },
            setupFilesAfterEnv: ['<rootDir>/scripts/jest/accessibility.cjs']
        }
    ]
};
