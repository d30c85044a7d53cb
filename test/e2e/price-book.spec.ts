import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectOwnWidth, inEachLook } from "./accessible";
import { answer, boardTexts, failOnConsoleErrors, openPlanner, untilAlive } from "./planner-page";

const prices = `Accelerator;Price;Note;Region
NVIDIA H100 SXM 80GB;$1,25/h;=3-year contract;eu
nvidia-l4;0.40;;eu
NVIDIA L4;0.45;spot;eu
H200;2.10;;eu
amd-mi300x;-1;;eu
`;

const section = (page: Page) => page.getByRole("region", { name: "Your prices" });
const useButton = (page: Page) => page.getByRole("button", { name: "Use my prices" });
const priceOf = (page: Page, option: number) =>
  page.getByRole("textbox", { name: `Option ${option}: price per accelerator-hour` });

/** Opens the dialog. */
async function openImport(page: Page) {
  await page.goto("/prices");
  const dialog = page.getByRole("dialog");
  const button = section(page).getByRole("button", { name: /Import prices|Replace/ });
  await untilAlive(button);
  await button.click();
  await expect(dialog).toBeVisible();
  return dialog;
}

async function importPrices(page: Page, text: string) {
  const dialog = await openImport(page);
  const buffer = Buffer.from(text);
  await dialog
    .getByLabel("CSV file of prices")
    .setInputFiles({ name: "ours.csv", mimeType: "text/csv", buffer });
  return dialog;
}

test("prices of one's own are imported, planned with, and taken back one by one", async ({ page }) => {
  const errors = failOnConsoleErrors(page);
  await openPlanner(page);
  await expect(useButton(page)).toHaveCount(0);
  const listed = await answer(page).innerText();
  const listedRows = await boardTexts(page);

  const dialog = await importPrices(page, `\uFEFF${prices}`);
  await expect(dialog.getByRole("alert")).toContainText("2 rows not understood");
  await expect(dialog.getByRole("alert")).toContainText(
    'Line 5, accelerator: no accelerator is called "H200"; did you mean NVIDIA H200',
  );
  await expect(dialog.getByRole("alert")).toContainText("Line 6, price: must be from $0.00/h to $1,000.00/h");
  await expect(dialog).toContainText("Line 3, accelerator: NVIDIA L4 is named again on line 4, which counts");
  await expect(dialog).toContainText("Nothing is read from: Region");
  const preview = dialog.getByRole("table", { name: "Prices as they were understood" });
  await expect(preview.getByRole("row")).toHaveCount(3);
  await expect(preview.getByRole("row", { name: /NVIDIA L4/ })).toContainText("$0.45");
  await dialog.getByRole("button", { name: "Use these prices, leave out 2 rows" }).click();
  await expect(dialog).toBeHidden();
  await expect(section(page)).toContainText("2 prices from ours.csv");

  await openPlanner(page);
  await expect(priceOf(page, 1)).toHaveValue("");
  await useButton(page).click();
  await expect(useButton(page)).toHaveCount(0);
  await expect(priceOf(page, 1)).toHaveValue("1.25");
  await expect(answer(page)).not.toHaveText(listed, { useInnerText: true });

  await page.getByRole("button", { name: /^Your price\. Back to/ }).click();
  await expect(priceOf(page, 1)).toHaveValue("");
  await expect(answer(page)).toHaveText(listed, { useInnerText: true });
  expect(await boardTexts(page)).toEqual(listedRows);
  await expect(useButton(page)).toBeVisible();

  await page.getByRole("button", { name: "Accelerator of option 1:" }).click();
  await page.getByRole("combobox", { name: "Search accelerator of option 1" }).fill("nvidia l4");
  await page.getByRole("option", { name: /^NVIDIA L4\b/ }).click();
  await expect(priceOf(page, 1)).toHaveValue("0.45");
  expect(errors).toEqual([]);
});

test("a cloud's own price file is understood in the browser, by its kind, and planned with", async ({
  page,
}) => {
  const dialog = await openImport(page);
  const file = dialog.getByLabel("CSV file of prices");
  const give = (name: string, text: string) =>
    file.setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  await give(
    "vms.csv",
    `InstanceType,AcceleratorName,AcceleratorCount,vCPUs,MemoryGiB,GpuInfo,Price,SpotPrice,Region,AvailabilityZone
p5.48xlarge,H100,8.0,192,2048,"{'Gpus': [{'MemoryInfo': {'SizeInMiB': 81920}}]}",48.00,20.5,us-east-1,us-east-1a
x9.metal,H100,8.0,192,2048,"{'Gpus': [{'MemoryInfo': {'SizeInMiB': 81920}}]}",10,10,us-east-1,us-east-1b
`,
  );
  await expect(dialog.getByRole("alert")).toContainText(/SkyPilot|day/);
  await give(
    "zz_generated.pricing_aws.go",
    `package pricing

// generated at 2026-11-02T13:23:24Z for us-east-1

var InitialOnDemandPricesAWS = map[string]map[ec2types.InstanceType]float64{
	"us-east-1": {
		"p5.48xlarge": 54.000000, "m1.large": 0.175000,
	},
}
`,
  );
  const row = dialog
    .getByRole("table", { name: "Prices as they were understood" })
    .getByRole("row", { name: /H100/ });
  await expect(row).toContainText("$6.75");
  await expect(row).toContainText("2026-11-02");
  await dialog.getByRole("button", { name: /^Use these prices/ }).click();
  await expect(dialog).toBeHidden();
  await openPlanner(page);
  await useButton(page).click();
  await expect(priceOf(page, 1)).toHaveValue("6.75");
});

