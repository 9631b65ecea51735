import type { WindowCount } from '../../domain/reporting-window/close-reporting-window.ts';

export type WindowCountRows = { readonly windowCount: (windowId: string) => Promise<WindowCount> };
