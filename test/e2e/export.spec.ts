import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { readXlsx } from "hucre/xlsx";
import { openPlanner } from "./planner-page";

test("the workbook is two clicks away, and holds what the page shows", async ({ page }) => {
  await openPlanner(page);
  await page.getByRole("button", { name: "Export" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save Workbook (.xlsx)" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("Untitled plan.xlsx");
  const { sheets } = await readXlsx(readFileSync(await download.path()));
  expect(sheets.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["Summary", "Inputs", "Operators", "Model", "Compare", "Sources", "Checks"]),
  );
  const model = sheets.find(({ name }) => name === "Model")?.rows ?? [];
  expect(model[0]?.slice(0, 3)).toEqual(["id", "label", "unit"]);
  const tpot = model.find(([id]) => id === "tpot") ?? [];
  for (const value of tpot.slice(3)) expect(value).toBeGreaterThan(0);
  await expect(page.getByText("Workbook saved.")).toBeVisible();
});

test("a comma-separated table opens in Excel under either decimal sign", async ({ page }) => {
  await openPlanner(page);
  await page.getByRole("button", { name: "Export" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save CSV for Excel, decimal comma" }).click(),
  ]);
  const text = readFileSync(await download.path(), "utf8");
  expect(text.codePointAt(0)).toBe(0xfeff);
  expect(text.split("\r\n")[0]?.split(";").length).toBeGreaterThan(5);
});
