import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { readXlsx } from "hucre/xlsx";
import { inClicks, openPlanner } from "./planner-page";

test("the workbook is two clicks away, and holds what the page shows", async ({ page }) => {
  await openPlanner(page);
  const saved = page.waitForEvent("download");
  await inClicks(page, 2, async () => {
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("button", { name: "Save Workbook (.xlsx)" }).click();
    await saved;
  });
  const download = await saved;
  expect(download.suggestedFilename()).toBe("Untitled plan.xlsx");
  const { sheets } = await readXlsx(readFileSync(await download.path()));
  expect(sheets.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["Summary", "Inputs", "Operators", "Model", "Compare", "Sources", "Checks"]),
  );
  const model = sheets.find(({ name }) => name === "Model")?.rows ?? [];
  expect(model[0]?.slice(0, 3)).toEqual(["id", "label", "unit"]);
  const tpot = model.find(([id]) => id === "tpot") ?? [];
  for (const value of tpot.slice(3)) expect(value).toBeGreaterThan(0);
  await expect(page.getByText("Workbook: done.")).toBeVisible();
});

test("tables, a chart and a report leave by the same dialog", async ({ page }) => {
  await openPlanner(page);
  await page.getByRole("button", { name: "Export" }).click();
  const saved = async (button: string) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button }).click(),
    ]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
  };
  await page.getByLabel("Program that the CSV is for").selectOption("excel-eu");
  const figures = await saved("Save CSV: Figures");
  expect(figures.name).toBe("Untitled plan figures.csv");
  expect(figures.text.codePointAt(0)).toBe(0xfeff);
  expect(figures.text.split("\r\n")[0]?.split(";")).toEqual(
    expect.arrayContaining(
      ["Cost, blended (USD/Mtok)", "TTFT (ms)"].map((each) => expect.stringContaining(each)),
    ),
  );
  expect((await saved("Save CSV: Months")).text.split("\r\n").length).toBeGreaterThan(3 * 36);
  expect((await saved("Save CSV: Inputs and sources")).text).toContain("https://");
  const chart = await saved("Save Cost against speed as SVG");
  expect(chart.text.startsWith("<svg")).toBe(true);
  expect(chart.text).toContain('font-family="Inter');
  expect(chart.text).not.toMatch(/var\(--|<image|href=/);
  expect((await saved("Save Cost against speed as PNG")).text.slice(1, 4)).toBe("PNG");
  // Boxes and words make a drawing too.
  const boxes = await saved("Save Where the time goes as SVG");
  expect(boxes.text).toMatch(/<rect [^>]*fill="rgb\(/);
  expect(boxes.text).toContain(">weights and arithmetic</text>");
  expect(boxes.text).not.toMatch(/var\(--|color-mix|<image|href=/);

  await page.keyboard.press("Escape");
  const report = page.getByRole("dialog", { name: "Untitled plan" });
  await inClicks(page, 2, async () => {
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await expect(report.getByRole("button", { name: "Print or save as PDF" })).toBeVisible();
  });
  await expect(report.getByRole("img", { name: "The plan’s link as a code" })).toBeVisible();
  for (const part of [
    "Options, their costs and where their prices come from",
    "The months to come",
    "Assumptions",
  ])
    await expect(report.getByRole("region", { name: part })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(report.getByText("Prepared by")).toBeVisible();
  await expect(page.getByRole("button", { name: "Print or save as PDF" })).toBeHidden();
});
