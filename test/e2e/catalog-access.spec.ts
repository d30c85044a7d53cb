import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

/** Rows are all made alike: a few of each page are looked at closely, so that this takes seconds. */
const pages = [
  "/hardware?q=nvidia+h",
  "/hardware?sel=nvidia-h100-sxm-80gb&sel=amd-mi300x&compare=1",
  "/hardware/nvidia-h100-sxm-80gb?q=lambda",
  "/hardware/nvidia-a10g",
  "/models?q=qwen3-vl",
  "/models/kimi-k3",
  "/prices?q=aws+h200",
  "/prices/api?q=kimi",
  "/prices/energy?q=germany",
];
const lists = ["/hardware", "/models", "/prices", "/prices/api", "/prices/energy"];

/** Each size and each scheme once: the same rules draw the other pairs. */
const looks = [
  { size: "wide", viewport: { width: 1440, height: 900 }, colorScheme: "light" },
  { size: "narrow", viewport: { width: 390, height: 844 }, colorScheme: "dark" },
] as const;

for (const { size, viewport, colorScheme } of looks) {
  test(`the catalog is accessible and keeps its width, ${size} and ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ viewport, colorScheme });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(error.message));
    for (const address of pages) {
      await page.goto(address);
      for (const panel of ["Filters", "Columns"]) {
        const button = page.getByRole("button", { name: panel, exact: true });
        if ((await button.count()) > 0) await button.click();
        const { violations } = await new AxeBuilder({ page })
          .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
          .analyze();
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`,
        );
        expect(found, `${address}, ${panel}`).toEqual([]);
      }
    }
    for (const address of [...pages, ...lists]) {
      await page.goto(address);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(sideways, address).toBeLessThanOrEqual(0);
    }
    expect(errors).toEqual([]);
    await context.close();
  });
}
