import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { openPlanner } from "./planner-page";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** Each size and each scheme once: the same rules draw the other pairs. */
const looks = [
  { name: "1440 px", viewport: { width: 1440, height: 900 }, colorScheme: "light" },
  { name: "390 px", viewport: { width: 390, height: 844 }, colorScheme: "dark" },
] as const;

async function expectNoViolations(page: Page, part = "html") {
  // A fading figure has too little contrast for a moment; what counts is where it comes to rest.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== "running"),
  );
  const { violations } = await new AxeBuilder({ page }).include(part).withTags(WCAG).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(", ")}`)).toEqual(
    [],
  );
}

async function showEverything(page: Page, narrow: boolean) {
  const section = (name: string) =>
    narrow ? page.getByRole("radio", { name, exact: true }).check({ force: true }) : Promise.resolve();
  await expectNoViolations(page);
  await section("Inputs");
  for (const name of ["Goals", "Speculation", "Memory and cache", "Cost"]) {
    await page.locator("summary").filter({ hasText: name }).click();
  }
  await page.locator("summary").filter({ hasText: "Layout and formats" }).first().click();
  await page.getByRole("textbox", { name: "Batch" }).fill("12x8k");
  await expectNoViolations(page);
  await page.getByRole("textbox", { name: "Batch" }).press("Escape");
  await section("Compare");
  for (const tab of ["Frontier", "Roofline", "Memory", "Sensitivity", "Monthly", "Compare"]) {
    await page.getByRole("tab", { name: tab }).click();
    await expect(page.getByText("Drawing…")).toBeHidden();
    await expectNoViolations(page, "[role=tabpanel]");
  }
  await section("Results");
  await page
    .getByRole("article")
    .first()
    .getByRole("button", { name: /explain TTFT/ })
    .click();
  await expect(page.getByRole("complementary", { name: "Explanation" })).toBeVisible();
  await expectNoViolations(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Save/ }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectNoViolations(page);
}

for (const { name, viewport, colorScheme } of looks) {
  test.describe(`${name}, ${colorScheme}`, () => {
    test.use({ viewport, colorScheme });

    test("the planner meets WCAG 2.2 AA in every view", async ({ page }) => {
      await openPlanner(page);
      await showEverything(page, viewport.width < 500);
    });

    test("a saved plan and a missing page meet WCAG 2.2 AA", async ({ page, request }) => {
      const saved = await request.post("/api/v1/scenarios", {
        data: {
          name: "Accessible",
          workload: { model: "meta-llama-3.1-70b" },
          serving: { weights: "bf16" },
          options: [{ accelerator: "nvidia-h100-sxm-80gb" }, { accelerator: "nvidia-h200-sxm-141gb", tp: 2 }],
        },
      });
      await page.goto((await saved.json()).url);
      await expectNoViolations(page);
      await page.goto("/nowhere");
      await expectNoViolations(page);
    });
  });
}

test.describe("a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("never scrolls sideways, and its controls are large enough for a finger", async ({ page }) => {
    await openPlanner(page);
    for (const name of ["Inputs", "Results", "Compare"]) {
      await page.getByRole("radio", { name, exact: true }).check({ force: true });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, name).toBeLessThanOrEqual(390);
    }
    for (const tab of ["Frontier", "Sensitivity", "Monthly"]) {
      await page.getByRole("tab", { name: tab }).click();
      await expect(page.getByRole("button", { name: "Show table" })).toBeVisible();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, tab).toBeLessThanOrEqual(390);
    }
    await page.getByRole("radio", { name: "Inputs", exact: true }).check({ force: true });
    const small = await page.locator(".control, .touch").evaluateAll((controls) =>
      controls
        .filter((control) => control.getClientRects().length > 0)
        .filter((control) => control.getBoundingClientRect().height < 44)
        .map((control) => control.outerHTML.slice(0, 120)),
    );
    expect(small).toEqual([]);
  });
});
