// `npm run prices:update -- FOLDER [--write] [--accept] [--refused]`: reads price files and shows what they change.
// Nothing is written without --write; prices that move by more than 40 % wait for --accept. Never uses the network.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "smol-toml";
import { readCatalog } from "@/lib/catalog/load";
import { marketIndex } from "@/lib/catalog/snapshots/market-index";
import { marketWords } from "@/lib/catalog/snapshots/market-words";
import { type Change, isLarge, mergeSnapshot, type RawFile } from "@/lib/catalog/snapshots/merge";
import { isModelsDevFile, modelsDevFile } from "@/lib/catalog/snapshots/models-dev-folder";
import { readSnapshot, type Snapshot } from "@/lib/catalog/snapshots/read-snapshot";
import { byReason, type Refusal } from "@/lib/catalog/snapshots/reading";
import { withSuperseded } from "@/lib/catalog/snapshots/superseded";
import { providerToml } from "@/lib/catalog/snapshots/toml";
import { givenPath } from "./given-path";

const args = process.argv.slice(2);
const options = new Set(args.filter((arg) => arg.startsWith("--")));
const [folder, ...rest] = args.filter((arg) => !arg.startsWith("--"));
const unknown = [...options].find((option) => !["--write", "--accept", "--refused"].includes(option));
if (folder === undefined || rest.length > 0 || unknown) {
  console.error("Usage: npm run prices:update -- FOLDER [--write] [--accept] [--refused]");
  process.exit(1);
}

const root = join(process.cwd(), "data");
const index = marketIndex(marketWords(readCatalog(root)));
let files: ReadonlyMap<string, RawFile> = new Map(
  ["prices", "api-prices"].flatMap((kind) =>
    readdirSync(join(root, kind))
      .filter((name) => name.endsWith(".toml") && !name.startsWith("ranges"))
      .map((name): [string, RawFile] => [
        `${kind}/${name.slice(0, -".toml".length)}`,
        parse(readFileSync(join(root, kind, name), "utf8")) as unknown as RawFile,
      ]),
  ),
);
const asRead = files;
const untouched = new Map([...files].map(([id, file]) => [id, providerToml(file)]));

/** The record of a snapshot's source, one a snapshot. */
function sourceToml({ shape, day }: Snapshot, file: string): string {
  const licence = shape.licence ? `licence = ${JSON.stringify(shape.licence)}\n` : "";
  return `title = ${JSON.stringify(`${shape.title} (${file})`)}\nwhere = ${JSON.stringify(shape.where)}\ndate = "${day}"\n${licence}kind = "secondary"\n`;
}

/** The price files of a folder by name and text; a copy of models.dev's repository is one. */
function snapshotsIn(directory: string): { name: string; text: string }[] {
  const paths = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const read = (path: string) => ({ path, text: readFileSync(path, "utf8") });
  const modelsDev = modelsDevFile(paths.filter(isModelsDevFile).map(read));
  const others = paths.filter((path) => /\.(csv|go|json|tsv|txt)$/.test(path)).map(read);
  return [
    ...others.map(({ path, text }) => ({ name: basename(path), text })),
    ...(modelsDev ? [modelsDev] : []),
  ];
}

function printChanges(changes: readonly Change[]) {
  const shown = changes.filter(({ kind }) => kind === "changed" || kind === "twice");
  for (const change of shown) {
    const percent = change.ratio === undefined ? "" : `${((change.ratio - 1) * 100).toFixed(1)} %`;
    const before = change.before ? `${change.before.price} (${change.before.asOf})` : "";
    const mark = change.kind === "twice" ? "given twice" : isLarge(change) ? "LARGE" : "";
    console.log(
      [change.file, change.what, before, `${change.after.price} (${change.after.asOf})`, percent, mark].join(
        "\t",
      ),
    );
  }
  const count = (kind: Change["kind"]) => changes.filter((change) => change.kind === kind).length;
  console.log(
    `  ${count("new")} new, ${count("changed")} changed, ${count("redated")} the same at a newer date, ` +
      `${count("older")} not newer than what is there, ${count("twice")} given twice`,
  );
}

function printRefused(refused: readonly Refusal[]) {
  if (refused.length === 0) return;
  console.log(`  ${refused.length} rows not taken:`);
  if (options.has("--refused")) {
    for (const { at, what, why } of refused) console.log(`    ${at}\t${what}\t${why}`);
    return;
  }
  for (const { why, rows } of byReason(refused)) {
    const some = rows.slice(0, 3).map(({ at, what }) => `${at}: ${what}`);
    console.log(`    ${rows.length} × ${why} (${some.join("; ")}${rows.length > 3 ? "; …" : ""})`);
  }
  console.log("    (--refused lists them one by one)");
}

const sources = new Map<string, string>();
const failed: string[] = [];
let large = 0;
const given = snapshotsIn(givenPath(folder));
if (given.length === 0)
  failed.push(`${folder}: no price file in it: .csv, .tsv, .go, .json, or a copy of models.dev`);
for (const { name, text } of given) {
  const reading = readSnapshot(name, text, index);
  if (!reading.ok) {
    failed.push(`${name}: ${reading.why}`);
    continue;
  }
  const { snapshot } = reading;
  const sourceId = `${snapshot.shape.id}-${snapshot.day}`;
  const { files: merged, changes } = mergeSnapshot(files, snapshot, sourceId, options.has("--accept"));
  files = merged;
  console.log(`${name}: ${snapshot.shape.title}, ${snapshot.day}`);
  printChanges(changes);
  printRefused(snapshot.refused);
  large += changes.filter(isLarge).length;
  const used = [...files.values()].some((file) => JSON.stringify(file.offer).includes(`"${sourceId}"`));
  if (used) sources.set(sourceId, sourceToml(snapshot, name));
}
for (const line of failed) console.error(line);
if (large > 0 && !options.has("--accept"))
  console.error(
    `${large} prices move by more than 40 % and were left as they are; look at them, then pass --accept.`,
  );

/** What the snapshots replaced stays known, so that a trend can be seen. */
const historyFolder = join(root, "price-history");
const earlier: ReadonlyMap<string, RawFile> = new Map(
  readdirSync(historyFolder).map((name): [string, RawFile] => [
    `price-history/${name.slice(0, -".toml".length)}`,
    parse(readFileSync(join(historyFolder, name), "utf8")) as unknown as RawFile,
  ]),
);

if (options.has("--write")) {
  for (const [id, file] of withSuperseded(earlier, asRead, files))
    if (file !== earlier.get(id)) writeFileSync(join(root, `${id}.toml`), providerToml(file));
  for (const [id, file] of files) {
    const text = providerToml(file);
    if (text !== untouched.get(id)) writeFileSync(join(root, `${id}.toml`), text);
  }
  for (const [id, text] of sources) writeFileSync(join(root, "sources", `${id}.toml`), text);
  console.log(`Written to data/. "npm run data:check" says whether it is sound.`);
} else console.log("Nothing was written; pass --write to do so.");
if (failed.length > 0 || (large > 0 && !options.has("--accept"))) process.exitCode = 2;
