import { expect, test } from "@playwright/test";
import { pagesOf } from "../../scripts/promises/pages";
import { expectOwnWidths } from "./accessible";

const plan = {
  name: "Crawled",
  workload: { model: "meta-llama-3.1-70b" },
  options: [{ accelerator: "nvidia-h200-sxm-141gb", tp: 2 }, { accelerator: "amd-mi300x" }],
};

/** How much of a window may move while a page comes: a cell whose text is a pixel wider in its font, no more. */
const STILL = 0.005;

test("no page breaks its own security policy, has an error on the console, scrolls sideways or jumps as it loads", async ({
  page,
  request,
}) => {
  let viewId = "";
  // A database that was just made answers its first save late where much else runs.
  await expect(async () => {
    const answer = await request.post("/api/v1/scenarios", { data: plan });
    expect(answer.status()).toBe(201);
    ({ viewId } = await answer.json());
  }).toPass();
  const found: string[] = [];
  await page.exposeFunction("violated", (what: string) => found.push(`${page.url()}: ${what}`));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      (window as unknown as { violated(what: string): void }).violated(`${violatedDirective} ${blockedURI}`);
    });
  });
  await page.addInitScript(() => {
    const kept = window as unknown as { moved: number };
    kept.moved = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) kept.moved += (entry as unknown as { value: number }).value;
    });
    // A long table has not its widths before its last row is here.
    addEventListener("DOMContentLoaded", () => observer.observe({ type: "layout-shift" }));
  });
  page.on("pageerror", ({ message }) => found.push(`${page.url()}: ${message}`));
  page.on("console", (message) => {
    // What is asked for there is not there: the one error that is meant.
    const meant = message.location().url.endsWith("/nothing") && message.text().includes("404");
    if (message.type() === "error" && !meant) found.push(`${page.url()}: ${message.text()}`);
  });
  for (const path of [...pagesOf(viewId), "/nothing"]) {
    const answer = await page.goto(path);
    expect(answer?.headers()["content-security-policy"], path).toContain("'strict-dynamic'");
    // Scripts have run: the theme's own first one, and those of the page.
    await expect(page.getByRole("heading").first(), path).toBeVisible();
    await page.waitForLoadState("networkidle");
    const moved = await page.evaluate(() => (window as unknown as { moved: number }).moved);
    // What is for paper is worked out once it is here.
    if (moved > STILL && !path.endsWith("/print")) found.push(`${page.url()}: moved by ${moved} as it came`);
    await expectOwnWidths(page);
  }
  // The tabs of a plan load code of their own, and threads.
  await page.goto("/");
  for (const tab of await page.getByRole("tab").all()) await tab.click();
  await page.waitForLoadState("networkidle");
  expect(found).toEqual([]);
});
