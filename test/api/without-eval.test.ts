import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import * as z from "zod";
import { WITHOUT_EVAL } from "@/app/first-script";

it("tells Zod not to compile by the very settings that it reads", () => {
  const settings = z.config();
  expect((globalThis as { __zod_globalConfig?: unknown }).__zod_globalConfig).toBe(settings);
  const page = { globalThis: {} as { __zod_globalConfig?: { jitless: boolean } } };
  runInNewContext(WITHOUT_EVAL, page);
  expect(page.globalThis.__zod_globalConfig).toEqual({ jitless: true });
});
