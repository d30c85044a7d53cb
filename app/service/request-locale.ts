import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { AS_BROWSER, LOCALE_COOKIE, listedLocale } from "@/lib/units/locale-choice";

const CHOSEN = new RegExp(`(?:^|;\\s*)${LOCALE_COOKIE}=([A-Za-z0-9-]{2,35})(?:;|$)`);
/** What answers programs: numbers in it are written one way for all. */
const FOR_PROGRAMS = /^\/(?:api\/v1|mcp)(?:[/?]|$)/;

/** The locale that a page is asked for in: the one that was chosen, or the browser's first where that was; else none. */
export function localeOf({
  url = "",
  headers,
}: Pick<IncomingMessage, "url" | "headers">): string | undefined {
  if (FOR_PROGRAMS.test(url)) return undefined;
  const chosen = CHOSEN.exec(headers.cookie ?? "")?.[1];
  const tag =
    chosen === AS_BROWSER ? /^[A-Za-z0-9-]{2,35}/.exec(headers["accept-language"] ?? "")?.[0] : chosen;
  return tag === undefined ? undefined : listedLocale(tag);
}

/**
 * Lets every page of this process be written in the locale of its request. What a request leads to runs in a context of its own
 * from here on, whichever copy of a module asks: pages, and the components that are drawn for them, are bundled apart.
 */
export function watchLocales() {
  const asked = new AsyncLocalStorage<string | undefined>();
  subscribe("http.server.request.start", (message) => {
    asked.enterWith(localeOf((message as { request: IncomingMessage }).request));
  });
  globalThis.requestLocale = () => asked.getStore();
}
