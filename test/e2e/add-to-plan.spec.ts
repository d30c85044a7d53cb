import { expect, type Page, test } from "@playwright/test";
import { defaultScenario, encodeScenario } from "@/lib/scenario";
import { answer, board, inClicks, openPlanner } from "./planner-page";

const input = (page: Page) => page.getByRole("textbox", { name: "Input tokens" });
const rows = (page: Page) => board(page).getByRole("rowheader");

/** A plan that a person has worked on: its input tokens say that it is theirs. */
async function planOfMyOwn(page: Page) {
  await openPlanner(page);
  await input(page).fill("2222");
  await input(page).press("Enter");
  await expect(page).toHaveURL(/\/#d=\d+\./);
}

test("adds an accelerator to the plan, and undo brings back the plan as it was", async ({ page }) => {
  await planOfMyOwn(page);
  const before = await rows(page).count();
  await page.goto("/hardware?q=L40S");
  await inClicks(page, 1, async () => {
    await page.getByRole("link", { name: "Add NVIDIA L40S to the plan" }).click();
    await expect(
      page.getByRole("alert").filter({ hasText: "NVIDIA L40S was added to your plan." }),
    ).toBeVisible();
  });
  await expect(rows(page)).toHaveCount(before + 1);
  await expect(rows(page).filter({ hasText: "L40S" })).toHaveCount(1);
  await expect(input(page)).toHaveValue("2,222");
  await expect(page).toHaveURL(/\/#d=\d+\./);

  await page.reload();
  await expect(rows(page)).toHaveCount(before + 1);
  await page.goto("/hardware/nvidia-l4");
  await page.getByRole("link", { name: "Add to plan" }).click();
  await expect(rows(page)).toHaveCount(before + 2);
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(rows(page)).toHaveCount(before + 1);
  await expect(input(page)).toHaveValue("2,222");
});

test("serves a model of the catalog, and undo serves the former one", async ({ page }) => {
  await planOfMyOwn(page);
  await page.goto("/models/qwen3-8b");
  await page.getByRole("link", { name: "Add to plan" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "The plan now serves" })).toBeVisible();
  await expect(page.getByText("Qwen3-8B").first()).toBeVisible();
  await expect(input(page)).toHaveValue("2,222");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(page.getByText("Meta-Llama-3.1-70B").first()).toBeVisible();
  await expect(input(page)).toHaveValue("2,222");
});

test("keeps whose offer a price is, and how it is paid for", async ({ page }) => {
  await planOfMyOwn(page);
  await page.goto("/prices?q=L40S&f.term=On%20demand");
  await page
    .getByRole("link", { name: /^Add NVIDIA L40S/ })
    .first()
    .click();
  await expect(page.getByRole("alert").filter({ hasText: "was added to your plan." })).toBeVisible();
  const editor = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: /L40S/ }) });
  await expect(editor.last()).toContainText(/on demand · 20\d\d/);
  await page.reload();
  await expect(editor.last()).toContainText(/on demand · 20\d\d/);
});

test("a link that takes the place of a plan shows no numbers but its own, and is undone to that plan", async ({
  page,
}) => {
  await planOfMyOwn(page);
  const workload = { ...defaultScenario.workload, inputTokens: 3333.5 };
  const options = defaultScenario.options
    .slice(0, 1)
    .map((each) => ({ ...each, accelerator: "nvidia-l40s" }));
  await page.goto("about:blank");
  let send = () => {};
  const wanted = new Promise<void>((resolve) => {
    send = resolve;
  });
  await page.route("**/catalog/accelerators/nvidia-l40s", async (route) => {
    await wanted;
    await route.continue();
  });
  await openPlanner(page, `/#d=${encodeScenario({ ...defaultScenario, workload, options })}`);
  await expect(answer(page)).toBeHidden();
  send();
  await expect(board(page)).toContainText("L40S");
  await expect(answer(page)).toBeVisible();
  await expect(input(page)).toHaveValue("3,333.5");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(input(page)).toHaveValue("2,222");
});

test("an address that is damaged says so and adds nothing", async ({ page }) => {
  await openPlanner(page, "/#add=nothing");
  await expect(page.getByRole("alert").filter({ hasText: "damaged" })).toBeVisible();
  await expect(rows(page)).toHaveCount(3);
});
