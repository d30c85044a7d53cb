import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";

const bodyRows = (page: Page) => page.locator("tbody tr");
const names = (page: Page) => page.locator("tbody th a").allInnerTexts();

test("filters by amounts with units, says how they were understood, and keeps them in the address", async ({
  page,
}) => {
  await page.goto("/hardware");
  const all = await bodyRows(page).count();
  expect(all).toBeGreaterThanOrEqual(60);
  await page.getByRole("button", { name: "Filters" }).click();
  await page.getByRole("textbox", { name: "Memory (GB)" }).fill(">=0.18 TB");
  await expect(page.getByRole("button", { name: "Remove the filter on Memory: ≥ 180 GB" })).toBeVisible();
  await expect.poll(() => bodyRows(page).count()).toBeLessThan(all / 2);
  await expect(page).toHaveURL(/f\.memory=/);
  const kept = await names(page);
  await page.reload();
  expect(await names(page)).toEqual(kept);

  await page.getByRole("button", { name: "Filters" }).click();
  await page.getByRole("textbox", { name: "Memory (GB)" }).fill(">=80 TB/s");
  await expect(page.getByRole("alert").filter({ hasText: "B/s" })).toBeVisible();
  await expect(bodyRows(page)).toHaveCount(all);
});

test("sorts by a column with the keyboard, figures that are not listed last", async ({ page }) => {
  await page.goto("/hardware?cols=name,fp4");
  const head = page.getByRole("columnheader", { name: /FP4/ });
  await head.getByRole("button").focus();
  await page.keyboard.press("Enter");
  await expect(head).toHaveAttribute("aria-sort", "descending");
  const cells = await page.locator("tbody td").allInnerTexts();
  const amounts = cells.filter((cell) => !/none|unknown/.test(cell));
  const numbers = amounts.map((cell) => Number(cell.replace(/[^\d.]/g, "")));
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  expect(cells.slice(0, amounts.length)).toEqual(amounts);
  await expect(page).toHaveURL(/sort=-fp4/);
});

test("compares the selected records with ratios to the first, and saves what is on screen", async ({
  page,
}) => {
  await page.goto("/hardware");
  await page.getByRole("checkbox", { name: "Select NVIDIA H100 SXM 80GB" }).check();
  await page.getByRole("checkbox", { name: "Select NVIDIA H200 SXM 141GB" }).check();
  await page.getByRole("button", { name: "Compare (2)" }).click();
  const memory = page.getByRole("row", { name: /^Memory GB/ });
  await expect(memory).toContainText("× 1.76");
  await expect(page).toHaveURL(/sel=nvidia-h100-sxm-80gb&sel=nvidia-h200-sxm-141gb&compare=1/);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV", exact: true }).click();
  const csv = await readFile(await (await download).path(), "utf8");
  expect(csv).toContain("Figure,Unit,NVIDIA H100 SXM 80GB,NVIDIA H200 SXM 141GB");
  expect(csv).toMatch(/Memory,GB,80,141,1\.7625/);
});

test("saves every row that passes, drawn or not, and only the columns shown", async ({ page }) => {
  await page.goto("/prices?cols=provider,price&f.term=Spot");
  const shown = await page.getByRole("status").innerText();
  const count = Number(/^(\d+) of/.exec(shown)?.[1]);
  expect(count).toBeGreaterThan(100);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV", exact: true }).click();
  const lines = (await readFile(await (await download).path(), "utf8")).trim().split("\r\n");
  expect(lines[0]).toBe("Accelerator,Provider,Per accelerator (USD/h)");
  expect(lines).toHaveLength(count + 1);
});

test("draws a long list as the reader nears its end, and all of it when asked", async ({ page }) => {
  await page.goto("/prices");
  await expect(bodyRows(page)).toHaveCount(100);
  await bodyRows(page).last().scrollIntoViewIfNeeded();
  await expect.poll(() => bodyRows(page).count()).toBeGreaterThan(100);
  // From the keyboard, without scrolling there: that draws more by itself and moves the button away.
  await page.getByRole("button", { name: /^Show all/ }).dispatchEvent("click");
  await expect(bodyRows(page)).toHaveCount(
    Number((await page.getByRole("status").innerText()).split(" ")[0]),
  );
});

test("shows where a figure was read: under the pointer, behind the row's button, and on the record's page", async ({
  page,
}) => {
  await page.goto("/hardware?q=H100+SXM");
  const row = page.getByRole("row", { name: /NVIDIA H100 SXM 80GB/ });
  await row.locator("[data-column=bandwidth]").hover();
  await expect(page.getByRole("tooltip")).toContainText("3350 GB/s");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("tooltip")).toHaveCount(0);
  await page.getByRole("button", { name: "Sources of NVIDIA H100 SXM 80GB" }).press("Enter");
  await expect(page.getByText("“3350 GB/s”")).toBeVisible();
  await page.getByRole("link", { name: "NVIDIA H100 SXM 80GB", exact: true }).click();
  const bandwidth = page.getByRole("row", { name: /^Memory bandwidth/ });
  await expect(bandwidth).toContainText("chosen");
  await expect(bandwidth).toContainText("differs");
});

test("lists an incomplete record with what is missing, and does not plan with it", async ({ page }) => {
  await page.goto("/hardware?q=Crescent+Island");
  await expect(bodyRows(page)).toContainText(["missing:"]);
  await expect(page.getByRole("link", { name: /^Add .* to the plan/ })).toHaveCount(0);
  await page.goto("/hardware/intel-crescent-island");
  await expect(page.getByText(/^Missing:/)).toBeVisible();
  expect((await page.goto("/models/no-such-model"))?.status()).toBe(404);
});
