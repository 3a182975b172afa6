import { randomUUID } from 'node:crypto';
import type { OrgUser } from '../shared/org-api';
import { BadRequest } from './http';

/**
 * Who is who. The top window names its user with every request (`?user=`), so that several agents can work side by side; the frame is told
 * by the nonce in its URL, as the two origins share no cookie.
 */
export class Sessions {
    readonly #users: readonly OrgUser[];
    readonly #frames = new Map<string, OrgUser>();

    constructor(users: readonly OrgUser[]) {
        this.#users = users;
    }

    get users(): readonly OrgUser[] {
        return this.#users;
    }

    /** By id or user name; the first user when none is named. */
    user(name: string | null): OrgUser {
        const user = name === null ? this.#users[0] : this.#users.find(({ id, username }) => id === name || username === name);
        if (!user) {
            throw new BadRequest(`There is no user ${name ?? ''}. Users: ${this.#users.map(({ username }) => username).join(', ')}.`, 404);
        }
        return user;
    }

    openFrame(user: OrgUser): string {
        const nonce = randomUUID();
        this.#frames.set(nonce, user);
        return nonce;
    }

    frameUser(nonce: string): OrgUser {
        const user = this.#frames.get(nonce);
        if (!user) {
            throw new BadRequest('This session is not known: the workbench was restarted. Reload the Lightning page.', 403);
        }
        return user;
    }
}
