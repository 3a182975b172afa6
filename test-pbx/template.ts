import { PbxError } from './pbx-error';

/**
 * Replaces every `{{name}}` of a configuration template.
 * @throws PbxError 'bad-template' for a name without a value
 */
export function render(template: string, values: Readonly<Record<string, string>>): string {
    return template.replace(/\{\{([^{}]*)\}\}/g, (_placeholder, name: string) => {
        const value = Object.hasOwn(values, name) ? values[name] : undefined;
        if (value === undefined) throw new PbxError('bad-template', `the template names {{${name}}}, which has no value`);
        return value;
    });
}
