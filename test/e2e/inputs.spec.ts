import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { answer, askForBatch, board, boardTexts, inClicks, openPlanner, row } from "./planner-page";

/** Edits of one field within this time are one step of undo. */
const ONE_EDIT_MS = 900;

test.beforeEach(({ page }) => openPlanner(page));

async function moveSlider(page: Page) {
  const slider = page.getByRole("slider", { name: "Batch, slider" });
  const box = page.getByRole("textbox", { name: "Batch" });
  // The page's clock stands while keys are pressed, however long a busy machine takes for them.
  const begun = Date.now();
  await page.clock.setFixedTime(begun);
  await slider.focus();
  for (const [key, value] of [
    ["ArrowRight", "17"],
    ["Shift+ArrowRight", "34"],
    ["PageDown", "17"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(box).toHaveValue(value);
  }
  // After a rest a movement is a step of undo of its own, however many keys it took.
  await page.clock.setFixedTime(begun + ONE_EDIT_MS);
  for (const key of ["ArrowRight", "Shift+ArrowRight", "PageDown"]) await page.keyboard.press(key);
  await expect(box).toHaveValue("18");
  await page.keyboard.press("Control+z");
  await expect(box).toHaveValue("17");
}

test("what is not understood is answered beside the field, and the last result stays", async ({ page }) => {
  await askForBatch(page);
  const before = await boardTexts(page);
  for (const { field, text, says } of [
    { field: "Input tokens", text: "12x8k", says: /12/ },
    { field: "Batch", text: "-4", says: /from 1 req to/ },
    { field: "Batch", text: "2.5", says: /whole number/ },
    { field: "Output tokens", text: "", says: /empty/ },
    // Each begins with what is understood: half a number is no plan.
    { field: "Output tokens", text: "70e12", says: /^Output tokens: must be from .* understood 70/ },
    { field: "Input tokens", text: "12,5", says: /12\.5/ },
    { field: "Option 1: price per accelerator-hour", text: "$4 apples", says: /^Price: .*"apples"/ },
  ]) {
    await test.step(`"${text}" in ${field}`, async () => {
      const box = page.getByRole("textbox", { name: field });
      await box.press("Control+a");
      await box.press("Delete");
      await box.pressSequentially(text);
      await expect(box).toHaveAttribute("aria-invalid", "true");
      const described = (await box.getAttribute("aria-describedby"))?.split(" ")[0];
      await expect(page.locator(`[id="${described}"]`)).toHaveText(says);
      await expect(page.getByText("These are the last results that were")).toBeVisible();
      expect(await boardTexts(page)).toEqual(before);
      await box.press("Escape");
      await expect(box).not.toHaveAttribute("aria-invalid", "true");
    });
  }
  await test.step("a slider moves by keyboard, and undo takes the whole movement back", () =>
    moveSlider(page));
});

test("numbers are understood as people write them, and speculation asks for what its method needs", async ({
  page,
}) => {
  await page.getByRole("textbox", { name: "Input tokens" }).fill("128k");
  await expect(page.getByText("= 128,000 tok")).toBeVisible();
  const price = page.getByRole("textbox", { name: "Option 1: price per accelerator-hour" });
  await price.fill("$2.49/h");
  await expect(page.getByText("= $2.49/h")).toBeVisible();
  await page.getByRole("button", { name: /Your price. Back to/ }).click();
  await expect(price).toHaveValue("");

  await page.locator("summary").filter({ hasText: "Speculation" }).click();
  const method = page.getByRole("combobox", { name: "Speculative decoding" });
  await expect(page.getByRole("textbox", { name: "Acceptance" })).toBeHidden();
  await method.selectOption({ label: "Draft model" });
  await expect(page.getByRole("textbox", { name: "Acceptance" })).toBeVisible();
  await page.getByRole("button", { name: /^Draft model:/ }).click();
  await page.getByRole("combobox", { name: "Search draft model" }).fill("llama 3.1 8b");
  await page.getByRole("listbox").getByRole("option", { name: /8B/ }).first().click();
  await expect(answer(page)).toContainText(/\$[\d.]+ \/Mtok/);
  await method.selectOption({ label: "None" });
  await expect(page.getByRole("textbox", { name: "Acceptance" })).toBeHidden();
});

test("a model that does not fit says why and offers repairs that work", async ({ page }) => {
  await page.getByRole("combobox", { name: "Weights", exact: true }).first().selectOption({ label: "FP32" });
  await expect(row(page, /H200/).getByText(/Needs .* has .*/)).toBeVisible();
  await row(page, /H200/)
    .getByRole("button", { name: /accelerators for/ })
    .click();
  await expect(row(page, /H200/).getByText(/Needs .* has .*/)).toBeHidden();
});

test("a file holds what the table shows, each view has its table, and options are added and removed", async ({
  page,
}) => {
  const download = page.waitForEvent("download");
  const options = page.getByRole("region", { name: "Options", exact: true });
  await options.getByRole("button", { name: "CSV", exact: true }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("board.csv");
  const lines = (await readFile(await file.path(), "utf8")).trimEnd().split("\r\n");
  expect(lines).toHaveLength(4);
  expect(lines[0]).toContain("Cost, blended (USD/tok)");
  expect(lines.join()).toContain("H100");

  for (const name of ["Why", "Roofline", "Memory", "Sensitivity"]) {
    await page.getByRole("tab", { name }).click();
    const panel = page.getByRole("tabpanel");
    const tables = await panel.getByRole("table").count();
    await panel.getByRole("button", { name: "Show table" }).first().click();
    await expect(panel.getByRole("table")).toHaveCount(tables + 1);
    await panel.getByRole("button", { name: "Show chart" }).first().click();
    await expect(panel.getByRole("table")).toHaveCount(tables);
  }

  const rows = board(page).getByRole("rowheader");
  // With the two of a model of one's own, four: the accelerator that is added can still be changed in one more.
  await inClicks(page, 2, async () => {
    await page.getByRole("button", { name: "Add an option" }).click();
    await expect(rows).toHaveCount(4);
  });
  await page.getByRole("button", { name: "Duplicate option 1" }).click();
  await page.getByRole("button", { name: "Duplicate option 1" }).click();
  await expect(rows).toHaveCount(6);
  await expect(page.getByRole("button", { name: "Add an option" })).toBeDisabled();
  await page.getByRole("button", { name: "Remove option 6" }).click();
  await expect(rows).toHaveCount(5);
});

test("goals are kept or missed in each row, and the largest batch within them is one click away", async ({
  page,
}) => {
  await askForBatch(page);
  await page.locator("summary").filter({ hasText: "Goals" }).click();
  await page.getByRole("combobox", { name: "TTFT at" }).selectOption({ label: "Mean" });
  // Between the 21.1 ms of the one and the 21.7 ms of the other.
  await page.getByRole("textbox", { name: "TPOT goal" }).fill("21.4");
  await expect(row(page, /H100/).getByText("keeps the goal").first()).toBeAttached();
  await expect(row(page, /MI300X/).getByText("misses TPOT by")).toBeVisible();
  await row(page, /H100/).getByRole("rowheader").getByRole("button").first().click();
  const use = page.getByRole("tabpanel").getByRole("button", { name: /^Use batch/ });
  const batch = /Use batch ([\d,]+)/.exec(await use.innerText())?.[1] ?? "";
  await use.click();
  await expect(page.getByRole("textbox", { name: "Batch" })).toHaveValue(batch);
  await expect(row(page, /H100/).getByText("misses")).toHaveCount(0);
  await page.getByRole("textbox", { name: "Batch" }).fill(String(Number(batch.replace(",", "")) + 1));
  await expect(row(page, /H100/).getByText("misses TPOT by")).toBeVisible();
});

test("an accelerator of one's own is described, planned with and carried in the link", async ({
  page,
  context,
}) => {
  await page.getByRole("button", { name: /^Accelerator of option 2:/ }).click();
  await page.getByRole("button", { name: "Your own accelerator…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Our next chip");
  await dialog.getByRole("textbox", { name: "Memory", exact: true }).fill("192 GB");
  await dialog.getByRole("textbox", { name: "Memory bandwidth" }).fill("6 TB/s");
  await dialog.getByRole("textbox", { name: "BF16 rate" }).fill("1.2 PFLOP/s");
  await dialog.getByText("Further rates and links").click();
  await dialog.getByRole("textbox", { name: "Link (if known)", exact: true }).fill("450 GB/s");
  await dialog.getByRole("textbox", { name: "Linked accelerators (if known)" }).fill("8");
  await dialog.getByRole("textbox", { name: /^Price/ }).fill("$2/h");
  await dialog.getByRole("button", { name: "Use it" }).click();
  await expect(row(page, "Our next chip").getByRole("button", { name: /explain Cost/ })).toBeVisible();
  await expect(page.getByText("From your figures")).toBeVisible();
  // Pasted with marks that nobody sees.
  await page.getByRole("textbox", { name: "Name of this plan" }).fill("\u202aChat\u202c");
  await expect(page).toHaveURL(/#d=\d+\./);
  const shown = await boardTexts(page);
  const other = await context.newPage();
  await openPlanner(other, `/${new URL(page.url()).hash}`);
  await expect(other.getByRole("textbox", { name: "Name of this plan" })).toHaveValue("Chat");
  await expect.poll(() => boardTexts(other), { timeout: 20_000 }).toEqual(shown);
});

test("a list of models opens at the chosen one, and a model from its configuration is planned with", async ({
  page,
}) => {
  await page.getByRole("button", { name: /^Model:/ }).click();
  await expect(page.getByRole("listbox").getByRole("option", { selected: true })).toBeInViewport();
  // Published quantised: said where another format is planned, and taken in one click.
  await page.getByRole("option", { name: /^gpt-oss-120b/ }).click();
  await page.getByRole("button", { name: "Plan it in MXFP4" }).click();
  await expect(page.getByRole("combobox", { name: "Weights", exact: true }).first()).toHaveValue("mxfp4");
  await expect(page.getByText("Published in MXFP4")).toHaveCount(0);
  await page.getByRole("combobox", { name: "Model: gpt-oss-120b" }).click();
  await page.getByRole("button", { name: "Import from a config.json…" }).click();
  const config = {
    model_type: "llama",
    architectures: ["LlamaForCausalLM"],
    hidden_size: 4096,
    num_hidden_layers: 32,
    num_attention_heads: 32,
    num_key_value_heads: 8,
    intermediate_size: 14336,
    vocab_size: 128256,
    max_position_embeddings: 131072,
    tie_word_embeddings: false,
  };
  await page.getByRole("textbox", { name: "Or paste it" }).fill(JSON.stringify(config));
  await page.getByRole("textbox", { name: "Name" }).fill("Our 8B");
  await page.getByRole("button", { name: "Plan with it" }).click();
  await expect(page.getByRole("combobox", { name: "Model: Our 8B" })).toBeVisible();
  await expect(answer(page)).toContainText(/\$[\d.]+ \/Mtok/);
});

test("a damaged link and one to a record that the catalog lost say so, and the preset stays", async ({
  page,
}) => {
  const before = await answer(page).innerText();
  await page.goto("/#d=1.%%%");
  await expect(page.getByText(/This link cannot be opened/)).toBeVisible();
  expect(await answer(page).innerText()).toBe(before);
  const gone = { workload: { model: "lost-70b" }, options: [{ accelerator: "nvidia-h200-sxm-141gb" }] };
  await page.goto(`/#d=1.${Buffer.from(JSON.stringify(gone)).toString("base64url")}`);
  await expect(page.getByText('The catalog has no model "lost-70b"')).toBeVisible();
});

test("a long name without a blank leaves a phone's page as wide as its screen", async ({ page }) => {
  const record = { architecture: "hopper", memory: "80 GB", memoryBandwidth: "3 TB/s", bf16: "1 PFLOP/s" };
  const long = {
    workload: { model: "meta-llama-3.1-8b" },
    options: [{ accelerator: "custom-long" }],
    custom: { accelerators: { "custom-long": { name: "W".repeat(60), ...record } } },
  };
  await page.setViewportSize({ width: 390, height: 844 });
  await openPlanner(page, `/#d=1.${Buffer.from(JSON.stringify(long)).toString("base64url")}`);
  await page.getByText("Details", { exact: true }).first().click();
  for (const name of ["All figures", "Roofline", "Memory"]) {
    await page.getByRole("tab", { name }).click();
    await expect(page.getByRole("tabpanel").getByText(/WWW/).filter({ visible: true })).not.toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  }
});
