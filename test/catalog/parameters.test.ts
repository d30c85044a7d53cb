import { describe, expect, it } from "vitest";
import { model, models } from "@/lib/catalog";
import {
  cacheBytesPerToken,
  fixedBytesPerSequence,
  kvBytesPerTokenBeyondWindows,
} from "@/lib/catalog/count/cache";
import { ffnParameters } from "@/lib/catalog/count/ffn";
import { mixerParameters } from "@/lib/catalog/count/mixer";
import { parameters } from "@/lib/catalog/count/model";
import type { Model } from "@/lib/catalog/schema";

function known(id: string) {
  const found = model(id);
  if (!found) throw new Error(`no model ${id}`);
  return found;
}

describe("parameters", () => {
  it("are those of Llama 2 7B, worked by hand", () => {
    const attention = 4 * 4096 * 4096;
    const ffn = 3 * 4096 * 11008;
    const total = 2 * 32000 * 4096 + 32 * (attention + ffn + 2 * 4096) + 4096;
    expect(parameters(known("llama-2-7b-hf")).total).toBe(total);
    expect(total).toBe(6_738_415_616);
  });

  it("add up from their parts", () => {
    for (const each of models()) {
      const { total, active, parts } = parameters(each);
      expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(total);
      expect(active).toBeLessThanOrEqual(total);
    }
  });

  it("of a mixture count the routed experts a token uses", () => {
    const ffn = { kind: "moe", experts: 8, perToken: 2, width: 10, gated: true } as const;
    expect(ffnParameters(ffn, 4)).toEqual({
      dense: 0,
      shared: 0,
      experts: 960,
      activeExperts: 240,
      router: 32,
    });
  });

  it("of attention fall with fewer key heads and rise with biases", () => {
    const full = { kind: "gqa", heads: 4, kvHeads: 4, headDim: 8 } as const;
    expect(mixerParameters(full, 16)).toBe(4 * 16 * 32);
    expect(mixerParameters({ ...full, kvHeads: 1 }, 16)).toBe(2 * 16 * 32 + 2 * 16 * 8);
    expect(mixerParameters({ ...full, qkvBias: true, outputBias: true }, 16)).toBe(4 * 16 * 32 + 3 * 32 + 16);
  });
});

describe("cache", () => {
  it.each([
    ["llama-2-7b-hf", 524_288],
    ["meta-llama-3.1-70b", 327_680],
    ["deepseek-v3", 70_272],
  ])("of %s holds %i bytes a token at 16 bits", (id, bytes) => {
    expect(cacheBytesPerToken(known(id), 2)).toBe(bytes);
  });

  it("halves with half the bytes per element", () => {
    // An indexer's keys have 8 bits in every cache.
    const indexed = ({ layers }: Model) =>
      layers.some(({ mixer }) => "index" in mixer && mixer.index && mixer.kind !== "gqa");
    for (const each of models().filter((model) => !indexed(model)))
      expect(2 * cacheBytesPerToken(each, 1)).toBeCloseTo(cacheBytesPerToken(each, 2), 6);
  });

  it("of a windowed model grows no more behind its windows", () => {
    const mistral = known("mistral-7b-v0.1");
    expect(kvBytesPerTokenBeyondWindows(mistral, 2)).toBe(0);
    expect(fixedBytesPerSequence(mistral)).toBe(4096 * cacheBytesPerToken(mistral, 2));
  });
});
