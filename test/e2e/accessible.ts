import { expect, type Page, test } from "@playwright/test";
import axe from "axe-core";

/** Rows of a table are made alike: the first ones of a tab stand for the rest. */
export const FURTHER_ROWS = "[role=tabpanel] tbody tr:nth-child(n + 7)";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Each size and each scheme once: the same rules draw the other pairs. */
const looks = [
  { name: "1440 px, light", viewport: { width: 1440, height: 900 }, colorScheme: "light", narrow: false },
  { name: "390 px, dark", viewport: { width: 390, height: 844 }, colorScheme: "dark", narrow: true },
] as const;

async function look(page: Page, { viewport, colorScheme }: (typeof looks)[number]): Promise<void> {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme });
}

/** Checks an open page in each look: what it looks like follows from size and scheme by CSS alone. */
export async function inEachLook(page: Page, check: (narrow: boolean) => Promise<void>): Promise<void> {
  for (const each of looks) {
    await look(page, each);
    await test.step(each.name, () => check(each.narrow));
  }
}

/** Wide, so that all parts of a page can be clicked. */
export const toFirstLook = (page: Page): Promise<void> => look(page, looks[0]);

/**
 * Every rule of WCAG 2.2 AA that a program can check, over the page or one part of it. Its cost grows with the
 * elements in sight: a page is checked whole once, then only the part that has changed, while the others are hidden where
 * they stand; of a long list of entries made alike `except` leaves out the rest.
 */
export async function expectAccessible(page: Page, part = "html", except?: string): Promise<void> {
  // A fading figure has too little contrast for a moment; what counts is where it comes to rest.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== "running"),
  );
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  const found = await page.evaluate(violationsOf, { part, except, tags: WCAG });
  expect(found, `${page.url()}, ${part}`).toEqual([]);
}

/** Runs in the page: what breaks a rule in a part of it, in words. */
async function violationsOf(asked: { part: string; except: string | undefined; tags: string[] }) {
  const { axe: checker } = globalThis as unknown as { axe: typeof axe };
  const changed: [HTMLElement, string | null][] = [];
  const set = (element: Element, property: string, value: string) => {
    if (!(element instanceof HTMLElement || element instanceof SVGElement)) return;
    changed.push([element as HTMLElement, element.getAttribute("style")]);
    element.style.setProperty(property, value, "important");
  };
  // What lies under a bar that sticks to an edge comes out from under it by scrolling.
  for (const element of document.body.querySelectorAll("*"))
    if (getComputedStyle(element).position === "sticky") set(element, "position", "static");
  const parts = [...document.querySelectorAll(asked.part)];
  const hideBeside = (element: Element) => {
    for (const child of element.children) {
      if (parts.includes(child)) continue;
      if (parts.some((part) => child.contains(part))) hideBeside(child);
      else set(child, "visibility", "hidden");
    }
  };
  // What lies over the page stays: it is how a checker tells that focus is held.
  const main = document.querySelector("main");
  if (asked.part !== "html" && main) hideBeside(main);
  for (const element of asked.except ? document.querySelectorAll(asked.except) : [])
    set(element, "display", "none");
  // What passes is not described: that alone takes longer than checking it.
  const { violations } = await checker.run(
    { include: [asked.part] },
    { resultTypes: ["violations"], runOnly: { type: "tag", values: asked.tags } },
  );
  for (const [element, style] of changed) {
    if (style === null) element.removeAttribute("style");
    else element.setAttribute("style", style);
  }
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

/** No page scrolls sideways, however narrow, once charts have taken their new width. */
export async function expectOwnWidth(page: Page): Promise<void> {
  const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const { width = 0 } = page.viewportSize() ?? {};
  const says = `${page.url()}, ${width} px wide, scrolls sideways by`;
  await expect.poll(sideways, says).toBeLessThanOrEqual(0);
}

/** The same at the narrow end of every range of widths that has a layout of its own: 320 px, and each breakpoint. */
export async function expectOwnWidths(page: Page): Promise<void> {
  const size = page.viewportSize();
  for (const width of [320, 768, 1024, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await expectOwnWidth(page);
  }
  if (size) await page.setViewportSize(size);
}
