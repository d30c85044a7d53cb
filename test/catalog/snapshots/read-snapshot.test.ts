import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalog } from "@/lib/catalog";
import { marketIndex } from "@/lib/catalog/snapshots/market-index";
import { marketWords } from "@/lib/catalog/snapshots/market-words";
import { readSnapshot } from "@/lib/catalog/snapshots/read-snapshot";
import { shapes, snapshotShapeOf } from "@/lib/catalog/snapshots/shapes";
import { samples } from "./samples";

const index = marketIndex(marketWords(catalog()));
const read = (name: string, text: string) => {
  const reading = readSnapshot(name, text, index);
  if (!reading.ok) throw new Error(reading.why);
  return reading.snapshot;
};
const lines = (name: string, text: string) =>
  read(name, text).offers.map(
    ({
      provider,
      offer: { accelerator, instance, accelerators, region, area, term, acceleratorHour, asOf },
    }) =>
      [
        provider.id,
        accelerator,
        instance,
        accelerators,
        region ?? "–",
        area,
        term,
        acceleratorHour,
        asOf,
      ].join(" "),
  );

describe("readSnapshot", () => {
  it("reads observations with the catalog's ids, and refuses slices", () => {
    expect(lines("x.csv", samples.observations)).toEqual([
      "aws nvidia-h100-sxm-80gb p5.48xlarge 8 us-east-1 US on-demand 6.88 2026-10-10",
      "vast.ai nvidia-h100-sxm-80gb median-offer 1 – global on-demand 4 2026-10-10",
      "gcp nvidia-a100-sxm-80gb Commitment v1: Nvidia Tesla A100 80GB GPU running in Americas for 1 Year 1 us-central1 US reserved-1y 3.4811 2026-09-05",
    ]);
    const { offers, refused } = read("x.csv", samples.observations);
    expect(offers.map(({ offer }) => offer.note)).toEqual([undefined, "Median of 12 offers", undefined]);
    expect(offers[2]?.offer.covers).toBe("accelerator-alone");
    expect(refused).toMatchObject([{ at: "line 4", why: expect.stringContaining("slice") }]);
  });

  it("reads a price list by tier, and refuses labels that mean something else", () => {
    expect(lines("x.csv", samples.raw)).toEqual([
      "azure nvidia-a100-sxm-80gb Standard_ND96amsr_A100_v4 8 eastus US reserved-3y 2.1263625 2026-09-05",
      "runpod nvidia-h100-sxm-80gb NVIDIA H100 80GB HBM3 1 – global on-demand 3.29 2026-09-05",
    ]);
    expect(read("x.csv", samples.raw).refused.map(({ why }) => why)).toEqual([
      expect.stringContaining("three months"),
      expect.stringContaining("booked window"),
    ]);
  });

  it("takes cloud and day of a SkyPilot list from its name, and one row a region", () => {
    expect(lines("aws-vms-2026-11-01.csv", samples.skypilot)).toEqual([
      "aws nvidia-h100-sxm-80gb p5.48xlarge 8 us-east-1 US on-demand 6.88 2026-11-01",
      "aws nvidia-h100-sxm-80gb p5.48xlarge 8 us-east-1 US spot 2.5625 2026-11-01",
    ]);
    expect(read("aws-vms-2026-11-01.csv", samples.skypilot).refused).toMatchObject([
      {
        what: expect.stringContaining("x9.metal"),
        why: "no accelerator of this catalog is known by its names",
      },
    ]);
    expect(readSnapshot("vms.csv", samples.skypilot, index)).toEqual({
      ok: false,
      why: expect.stringContaining("day"),
    });
  });

  it("reads Karpenter's tables, and only the machines that hold an accelerator of the catalog", () => {
    expect(lines("a.go", samples.karpenterGo)).toEqual([
      "aws nvidia-h100-sxm-80gb p5.48xlarge 8 us-east-1 US on-demand 6.75 2026-11-02",
    ]);
    expect(lines("b.go", samples.karpenterAzureGo)).toEqual([
      "azure nvidia-h100-sxm-80gb Standard_ND96isr_H100_v5 8 eastus US on-demand 12.29 2026-11-03",
    ]);
    expect(lines("c.json", samples.karpenterJson)).toEqual([
      "gcp nvidia-h100-sxm-80gb a3-highgpu-8g 8 us-central1 US on-demand 11.06125 2026-11-04",
      "gcp nvidia-h100-sxm-80gb a3-highgpu-8g 8 us-central1 US spot 6.2875 2026-11-04",
    ]);
  });

  it.each(["genaiPrices", "modelsDev", "litellm"] as const)("reads managed prices of %s", (shape) => {
    const { apiOffers, refused } = read("prices_2026-11-05.json", samples[shape]);
    expect(apiOffers).toMatchObject([
      {
        provider: { id: "deepinfra" },
        offer: { model: "llama-3.1-70b-instruct", input: 0.4, output: 0.5, asOf: "2026-11-05" },
      },
    ]);
    const expected = { genaiPrices: 2, modelsDev: 1, litellm: 0 };
    expect(refused).toHaveLength(expected[shape]);
  });

  it("knows each sample by exactly one shape", () => {
    for (const text of Object.values(samples)) {
      expect(shapes.filter(({ matches }) => matches(text)).map(({ id }) => id)).toEqual([
        snapshotShapeOf(text)?.id,
      ]);
    }
  });

  it("never guesses a part: a name that could be two is refused, a name is matched by whole words", () => {
    expect(index.parts("x", "NVIDIA H100")).toEqual([]);
    expect(index.parts("x", "NVIDIA L40")).toEqual([]);
    expect(index.parts("x", "NVIDIA H100 PCIe")).toEqual(["nvidia-h100-pcie-80gb"]);
    expect(index.parts("x", "GB200 NVL72")).toEqual(["nvidia-gb200"]);
    const row = samples.observations.replace("p5.48xlarge", "p4d.24xlarge");
    expect(read("x.csv", row).refused[1]?.why).toBe(
      "it could be nvidia-h100-sxm-80gb or nvidia-a100-sxm-40gb",
    );
  });

  it("never throws, whatever the file", () => {
    const cut = fc
      .constantFrom(...Object.values(samples))
      .chain((text) =>
        fc
          .tuple(fc.nat(text.length), fc.nat(text.length), fc.string())
          .map(([from, length, put]) => text.slice(0, from) + put + text.slice(from + length)),
      );
    fc.assert(
      fc.property(fc.oneof(cut, fc.string(), fc.json()), (text) => {
        const reading = readSnapshot("2026-11-05.json", text, index);
        if (!reading.ok) return;
        for (const { offer } of reading.snapshot.offers) expect(offer.acceleratorHour).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
