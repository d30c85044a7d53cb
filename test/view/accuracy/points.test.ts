import { describe, expect, it } from "vitest";
import { architectures } from "@/lib/catalog/schema";
import { architectureFamily, FAMILIES } from "@/lib/view/accuracy/families";
import { packPoints, unpackPoints } from "@/lib/view/accuracy/pack";
import { setupOf } from "@/lib/view/accuracy/point";
import { sourceAddress } from "@/lib/view/accuracy/source-address";
import { row } from "../../accuracy/rows";
import { point } from "./points";

describe("packed points", () => {
  it("come out as they went in, to five digits", () => {
    const points = [
      point({ id: "a", measured: 12.5, source: 'x "y", row b_1' }),
      point({ id: "b", metric: "ttft_ms", predicted: 0.012345, source: 'x "y", row b_2' }),
      point({ id: "c", family: "host", source: "another, with commas" }),
    ];
    expect(unpackPoints(packPoints(points))).toEqual(points);
    expect(unpackPoints(packPoints([point({ measured: 1 / 3 })]))[0]?.measured).toBe(0.33333);
  });

  it("carry each repeated text once", () => {
    const packed = packPoints(Array.from({ length: 100 }, (_, index) => point({ id: `${index}` })));
    expect(packed.texts).toHaveLength(7);
    expect(JSON.stringify(packed).length).toBeLessThan(100 * 60);
  });
});

it("has a family for every architecture of the catalog, each in a colour of its own", () => {
  for (const architecture of architectures)
    expect(FAMILIES[architectureFamily({ architecture })]).toBeDefined();
  const colors = Object.values(FAMILIES).map(({ color }) => color);
  expect(new Set(colors).size).toBe(colors.length);
});

it("says what ran in a few words", () => {
  expect(setupOf(row({ isl: "921.6" }))).toBe("fp8, 8 × TP 8, 922 in, 500 out, 16 in flight");
  expect(setupOf(row({ mode: "offline", concurrency: "", dp: "8", tp: "1" }))).toBe(
    "fp8, 8 × DP 8, 1,000 in, 500 out, offline",
  );
});

describe("the address of a source", () => {
  it.each([
    ['a/b docs/x.md @ 1263d5cd "Table"', "https://github.com/a/b/blob/1263d5cd/docs/x.md"],
    ["a/b docs/x.md e00d4e65 (v0.14.0) table", "https://github.com/a/b/blob/e00d4e65/docs/x.md"],
    [
      "a/b docs/x.md @ upstream 66ef1df4 (#1492), read from a fork",
      "https://github.com/a/b/blob/66ef1df4/docs/x.md",
    ],
    ["a/b sample.csv @ 0b077da5 (Apache-2.0), row c", "https://github.com/a/b/tree/0b077da5"],
    [
      "ggml-org/llama.cpp pull request #27470 (2026-08-21)",
      "https://github.com/ggml-org/llama.cpp/pull/27470",
    ],
  ])("%s", (source, address) => {
    expect(sourceAddress(source)).toBe(address);
  });

  it("is left out where the text names none", () => {
    expect(sourceAddress('intel.com "Model Performance Data", stored page')).toBeUndefined();
    expect(sourceAddress("")).toBeUndefined();
  });
});
