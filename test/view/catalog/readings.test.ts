import { describe, expect, it } from "vitest";
import * as catalog from "@/lib/catalog";
import type { Accelerator, Price } from "@/lib/catalog/schema";
import { acceleratorRecord } from "@/lib/view/catalog/accelerator-record";
import { architectureCost } from "@/lib/view/catalog/architecture-cost";
import type { CountedModel } from "@/lib/view/catalog/models";
import { readNumberFilter } from "@/lib/view/catalog/number-filter";
import { queryText, readAddress, shownColumns, writeAddress } from "@/lib/view/catalog/table-address";
import { figure, sourceOf, today } from "./figures";

describe("a filter on numbers", () => {
  const memory = { unit: "GB", base: "B" };
  it.each([
    ["80", memory, "= 80 GB"],
    ["=80", memory, "= 80 GB"],
    ["<= 64", memory, "≤ 64 GB"],
    ["≤64", memory, "≤ 64 GB"],
    [">2000", memory, "> 2,000 GB"],
    ["2B", { unit: "bn", base: "1" }, "= 2 bn"],
    ["2e9B", memory, "= 2 GB"],
    [" Known ", memory, "known"],
    ["2022..2024", { unit: "1", base: "1", plain: true as const }, "2022 to 2024"],
    ["<$2.50", { unit: "USD/h", base: "USD/s" }, "< $2.50 $/h"],
  ])("%s is understood as it was meant", (text, column, understood) => {
    expect(readNumberFilter(text, column)).toMatchObject({ ok: true, understood });
  });

  it("lets through on each side of its bound what its sign says", () => {
    const through = (text: string) =>
      [1, 2, 3].filter((value) => {
        const reading = readNumberFilter(text, { unit: "1", base: "1" });
        return reading.ok && reading.test(value);
      });
    expect([">=2", ">2", "<=2", "<2", "=2", "2..3", "1..2"].map(through)).toEqual([
      [2, 3],
      [3],
      [1, 2],
      [1],
      [2],
      [2, 3],
      [1, 2],
    ]);
    const reading = readNumberFilter("=2", { unit: "1", base: "1" });
    expect(reading.ok && [reading.test("2"), reading.test(null)]).toEqual([false, false]);
  });
});

describe("an accelerator's page", () => {
  const h100 = catalog.accelerator("nvidia-h100-sxm-80gb") as Accelerator;
  const price = {
    provider: "P",
    instance: "i",
    region: "r",
    term: "on-demand",
    perAcceleratorHour: figure(2.5 / 3600),
    asOf: "2026-01-01",
  } as Price;
  const priceOf = (offer: Price | undefined) =>
    acceleratorRecord(h100, offer, sourceOf, today).figures.find(({ id }) => id === "price");

  it("ends with the hour that a plan starts from, and whose it is", () => {
    expect(priceOf(price)).toMatchObject({
      label: "Price, where a plan starts",
      number: "$2.50",
      unit: "$/h",
      stale: true,
      statements: [{ source: "book", asOf: "2026-01-01", note: "P, i, r, on-demand", mark: "chosen" }],
    });
    expect(priceOf(undefined)).toMatchObject({ number: null, empty: "unknown", statements: [] });
  });

  it("marks what it costs to buy when that is old, and nothing else", () => {
    const old = {
      ...h100,
      purchasePrice: figure(30_000, { asOf: "2025-01" }),
      power: figure(700, { asOf: "2020" }),
    };
    const { figures } = acceleratorRecord(old, undefined, sourceOf, today);
    expect(figures.filter(({ stale }) => stale).map(({ id }) => id)).toEqual(["purchase"]);
    expect(figures.find(({ id }) => id === "purchase")).toMatchObject({ number: "$30,000", unit: "" });
    expect(figures.find(({ id }) => id === "power")).toMatchObject({ number: "700", unit: "W" });
  });

  it("says in the source's words, or its own, what a chip has not", () => {
    const lacking = {
      ...h100,
      peak: {},
      lacks: [{ what: ["bf16"], source: "book" }],
    } as unknown as Accelerator;
    const { figures } = acceleratorRecord(lacking, undefined, sourceOf, today);
    expect(figures.find(({ id }) => id === "bf16")).toMatchObject({
      number: null,
      empty: "none",
      statements: [{ source: "book", note: "The chip has none" }],
    });
  });
});

