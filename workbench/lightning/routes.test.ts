import { describe, expect, it } from '@jest/globals';
import { formatRoute, parseRoute, type Route } from './routes';

const contact = '0035h0000000001AAA';

describe('routes', () => {
    it.each<Route>([
        { page: 'list', objectType: 'Lead' },
        { page: 'record', objectType: 'Contact', recordId: contact },
        { page: 'edit', objectType: 'Contact', recordId: contact },
        { page: 'new', objectType: 'Contact', defaults: { Phone: '+81 3-1234,5678=', LastName: '& "Co"' } },
        { page: 'search', text: '田中 & "x"' }
    ])('%j stands in the address and is read back', (route) => {
        expect(parseRoute(formatRoute(route))).toEqual(route);
    });

    it.each([
        ['/lightning/o/Case/home', { page: 'list', objectType: 'Case' }],
        [`/lightning/r/${contact}/view`, { page: 'record', objectType: 'Contact', recordId: contact }],
        [`/lightning/r/${contact}/edit`, { page: 'edit', objectType: 'Contact', recordId: contact }],
        [`/${contact}`, { page: 'record', objectType: 'Contact', recordId: contact }]
    ])('%s is another way to say it', (path, route) => {
        expect(parseRoute(path)).toEqual(route);
    });

    it.each([
        '/lightning/o/Opportunity/list',
        '/lightning/r/Contact/12/view',
        `/lightning/r/Contact/${contact}/clone`,
        '/lightning/page/home',
        '/lightning/o/Case/delete',
        '/apex/X'
    ])('%s is no page', (path) => {
        expect(parseRoute(path)).toBeUndefined();
    });
});
