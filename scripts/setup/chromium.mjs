import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const PROGRAMS = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "msedge",
];

const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * The browser for the end-to-end tests: CHROMIUM_PATH, then the one Playwright installed, then the
 * system's Chromium, Chrome or Edge.
 * @returns {string} @throws with what to do when there is none, or CHROMIUM_PATH names nothing
 */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names no file: ${named}`);
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = [
    chromium.executablePath(),
    ...folders.flatMap((folder) => PROGRAMS.map((program) => join(folder, program))),
    ...APPLICATIONS,
  ];
  const found = named ?? candidates.find((path) => existsSync(path));
  if (found) return found;
  throw new Error(
    "The end-to-end tests need a browser. Install Chromium (Debian: apt-get install chromium; anywhere: " +
      "npx playwright install chromium) or set CHROMIUM_PATH to one.",
  );
}
