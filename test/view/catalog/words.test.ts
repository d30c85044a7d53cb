import { describe, expect, it } from "vitest";
import type { Ffn, Mixer, Price } from "@/lib/catalog/schema";
import { daysSince, today } from "@/lib/view/catalog/age";
import { kindLabels } from "@/lib/view/catalog/hardware";
import { cellText, moneyDecimals, unitLabel } from "@/lib/view/catalog/in-unit";
import {
  attentionSummary,
  ffnWords,
  mixerKinds,
  mixerName,
  mixerSizes,
} from "@/lib/view/catalog/layer-words";
import { marketText } from "@/lib/view/catalog/market-text";
import { offerText, termLabels } from "@/lib/view/catalog/offer-text";

const gqa = { kind: "gqa", heads: 64, kvHeads: 8, headDim: 128 };
const mixers: [object, string, string][] = [
  [gqa, "GQA", "64 heads, 8 KV heads, 128 wide"],
  [{ ...gqa, kvHeads: 1 }, "MQA", "64 heads, 1 KV heads, 128 wide"],
  [{ ...gqa, kvHeads: 64 }, "MHA", "64 heads, 64 KV heads, 128 wide"],
  [{ ...gqa, kvHeads: 2 }, "GQA", "64 heads, 2 KV heads, 128 wide"],
  [{ ...gqa, window: 4096 }, "GQA window 4,096", "64 heads, 8 KV heads, 128 wide"],
  [{ ...gqa, window: 8192, chunked: true }, "GQA chunk 8,192", "64 heads, 8 KV heads, 128 wide"],
  [
    { ...gqa, window: 512, sharedCache: true },
    "GQA window 512 on a shared cache",
    "64 heads, 8 KV heads, 128 wide",
  ],
  [{ ...gqa, kind: "cross" }, "Self and cross", "64 heads, 8 KV heads, 128 wide"],
  [{ kind: "mla", heads: 128, kvRank: 512, ropeDim: 64 }, "MLA", "128 heads, KV rank 512 + 64 rotary"],
  [
    { kind: "mla", heads: 128, kvRank: 512, ropeDim: 64, index: { topk: 2048 } },
    "Sparse MLA",
    "128 heads, KV rank 512 + 64 rotary",
  ],
  [
    { kind: "gdn", keyHeads: 16, keyDim: 128, valueHeads: 32, valueDim: 256 },
    "Gated DeltaNet",
    "16 key heads × 128, 32 value heads × 256",
  ],
  [{ kind: "kda", heads: 32, headDim: 128 }, "Kimi Delta", "32 heads, 128 wide"],
  [{ kind: "lightning", heads: 64, headDim: 96 }, "Lightning", "64 heads, 96 wide"],
  [{ kind: "shortconv", width: 2048, convolution: 3 }, "Short convolution", "2,048 wide, 3 taps"],
  [{ kind: "mamba1", inner: 8192, state: 16 }, "Mamba", "inner width 8,192, state 16"],
  [{ kind: "mamba2", heads: 128, headDim: 64, state: 128 }, "Mamba 2", "128 heads, 64 wide, state 128"],
  [
    { kind: "compressed", heads: 64, headDim: 512, window: 128, ratio: 4 },
    "Compressed 1:4",
    "64 heads, 512 wide, 128-token window",
  ],
  [
    { kind: "compressed", heads: 64, headDim: 512, window: 1280 },
    "Latent window 1,280",
    "64 heads, 512 wide, 1,280-token window",
  ],
  [{ kind: "none" }, "Feed-forward only", ""],
];

describe("a layer in words", () => {
  it.each(mixers)("%o", (mixer, name, sizes) => {
    expect(mixerName(mixer as Mixer)).toBe(name);
    expect(mixerSizes(mixer as Mixer)).toBe(sizes);
  });

  it.each<[object, string]>([
    [{ kind: "dense", width: 14_336 }, "dense, 14,336 wide"],
    [{ kind: "moe", perToken: 8, experts: 256, width: 2048 }, "8 of 256 experts, 2,048 wide"],
    [
      { kind: "moe", perToken: 1, experts: 16, width: 8192, shared: 4096 },
      "1 of 16 experts, 8,192 wide, shared 4,096 wide",
    ],
    [
      { kind: "moe", perToken: 2, experts: 128, width: 4864, denseWidth: 7168 },
      "2 of 128 experts, 4,864 wide, dense part 7,168 wide",
    ],
    [{ kind: "none" }, "none"],
  ])("%o", (ffn, words) => {
    expect(ffnWords(ffn as Ffn)).toBe(words);
  });

  it("is counted with those of its kind, in the record's order", () => {
    const layers = [
      [gqa, 1],
      [{ kind: "gdn" }, 36],
      [gqa, 11],
    ].map(([mixer, count]) => ({ mixer, count })) as unknown as Parameters<typeof mixerKinds>[0];
    expect(mixerKinds(layers)).toEqual([
      { label: "GQA", count: 12 },
      { label: "Gated DeltaNet", count: 36 },
    ]);
    expect(attentionSummary(layers)).toBe("12 × GQA + 36 × Gated DeltaNet");
    expect(attentionSummary(layers.slice(0, 1))).toBe("GQA");
    expect(attentionSummary([])).toBe("");
  });
});

