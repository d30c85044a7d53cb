import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { expectAccessible, expectOwnWidth, inEachLook } from "./accessible";
import { failOnConsoleErrors } from "./planner-page";

const marks = "[data-mark]";

test("narrows the measurements, keeps that in the address, and shows a mark's source", async ({ page }) => {
  const errors = failOnConsoleErrors(page);
  await page.goto("/accuracy");
  await expect(page.locator(marks).first()).toBeVisible();
  const all = await page.locator(marks).count();
  expect(all).toBeGreaterThan(1000);
  await page.getByRole("combobox", { name: "Metric" }).selectOption("tpot_ms");
  await page.getByRole("combobox", { name: "Engine" }).selectOption("vLLM");
  await expect(page).toHaveURL(/metric=tpot_ms&engine=vLLM/);
  await expect.poll(() => page.locator(marks).count()).toBeLessThan(all / 2);
  const summary = page.getByRole("status").filter({ hasText: "measurements" });
  const kept = await summary.innerText();
  expect(kept).toMatch(/^\d+ measurements: median error \d/);
  await page.reload();
  await expect(summary).toHaveText(kept);

  await page.locator(marks).first().click({ force: true });
  const detail = page.getByRole("status").filter({ hasText: "Source of" });
  await expect(detail).toContainText("measured");
  await expect(detail.getByRole("link", { name: /silicon_sample/ })).toHaveAttribute("href", /^https:/);
  await detail.getByRole("link", { name: "Plan this deployment" }).click();
  await expect(page).toHaveURL(/\/#d=\d+\./);
  expect(errors).toEqual([]);
});

test("saves every measurement shown, with its source", async ({ page }) => {
  await page.goto("/accuracy?metric=tpot_ms");
  const button = page.getByRole("button", { name: /^CSV of all/ });
  const count = Number((await button.innerText()).replace(/\D/g, ""));
  const download = page.waitForEvent("download");
  await button.click();
  const lines = (await readFile(await (await download).path(), "utf8")).trim().split("\r\n");
  expect(lines).toHaveLength(count + 1);
  expect(lines[0]).toContain("Measured,Predicted,Error (%),Source");
});

test("leads from a quantity's anchor to its formula, and from there to what it is made of", async ({
  page,
}) => {
  await page.goto("/method#tpot");
  const entry = page.locator("#tpot");
  await expect(entry).toBeInViewport();
  await expect(entry).toContainText("Time per output token");
  await entry.getByRole("link", { name: "interleavedTpot" }).first().click();
  await expect(page).toHaveURL(/#interleavedTpot$/);
  await expect(page.locator("#interleavedTpot")).toBeInViewport();
});

test("answers with the nearest measurements of each option", async ({ request }) => {
  const workload = { model: "meta-llama-3.1-70b", inputTokens: 1000, outputTokens: 1000, batch: 48 };
  const options = [{ accelerator: "nvidia-h100-sxm-80gb", tp: 2 }, { accelerator: "amd-mi300x" }];
  const answer = await request.post("/api/v1/nearest", { data: { workload, options } });
  expect(answer.status()).toBe(200);
  const found = (await answer.json()).options;
  expect(found).toHaveLength(2);
  expect(found[0].tpot).toMatchObject({ metric: "tpot_ms", accelerator: "nvidia-h100-sxm-80gb" });
  expect(found[0].tpot.words).toContain("same model and accelerator");
  expect(found[0].tpot.predicted / found[0].tpot.measured).toBeGreaterThan(0.5);
  const refused = await request.post("/api/v1/nearest", { data: { workload } });
  expect(refused.status()).toBe(422);
});

test("the accuracy page says where the planner is weak, what it could not answer and what others reached, and is accessible", async ({
  page,
}) => {
  const errors = failOnConsoleErrors(page);
  await page.goto("/accuracy");
  await expect(page.locator(marks).first()).toBeVisible();
  const weak = page.getByRole("region", { name: "Weak spots" });
  await expect(weak.getByRole("listitem").first()).toContainText(/\d %.*bias/);
  await expect(weak).toContainText("Every measurement could be answered.");
  await expect(page.getByRole("region", { name: "Other estimators", exact: true })).toContainText(
    "AIConfigurator",
  );
  await inEachLook(page, async () => {
    await expectAccessible(page);
    await expectOwnWidth(page);
  });
  expect(errors).toEqual([]);
});

test("the method page shows what every constant was expected to be and what was fitted, and is accessible", async ({
  page,
}) => {
  const errors = failOnConsoleErrors(page);
  await page.goto("/method");
  const hopper = page.locator("#calibration-hopper");
  await hopper.locator("summary").click();
  await expect(hopper).toContainText("fitted to");
  await expect(hopper).toContainText("measurements");
  await expect(page.locator("#calibration-cpu-x86")).toContainText("by analogy");
  await page.locator("#calibration-vllm summary").click();
  const further = "[aria-labelledby^=topic-] li:nth-child(n + 4)";
  expect(await page.locator(further).count()).toBeGreaterThan(50);
  await inEachLook(page, async () => {
    await expectAccessible(page, "html", further);
    await expectOwnWidth(page);
  });
  expect(errors).toEqual([]);
});
