import type { MethodName } from '../shared/open-cti';
import { ApiFailure, invalidParameter } from './api-failure';
import type { Arguments } from './arguments';
import type { OrgPage } from './org-page';
import { readScreenPop } from './screen-pop';
import { searchAndScreenPop } from './search-and-screen-pop';

/** Methods that need more than the page: they belong to the conversation with the frame. */
export type ConversationMethod =
    'onClickToDial' | 'onNavigationChange' | 'publish' | 'subscribe' | 'unsubscribe' | 'hvs.onWorkStart' | 'hvs.completeWork';

/** Runs one method and gives its `returnValue`. */
type Method = (args: Arguments, page: OrgPage) => unknown;

/** Runs an effect that returns nothing. */
function effect(run: (args: Arguments, page: OrgPage) => void): Method {
    return (args, page) => {
        run(args, page);
        return null;
    };
}

/** Source of every argument, range and return value: Open CTI developer guide, methods for Lightning Experience. */
export const methods: Readonly<Record<Exclude<MethodName, ConversationMethod>, Method>> = {
    enableClickToDial: effect((_, page) => page.setClickToDialEnabled(true)),
    disableClickToDial: effect((_, page) => page.setClickToDialEnabled(false)),
    getAppViewInfo: (_, page) => page.appViewInfo(),
    getCallCenterSettings: (_, page) => page.callCenterSettings(),
    getSoftphoneLayout: (_, page) => page.softphoneLayout(),
    isSoftphonePanelVisible: (_, page) => ({ visible: page.isPanelVisible() }),
    // Only stops the switch to a standby URL, and the workbench has none.
    notifyInitializationComplete: () => null,
    refreshView: async (_, page) => {
        await page.refreshView();
        return null;
    },
    runApex: async (args, page) => {
        const result = await page.runApex({
            apexClass: args.text('apexClass'),
            methodName: args.text('methodName'),
            methodParams: typeof args.raw('methodParams') === 'string' ? args.text('methodParams', 0) : ''
        });
        if (!result.ran) {
            throw new ApiFailure('SERVER_ERROR', result.message);
        }
        return { runApex: result.value };
    },
    saveLog: async (args, page) => {
        const result = await page.saveLog(args.object('object'));
        if (!result.saved) {
            throw new ApiFailure(
                'GENERIC_ERROR',
                'An error occurred while calling the saveLog() API method. Review the Details field in the error section.',
                [result.detail]
            );
        }
        return result.id;
    },
    screenPop: async (args, page) => {
        const target = readScreenPop(args);
        if (!(await page.screenPop(target))) {
            throw invalidParameter('params', `target of type ${target.type} that exists`, 'one that does not exist');
        }
        return null;
    },
    searchAndScreenPop,
    setSoftphonePanelVisibility: effect((args, page) => page.setPanelVisible(args.boolean('visible'))),
    setSoftphonePanelHeight: effect((args, page) => page.setPanelHeight(args.numberBetween('heightPX', 240, 2560))),
    setSoftphonePanelWidth: effect((args, page) => page.setPanelWidth(args.numberBetween('widthPX', 200, 1920))),
    setSoftphonePanelIcon: effect((args, page) => page.setPanelIcon(args.text('key'))),
    setSoftphonePanelLabel: effect((args, page) => page.setPanelLabel(args.text('label'))),
    setSoftphoneItemIcon: effect((args, page) => page.setItemIcon(args.text('key'))),
    setSoftphoneItemLabel: effect((args, page) => page.setItemLabel(args.text('label')))
};
