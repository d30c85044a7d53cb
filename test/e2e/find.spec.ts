import { expect, type Page, test } from "@playwright/test";
import { failOnConsoleErrors, openPlanner } from "./planner-page";

const panel = (page: Page) => page.getByRole("dialog", { name: "The cheapest ways to serve this" });
/** Every option has a button of its own that removes it. */
const options = (page: Page) => page.getByRole("button", { name: /^Remove option/ });

test("finds the cheapest of everything with one click, takes it into the plan, and undo gives it back", async ({
  page,
}) => {
  const errors = failOnConsoleErrors(page);
  await openPlanner(page);
  const before = await options(page).count();
  await page.getByRole("button", { name: "Find the cheapest" }).click();
  const rows = panel(page)
    .getByRole("row")
    .filter({ has: page.getByRole("button", { name: /^Use/ }) });
  await expect(rows.first()).toBeVisible({ timeout: 30_000 });
  await expect(panel(page).getByRole("button", { name: "Stop" })).toBeHidden({ timeout: 60_000 });
  await expect(panel(page).getByRole("status")).toContainText(/\d{3},\d{3} configurations/);
  await panel(page).getByText("Why the others were not").click();
  await expect(panel(page).getByText(/does not fit in the memory/)).toBeVisible();
  await expect(panel(page).getByRole("region", { name: "Cost against speed" })).toBeVisible();

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

test("routes requests between two options of the plan, and says what that costs beside one alone", async ({
  page,
}) => {
  const errors = failOnConsoleErrors(page);
  await openPlanner(page);
  await page.getByRole("button", { name: "Route", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Route requests by difficulty" });
  const together = dialog.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Together" }) });
  await expect(together).toContainText(/kept|missed/, { timeout: 30_000 });
  const sentOn = dialog.getByRole("slider", { name: "Of those, sent on" });
  await expect(dialog.getByRole("cell", { name: /sent on$/ })).toContainText("14 % sent on");
  await sentOn.press("PageUp");
  await expect(dialog.getByRole("cell", { name: /sent on$/ })).not.toContainText("14 % sent on", {
    timeout: 30_000,
  });
  expect(errors).toEqual([]);
});