test("an option that is added starts at one's own price", async ({ page }) => {
  await openPlanner(page);
  await page.getByRole("button", { name: "Add an option" }).click();
  const added = page.getByRole("button", { name: /^Accelerator of option 4:/ });
  const name = (await added.getAttribute("aria-label"))?.replace(/^.*?: /, "");
  await expect(page).toHaveURL(/#d=\d+\./);
  const dialog = await importPrices(page, `accelerator,price\n"${name}",7.77`);
  await dialog.getByRole("button", { name: "Use these prices", exact: true }).click();
  await expect(dialog).toBeHidden();

  await openPlanner(page);
  await expect(priceOf(page, 4)).toHaveValue("");
  await page.getByRole("button", { name: "Remove option 4" }).click();
  await page.getByRole("button", { name: "Add an option" }).click();
  await expect(priceOf(page, 4)).toHaveValue("7.77");
});

test("a book is shown, downloaded, replaced by its own download, and removed", async ({ page }) => {
  await (await importPrices(page, prices)).getByRole("button", { name: /^Use these prices/ }).click();
  await section(page).getByRole("button", { name: "Show" }).click();
  await expect(section(page).getByRole("row", { name: /H100 SXM/ })).toContainText("=3-year contract");

  const download = page.waitForEvent("download");
  await section(page).getByRole("button", { name: "CSV", exact: true }).click();
  const text = await readFile(await (await download).path(), "utf8");
  expect(text).toBe(
    "accelerator,price (USD/h),note\r\nnvidia-h100-sxm-80gb,1.25,'=3-year contract\r\nnvidia-l4,0.45,spot\r\n",
  );

  const again = await importPrices(page, text);
  await expect(again).toContainText("takes the place of the 2 you have");
  await expect(again.getByRole("alert")).toHaveCount(0);
  await again.getByRole("button", { name: "Use these prices", exact: true }).click();
  await page.reload();
  await expect(section(page)).toContainText("2 prices from ours.csv");

  await section(page).getByRole("button", { name: "Remove" }).click();
  await expect(section(page)).toContainText("Removed.");
  await section(page).getByRole("button", { name: "Undo" }).click();
  await expect(section(page)).toContainText("2 prices");
  await section(page).getByRole("button", { name: "Remove" }).click();
  await openPlanner(page);
  await expect(useButton(page)).toHaveCount(0);
});

test("says when a list cannot be read, and when the browser keeps nothing", async ({ page }) => {
  await page.addInitScript(() => {
    const write = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key: string, value: string) {
      if (key.startsWith("price-book")) throw new DOMException("full", "QuotaExceededError");
      write.call(this, key, value);
    };
  });
  const dialog = await openImport(page);
  const box = dialog.getByRole("textbox");
  const use = dialog.getByRole("button", { name: "Use these prices" });
  await box.fill("gpu,cost\nnvidia-l4,1");
  await expect(dialog.getByRole("alert")).toContainText(
    'needs a column "accelerator", understood "gpu", "cost"',
  );
  await expect(use).toBeDisabled();
  await box.fill("accelerator,price\nnvidia-l4,1");
  await use.click();
  await expect(dialog.getByRole("alert")).toContainText("storage for the site is full");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(section(page)).toContainText("Plan with what you pay");
});

test("a book that was tampered with is said to be unreadable, and plans go on without it", async ({
  page,
}) => {
  await page.addInitScript(() => localStorage.setItem("price-book:1", '{"v":1,"entries":[{"a":1}]}'));
  await openPlanner(page);
  await expect(useButton(page)).toHaveCount(0);
  await page.goto("/prices");
  await expect(section(page)).toContainText("cannot be read any more");
});

test("the import and the book are accessible and keep the page's width", async ({ page }) => {
  const dialog = await importPrices(page, prices);
  await expect(dialog.getByRole("table")).toBeVisible();
  await inEachLook(page, async () => {
    await expectAccessible(page, "[role=dialog]");
    await expectOwnWidth(page);
  });
  await dialog.getByRole("button", { name: /^Use these prices/ }).click();
  await section(page).getByRole("button", { name: "Show" }).click();
  await expect(section(page).getByRole("table")).toBeVisible();
  await inEachLook(page, async () => {
    await expectAccessible(page, "section[aria-labelledby=your-prices]");
    await expectOwnWidth(page);
  });
});
