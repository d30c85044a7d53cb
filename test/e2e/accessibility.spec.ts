import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectOwnWidth, FURTHER_ROWS, inEachLook, toFirstLook } from "./accessible";
import { failOnConsoleErrors, openPlanner } from "./planner-page";

const SECTIONS = ["Inputs", "Answer", "Details"] as const;
const TABS = [
  "Traffic",
  "Roofline",
  "Memory",
  "Levers",
  "Sensitivity",
  "Money",
  "All figures",
  "Why",
] as const;
const ASKED = ["model", "traffic", "lengths", "goals", "money"] as const;

/** Opens what is folded, leaves a field that is not understood, and compares ways to deploy. */
async function unfold(page: Page) {
  for (const name of ["Traffic", "Goals", "Speculation", "Memory and cache", "Cost"]) {
    const heading = page.getByRole("heading", { name, exact: true });
    await page.locator("summary").filter({ has: heading }).click();
  }
  await page.locator("summary").filter({ hasText: "Layout, sharing and formats" }).first().click();
  await page.getByRole("tab", { name: "Topologies" }).click();
  await page.getByRole("button", { name: "Compare the usual ways" }).click();
  await page.getByRole("button", { name: "Change Burst to an API" }).click();
  await page.locator("summary").filter({ hasText: "More of this part" }).first().click();
  await expect(page.getByText("What must be true").first()).toBeVisible({ timeout: 30_000 });
  await page.getByRole("textbox", { name: "Input tokens" }).fill("12x8k");
}

/** Every part of the planner, one after the other, in the look that it has: changing that draws all anew. */
async function expectEveryPart(page: Page, narrow: boolean) {
  const check = async (part: string, except?: string) => {
    await expectAccessible(page, part, except);
    await expectOwnWidth(page);
  };
  // A narrow page shows one section at a time.
  const show = async (name: (typeof SECTIONS)[number]) => {
    if (narrow) await page.getByRole("radio", { name, exact: true }).check({ force: true });
  };
  await show("Inputs");
  await check("[aria-label=Inputs]");
  await show("Details");
  for (const name of ["Topologies", ...TABS]) {
    await page.getByRole("tab", { name }).click();
    await expect(page.getByText("Drawing…")).toBeHidden();
    await check("[role=tabpanel]", FURTHER_ROWS);
  }
  await show("Answer");
  await check("html");
  for (const part of ASKED) {
    await page.locator(`[data-part=${part}]`).click();
    await expect(page.getByRole("region", { name: "The question" }).getByRole("form")).toBeVisible();
    await check("[aria-label='The question']");
    await page.keyboard.press("Escape");
  }
  const explained = page
    .getByRole("region", { name: "Options", exact: true })
    .getByRole("button", { name: /explain (Mean )?TPOT/ });
  await explained.filter({ visible: true }).first().click();
  await expect(page.getByRole("complementary", { name: "Explanation" })).toBeVisible();
  await check("[aria-label=Explanation]");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Save/ }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await check("[role=dialog]");
  await page.keyboard.press("Escape");
}

test("the planner meets WCAG 2.2 AA in every view, none of which logs an error", async ({ page }) => {
  // Beside those that the crawl waits for, in both looks and in what is unfolded here.
  const errors = failOnConsoleErrors(page);
  await toFirstLook(page);
  await openPlanner(page);
  await unfold(page);
  await inEachLook(page, (narrow) => expectEveryPart(page, narrow));
  expect(errors).toEqual([]);
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

  test("goes back from an explanation to the page under it, and a finger has room when it is turned", async ({
    page,
  }) => {
    await openPlanner(page);
    const address = page.url();
    const drawer = page.getByRole("complementary", { name: "Explanation" });
    const explain = page.getByRole("button", { name: /explain cost per month/ });
    for (const close of [() => page.goBack(), () => page.keyboard.press("Escape")]) {
      await explain.click();
      await expect(drawer).toBeVisible();
      await close();
      await expect(drawer).toBeHidden();
      expect(page.url()).toBe(address);
      await expect(explain).toBeVisible();
    }
    // A slow phone shows the explanation long before it does anything else.
    await explain.evaluate(async (button: HTMLElement) => {
      const isOpen = () => document.querySelector("aside[aria-label=Explanation]") !== null;
      const back = new Promise((resolve) => addEventListener("popstate", resolve, { once: true }));
      new MutationObserver((_, observer) => {
        if (!isOpen()) return;
        observer.disconnect();
        history.back();
      }).observe(document.body, { childList: true, subtree: true });
      button.click();
      await back;
    });
    await expect(drawer).toBeHidden();
    expect(page.url()).toBe(address);
    await page.setViewportSize({ width: 844, height: 390 });
    await expectLargeEnough(page);
  });

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
    await expectLargeEnough(page);
  });
});

/** Every control of an open page is large enough for a finger. */
async function expectLargeEnough(page: Page): Promise<void> {
  const small = await page.locator(".control, .touch").evaluateAll((controls) =>
    controls
      .filter((control) => control.getClientRects().length > 0)
      .filter((control) => control.getBoundingClientRect().height < 44)
      .map((control) => control.outerHTML.slice(0, 120)),
  );
  expect(small).toEqual([]);
}
