import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { mustRun, ROOT } from "./child.mjs";

const MINIMUM_NODE = [20, 19];

/** Installs the locked packages when there are none, or when the lock is newer than what is installed. */
export async function ensureInstalled() {
  refuseOldNode();
  const lock = join(ROOT, "package-lock.json");
  const installed = join(ROOT, "node_modules", ".package-lock.json");
  const installedAt = statSync(installed, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (installedAt >= statSync(lock).mtimeMs || (installedAt > 0 && sameVersions(lock, installed))) return;
  console.error("Installing packages (once, and after the lock has changed) ...");
  await mustRun("Installing the packages", "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    output: "stderr",
    env: { CHECKPOINT_DISABLE: "1", NODE_ENV: "development" },
  });
}

/** A checkout gives the lock a new date; reinstalling is needed only when its content differs. */
function sameVersions(lockPath, installedPath) {
  const locked = JSON.parse(readFileSync(lockPath, "utf8")).packages;
  const installed = JSON.parse(readFileSync(installedPath, "utf8")).packages;
  return Object.entries(locked).every(
    ([path, entry]) =>
      path === "" || (entry.optional && !installed[path]) || installed[path]?.version === entry.version,
  );
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [needMajor, needMinor] = MINIMUM_NODE;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  console.error(`Node ${MINIMUM_NODE.join(".")} or newer is needed; this is Node ${process.versions.node}.`);
  process.exit(1);
}
