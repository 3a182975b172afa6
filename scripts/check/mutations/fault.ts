import type { checks } from '../metadata/checks';
import type { Project } from '../metadata/project';

export type Checker = keyof typeof checks | 'lwc' | 'apex-ls' | 'pmd';

/** A change of one file: its new text from its old one (empty when there is none), or null to delete it. */
type Change = (text: string) => string | null;

/** A mistake that somebody might make, and which checker must find it. */
export interface Fault {
    readonly fault: string;
    readonly by: Checker;
    /** Below force-app/main/default, or from the project's root with a leading slash. */
    readonly file: string;
    readonly change: Change;
    /** What one of the checker's problems must say: it may not be found by accident. */
    readonly says: RegExp;
}

export function pathOf({ file }: Fault): string {
    return file.startsWith('/') ? file.slice(1) : `force-app/main/default/${file}`;
}

/** The project with the fault in it. Throws when the fault no longer changes anything. */
export function plant(project: Project, fault: Fault): Project {
    const path = pathOf(fault);
    const old = project.files.get(path) ?? '';
    const text = fault.change(old);
    if (text === old) throw new Error(`The fault '${fault.fault}' changes nothing in ${path}: bring it up to date`);
    const files = new Map(project.files);
    if (text === null) files.delete(path);
    else files.set(path, text);
    return { ...project, files };
}

/** Replaces the first occurrence; a text or pattern that is not there leaves the file as it is, which `plant` refuses. */
export function replace(from: string | RegExp, to: string): Change {
    return (text) => text.replace(from, () => to);
}

export function write(text: string): Change {
    return () => text;
}

export const remove: Change = () => null;
