import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeScenario, defaultScenario, encodeScenario, parseScenario } from "@/lib/scenario";
import { scenarioInputs } from "./arbitrary";

describe("a scenario in a link", () => {
  it("comes back as it was", () => {
    fc.assert(
      fc.property(scenarioInputs, (input) => {
        const reading = parseScenario(input);
        if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
        const link = encodeScenario(reading.scenario);
        expect(link).toMatch(/^1\.[\w-]+$/);
        expect(decodeScenario(link)).toEqual(reading);
      }),
      { numRuns: 500 },
    );
  });

  it("is short", () => {
    expect(encodeScenario(defaultScenario).length).toBeLessThan(320);
  });
});

/** What a link that says nothing of them means, field by field. */
const silent = {
  workload: { cachedPrefix: 0 },
  serving: {
    batching: "continuous",
    batchWindow: 0.05,
    speculation: "none",
    draftTokens: 3,
    acceptance: 0.7,
  },
  option: { pp: 1, dp: 1, ep: 1, prefillReplicas: 0 },
};

// Links that people have kept. They must read the same for ever: a change here needs a new version in url.ts.
describe("version 1 links", () => {
  const smallest = btoa(JSON.stringify({ workload: { model: "m" }, options: [{ accelerator: "a" }] }));

  it("have these values where they are silent", () => {
    expect(decodeScenario(`1.${smallest.replace(/=+$/, "")}`)).toEqual({
      ok: true,
      scenario: {
        v: 1,
        workload: { ...silent.workload, model: "m", inputTokens: 1000, outputTokens: 500, batch: 16 },
        serving: {
          ...silent.serving,
          weights: "fp8",
          kvCache: "bf16",
          engine: "vllm",
          memoryFraction: 0.9,
          chunkTokens: 8192,
        },
        options: [{ ...silent.option, accelerator: "a", tp: 1, replicas: 1 }],
        finance: { utilisation: 1 },
      },
    });
  });

  it("hold every field", () => {
    const link = [
      "1.eyJuYW1lIjoiR3LDtsOfZSDopo_mqKEiLCJ3b3JrbG9hZCI6eyJtb2RlbCI6InF3ZW4zLTMyYiIsImlucHV0VG9r",
      "ZW5zIjozMjAwMCwib3V0cHV0VG9rZW5zIjoyMDAwLCJiYXRjaCI6NjR9LCJzZXJ2aW5nIjp7IndlaWdodHMiOiJiZj",
      "E2Iiwia3ZDYWNoZSI6ImZwOCIsImVuZ2luZSI6InNnbGFuZyIsIm1lbW9yeUZyYWN0aW9uIjowLjg1LCJjaHVua1Rv",
      "a2VucyI6NDA5Nn0sIm9wdGlvbnMiOlt7ImFjY2VsZXJhdG9yIjoiYW1kLW1pMzAweCIsInRwIjoyLCJyZXBsaWNhcy",
      "I6MywicHJpY2VQZXJIb3VyIjoxLjk5LCJ3ZWlnaHRzIjoiaW50OCIsImt2Q2FjaGUiOiJiZjE2In1dLCJmaW5hbmNl",
      "Ijp7InV0aWxpc2F0aW9uIjowLjZ9fQ",
    ].join("");
    expect(decodeScenario(link)).toEqual({
      ok: true,
      scenario: {
        v: 1,
        name: "Größe 規模",
        workload: {
          ...silent.workload,
          model: "qwen3-32b",
          inputTokens: 32_000,
          outputTokens: 2000,
          batch: 64,
        },
        serving: {
          ...silent.serving,
          weights: "bf16",
          kvCache: "fp8",
          engine: "sglang",
          memoryFraction: 0.85,
          chunkTokens: 4096,
        },
        options: [
          {
            ...silent.option,
            accelerator: "amd-mi300x",
            tp: 2,
            replicas: 3,
            pricePerHour: 1.99,
            weights: "int8",
            kvCache: "bf16",
          },
        ],
        finance: { utilisation: 0.6 },
      },
    });
  });
});

describe("a hostile link", () => {
  const state = (value: unknown) => `1.${btoa(JSON.stringify(value)).replace(/=+$/, "")}`;

  it.each([
    ["", "the link is damaged: it holds no scenario"],
    ["1", "the link is damaged: it holds no scenario"],
    ["1.@@@", "the link is damaged: it holds no scenario"],
    ["1.", "the link is damaged: part of it is missing"],
    ["1.A", "the link is damaged: part of it is missing"],
    ["1._w", "the link is damaged: part of it is missing"],
    [encodeScenario(defaultScenario).slice(0, 80), "the link is damaged: part of it is missing"],
    ["2.e30", "the link is of version 2, which is not known here"],
    [`1.${"A".repeat(64_000)}`, "the link is longer than 64000 characters"],
    [state([]), "expected an object, understood a list of 0"],
    [`1.${btoa("[".repeat(10_000)).replace(/=+$/, "")}`, "the link is damaged: part of it is missing"],
  ])("case %#: %j is refused", (text, message) => {
    expect(decodeScenario(text)).toEqual({ ok: false, errors: [{ path: "", message }] });
  });

  it("never throws", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String().map((text) => `1.${text}`),
          fc.json().map(btoa64),
        ),
        (text) => {
          expect(typeof decodeScenario(text).ok).toBe("boolean");
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("that is cut or altered anywhere is refused or still a scenario within bounds", () => {
    const link = encodeScenario(defaultScenario);
    fc.assert(
      fc.property(fc.nat({ max: link.length - 1 }), fc.constantFrom("", "A", "-", "~"), (at, replacement) => {
        const reading = decodeScenario(link.slice(0, at) + replacement + link.slice(at + 1));
        if (reading.ok) expect(parseScenario(reading.scenario)).toEqual(reading);
      }),
      { numRuns: 1000 },
    );
  });
});

function btoa64(json: string): string {
  const binary = Array.from(new TextEncoder().encode(json), (byte) => String.fromCharCode(byte)).join("");
  return `1.${btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}
