import { defineConfig } from '@playwright/test';
import base from './playwright.config';

/** The tests that kill browsers, one after the other. */
export default defineConfig({ ...base, testIgnore: [], testMatch: 'crash.spec.ts', workers: 1 });
