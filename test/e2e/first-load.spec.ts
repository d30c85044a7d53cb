import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { openPlanner } from "./planner-page";

const BUDGET_BYTES = 200_000;

test("the planner's first JavaScript is at most 200 kB compressed", async ({ request }) => {
  const html = await (await request.get("/")).text();
  // Every script of the page counts, also one that only some browsers would run.
  const scripts = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)];
  const addresses = new Set(scripts.map(([, address = ""]) => address));
  expect(addresses.size).toBeGreaterThan(2);
  let bytes = 0;
  for (const address of addresses)
    bytes += gzipSync(await (await request.get(address)).body(), { level: 9 }).length;
  expect(bytes).toBeLessThanOrEqual(BUDGET_BYTES);
});

test("a slider's movement is on the screen in the next frame", async ({ page }) => {
  await openPlanner(page);
  const frames = await page.evaluate(async () => {
    const slider = document.querySelector<HTMLInputElement>('input[aria-label="Output tokens, slider"]');
    const shown = document.querySelector('section[aria-labelledby="answer"]');
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
    if (!slider || !shown || !write) throw new Error("the slider is not on the page");
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const changed: boolean[] = [];
    for (const position of ["700", "300", "720", "320", "740"]) {
      await nextFrame();
      const before = shown.textContent;
      write.call(slider, position);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      await nextFrame();
      changed.push(shown.textContent !== before);
    }
    return changed;
  });
  expect(frames).toEqual([true, true, true, true, true]);
});
