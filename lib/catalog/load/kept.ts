import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Catalog } from "../catalog";

/** In the build's own folder, which every build empties: what an older program read is never taken. */
const keptFile = () => join(/*turbopackIgnore: true*/ process.cwd(), ".next", "catalog.json");

/** Keeps a catalog that was read and checked, so that each start of this build need not do it again. */
export function keepCatalog(catalog: Catalog, file = keptFile()): void {
  writeFileSync(/*turbopackIgnore: true*/ file, JSON.stringify(catalog));
}

/** The catalog that was kept with this build, if it was read from files of this version. */
export function keptCatalog(version: string, file = keptFile()): Catalog | undefined {
  if (!existsSync(/*turbopackIgnore: true*/ file)) return undefined;
  const kept: Catalog = JSON.parse(readFileSync(/*turbopackIgnore: true*/ file, "utf8"));
  return kept.version === version ? kept : undefined;
}
