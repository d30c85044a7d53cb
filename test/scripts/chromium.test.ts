import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ensureChromium } from "@/scripts/setup/bring-chromium.mjs";
import {
  BROUGHT,
  chromiumCandidates,
  launches,
  launchOptions,
  WITHOUT_FEATURES,
} from "@/scripts/setup/chromium.mjs";

const { PATH, CHROMIUM_PATH } = process.env;
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "inference-planner-browser-"));
  delete process.env.CHROMIUM_PATH;
});
afterEach(() => {
  process.env.PATH = PATH;
  if (CHROMIUM_PATH === undefined) delete process.env.CHROMIUM_PATH;
  else process.env.CHROMIUM_PATH = CHROMIUM_PATH;
  rmSync(folder, { recursive: true });
});

/** A program of a browser's name that is none: a distribution's stub, or one that lacks a library. */
function stub(): string {
  const path = join(folder, "chromium");
  writeFileSync(path, '#!/bin/sh\necho "install it first" >&2\nexit 127\n');
  chmodSync(path, 0o755);
  return path;
}

it("tells a program that only has a browser's name from a browser", async () => {
  const path = stub();
  process.env.PATH = [folder, PATH].join(delimiter);
  expect(chromiumCandidates()).toContain(path);
  expect(await launches(path)).toBe(false);
});

it("refuses a CHROMIUM_PATH that names nothing or does not start, with what to do", async () => {
  process.env.CHROMIUM_PATH = join(folder, "nothing");
  await expect(ensureChromium()).rejects.toThrow(`CHROMIUM_PATH names no file: ${folder}`);
  process.env.CHROMIUM_PATH = stub();
  expect(chromiumCandidates()).toEqual([process.env.CHROMIUM_PATH]);
  await expect(ensureChromium()).rejects.toThrow(/does not start\. Install Chromium .*npm run test:unit/);
});

it("gives a brought browser its own libraries and fonts, and any other one the system's", () => {
  const brought = launchOptions(join(BROUGHT, "chromium"));
  expect(brought.env?.LD_LIBRARY_PATH).toMatch(join(BROUGHT, "lib"));
  expect(brought.env?.FONTCONFIG_FILE).toBe(join(BROUGHT, "fonts.conf"));
  expect(launchOptions("/usr/bin/chromium").env).toBeUndefined();
});

it("goes without every feature that Playwright goes without, for its own list does not count beside ours", () => {
  const bundle = readFileSync("node_modules/playwright-core/lib/coreBundle.js", "utf8");
  const [, list = ""] = bundle.match(/disabledFeatures = \[([^\]]*)\]/) ?? [];
  const theirs = [...list.replaceAll(/\/\/.*/g, "").matchAll(/"(\w+)"/g)].map(([, name]) => name);
  expect(theirs.length).toBeGreaterThan(5);
  expect(WITHOUT_FEATURES).toEqual(expect.arrayContaining(theirs));
  const asked = launchOptions("/usr/bin/chromium").args.filter((arg) =>
    arg.startsWith("--disable-features="),
  );
  expect(asked).toEqual([`--disable-features=${WITHOUT_FEATURES.join(",")}`]);
});
