import DenwaCheckList from 'c/denwaCheckList';
import DenwaHistory from 'c/denwaHistory';
import DenwaSettings from 'c/denwaSettings';

/** The screens that an agent opens, by the names that c/denwaSoftphone has for them. A script of its own, which no page waits for. */
export const lateScreens = { history: DenwaHistory, settings: DenwaSettings, 'check-list': DenwaCheckList } as const;
