import { describe, expect, it } from "vitest";
import { lookupFor } from "@/app/catalog-lookup";
import { readClaims, readVerdicts } from "@/app/claims/records";
import { COMPUTED } from "@/lib/claims/claim";
import { plansOf, scenariosOf } from "@/lib/claims/measure";
import { tryOwn } from "@/lib/claims/own";
import { readOwn } from "@/lib/claims/own-text";
import { judged } from "@/lib/claims/verdict";
import { decodeScenario } from "@/lib/scenario";
import { ownTable } from "@/lib/view/claims-own";
import { planAddress } from "@/lib/view/plan-address";
import { LOOKUP } from "../engine/plans";
import { expectHeadersToHold } from "../view/table-text";

const claims = readClaims();
const recorded = new Map(readVerdicts().claim.map((each) => [each.id, each]));

describe("the claims of the articles", () => {
  it("have each the verdict that the engine gives today, and the numbers", () => {
    expect(claims).toHaveLength(85);
    expect(recorded.size).toBe(85);
    for (const claim of claims) {
      const { verdict, cases } = judged(claim, plansOf(claim, lookupFor));
      const was = recorded.get(claim.id);
      expect(was?.verdict, `${claim.id}: npm run claims -- --write records it`).toBe(verdict);
      expect(was?.case.map(({ holds }) => holds)).toEqual(cases.map(({ holds }) => holds));
      for (const [index, { value }] of cases.entries()) {
        const then = was?.case[index]?.value;
        if (value === null) expect(then).toBe("none");
        else expect(Math.abs(Number(then) - value), claim.id).toBeLessThanOrEqual(0.01 * Math.abs(value));
      }
    }
  });

  it("are computed wherever a plan can show them, and say what they rest on otherwise", () => {
    const without = claims.filter(({ kind, case: cases }) => COMPUTED.has(kind) && cases.length === 0);
    expect(without.map(({ id }) => id)).toEqual(["c38", "c40", "c41", "c62", "c65", "c78"]);
    for (const { rests } of without) expect(rests).toMatch(/\.$/);
  });

  it("open their plans in the planner as they were tried", () => {
    for (const claim of claims)
      for (const scenario of Object.values(scenariosOf(claim))) {
        const reading = decodeScenario(planAddress(scenario).slice("/#d=".length));
        expect(reading).toEqual({ ok: true, scenario });
      }
  });
});

describe("a claim of one's own", () => {
  it.each([
    ["100 tok/s for 70B on H100", { of: "rate", value: 100, size: 70 }],
    [
      "1,500 tokens per second for 8b at fp8 on 2x L40S",
      { of: "rate", value: 1500, size: 8, count: 2, bits: 8 },
    ],
    ["$0.02 per million", { of: "price", value: 2e-8 }],
    ["USD 0.008 per thousand tokens, 70B, 4-bit", { of: "price", value: 8e-6, size: 70, bits: 4 }],
    ["$0.5/M tokens on two H200", { of: "price", value: 5e-7, count: 2 }],
  ])("is read: %s", (text, wanted) => {
    expect(readOwn(text)).toMatchObject(wanted);
  });

  it.each(["", "hello", "fast and cheap", "0 tok/s", "$0 per million"])("is none: %j", (text) => {
    expect(readOwn(text)).toBeUndefined();
  });

  const served = { model: "meta-llama-3.1-70b", accelerator: "nvidia-h100-sxm-80gb", activeShare: 1 };

  it("of a rate takes the bandwidth of its weights, read once a token", () => {
    const own = { of: "rate", value: 100, bits: 16, count: 1, words: [] } as const;
    const lines = tryOwn(own, served, LOOKUP);
    expectHeadersToHold(ownTable(own, lines));
    const [line] = lines;
    // 141 GB of weights at 3.35 TB/s: 23.7 tokens a second, and 14.1 TB/s for a hundred.
    expect(line?.bound).toBeCloseTo(3350 / 141.1, 1);
    expect((line?.needsBandwidth ?? 0) / 14.11e12).toBeCloseTo(1, 3);
    expect(line).toMatchObject({ fits: false, holds: "no" });
  });

  it("of a price takes an hour that is cheaper in proportion", () => {
    const own = { of: "price", value: 2e-8, bits: 8, count: 1, words: [] } as const;
    const lines = tryOwn(own, served, LOOKUP);
    expectHeadersToHold(ownTable(own, lines));
    const [line] = lines;
    expect((line?.needsPrice ?? 0) / (line?.price ?? 1)).toBeCloseTo(2e-8 / (line?.cost ?? 1), 9);
    expect((line?.needsRate ?? 0) * 2e-8).toBeCloseTo(line?.price ?? 0, 9);
    expect(line?.holds).toBe("no");
    const dear = tryOwn({ ...own, value: 1e-5 }, served, LOOKUP);
    expect(dear[0]?.holds).toBe("price");
  });
});
