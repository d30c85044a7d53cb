import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { ROOT } from "./child.mjs";

/** First those without a window, which draw the same pages for less. */
const PROGRAMS = [
  "chromium-headless-shell",
  "chrome-headless-shell",
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
 * A browser with windows draws two pages of its own for the address bar of each new one, which take as long as a page of
 * the planner does. Of several such lists on a command line the last counts, so this one repeats Playwright's.
 */
export const WITHOUT_FEATURES = [
  ...["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"],
  ...["AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync"],
  ...["DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "LensOverlay"],
  ...["MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding", "PreconnectToSearch"],
  ...[
    "TcpPortRandomizationWin",
    "ThirdPartyStoragePartitioning",
    "msEdgeUpdateLaunchServicesPreferredVersion",
  ],
  "msForceBrowserSignIn",
];

/**
 * Each test draws new pages, which are gone before their code has run often enough for compiling it well to pay, and before
 * what they allot is worth sorting out.
 */
const SHORT_LIVED_PAGES = [
  "--js-flags=--invocation-count-for-maglev=2000",
  "--no-turbofan",
  "--min-semi-space-size=32",
].join(" ");

/** Where `npm test` puts the browser that it brings on a Linux machine without one. */
export const BROUGHT = join(ROOT, ".cache/chromium");

/**
 * The browsers that may drive the end-to-end tests, best first: CHROMIUM_PATH alone when it is set, else
 * Playwright's own, the system's Chromium, Chrome or Edge, and the one that an earlier run brought.
 * @returns {string[]} programs that exist @throws when CHROMIUM_PATH names nothing
 */
export function chromiumCandidates() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names no file: ${named}`);
  if (named) return [named];
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return [
    chromium.executablePath(),
    ...folders.flatMap((folder) => PROGRAMS.map((program) => join(folder, program))),
    ...APPLICATIONS,
    join(BROUGHT, "chromium"),
  ].filter((path) => existsSync(path));
}

/**
 * How Playwright launches a browser: without its sandbox for root, whom Chromium refuses otherwise, and with the
 * libraries and fonts that came along when it is the one that was brought.
 * @param {string | undefined} executablePath one of {@link chromiumCandidates}
 */
export function launchOptions(executablePath) {
  // Nothing here needs the browser to call home.
  const features = `--disable-features=${WITHOUT_FEATURES.join(",")}`;
  const args = ["--disable-background-networking", features, SHORT_LIVED_PAGES];
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  if (executablePath !== join(BROUGHT, "chromium")) return { executablePath, args };
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: [join(BROUGHT, "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter),
    FONTCONFIG_FILE: join(BROUGHT, "fonts.conf"),
  };
  return { executablePath, args, env };
}

/** Whether the browser starts and draws a page here: a program may be there and lack a library, or be a stub. */
export async function launches(executablePath) {
  try {
    const browser = await chromium.launch({ ...launchOptions(executablePath), timeout: 60_000 });
    const page = await browser.newPage();
    await page.setContent("<p>drawn</p>");
    const drawn = await page.textContent("p");
    await browser.close();
    return drawn === "drawn";
  } catch {
    return false;
  }
}
