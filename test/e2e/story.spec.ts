import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import {
  answer,
  askForBatch,
  board,
  boardTexts,
  failOnConsoleErrors,
  inClicks,
  openPlanner,
} from "./planner-page";

test("the first answer is in the page as the server sends it", async ({ request }) => {
  const html = await (await request.get("/")).text();
  expect(html).toContain("Options, cheapest first");
  expect(html).toMatch(/\$\d+\.\d\d/);
  expect(html).toContain("H100");
});

test("from an open page to a shared plan with the same numbers", async ({ page, browser, baseURL }) => {
  const errors = failOnConsoleErrors(page);
  await openPlanner(page);
  const first = await answer(page).innerText();

  await inClicks(page, 2, async () => {
    await page.getByRole("button", { name: /^Model:/ }).click();
    await page.getByRole("combobox", { name: "Search model" }).fill("llama 3.1 8b");
    await page.getByRole("listbox").getByRole("option", { name: /8B/ }).first().click();
    await expect(page.getByRole("combobox", { name: /^Model: .*8B/ })).toBeVisible();
    await expect(answer(page)).not.toHaveText(first, { useInnerText: true });
  });
  const otherModel = await answer(page).innerText();

  await page.locator("summary").filter({ hasText: "Traffic" }).click();
  await page.getByRole("textbox", { name: "Users" }).fill("500");
  await expect(answer(page)).not.toHaveText(otherModel, { useInnerText: true });

  const drawer = page.getByRole("complementary", { name: "Explanation" });
  const explains = (name: RegExp) => board(page).getByRole("button", { name }).first();
  // Until every row is simulated, a first one may show the formulas' mean.
  await boardTexts(page);
  await inClicks(page, 1, async () => {
    await explains(/explain Mean TPOT/).click();
    await expect(drawer.getByRole("heading", { name: "Mean TPOT, in the busiest hour" })).toBeVisible();
  });
  await drawer.getByRole("button", { name: /^Time per output token/ }).click();
  await expect(drawer.getByTestId("substituted")).toContainText("ms");
  await drawer
    .getByRole("button", { name: /prompts in between/i })
    .first()
    .click();
  await expect(drawer.getByRole("navigation")).toContainText("Time per output token");
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();

  const shown = await boardTexts(page);
  expect(shown).toHaveLength(3);
  await page.getByRole("button", { name: /^Save/ }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Chat, eight billion");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const link = await page.getByRole("textbox", { name: "Link to this plan" }).inputValue();
  expect(new URL(link).pathname).toMatch(/^\/s\/[A-Za-z0-9_-]{22}$/);
  const key = await page.evaluate((id) => localStorage.getItem(`edit-key:${id}`), link.split("/s/")[1]);
  expect(key).toMatch(/^[A-Za-z0-9_-]{43}$/);

  const reader = await browser.newContext(baseURL ? { baseURL } : {});
  const shared = await reader.newPage();
  const sharedErrors = failOnConsoleErrors(shared);
  await shared.goto(new URL(link).pathname);
  await expect(shared.getByRole("heading", { name: "Chat, eight billion" })).toBeVisible();
  expect(await boardTexts(shared)).toEqual(shown);
  await expect(shared.getByText(/engine \S+, catalog \S+/)).toBeVisible();
  // What was saved leaves the shared page too, with its numbers.
  await shared.getByRole("button", { name: "Export" }).click();
  const [file] = await Promise.all([
    shared.waitForEvent("download"),
    shared.getByRole("button", { name: "Save JSON" }).click(),
  ]);
  const { options } = JSON.parse(readFileSync(await file.path(), "utf8"));
  const { result } = await (await shared.request.get(`/api/v1/scenarios/${link.split("/s/")[1]}`)).json();
  expect(options.map(({ figures }: { figures: object }) => figures)).toEqual(
    result.options.map(({ figures }: { figures: object }) => figures),
  );
  await shared.getByRole("button", { name: "Open", exact: true }).click();
  await expect(shared.getByRole("dialog", { name: "Chat, eight billion" })).toContainText("keep the goals");
  await shared.getByRole("button", { name: "Back to the plan" }).click();
  await inClicks(shared, 1, async () => {
    await shared.getByRole("link", { name: /Plan from this/ }).click();
    await expect(shared.locator("[data-part=traffic]")).toHaveText("500 users");
  });
  await expect.poll(() => boardTexts(shared)).toEqual(shown);
  await reader.close();
  expect(errors).toEqual([]);
  expect(sharedErrors).toEqual([]);
});

test("the address carries the plan, and a reload right after the last key loses nothing", async ({
  page,
  context,
}) => {
  const tokens = page.getByRole("textbox", { name: "Input tokens" });
  await openPlanner(page);
  await tokens.fill("8k");
  await page.reload();
  await expect(tokens).toHaveValue("8,000");
  await expect(page).toHaveURL(/#d=\d+\./);
  const unpriced = page.url();
  await page.getByRole("textbox", { name: "Option 1: price per accelerator-hour" }).fill("1.75");
  await expect(page).not.toHaveURL(unpriced);
  const shown = await boardTexts(page);

  // Code that comes after the link's plan must not take over the server's HTML, which is of another; often it does come so.
  const other = await context.newPage();
  const errors = failOnConsoleErrors(other);
  await openPlanner(other, `/${new URL(page.url()).hash}`);
  await expect(other.getByRole("button", { name: /^Your price/ })).toBeVisible();
  await expect(other.getByRole("textbox", { name: "Input tokens" })).toHaveValue("8,000");
  await expect.poll(() => boardTexts(other)).toEqual(shown);
  expect(errors).toEqual([]);

  await tokens.fill("7k");
  await page.reload();
  await expect(tokens).toHaveValue("7,000");
  // What is not understood is marked where the question says it, and survives as well.
  await tokens.fill("12x8k");
  await page.reload();
  await expect(tokens).toHaveValue("12x8k");
  await expect(page.locator("[data-part=lengths]")).toContainText("does not count");
  await expect(page.getByText(/^Input tokens: “12x8k” does not count/)).toBeVisible();

  await page.goto("/");
  await expect(tokens).toHaveValue("7,000");
  await page.getByRole("button", { name: "Start over" }).click();
  await expect(tokens).toHaveValue("1,000");
  await expect(page).toHaveURL(/\/$/);
});

test("what is typed and pressed before the page can answer counts", async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/", { waitUntil: "commit" });
  await page.getByRole("textbox", { name: "Input tokens" }).fill("8k");
  await page.getByRole("combobox", { name: "Engine" }).selectOption({ label: "SGLang" });
  await page.getByRole("tab", { name: "Memory" }).click();
  release();
  await expect(page.getByRole("tab", { name: "Memory", selected: true })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Input tokens" })).toHaveValue(/^8(k|,000)$/);
  await expect(page.getByRole("combobox", { name: "Engine" })).toHaveValue("sglang");
  await expect(page).toHaveURL(/#d=\d+\./);
});

test("what another tab changes is offered, never taken or overwritten in silence", async ({
  page,
  context,
}) => {
  const batch = (of: typeof page) => of.getByRole("textbox", { name: "Batch" });
  await openPlanner(page);
  await askForBatch(page);
  await batch(page).fill("32");
  await expect(page).toHaveURL(/#d=\d+\./);
  const other = await context.newPage();
  await openPlanner(other);
  await expect(batch(other)).toHaveValue("32");
  await batch(other).fill("48");
  await expect(page.getByText("The plan was changed in another tab.")).toBeVisible();
  await expect(batch(page)).toHaveValue("32");

  await page.getByRole("textbox", { name: "Input tokens" }).fill("2k");
  const draft = () => other.evaluate(() => localStorage.getItem("draft"));
  const theirs = await draft();
  await page.waitForTimeout(600);
  expect(await draft()).toBe(theirs);

  const before = page.url();
  await page.getByRole("button", { name: "Load it" }).click();
  await expect(batch(page)).toHaveValue("48");
  // Kept a moment after it is drawn; what is undone before that was never this tab's.
  await expect(page).not.toHaveURL(before);
  await page.keyboard.press("Control+z");
  await expect(batch(page)).toHaveValue("32");
  await expect.poll(draft).not.toBe(theirs);
  await other.getByRole("button", { name: "Keep mine" }).click();
  await expect(batch(other)).toHaveValue("48");
  await expect(other.getByText("The plan was changed in another tab.")).toBeHidden();
});

test("a saved plan explains its numbers and says what today's data changes", async ({ page, request }) => {
  const saved = await request.post("/api/v1/scenarios", {
    data: {
      workload: { model: "meta-llama-3.1-70b" },
      options: [{ accelerator: "nvidia-h200-sxm-141gb" }],
    },
  });
  await page.goto((await saved.json()).url);
  await board(page)
    .getByRole("button", { name: /explain Benchmark TTFT/ })
    .first()
    .click();
  const drawer = page.getByRole("complementary", { name: "Explanation" });
  await expect(drawer.getByTestId("substituted")).toContainText("ms");
  await page.keyboard.press("Escape");
  await inClicks(page, 1, async () => {
    await page.getByRole("radio", { name: "With today’s data" }).check({ force: true });
    await expect(page.getByText(/^Nothing has moved/)).toBeVisible();
  });
});

test("a link that does not exist says so and nothing more", async ({ page }) => {
  const missing = "/s/AAAAAAAAAAAAAAAAAAAAAA";
  for (const path of [missing, `${missing}/print`, `${missing}/v/1/print`, "/s/short", "/nowhere"]) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading")).toHaveText("There is nothing at this address");
    expect(await page.title(), path).not.toMatch(/report|version/);
  }
});
