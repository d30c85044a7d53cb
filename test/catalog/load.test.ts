import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCatalog } from "@/lib/catalog/load";
import { keepCatalog, keptCatalog } from "@/lib/catalog/load/kept";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "catalog-"));
  for (const folder of ["accelerators", "models"]) mkdirSync(join(root, folder));
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (path: string, content: string) => writeFileSync(join(root, path), content);

const chip = `name = "Chip"
vendor = "Maker"
kind = "gpu"
architecture = "hopper"
reviewBy = "2027-05-20"
memory = { value = "80 GB", source = "derived" }
memoryBandwidth = { value = "3 TB/s", source = "derived" }
[peak]
bf16 = { value = "900 TFLOPS", source = "derived" }
`;

describe("readCatalog", () => {
  it("takes one more accelerator from one more file, and its version changes", () => {
    const before = readCatalog(root);
    write("accelerators/maker-chip.toml", chip);
    const catalog = readCatalog(root);
    const added = catalog.accelerators.find(({ id }) => id === "maker-chip");
    expect(added?.memoryBandwidth).toEqual({ value: 3e12, text: "3 TB/s", source: "derived" });
    expect(catalog.accelerators).toHaveLength(before.accelerators.length + 1);
    expect(catalog.version).not.toBe(before.version);
  });

  it.each([
    ["an unknown field", `speed = 3\n${chip}`, /maker-chip\.toml: .*speed/],
    ["a missing field", chip.replace(/^vendor.*\n/m, ""), /maker-chip\.toml: vendor: /],
    [
      "a unit of another kind",
      chip.replace("3 TB/s", "3 TB"),
      /maker-chip\.toml: memoryBandwidth\.value: expected/,
    ],
    ["a figure without a unit", chip.replace("3 TB/s", "3000"), /memoryBandwidth\.value: expected a unit/],
    ["a figure without a source", chip.replace(`"80 GB", source = "derived"`, `"80 GB"`), /memory\.source: /],
    ["a negative figure", chip.replace("80 GB", "-80 GB"), /memory\.value: expected a positive figure/],
    ["an id inside", `id = "other"\n${chip}`, /id: leave it out/],
    ["broken TOML", `${chip}[`, /maker-chip\.toml: not valid TOML/],
  ])("refuses %s with file and field", (_, content, message) => {
    write("accelerators/maker-chip.toml", content);
    expect(() => readCatalog(root)).toThrow(message);
  });

  it("names the layer and the part of a model that does not fit", () => {
    write(
      "models/model.toml",
      `name = "Model"
developer = "Maker"
family = "model"
source = "derived"
reviewBy = "2027-05-20"
hidden = 8
vocab = 8
tiedEmbeddings = true
norm = "rms"
finalNorm = true
[[layers]]
count = 1
norms = 2
mixer = { kind = "gqa", heads = 1, kvHeads = 1 }
ffn = { kind = "dense", width = 8, gated = true }
[weightsAsReleased]
default = "bf16"
`,
    );
    expect(() => readCatalog(root)).toThrow(/models\/model\.toml: layers\[0\]\.mixer\.headDim: /);
  });
});

describe("keptCatalog", () => {
  it("is the catalog that was kept, while the files are those it was read from", () => {
    const file = join(root, "catalog.json");
    const catalog = readCatalog("data");
    expect(catalog.models.length).toBeGreaterThan(50);
    expect(keptCatalog(catalog.version, file)).toBeUndefined();
    keepCatalog(catalog, file);
    expect(keptCatalog(catalog.version, file)).toStrictEqual(catalog);
    expect(keptCatalog(readCatalog(root).version, file)).toBeUndefined();
  });
});
