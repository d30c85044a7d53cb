import { expect, test } from "@playwright/test";
import { inClicks, openPlanner } from "./planner-page";

const file = (name: string) => `test/measure/files/${name}`;

test("a measurement corrects the plan in two clicks, and goes along only when asked", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openPlanner(page);
  const chosen = page.getByLabel("Files with benchmark results");
  // What to run is one click away, and stays while nothing was measured.
  await inClicks(page, 1, async () => {
    await page.getByRole("tab", { name: "Prove" }).click();
    await expect(page.getByRole("region", { name: "Run it" })).toContainText(/vllm serve \S+/);
  });
  await page.getByRole("tab", { name: "Why" }).click();
  // The second click is the one in the system's own dialog, which names the file.
  await inClicks(page, 1, async () => {
    await page.getByRole("tab", { name: "Prove" }).click();
    await chosen.setInputFiles(file("vllm-bench.json"));
    await expect(
      page.getByText(/^Steps take [\d.]+ % (longer|less) than predicted, by 1 measurement/),
    ).toBeVisible();
  });
  const run = page.getByRole("table", { name: /64 in flight, 1,000 → 500 tok/ });
  const tpot = run.getByRole("row", { name: /TPOT/ });
  // What was measured, what was predicted, and what the plan says now: within 3 %.
  const [measured = 0, , now = 0] = (await tpot.getByRole("cell").allTextContents()).map(Number.parseFloat);
  expect(measured).toBe(30.3);
  expect(Math.abs(now / measured - 1)).toBeLessThan(0.03);

  await page.getByRole("checkbox", { name: /64 in flight/ }).uncheck();
  await expect(tpot.getByRole("cell", { name: "switched off" })).toBeVisible();
  await page.getByRole("checkbox", { name: /64 in flight/ }).check();

  // The address shows the plan alone, and a reload brings the measurement back all the same.
  const carried = (address: string) =>
    Buffer.from(address.split("#d=")[1]?.split(/[.&]/)[1] ?? "", "base64url").toString();
  await expect.poll(() => page.evaluate(() => localStorage.getItem("draft"))).not.toBeNull();
  expect(carried(page.url())).not.toContain("vllm-bench");
  await page.reload();
  await page.getByRole("tab", { name: "Prove" }).click();
  await expect(page.getByRole("checkbox", { name: /64 in flight/ })).toBeChecked();

  await inClicks(page, 1, async () => {
    await page.getByRole("button", { name: "Copy link" }).click();
    await expect(page.getByText("Link copied without what you measured.")).toBeVisible();
  });
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(carried(link)).not.toContain("vllm-bench");
});

test("a file that is none of a benchmark is told what is known, and changes nothing", async ({ page }) => {
  await openPlanner(page);
  await page.getByRole("tab", { name: "Prove" }).click();
  const chosen = page.getByLabel("Files with benchmark results");
  await chosen.setInputFiles({
    name: "other.json",
    mimeType: "application/json",
    buffer: Buffer.from('{"a": 1}'),
  });
  await expect(page.getByText(/^other\.json is no result file that is known here/)).toBeVisible();
  await chosen.setInputFiles({
    name: "cut.json",
    mimeType: "application/json",
    buffer: Buffer.from('{"a": [1,'),
  });
  await expect(page.getByText(/^cut\.json begins as JSON but ends before/)).toBeVisible();
  // Files of other models are asked about, one after the other, and a run that is there already is not added again.
  await chosen.setInputFiles([file("llama-bench.md"), file("vllm-rate.json")]);
  await expect(page.getByText(/^llama-bench\.md may be of another deployment/)).toBeVisible();
  await page.getByRole("button", { name: "Leave it out" }).click();
  await expect(page.getByText(/^vllm-rate\.json may be of another deployment/)).toBeVisible();
  await page.getByRole("button", { name: "Leave it out" }).click();
  await expect(page.getByText("No measurements yet.")).toBeVisible();
  await chosen.setInputFiles(file("vllm-bench.json"));
  await expect(page.getByRole("checkbox", { name: /in flight/ })).toHaveCount(1);
  await chosen.setInputFiles(file("vllm-bench.json"));
  await expect(page.getByText(/^vllm-bench\.json: what it measured is there already/)).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /in flight/ })).toHaveCount(1);
  await page.getByRole("button", { name: /^Remove 64 in flight/ }).click();

  // A calibration that was saved before is taken by its file, named, and taken away by one click.
  const part = page.getByRole("region", { name: "Constants of your own" });
  const constant = { of: "stack", id: "vllm", constant: "layerTime", mean: 1e-4, sd: 0.1, runs: 6 };
  const calibration = { name: "Our rack", asOf: "2026-11-29", constants: [constant] };
  await part.getByLabel("File with a calibration").setInputFiles({
    name: "ours.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(calibration)),
  });
  await expect(part.getByText("Computed with “Our rack” of 2026-11-29")).toBeVisible();
  await expect(part.getByRole("row", { name: /Launch gaps.*vLLM, 6 runs/ })).toBeVisible();
  await part.getByRole("button", { name: "Take it away" }).click();
  await expect(part.getByLabel("File with a calibration")).toBeAttached();
});

test("what a file leaves open is asked for", async ({ page }) => {
  await openPlanner(page);
  await page.getByRole("tab", { name: "Prove" }).click();
  await page.getByLabel("Files with benchmark results").setInputFiles(file("mlperf_log_summary.txt"));
  await expect(page.getByText("mlperf_log_summary.txt does not say:")).toBeVisible();
  await page.getByLabel("Mean input tokens").fill("294");
  await page.getByLabel("Mean output tokens").fill("294");
  await page.getByRole("button", { name: "Add it" }).click();
  await expect(page.getByRole("checkbox", { name: /294 → 294 tok/ })).toBeChecked();
});
