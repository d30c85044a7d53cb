import { describe, expect, it } from "vitest";
import * as catalog from "@/lib/catalog";

describe("lookups", () => {
  it("cover the breadth that was promised", () => {
    expect(catalog.accelerators().length).toBeGreaterThanOrEqual(60);
    expect(catalog.models().length).toBeGreaterThanOrEqual(130);
    expect(catalog.models().length + catalog.incompleteModels().length).toBe(193);
    expect(catalog.prices().length).toBeGreaterThanOrEqual(400);
    expect(catalog.apiPrices().length).toBeGreaterThanOrEqual(400);
    expect(catalog.energy().length).toBeGreaterThanOrEqual(20);
  });

  it("say what an incomplete record lacks", () => {
    for (const record of [...catalog.incompleteModels(), ...catalog.incompleteAccelerators()])
      expect(record.incomplete.length).toBeGreaterThan(10);
  });

  it("find a model by any published name", () => {
    expect(catalog.modelByName("meta-llama/Meta-Llama-3.1-70B")?.id).toBe("meta-llama-3.1-70b");
    expect(catalog.modelByName("meta-llama-3.1-405b-instruct")?.id).toBe("meta-llama-3.1-405b");
    expect(catalog.modelByName("nobody/nothing")).toBeUndefined();
  });

  it("find a format by its other names", () => {
    expect(catalog.format("int4")?.id).toBe("int4-awq-g128");
    expect(catalog.format("f16")?.bits).toBe(16);
    expect(catalog.format("int5")).toBeUndefined();
  });

  it.each([
    ["int4-awq-g128", 4.156],
    ["int4-gptq-g32", 4.625],
    ["awq3", 3.148],
    ["nf4", 4.127],
    ["mxfp4", 4.25],
    ["nvfp4", 4.5],
    ["gguf-q8_0", 8.5],
    ["gguf-q6_k", 6.5625],
  ])("know the bits of %s with its scales", (id, bits) => {
    expect(catalog.format(id)?.bits).toBeCloseTo(bits, 3);
  });

  it("hold what H200 drivers report, which is a little under 141 GiB", () => {
    expect(catalog.accelerator("nvidia-h200-sxm-141gb")?.memoryReported?.value).toBe(143_771 * 1024 ** 2);
    expect(catalog.source("aws-instance-types")?.kind).toBe("vendor");
  });

  it("hold the articles' price ranges", () => {
    const hour = catalog
      .priceRanges()
      .find(({ what, accelerator }) => what === "hour" && /h100/.test(accelerator));
    expect([hour?.low.text, hour?.high.text]).toEqual(["$1.49/h", "$3.90/h"]);
  });

  it("hold every architecture that a calibration is for", () => {
    const classes = new Set(catalog.accelerators().map(({ architecture }) => architecture as string));
    const fitted = catalog.calibrations().filter(({ kind }) => kind === "architecture");
    for (const { id } of fitted) {
      expect(classes).toContain(id);
      expect(catalog.calibration(id)?.constants).toBeDefined();
    }
  });

  it("version the catalog by its content", () => {
    expect(catalog.catalogVersion()).toMatch(/^[0-9a-f]{12}$/);
    expect(catalog.catalog().version).toBe(catalog.catalogVersion());
    expect(catalog.sources().length).toBe(new Set(catalog.sources().map(({ id }) => id)).size);
  });
});
