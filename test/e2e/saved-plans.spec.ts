import { expect, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { failOnConsoleErrors, inClicks, openPlanner } from "./planner-page";

test("a plan is saved, changed, compared with itself, shared, deleted and brought back", async ({
  page,
  request,
}) => {
  const errors = failOnConsoleErrors(page);
  await openPlanner(page);
  const save = async () => {
    await page.getByRole("button", { name: /^Save/ }).click();
    return page.getByRole("dialog");
  };
  let dialog = await save();
  await dialog.getByRole("textbox", { name: "Name" }).fill("Two versions");
  await dialog.getByRole("combobox", { name: "Keep it for" }).selectOption({ label: "90 days" });
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  const until = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
  await expect(dialog).toContainText(`It is kept until ${until}.`);
  const link = await dialog.getByRole("textbox", { name: "Link to this plan" }).inputValue();
  await dialog.getByRole("button", { name: /who may change it/ }).click();
  const edit = await dialog.getByRole("textbox", { name: "Link for changing this plan" }).inputValue();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("textbox", { name: "Name of this plan" })).toHaveValue("Two versions");

  await page.goto(new URL(link).pathname);
  // The answer comes first, with what it stands on; what was assumed is folded behind it.
  await expect(
    page.getByText(/Price of an accelerator: .* Prices (?:are taken to hold|were to be checked)/),
  ).toBeVisible();
  await expect(page.getByText("What was assumed")).toBeVisible();
  await page.getByRole("link", { name: "Change it" }).click();
  await expect(page.getByRole("button", { name: /^Save/ })).toBeEnabled();
  await page.getByRole("textbox", { name: "Input tokens" }).fill("6k");
  dialog = await save();
  await expect(dialog.getByRole("radio", { name: /Next version of Two versions/ })).toBeChecked();
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await expect(dialog).toContainText("Version 2.");
  await dialog.getByRole("link", { name: "Open it" }).click();
  await expect(page.getByText(/version 2 of 2/)).toBeVisible();

  await page.goto(`${new URL(link).pathname}/history`);
  await expect(page.getByRole("table", { name: /Assumptions that changed/ })).toContainText("6,000");
  await expect(page.getByRole("table", { name: /Figures that moved/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Open version 1" }).click();
  await expect(page.getByText("There is a newer version")).toBeVisible();
  // Its report has an address of its own, of this version, and is alone on paper.
  await page.getByRole("link", { name: "report to print" }).click();
  await expect(page).toHaveURL(/\/v\/1\/print$/);
  await expect(page.getByText(/version 1 of 2, kept until \d{4}-\d{2}-\d{2}/)).toBeVisible();
  await expect(page.getByRole("img", { name: "The plan’s link as a code" })).toBeVisible();
  await expect(page.getByRole("region", { name: "The months to come" })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Prepared by")).toBeVisible();
  await expect(page.getByRole("banner")).toBeHidden();
  await page.emulateMedia({ media: "screen" });

  // Another has saved meanwhile: nothing is lost, and the person chooses.
  const viewId = new URL(link).pathname.split("/").at(-1) ?? "";
  const key = edit.split("#k=")[1];
  const saved = await (await request.get(`/api/v1/scenarios/${viewId}`)).json();
  const theirs = await request.put(`/api/v1/scenarios/${viewId}`, {
    data: { ...saved.state, name: "Theirs" },
    headers: { Authorization: `Bearer ${key}`, "If-Match": '"2"' },
  });
  expect(theirs.status()).toBe(200);
  await openPlanner(page);
  dialog = await save();
  await dialog.getByRole("textbox", { name: "Name" }).fill("Mine");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await expect(dialog.getByRole("alert")).toContainText("changed meanwhile");
  await dialog.getByRole("button", { name: /Save mine/ }).click();
  await expect(dialog).toContainText("Version 4.");
  // The refusal is the one error that the console may hold.
  expect(errors.filter((text) => !text.includes("412"))).toEqual([]);

  await dialog.getByRole("button", { name: "Done" }).click();
  const row = page.getByRole("listitem").filter({ hasText: "Mine" });
  await inClicks(page, 1, async () => {
    await page.getByRole("link", { name: "Library", exact: true }).first().click();
    await expect(row).toBeVisible();
  });
  await row.getByRole("button", { name: "Links" }).click();
  await row.getByRole("textbox", { name: "For whom" }).fill("Board");
  await row.getByRole("button", { name: "Make a link" }).click();
  const board = await row.getByRole("textbox", { name: "Address of Board" }).inputValue();
  expect((await request.get(new URL(board).pathname)).status()).toBe(200);
  await row
    .getByRole("listitem")
    .filter({ hasText: "Board" })
    .getByRole("button", { name: "Revoke" })
    .click();
  await expect(row.getByText(/revoked/)).toBeVisible();
  expect((await request.get(new URL(board).pathname)).status()).toBe(404);
  await expectAccessible(page);
  await row.getByRole("button", { name: "Delete" }).click();
  const gone = page.getByRole("listitem").filter({ hasText: "Not there" });
  await expect(gone).toBeVisible();
  expect((await request.get(new URL(link).pathname)).status()).toBe(404);
  await gone.getByRole("button", { name: "Restore" }).click();
  await expect(page.getByRole("link", { name: "Mine" })).toBeVisible();
});

test("a key comes into another browser by its link and leaves the address", async ({ page, request }) => {
  const made = await request.post("/api/v1/scenarios", {
    data: {
      name: "Taken along",
      workload: { model: "llama-3.2-1b-instruct" },
      options: [{ accelerator: "nvidia-l40s" }],
    },
  });
  const { viewId, editKey } = await made.json();
  await page.goto(`/edit/${viewId}`);
  await expect(page.getByRole("heading", { name: "There is no key in this address" })).toBeVisible();
  // Only the fragment changes, so that the page stays.
  await page.goto(`/edit/${viewId}#k=${editKey}`);
  await expect(page.getByRole("heading", { name: /may change the plan now/ })).toBeVisible();
  expect(page.url()).not.toContain(editKey);
  await page.getByRole("link", { name: "Library" }).click();
  await expect(page.getByRole("link", { name: "Taken along" })).toBeVisible();
});
