import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { accelerator, format, modelByName } from "@/lib/catalog";

const folder = "data/benchmarks";
const tables = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".csv")) : [];

describe.skipIf(tables.length === 0)("measurements", () => {
  it.each(tables)("of %s name accelerators, models and formats of the catalog", (table) => {
    const [head = "", ...lines] = readFileSync(join(folder, table), "utf8").trim().split("\n");
    const columns = head.split(",");
    const column = (name: string) => columns.indexOf(name);
    const unquoted = (line: string) => line.replace(/"[^"]*"/g, "").split(",");
    const values = (name: string) => new Set(lines.map((line) => unquoted(line)[column(name)] ?? ""));
    expect([...values("accelerator")].filter((id) => !accelerator(id))).toEqual([]);
    expect([...values("model")].filter((name) => !modelByName(name))).toEqual([]);
    expect([...values("weights")].filter((id) => !format(id))).toEqual([]);
  });
});
