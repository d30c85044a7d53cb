import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";

const profile = (page: Page) => page.getByRole("combobox", { name: "Program that CSV files are for" });

test("a CSV file is written for the program that was chosen, on every page from then on", async ({
  page,
}) => {
  await page.goto("/hardware?sel=nvidia-h100-sxm-80gb&sel=nvidia-h200-sxm-141gb&compare=1");
  await profile(page).selectOption({ label: "Excel: semicolon, decimal comma" });
  await page.goto("/hardware/nvidia-h100-sxm-80gb");
  await expect(profile(page).first()).toHaveValue("excel-eu");
  await page.goto("/hardware?sel=nvidia-h100-sxm-80gb&sel=nvidia-h200-sxm-141gb&compare=1");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV for Excel", exact: true }).click();
  const csv = await readFile(await (await download).path(), "utf8");
  expect(csv.startsWith("\uFEFF")).toBe(true);
  expect(csv).toContain("Figure;Unit;NVIDIA H100 SXM 80GB;NVIDIA H200 SXM 141GB");
  expect(csv).toContain('Memory;GB;80;141;"1,7625"');
  await profile(page).selectOption({ label: "Any program: comma, decimal point" });
  await expect(page.getByRole("button", { name: "CSV", exact: true })).toBeVisible();
});
