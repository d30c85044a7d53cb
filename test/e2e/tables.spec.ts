import { expect, type Page, test } from "@playwright/test";
import { parseQuantity } from "@/lib/units";
import { readCell } from "../view/table-text";
import { board, openPlanner } from "./planner-page";

/** A number as the page shows it, with its header's unit, and the whole value it gives to whoever points at it. */
type Shown = { text: string; unit: string; full: string; where: string };

/** Every number of every table in sight that says its whole value. */
const shownNumbers = (page: Page): Promise<Shown[]> =>
  page.locator("table").evaluateAll((tables) =>
    tables.flatMap((table) => {
      const title = table.querySelector("caption")?.textContent ?? "";
      const heads = [...table.querySelectorAll("thead th")];
      return [...table.querySelectorAll("tbody tr")].flatMap((row) =>
        [...row.children].flatMap((cell, place) => {
          const number = cell.querySelector<HTMLElement>("span[title]");
          if (!number || cell.tagName !== "TD") return [];
          // A table of few rows lies on its side: its units stand at the start of each line.
          const unit =
            heads[place]?.querySelector("span.block")?.textContent ??
            row.querySelector("th span")?.textContent ??
            "";
          return [
            { text: number.innerText, unit, full: number.title, where: `${title}, ${row.textContent}` },
          ];
        }),
      );
    }),
  );

/** Rows in sight with more or fewer cells than their table has heads: a number stands under the head of another. */
const misplaced = (page: Page): Promise<string[]> =>
  page.locator("table:has(thead)").evaluateAll((tables) =>
    tables.flatMap((table) => {
      const inSight = (cells: Iterable<Element>) =>
        [...cells].filter((cell) => getComputedStyle(cell).display !== "none");
      const heads = inSight(table.querySelectorAll("thead tr:last-child > *")).length;
      return [...table.querySelectorAll("tbody tr:not(:has([colspan], [rowspan]))")]
        .filter((row) => inSight(row.children).length !== heads)
        .map((row) => `${row.textContent} under ${heads} heads`);
    }),
  );

async function expectHonest(page: Page, least: number) {
  expect(await misplaced(page)).toEqual([]);
  // Columns keep their room while what fills them is on its way.
  await expect(page.locator("[data-awaited]")).toHaveCount(0);
  const numbers = await shownNumbers(page);
  expect(numbers.length).toBeGreaterThanOrEqual(least);
  for (const { text, unit, full, where } of numbers) {
    const [, amount = "", rest = ""] = /^(\$?[−-]?[\d.,]+(?:e[+-]\d+)?)\s*(.*)$/.exec(full) ?? [];
    const dollars = amount.startsWith("$") || unit.startsWith("$");
    // A count has a magnitude at most, money a "$" in front, and everything else its unit behind.
    const count = /^[kMGTPE]?$/.test(rest) && !dollars;
    const base = count ? "1" : `${dollars ? "USD" : ""}${rest}`;
    const number = amount.replace("$", "").replace("−", "-");
    const meant = parseQuantity(`${number} ${count ? rest : base}`, base);
    if (!meant.ok) throw new Error(`${full} (${where}): ${meant.message}`);
    const read = readCell(text, unit, base);
    expect(Math.abs(read.value - meant.value), `${text} ${unit} for ${full} in ${where}`).toBeLessThanOrEqual(
      read.within + 1e-9 * Math.abs(meant.value),
    );
  }
}

const tabs = ["All figures", "Traffic", "Why", "Roofline", "Memory", "Sensitivity", "Money"];

test("header and cell together say the number in every table of the planner", async ({ page }) => {
  await openPlanner(page);
  for (const tab of tabs) {
    await page.getByRole("tab", { name: tab }).click();
    await expect(page.getByText("Drawing…")).toBeHidden();
    if (tab !== "All figures" && tab !== "Traffic")
      await page.getByRole("button", { name: "Show table" }).first().click();
    await expectHonest(page, 3);
  }
});