describe("what an architecture costs", () => {
  const layer = (mixer: object, count = 1) => ({ mixer, count, ffn: { kind: "dense" } });
  const counted = (more: object): CountedModel =>
    ({
      model: { layers: [layer({ kind: "gqa" }, 4)] },
      parameters: { total: 10e9, active: 10e9 },
      kvBytes: 2048,
      kvBytesBeyondWindows: 2048,
      fixedBytes: 0,
      ...more,
    }) as unknown as CountedModel;

  it.each([
    [{}, "All 10 bn parameters serve every token. Of every sequence each token adds 2 KiB of 16-bit cache."],
    [{ parameters: { total: 10e9, active: 9e9 } }, "All 10 bn parameters serve every token."],
    [
      { parameters: { total: 10e9, active: 8.9e9 } },
      "A token uses 8.9 bn of 10 bn parameters: memory holds all of them, a small batch reads little more than those, and a large one most.",
    ],
    [
      { kvBytes: 0, fixedBytes: 3 * 2 ** 20 },
      "A sequence keeps 3 MiB of state whatever its length, and no cache that grows.",
    ],
    [{ kvBytesBeyondWindows: 0, fixedBytes: 2 ** 20 }, "Windows cap the cache at 1 MiB a sequence."],
    [
      { kvBytesBeyondWindows: 1024 },
      "Beyond its windows each token adds 1 KiB of 16-bit cache instead of 2 KiB, so long contexts cost less memory and reading.",
    ],
    [
      {
        model: { layers: [layer({ kind: "gdn" }, 3), layer({ kind: "gqa" }), layer({ kind: "none" })] },
        fixedBytes: 2 ** 20,
      },
      "Only 1 layers keep a cache, so each token adds 2 KiB of 16-bit cache; the others keep 1 MiB of state a sequence.",
    ],
    [
      { model: { layers: [layer({ kind: "mla", index: { topk: 64, block: 32 } })] } },
      "Latent attention keeps one compressed vector a token, which every rank of a tensor-parallel group holds whole. An index picks 2,048 tokens to attend to, so reading a long context costs little more than scoring it.",
    ],
    [
      { model: { layers: [layer({ kind: "gqa", sharedCache: true }, 5), layer({ kind: "gqa" })] } },
      "5 layers read the cache of earlier ones and keep none.",
    ],
    [
      { model: { layers: [layer({ kind: "gqa" })], prediction: [{ count: 1 }] } },
      "A prediction layer drafts further tokens, which speculative decoding can check.",
    ],
    [
      { model: { layers: [layer({ kind: "gqa" })], prediction: [{ count: 1 }, { count: 2 }] } },
      "3 prediction layers draft further tokens, which speculative decoding can check.",
    ],
  ])("case %#", (more, sentence) => {
    expect(architectureCost(counted(more))).toContain(sentence);
  });
});

describe("the address of a catalog page", () => {
  const table = {
    columns: ["a", "b", "c"].map((id, index) => ({
      id,
      label: id,
      kind: "text" as const,
      filter: "text" as const,
      ...(index === 2 ? { extra: true as const } : {}),
    })),
    rows: [{ id: "x" }, { id: "y" }],
  };
  const plain = { search: "", sort: [], filters: {}, columns: null, selected: [], compare: false };

  it("holds what a reader set, and nothing of a page as it is at first", () => {
    expect(writeAddress(plain)).toBe("");
    const set = {
      search: "h 100",
      sort: [
        { id: "a", desc: true },
        { id: "b", desc: false },
      ],
      filters: { a: ">=2", c: "x" },
      columns: ["a", "c"],
      selected: ["y", "x"],
      compare: true,
    };
    expect(writeAddress(set)).toBe("q=h+100&sort=-a%2Cb&f.a=%3E%3D2&f.c=x&cols=a%2Cc&sel=y&sel=x&compare=1");
    expect(readAddress(writeAddress(set), table)).toEqual(set);
    expect(readAddress("", table)).toEqual(plain);
    expect(writeAddress({ ...plain, search: " ", filters: { a: " " } })).toBe("");
  });

  it("leaves out what names nothing, and compares two at least", () => {
    const odd = "q=&sort=-z,a&f.z=1&f.a=+&fa=2&cols=z&sel=x&sel=x&sel=z&compare=1";
    expect(readAddress(odd, table)).toEqual({ ...plain, sort: [{ id: "a", desc: false }], selected: ["x"] });
  });

  it("is made of parameters as the server has them", () => {
    expect(queryText({ q: "a b", sel: ["x", "y"], none: undefined })).toBe("q=a+b&sel=x&sel=y");
  });

  it("shows the first column always, and the chosen ones in the table's order", () => {
    const ids = (chosen: string[] | null) => shownColumns(table, chosen).map(({ id }) => id);
    expect(ids(null)).toEqual(["a", "b"]);
    expect(ids(["c"])).toEqual(["a", "c"]);
    expect(ids(["c", "b"])).toEqual(["a", "b", "c"]);
  });
});
