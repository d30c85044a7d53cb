import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectOwnWidth, inEachLook, toFirstLook } from "./accessible";
import { openPlanner } from "./planner-page";

const SECTIONS = ["Inputs", "Answer", "Details"] as const;

/** Checks a part of the planner in each look; a narrow one shows one section at a time, so it is told which. */
async function expectSection(page: Page, section: (typeof SECTIONS)[number], part = "html") {
  await inEachLook(page, async (narrow) => {
    if (narrow) await page.getByRole("radio", { name: section, exact: true }).check({ force: true });
    await expectAccessible(page, part);
    await expectOwnWidth(page);
  });
  await toFirstLook(page);
}

test("the planner meets WCAG 2.2 AA in every view", async ({ page }) => {
  await toFirstLook(page);
  await openPlanner(page);
  await expectSection(page, "Answer");
  for (const name of ["Traffic", "Goals", "Speculation", "Memory and cache", "Cost"]) {
    const heading = page.getByRole("heading", { name, exact: true });
    await page.locator("summary").filter({ has: heading }).click();
  }
  await page.locator("summary").filter({ hasText: "Layout, sharing and formats" }).first().click();
  await page.getByRole("textbox", { name: "Input tokens" }).fill("12x8k");
  await expectSection(page, "Inputs", "[aria-label=Inputs]");
  await page.getByRole("textbox", { name: "Input tokens" }).press("Escape");
  for (const tab of [
    "Traffic",
    "Roofline",
    "Memory",
    "Levers",
    "Sensitivity",
    "Money",
    "All figures",
    "Why",
  ]) {
    await page.getByRole("tab", { name: tab }).click();
    await expect(page.getByText("Drawing…")).toBeHidden();
    await expectSection(page, "Details", "[role=tabpanel]");
  }
  await page.getByRole("tab", { name: "Topologies" }).click();
  await page.getByRole("button", { name: "Compare the usual ways" }).click();
  await page.getByRole("button", { name: "Change Burst to an API" }).click();
  await page.locator("summary").filter({ hasText: "More of this part" }).first().click();
  await expect(page.getByText("What must be true").first()).toBeVisible({ timeout: 30_000 });
  await expectSection(page, "Details", "[role=tabpanel]");
  // A form lies over the strip that names the sections: the one that it belongs to is chosen before.
  await expectSection(page, "Answer", "[aria-label='The question']");
  for (const part of ["model", "traffic", "lengths", "goals", "money"]) {
    await page.locator(`[data-part=${part}]`).click();
    await expect(page.getByRole("region", { name: "The question" }).getByRole("form")).toBeVisible();
    await inEachLook(page, async () => {
      await expectAccessible(page, "[aria-label='The question']");
      await expectOwnWidth(page);
    });
    await toFirstLook(page);
    await page.keyboard.press("Escape");
  }
  await page
    .getByRole("region", { name: "Options", exact: true })
    .getByRole("button", { name: /explain (Mean )?TPOT/ })
    .filter({ visible: true })
    .first()
    .click();
  await expect(page.getByRole("complementary", { name: "Explanation" })).toBeVisible();
  await expectSection(page, "Answer", "[aria-label=Explanation]");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Save/ }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await inEachLook(page, () => expectAccessible(page));
});

test("a saved plan and a missing page meet WCAG 2.2 AA", async ({ page, request }) => {
  const saved = await request.post("/api/v1/scenarios", {
    data: {
      name: "Accessible",
      workload: { model: "meta-llama-3.1-70b" },
      serving: { weights: "bf16" },
      options: [{ accelerator: "nvidia-h100-sxm-80gb" }, { accelerator: "nvidia-h200-sxm-141gb", tp: 2 }],
    },
  });
  for (const address of [(await saved.json()).url, "/nowhere"]) {
    await page.goto(address);
    await inEachLook(page, () => expectAccessible(page));
  }
});

test.describe("a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("never scrolls sideways, and its controls are large enough for a finger", async ({ page }) => {
    await openPlanner(page);
    for (const name of SECTIONS) {
      await page.getByRole("radio", { name, exact: true }).check({ force: true });
      await expectOwnWidth(page);
    }
    for (const tab of ["Why", "Levers", "Sensitivity", "Money"]) {
      await page.getByRole("tab", { name: tab }).click();
      await expect(page.getByRole("button", { name: "Show table" }).first()).toBeVisible();
      await expectOwnWidth(page);
    }
    await page.getByRole("radio", { name: "Inputs", exact: true }).check({ force: true });
    const small = await page.locator(".control, .touch").evaluateAll((controls) =>
      controls
        .filter((control) => control.getClientRects().length > 0)
        .filter((control) => control.getBoundingClientRect().height < 44)
        .map((control) => control.outerHTML.slice(0, 120)),
    );
    expect(small).toEqual([]);
  });
});
