import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { chromium } from "@playwright/test";
import { nodeProgram, runChild } from "./child.mjs";
import { BROUGHT, chromiumCandidates, launches } from "./chromium.mjs";

/** An npm package that holds Chromium for Linux on x64 together with the libraries a bare machine lacks. */
const PACKAGE = "@sparticuz/chromium";
const VERSION = "153.0.0";
const INTEGRITY =
  "sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==";

/**
 * The browser for the end-to-end tests: the first one found that launches, else one brought here. It lands in
 * Playwright's own folder, or in .cache for want of a system library; package.json and its lock stay as they are.
 * @returns {Promise<string>} its path @throws with what to do when none launches
 */
export async function ensureChromium() {
  for (const path of chromiumCandidates()) if (await launches(path)) return path;
  const advice =
    "Install Chromium (Debian: apt-get install chromium; anywhere: npx playwright install chromium) or set " +
    "CHROMIUM_PATH to one. `npm run test:unit` runs all tests that need no browser.";
  if (process.env.CHROMIUM_PATH) {
    throw new Error(
      `The browser that CHROMIUM_PATH names, ${process.env.CHROMIUM_PATH}, does not start. ${advice}`,
    );
  }
  for (const { from, bring } of waysToBring()) {
    console.error(`No Chromium or Chrome that starts was found: bringing one from ${from} (once) ...`);
    const path = await bring().catch((error) => console.error(`  ${error.message}`));
    if (path && (await launches(path))) return path;
  }
  throw new Error(`The end-to-end tests need a browser, and none could be brought. ${advice}`);
}

function waysToBring() {
  const playwright = { from: "Playwright's download", bring: bringPlaywrights };
  const bare = process.platform === "linux" && process.arch === "x64";
  return bare ? [{ from: `npm's ${PACKAGE}`, bring: bringPackaged }, playwright] : [playwright];
}

async function bringPlaywrights() {
  const args = [...nodeProgram("@playwright/test/cli.js"), "install", "chromium"];
  const code = await runChild(process.execPath, args, { output: "stderr" });
  if (code !== 0) throw new Error(`Playwright's download ended with code ${code}.`);
  return chromium.executablePath();
}

/** Takes the package's files alone: none of its code runs. */
async function bringPackaged() {
  const folder = `${BROUGHT}-${process.pid}`;
  mkdirSync(folder, { recursive: true });
  try {
    await install(folder);
    const packed = (name) => join(folder, "node_modules", PACKAGE, "bin", `${name}.br`);
    await unpack(packed("chromium"), join(folder, "chromium"));
    for (const name of ["al2023.tar", "fonts.tar", "swiftshader.tar"]) {
      await unpack(packed(name), join(folder, name));
      const code = await runChild("tar", ["-xf", join(folder, name), "-C", folder], { output: "stderr" });
      if (code !== 0) throw new Error(`tar could not read ${name} (code ${code}).`);
      rmSync(join(folder, name));
    }
    writeFileSync(join(folder, "fonts.conf"), fontConfiguration(join(BROUGHT, "fonts")));
    rmSync(join(folder, "node_modules"), { recursive: true });
    rmSync(BROUGHT, { recursive: true, force: true });
    renameSync(folder, BROUGHT);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return join(BROUGHT, "chromium");
}

async function install(folder) {
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const alone = ["--ignore-scripts", "--no-save", "--no-package-lock", "--engine-strict=false"];
  const args = ["install", "--prefix", folder, ...alone, ...quiet, `${PACKAGE}@${VERSION}`];
  const code = await runChild("npm", args, { output: "stderr" });
  if (code !== 0) throw new Error(`npm could not install ${PACKAGE} (code ${code}).`);
  const { packages } = JSON.parse(readFileSync(join(folder, "node_modules/.package-lock.json"), "utf8"));
  if (packages[`node_modules/${PACKAGE}`]?.integrity !== INTEGRITY) {
    throw new Error(`${PACKAGE} ${VERSION} is not the file that was tried when this was written.`);
  }
}

function unpack(from, to) {
  return pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode: 0o755 }));
}

const fontConfiguration = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(BROUGHT, "font-cache")}</cachedir>
</fontconfig>
`;
