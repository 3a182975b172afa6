import { agents } from '../test-pbx';
import { defaultUsers, type WorkbenchOptions } from '../workbench';

/** Gives the workbench's users the test PBX's agents, in their order: `sato` has extension 1001, `suzuki` 1002 and so on. */
export const accountOfUser: NonNullable<WorkbenchOptions['sipAccount']> = (userId) => {
    const index = defaultUsers.findIndex(({ id }) => id === userId);
    const user = defaultUsers[index];
    const account = agents[index];
    return user && account
        ? { extension: account.user, authorizationName: account.user, password: account.password, displayName: user.name }
        : null;
};
