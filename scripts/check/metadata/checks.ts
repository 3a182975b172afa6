import { checkAccess } from './access';
import { checkApexRules } from './apex-rules';
import { checkCallCenter } from './call-center';
import { checkComponents } from './components';
import { checkDescriptions } from './descriptions';
import { checkLimits } from './limits';
import { checkPrefix } from './prefix';
import type { Check } from './project';
import { checkReferences } from './references';
import { checkSchema } from './schema';
import { checkSecrets } from './secrets';
import { checkTranslations } from './translations';
import { checkUtilityBars } from './utility-bar';

/** One family of rules each, by the name that docs/checks.md and failures use. */
export const checks = {
    schema: checkSchema,
    components: checkComponents,
    references: checkReferences,
    'utility-bar': checkUtilityBars,
    'call-center': checkCallCenter,
    access: checkAccess,
    translations: checkTranslations,
    limits: checkLimits,
    prefix: checkPrefix,
    secrets: checkSecrets,
    descriptions: checkDescriptions,
    'apex-rules': checkApexRules
} as const satisfies Readonly<Record<string, Check>>;
