import { expect, type Locator, type Page } from "@playwright/test";

/** Opens the planner and waits until it computes by itself: only then is saving possible. */
export async function openPlanner(page: Page, path = "/") {
  await page.goto(path);
  await expect(page.getByRole("button", { name: /^Save/ })).toBeEnabled();
}

/** Waits until a part of the page that the server sent answers by itself: a click before goes nowhere. */
export async function untilAlive(part: Locator) {
  const isAlive = (element: Element) => Object.keys(element).some((key) => key.startsWith("__reactProps"));
  await expect.poll(() => part.evaluate(isAlive)).toBe(true);
}

/** The answer: who keeps the goals for least, and what that costs. */
export const answer = (page: Page) => page.getByRole("region", { name: "The answer", exact: true });

/** The ranked table, on a wide screen. */
export const board = (page: Page) =>
  page.getByRole("region", { name: "Options", exact: true }).getByRole("table");

/** The row of the option whose name holds this. */
export const row = (page: Page, name: string | RegExp) =>
  board(page)
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name }) });

/** Name and figures of every row, as a reader sees them. What was measured nearby is asked of the server later. */
export async function boardTexts(page: Page): Promise<string[]> {
  await expect(board(page)).toBeVisible();
  // Percentiles are simulated; until then a mark says that they are not known.
  await expect(board(page).getByText("not known")).toHaveCount(0);
  // Nor are prices whose columns are still to be filled.
  await expect(board(page).locator("[data-awaited]")).toHaveCount(0);
  return await board(page)
    .locator("tbody tr:has(th)")
    .evaluateAll((rows) =>
      rows.map((each) =>
        [
          each.querySelector("th button")?.textContent,
          ...[...each.querySelectorAll("td:not(:last-child)")].map((cell) =>
            cell.textContent?.replace(/, explain .*?(?= (?:keeps|misses) the goal|$)/, ""),
          ),
        ].join(" | "),
      ),
    );
}

/** Asks for a batch on each replica, as experts do, in place of users. */
export async function askForBatch(page: Page) {
  await page.locator("summary").filter({ hasText: "Traffic" }).click();
  await page
    .getByRole("combobox", { name: "Load", exact: true })
    .selectOption({ label: "A batch per replica" });
  await expect(page.getByRole("textbox", { name: "Batch" })).toBeVisible();
}

/** Presses of the pointer since a flow began, over the pages that it leads to. */
const PRESSED = "flow-presses";

/** Does a flow, and holds it to the clicks that a person may need for it. Ends where its last expectation holds. */
export async function inClicks(page: Page, most: number, flow: () => Promise<unknown>) {
  const counts = (key: string) => {
    sessionStorage.setItem(key, "0");
    // Each document counts once, however many flows begin in it.
    const counted = globalThis as { countsPresses?: true };
    if (counted.countsPresses) return;
    counted.countsPresses = true;
    addEventListener(
      "pointerdown",
      () => sessionStorage.setItem(key, String(Number(sessionStorage.getItem(key)) + 1)),
      true,
    );
  };
  await page.evaluate(counts, PRESSED);
  await flow();
  const pressed = Number(await page.evaluate((key) => sessionStorage.getItem(key), PRESSED));
  expect(pressed, "clicks of the flow").toBeLessThanOrEqual(most);
}

/** Fails the test when the page logs an error, as a missing file or a broken script would. */
export function failOnConsoleErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  return errors;
}