test("header and cell together say the number in a saved plan and on the accuracy page", async ({
  page,
  request,
}) => {
  const saved = await request.post("/api/v1/scenarios", {
    data: {
      workload: { model: "meta-llama-3.1-70b" },
      options: [{ accelerator: "nvidia-h100-sxm-80gb", tp: 2 }, { accelerator: "aws-graviton4-48xlarge" }],
    },
  });
  await page.goto((await saved.json()).url);
  await expectHonest(page, 3);
  await page.goto("/accuracy");
  await expectHonest(page, 10);
});

test("a reload opens the tab that was open, of a saved plan too", async ({ page, request }) => {
  await openPlanner(page);
  await page.getByRole("tab", { name: "Memory" }).click();
  await expect(page).toHaveURL(/#tab=memory$/);
  await page.reload();
  await expect(page.getByRole("tab", { name: "Memory" })).toHaveAttribute("aria-selected", "true");
  const saved = await request.post("/api/v1/scenarios", {
    data: {
      workload: { model: "meta-llama-3.1-70b" },
      options: [{ accelerator: "nvidia-h100-sxm-80gb", tp: 2 }],
    },
  });
  await page.goto(`${(await saved.json()).url}#tab=roofline`);
  await expect(page.getByRole("tab", { name: "Roofline" })).toHaveAttribute("aria-selected", "true");
});

test("the results are within twelve presses of Tab, and a term explains itself", async ({ page }) => {
  await openPlanner(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the results" })).toBeFocused();
  await page.keyboard.press("Enter");
  let reached = false;
  for (let press = 2; press <= 12 && !reached; press++) {
    await page.keyboard.press("Tab");
    reached = await page.evaluate(() => document.activeElement?.matches(".results .figure") ?? false);
  }
  expect(reached).toBe(true);
  // Whoever hears a number hears what it is of as well.
  expect(await page.locator(".figure").filter({ hasText: /,\s*$/ }).count()).toBe(0);
  const term = board(page).getByRole("button", { name: "About P95 TTFT" });
  await term.hover();
  await expect(page.getByRole("tooltip")).toContainText("first token");
});

test("nothing moves when an explanation opens, it shows the case that holds, and paper has no controls", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  await openPlanner(page);
  // Percentiles are simulated after the rest; until then a mark says that they are not known.
  await expect(board(page).getByText("not known")).toHaveCount(0);
  // Numbers of a row stand on one line, whether they explain themselves or not.
  const heights = await board(page)
    .locator("tbody tr:has(th)")
    .evaluateAll((rows) =>
      rows.map((row) => {
        const tops = [...row.querySelectorAll("td.text-right")].map((cell) => {
          const range = document.createRange();
          range.selectNodeContents(document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode() ?? cell);
          return Math.round(range.getBoundingClientRect().top);
        });
        return new Set(tops.filter((top) => top > 0)).size;
      }),
    );
  expect(heights).toEqual(heights.map(() => 1));
  const before = await board(page).boundingBox();
  await board(page)
    .getByRole("button", { name: /explain Mean TPOT/ })
    .first()
    .click();
  const drawer = page.getByRole("complementary", { name: "Explanation" });
  await expect(drawer).toBeVisible();
  expect(await board(page).boundingBox()).toEqual(before);
  // A simulated time leads on to the formula of the same time in a benchmark.
  await drawer.getByRole("button", { name: /^Time per output token/ }).click();
  await expect(drawer.getByTestId("substituted")).not.toContainText("if(");
  await drawer.getByText("All cases").click();
  await expect(drawer.getByText(/if\(/).first()).toBeVisible();
  await page.keyboard.press("Escape");
  // Paper shows the results without the controls.
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("complementary", { name: "Inputs" })).toBeHidden();
  await expect(page.getByRole("tablist")).toBeHidden();
  await expect(board(page)).toBeVisible();
});
