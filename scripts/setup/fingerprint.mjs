import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { ROOT } from "./child.mjs";

/**
 * One hash over the content of files and folders, so that a changed, added or removed file shows, and a
 * new date on an unchanged file does not.
 * @param {string[]} paths relative to the root; missing ones count as missing
 * @param {string[]} [except] folders to leave out
 */
export function fingerprint(paths, except = []) {
  const hash = createHash("sha256").update(process.versions.node);
  const skipped = new Set(except);
  const add = (path) => {
    const full = join(ROOT, path);
    if (skipped.has(path) || !existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(relative(ROOT, join(full, name)));
    } else {
      hash.update(`\0${path}\0`).update(readFileSync(full));
    }
  };
  for (const path of paths) add(path);
  return hash.digest("hex");
}

/** Whether the stamp beside a generated output carries this fingerprint. */
export function isFresh(stamp, current) {
  const path = join(ROOT, stamp);
  return existsSync(path) && readFileSync(path, "utf8") === current;
}

/** Writes the stamp once the output is complete. */
export function markFresh(stamp, current) {
  mkdirSync(dirname(join(ROOT, stamp)), { recursive: true });
  writeFileSync(join(ROOT, stamp), current);
}
