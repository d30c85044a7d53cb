import { expect, type Page, test } from "@playwright/test";
import { failOnConsoleErrors, inClicks, openPlanner } from "./planner-page";

const panel = (page: Page) => page.getByRole("dialog", { name: "The cheapest ways to serve this" });
/** Every option has a button of its own that removes it. */
const options = (page: Page) => page.getByRole("button", { name: /^Remove option/ });

test("finds the cheapest of everything with one click, takes it into the plan, and undo gives it back", async ({
  page,
}) => {
  const errors = failOnConsoleErrors(page);
  await openPlanner(page);
  const before = await options(page).count();
  const rows = panel(page)
    .getByRole("row")
    .filter({ has: page.getByRole("button", { name: /^Use/ }) });
  await inClicks(page, 1, async () => {
    await page.getByRole("button", { name: "Find the cheapest" }).click();
    await expect(rows.first()).toBeVisible({ timeout: 30_000 });
  });
  await expect(panel(page).getByRole("button", { name: "Stop" })).toBeHidden({ timeout: 60_000 });
  await expect(panel(page).getByRole("status")).toContainText(/\d{3},\d{3} configurations/);
  await panel(page).getByText("Why the others were not").click();
  await expect(panel(page).getByText(/does not fit in the memory/)).toBeVisible();
  await expect(panel(page).getByRole("region", { name: "Cost against speed" })).toBeVisible();

  // Every point of the front may be taken.
  const front = panel(page).getByRole("group", { name: "Points of cost against speed" });
  await expect(front.locator("[role=button]").nth(4)).toBeAttached();
  const chip = ((await rows.first().getByRole("rowheader").innerText()).split("\n")[0] ?? "").replace(
    /^[\d,]+ × /,
    "",
  );
  await rows.first().getByRole("button", { name: /^Use/ }).click();
  await expect(panel(page)).toBeHidden();
  await expect(options(page)).toHaveCount(before + 1);
  await expect(
    page
      .getByRole("listitem")
      .filter({ has: options(page) })
      .last(),
  ).toContainText(chip);
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(options(page)).toHaveCount(before);
  expect(errors).toEqual([]);
});

test("compares ways to deploy side by side, changes one, explains a number, and undo gives the plan back", async ({
  page,
}) => {
  const errors = failOnConsoleErrors(page);
  await openPlanner(page);
  await page.getByRole("tab", { name: "Topologies" }).click();
  await page.getByRole("button", { name: "Compare the usual ways" }).click();
  const table = page.getByRole("region", { name: "Side by side" }).getByRole("table");
  const edge = table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Edge sites" }) });
  await expect(edge).toContainText("kept", { timeout: 30_000 });
  const before = await edge.innerText();
  await page.getByRole("button", { name: "Change Edge sites" }).click();
  await page.getByRole("textbox", { name: /: sites$/ }).fill("5");
  await expect(edge).not.toHaveText(before, { timeout: 30_000 });
  await expect(page.getByRole("region", { name: "Edge sites", exact: true })).toContainText("sites 5");
  await edge.getByRole("button", { name: /explain Per month/ }).click();
  await expect(page.getByRole("complementary", { name: "Explanation" })).toContainText("sum of partCost");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(page.getByRole("button", { name: "Compare the usual ways" })).toBeVisible();
  expect(errors).toEqual([]);
});
