import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectOwnWidth, inEachLook } from "./accessible";
import { failOnConsoleErrors, untilAlive } from "./planner-page";

/** Rows are all made alike: a few of each page are looked at closely, so that this takes seconds. */
const pages = {
  hardware: [
    "/hardware?q=nvidia+h",
    "/hardware?sel=nvidia-h100-sxm-80gb&sel=amd-mi300x&compare=1",
    "/hardware/nvidia-h100-sxm-80gb?q=lambda",
    "/hardware/google-tpu-8i",
  ],
  models: ["/models?q=qwen3-vl", "/models/kimi-k3"],
  prices: [
    "/prices?q=aws+h200",
    "/prices/api?q=kimi",
    "/prices/energy?q=germany",
    "/prices/regions?q=frankfurt",
  ],
};

/** Opens one of the panels above a table. */
async function openPanel(page: Page, name: string) {
  const button = page.getByRole("button", { name, exact: true });
  await untilAlive(button);
  if ((await button.getAttribute("aria-expanded")) === "false") await button.click();
  await expect(button).toHaveAttribute("aria-expanded", "true");
}

for (const [what, addresses] of Object.entries(pages)) {
  test(`the pages of ${what} are accessible and keep their width`, async ({ page }) => {
    const errors = failOnConsoleErrors(page);
    for (const address of addresses) {
      await page.goto(address);
      const panels = (await page.getByRole("button", { name: "Filters", exact: true }).count()) > 0;
      if (panels) await openPanel(page, "Filters");
      await inEachLook(page, async () => {
        await expectAccessible(page);
        await expectOwnWidth(page);
      });
      if (!panels) continue;
      await openPanel(page, "Columns");
      await inEachLook(page, async () => {
        await expectAccessible(page, "fieldset");
        await expectOwnWidth(page);
      });
    }
    expect(errors).toEqual([]);
  });
}

test("the whole lists have targets large enough, and the way to the other pages in sight", async ({
  page,
}) => {
  const errors = failOnConsoleErrors(page);
  for (const address of ["/hardware", "/models", "/prices"]) {
    await page.goto(address);
    await inEachLook(page, async (narrow) => {
      // A box is small whatever the list; what is pressed is its label.
      const boxes = page.locator("label:has(> [type=checkbox])").filter({ visible: true });
      const least = await boxes.evaluateAll((labels) =>
        Math.min(
          ...labels.flatMap((label) => {
            const { width, height } = label.getBoundingClientRect();
            return [width, height];
          }),
        ),
      );
      expect(least, `the least side of a target on ${address}`).toBeGreaterThanOrEqual(narrow ? 44 : 24);
      // However long the list, the way to the other pages is on the screen.
      await expect(page.getByRole("navigation", { name: "Site" }).filter({ visible: true })).toBeInViewport();
    });
  }
  expect(errors).toEqual([]);
});