describe("an offer in words", () => {
  const market = {
    providers: 11,
    offers: 30,
    low: 2.69 / 3600,
    high: 12.29 / 3600,
    p10: 0,
    p90: 0,
    days: 90,
    fewest: 1,
  };
  it.each<[Partial<NonNullable<Price["market"]>>, string]>([
    [{}, "The middle of 11 providers, $2.69 to $12.29 an hour, within 90 days"],
    [{ days: 365 }, "The middle of 11 providers, $2.69 to $12.29 an hour, within 365 days"],
    [{ days: 366 }, "The middle of 11 providers, $2.69 to $12.29 an hour, whatever their date"],
    [{ providers: 1, offers: 1 }, "The only offer"],
    [{ providers: 1, offers: 3 }, "The cheapest of 3 offers of the only provider"],
    [{ providers: 2 }, "The middle of 2 providers, $2.69 to $12.29 an hour, within 90 days"],
  ])("%o", (change, words) => {
    expect(marketText({ ...market, ...change })).toBe(words);
  });

  it("names how it is paid for, and says a term that the catalog has not as it is", () => {
    const offer = { pricePerHour: 2, provider: "P", asOf: "2026-05" };
    expect(Object.keys(termLabels).map((term) => offerText({ ...offer, term }))).toEqual([
      "P, on demand · 2026-05",
      "P, spot · 2026-05",
      "P, reserved, 1 year · 2026-05",
      "P, reserved, 3 years · 2026-05",
      "P, owned, modelled · 2026-05",
    ]);
    expect(offerText({ ...offer, term: "toString", area: "EU" })).toBe("P, EU, toString · 2026-05");
    expect(offerText({ ...offer, term: "spot", area: "EU", region: "fr" })).toBe("P, fr, spot · 2026-05");
  });

  it("is as old as the first day of its month or year", () => {
    expect(daysSince("2026-11-20", "2026-11-21")).toBe(1);
    expect(daysSince("2026-11-21", "2026-11-21")).toBe(0);
    expect(daysSince("2026-11-22", "2026-11-21")).toBe(0);
    expect(daysSince("2026-10", "2026-11-21")).toBe(51);
    expect(daysSince("2026", "2026-11-21")).toBe(324);
    expect(today()).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(Math.abs(Date.parse(today()) - Date.now())).toBeLessThan(2 * 86_400_000);
  });
});

describe("a number of a page", () => {
  it("of money has decimals for cents, and three digits of what is below a dollar", () => {
    expect(moneyDecimals([])).toBe(2);
    expect(moneyDecimals([12, 3.4567, 0])).toBe(2);
    expect(moneyDecimals([0.5])).toBe(2);
    expect(moneyDecimals([0.1234])).toBe(3);
    expect(moneyDecimals([-0.012345, 100])).toBe(4);
    expect(moneyDecimals([1])).toBe(2);
    expect(moneyDecimals([1000, 30_000])).toBe(0);
    expect(moneyDecimals([999, 30_000])).toBe(2);
  });

  it.each<[Parameters<typeof cellText>[0], number, string]>([
    [{ unit: "USD/h" }, 2.5, "$2.50"],
    [{ unit: "USD/h", decimals: 3 }, 2.5, "$2.500"],
    [{ unit: "USD" }, 12_345, "$12,345"],
    [{ unit: "TFLOP/s" }, 1979, "1,979"],
    [{ unit: "TB/s" }, 3.35278, "3.353"],
    [{ unit: "1", plain: true }, 2026, "2026"],
    [{}, 1234.5, "1,235"],
  ])("%o %d", (column, value, text) => {
    expect(cellText(column, value)).toBe(text);
  });

  it("has its unit in the header, unless it is a count or says its dollars itself", () => {
    expect(["1", "USD", "USD/h", "GB", undefined].map((unit) => unitLabel(unit ? { unit } : {}))).toEqual([
      "",
      "",
      "$/h",
      "GB",
      "",
    ]);
  });
});

it("kinds of accelerators have a name each", () => {
  expect(kindLabels).toEqual({ gpu: "GPU", asic: "ASIC", cpu: "CPU", soc: "System on a chip" });
});
