import { createRequire } from 'node:module';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import importPlugin from 'eslint-plugin-import';

const require = createRequire(import.meta.url);
const lwcTypeScript = require('@salesforce/eslint-config-lwc/recommended-ts.js');

/** The arrows of ARCHITECTURE.md: a room may import only from the rooms named here, and from itself. */
const rooms = {
    base: [],
    'phone-number': ['base'],
    telephony: ['base', 'phone-number'],
    sip: ['base', 'telephony'],
    media: ['base', 'telephony'],
    storage: ['base', 'telephony'],
    softphone: ['base', 'phone-number', 'telephony'],
    crm: ['base', 'phone-number', 'telephony'],
    adapter: ['base', 'phone-number', 'telephony', 'sip', 'media', 'storage', 'softphone', 'crm']
};

const zones = Object.entries(rooms).map(([room, allowed]) => ({
    target: `./src/${room}`,
    from: './',
    except: ['./node_modules', `./src/${room}`, ...allowed.map((name) => `./src/${name}`), ...(room === 'adapter' ? ['./force-app'] : [])],
    message: `src/${room} may import only from: ${[room, ...allowed].join(', ')} (ARCHITECTURE.md, Rooms)`
}));

const houseRules = {
    curly: ['error', 'multi-line'],
    eqeqeq: 'error',
    'no-console': 'error',
    'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
    '@typescript-eslint/consistent-type-imports': 'error',
    '@typescript-eslint/explicit-module-boundary-types': 'error',
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    '@typescript-eslint/no-confusing-void-expression': 'off',
    '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { inheritedMethods: false } }]
};

export default defineConfig([
    globalIgnores([
        'node_modules',
        'dist',
        '.cache',
        'force-app/**/*.js',
        'force-app/**/staticresources',
        'test-results',
        'playwright-report',
        'coverage'
    ]),
    {
        files: ['src/**/*.ts', 'workbench/**/*.ts', 'test-pbx/**/*.ts', 'tests/**/*.ts', 'scripts/**/*.ts'],
        extends: [js.configs.recommended, tseslint.configs.recommendedTypeChecked, prettier],
        plugins: { import: importPlugin },
        languageOptions: {
            globals: { ...globals.browser, ...globals.node },
            parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname }
        },
        settings: {
            'import/resolver': { node: { extensions: ['.ts', '.js', '.json'] } },
            'import/parsers': { '@typescript-eslint/parser': ['.ts'] }
        },
        linterOptions: { reportUnusedDisableDirectives: 'error' },
        rules: { ...houseRules, 'no-undef': 'off' }
    },
    {
        files: ['src/**/*.ts'],
        plugins: { import: importPlugin },
        settings: { 'import/resolver': { node: { extensions: ['.ts', '.js', '.json'] } } },
        rules: {
            'import/no-restricted-paths': ['error', { zones }],
            'no-restricted-imports': ['error', { patterns: [{ regex: '^sip\\.js', message: 'Only src/sip knows sip.js.' }] }],
            'no-restricted-globals': ['error', 'setTimeout', 'setInterval', 'sforce', 'localStorage', 'sessionStorage']
        }
    },
    { files: ['src/sip/**/*.ts'], rules: { 'no-restricted-imports': 'off' } },
    { files: ['src/adapter/**/*.ts'], rules: { 'no-restricted-globals': 'off' } },
    { files: ['scripts/**/*.ts'], rules: { 'no-console': 'off' } },
    {
        files: ['**/*.test.ts', 'tests/**/*.ts'],
        rules: {
            'max-lines': 'off',
            'no-restricted-globals': 'off',
            '@typescript-eslint/unbound-method': 'off'
        }
    },
    {
        files: ['force-app/**/lwc/**/*.ts'],
        extends: [lwcTypeScript, tseslint.configs.recommendedTypeChecked, prettier],
        languageOptions: {
            parser: tseslint.parser,
            parserOptions: { project: './force-app/tsconfig.json', tsconfigRootDir: import.meta.dirname }
        },
        rules: { ...houseRules, 'no-undef': 'off', 'import/no-unresolved': 'off', 'import/named': 'off' }
    },
    {
        files: ['force-app/**/lwc/**/*.test.ts'],
        rules: { 'max-lines': 'off', '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off', '@typescript-eslint/unbound-method': 'off' }
    }
]);
