import { expect, type Locator, test } from "@playwright/test";
import { answer, board, failOnConsoleErrors, inClicks, openPlanner, row } from "./planner-page";

test.beforeEach(({ page }) => openPlanner(page));

test("my users and goals take two clicks, and the answer keeps them or says that nothing does", async ({
  page,
}) => {
  const errors = failOnConsoleErrors(page);
  const before = await answer(page).innerText();
  const goals = page.getByRole("form", { name: "What must hold" });
  await inClicks(page, 2, async () => {
    await page.locator("[data-part=traffic]").click();
    await page
      .getByRole("form", { name: "How much is asked" })
      .getByRole("textbox", { name: "Users" })
      .fill("300 users");
    await page.locator("[data-part=goals]").click();
    await goals.getByRole("textbox", { name: "TPOT goal" }).fill("60 ms");
    await expect(page.locator("[data-part=traffic]")).toHaveText("300 users");
    await expect(answer(page)).not.toHaveText(before, { useInnerText: true });
    await expect(answer(page)).toContainText("the goals for");
  });
  await goals.getByRole("textbox", { name: "TPOT goal" }).fill("1 ms");
  await expect(answer(page)).toContainText("No option keeps the goals");
  await expect(answer(page)).toContainText("comes nearest: misses");
  // Whether the settings are open or not, a form of the question never lies over the answer that it changes.
  await page.setViewportSize({ width: 1100, height: 900 });
  for (const part of ["lengths", "money"]) {
    await page.locator(`[data-part=${part}]`).click();
    const form = page.getByRole("region", { name: "The question" }).getByRole("form");
    await expect(form).toBeVisible();
    expect(await overlap(form, answer(page).getByText("keeps the goals"))).toBe(0);
    await page.keyboard.press("Escape");
    if (part === "lengths") await page.getByRole("button", { name: "Hide the settings" }).click();
  }
  expect(errors).toEqual([]);
});

/** Square pixels that two parts of a page share. */
async function overlap(one: Locator, other: Locator): Promise<number> {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()];
  if (!a || !b) throw new Error("not on the page");
  const shared = (side: "x" | "y", size: "width" | "height") =>
    Math.max(0, Math.min(a[side] + a[size], b[side] + b[size]) - Math.max(a[side], b[side]));
  return shared("x", "width") * shared("y", "height");
}

test("self-hosted against an API takes one click, and its latency is not made up", async ({ page }) => {
  const api = board(page).getByRole("row").filter({ hasText: " API" });
  await page.setViewportSize({ width: 1440, height: 900 });
  const frontier = page.getByRole("region", { name: "Cost against speed" });
  const beside = await frontier.boundingBox();
  await inClicks(page, 1, async () => {
    await page.getByRole("button", { name: "Against an API" }).click();
    await expect(api).toContainText(/price of \d{4}/);
  });
  // Whatever a row says, the frontier stays where it is.
  expect((await frontier.boundingBox())?.y).toBe(beside?.y);
  await expect(api.getByRole("cell").filter({ hasText: "–" })).toHaveCount(2);
  await expect(answer(page)).toContainText(/ API (\+|−|×)/);
  await api.getByRole("button", { name: /^Remove / }).click();
  await expect(api).toHaveCount(0);
});

test("lengths come from a published kind of use or from a list of one's own requests", async ({ page }) => {
  await page.locator("[data-part=lengths]").click();
  const form = page.getByRole("form", { name: "How long requests are" });
  await form.getByRole("combobox", { name: "Lengths like" }).selectOption({ label: "Like chat" });
  await expect(form.getByRole("combobox", { name: "Plan of a case study" })).toContainText(
    "Merchant assistant",
  );
  await expect(page.locator("[data-part=lengths]")).toHaveText("1,155 → 211 tok");
  await expect(form.getByRole("link", { name: /Azure LLM inference trace 2023/ })).toBeVisible();
  const lines = Array.from({ length: 20 }, (_, index) => `${index / 2},${100 + index},50`);
  const buffer = Buffer.from(["time,input_tokens,output_tokens", ...lines].join("\n"));
  await page
    .getByLabel("CSV of your requests")
    .setInputFiles({ name: "r.csv", mimeType: "text/csv", buffer });
  await expect(form.getByRole("status")).toContainText("20 requests read, 2 a second with burstiness 0");
  await expect(page.locator("[data-part=lengths]")).toHaveText("110 → 50 tok");
  await expect(page.locator("[data-part=traffic]")).toHaveText("2 req/s");
});

test("a row chooses its details, and its percentiles carry their error", async ({ page }) => {
  await row(page, /MI300X/)
    .getByRole("rowheader")
    .getByRole("button")
    .first()
    .click();
  await page.getByRole("tab", { name: "Traffic" }).click();
  const table = page.getByRole("tabpanel").getByRole("table");
  await expect(table).toContainText("Error of P99");
  await expect(table.getByRole("row")).toHaveCount(5);
  await expect(page.getByRole("tabpanel")).toContainText("Asked in the busiest hour");
});

test("techniques are weighed, a missed goal is repaired and a point is taken, and undo brings each back", async ({
  page,
}) => {
  await page.getByRole("tab", { name: "Levers" }).click();
  const levers = page.getByRole("region", { name: "What each technique is worth" });
  for (const line of ["First attempt", "This plan", "Without compiled runtime", "Distillation"])
    await expect(levers).toContainText(line);
  const point = page
    .getByRole("group", { name: "Points of cost against speed" })
    .locator("[role=button][tabindex='0']");
  await point.focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  const rows = board(page).getByRole("rowheader");
  await expect(rows).toHaveCount(4);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rows).toHaveCount(3);
  await page.locator("[data-part=goals]").click();
  await page
    .getByRole("form", { name: "What must hold" })
    .getByRole("textbox", { name: "TPOT goal" })
    .fill("12 ms");
  await expect(answer(page)).toContainText("No option keeps the goals");
  // The form lies over what stands below the question.
  await page.keyboard.press("Escape");
  const repair = answer(page).getByRole("button", { name: /a month$/ });
  await repair.first().click({ timeout: 30_000 });
  await expect(answer(page)).toContainText("the goals for");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(answer(page)).toContainText("No option keeps the goals");
});
