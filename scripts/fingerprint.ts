import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ENGINE_VERSION } from "@/lib/engine";
import { type Fingerprint, freeze, frozenLookup, moved, take } from "@/test/engine/fingerprint/take";
import { wholeLookup } from "./catalog-lookup";

/**
 * `npm run -s fingerprint`: takes the engine's fingerprint anew. Where a number moved under the version it was taken
 * for, the version is raised first, so that what is saved under the old one can be told from what is computed today.
 */
const FOLDER = "test/engine/fingerprint";
const VERSION_FILE = "lib/engine/version.ts";
/** The file, or where a merge left both sides of a conflict in it the one that is checked out. */
async function read<T>(name: string): Promise<T> {
  const path = join(FOLDER, name);
  const text = await readFile(path, "utf8");
  const both = text.includes("<<<<<<<");
  return JSON.parse(both ? execFileSync("git", ["show", `HEAD:${path}`], { encoding: "utf8" }) : text) as T;
}
const write = (name: string, content: object) =>
  writeFile(join(FOLDER, name), `${JSON.stringify(content, null, 1)}\n`);

/** What moved on the frozen records; a change of the engine's needs that they cannot meet is a move too. */
function movedSince(before: Fingerprint, records: Parameters<typeof frozenLookup>[0]): string[] {
  try {
    return moved(before, take(frozenLookup(records), ENGINE_VERSION, before));
  } catch (error) {
    return [`the frozen records no longer do: ${(error as Error).message}`];
  }
}

const before = await read<Fingerprint>("fingerprint.json");
const changes = movedSince(before, await read("records.json"));
const raised =
  changes.length > 0 && before.version === ENGINE_VERSION ? raise(ENGINE_VERSION) : ENGINE_VERSION;
const frozen = freeze(wholeLookup);
await write("records.json", frozen);
await write("fingerprint.json", take(frozenLookup(frozen), raised));
if (raised !== ENGINE_VERSION) {
  const text = await readFile(VERSION_FILE, "utf8");
  await writeFile(VERSION_FILE, text.replace(`"${ENGINE_VERSION}"`, `"${raised}"`));
}
console.log(changes.slice(0, 20).join("\n"));
console.log(
  changes.length === 0
    ? `Nothing moved; the fingerprint of engine ${raised} is fresh.`
    : `${changes.length} moved since engine ${before.version}; this is ${raised}.`,
);

/** The next minor version. */
function raise(version: string): string {
  const [major = "1", minor = "0"] = version.split(".");
  return `${major}.${Number(minor) + 1}.0`;
}
