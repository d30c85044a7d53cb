import { describe, expect, it } from "vitest";
import { type Explanation, type ExplanationInput, explain, quantities } from "@/lib/engine";
import { anchoredExactly } from "@/lib/engine/anchor";
import { parseQuantity } from "@/lib/units";
import { type Knobs, LOOKUP, optionOf, scenarioOf } from "./plans";

const base = {
  replicas: 2,
  weights: "fp8",
  kvCache: "bf16",
  engine: "vllm",
  inputTokens: 1000,
  outputTokens: 500,
  batch: 16,
  utilisation: 0.5,
} as const;

const CASES: [string, Knobs][] = [
  [
    "a dense model on two",
    { ...base, model: "meta-llama-3.1-70b", accelerator: "nvidia-h100-sxm-80gb", tp: 2 },
  ],
  [
    "a mixture on one",
    { ...base, model: "qwen3-30b-a3b", accelerator: "nvidia-h200-sxm-141gb", tp: 1, pricePerHour: 3 },
  ],
  ["latent attention on eight", { ...base, model: "deepseek-v3", accelerator: "amd-mi300x", tp: 8 }],
  ["two cards without a fabric", { ...base, model: "meta-llama-3.1-8b", accelerator: "nvidia-l40s", tp: 2 }],
];

const known = new Map<Knobs, Map<string, Explanation>>();

/** Every explanation behind the figures of a plan, by its address. Throws where the explanations go in a circle. */
function allExplanations(knobs: Knobs): Map<string, Explanation> {
  const before = known.get(knobs);
  if (before) return before;
  const scenario = scenarioOf(knobs);
  const found = new Map<string, Explanation>();
  const open = new Set<string>();
  const visit = (address: string) => {
    if (found.has(address)) return;
    if (open.has(address)) throw new Error(`${address} is explained by itself`);
    open.add(address);
    const explanation = explain(scenario, LOOKUP, 0, address);
    if (!explanation) throw new Error(`${address} has no explanation`);
    for (const input of explanation.inputs) visit(input.address);
    open.delete(address);
    found.set(address, explanation);
  };
  Object.keys(optionOf(knobs).figures).forEach(visit);
  known.set(knobs, found);
  return found;
}

const quantityOf = ({ address }: ExplanationInput) => quantities.get(address.replace(/[@#].*/, ""));

describe.each(CASES)("the explanations of %s", (_, knobs) => {
  const option = optionOf(knobs);
  const explanations = allExplanations(knobs);
  const leaves = [...explanations.values()].filter((each) => quantityOf(each)?.kind === "input");

  it("say the very figures of the estimate", () => {
    expect(option.verdict).toEqual({ feasible: true });
    for (const [id, value] of Object.entries(option.figures))
      expect(explanations.get(id)?.value, id).toBe(value);
  });

  it("agree with one another on every value", () => {
    for (const { inputs } of explanations.values())
      for (const input of inputs) expect(explanations.get(input.address)).toMatchObject(input);
  });

  it("sum up what they say they sum up", () => {
    const sums = [...explanations.values()].filter((each) => quantityOf(each)?.kind === "rollup");
    expect(sums.length).toBeGreaterThan(4);
    for (const { address, value, inputs } of sums) {
      const sum = inputs.reduce((total, each) => total + each.value, 0);
      expect(Math.abs(sum - value), address).toBeLessThanOrEqual(1e-9 * Math.abs(value));
    }
  });

  it("show names and values in every formula", () => {
    for (const { address, text, substituted, tex, inputs } of explanations.values()) {
      if (quantities.get(address)?.kind !== "formula") continue;
      for (const input of inputs) expect(text, address).toContain(input.address.replace(/[@#].*/, ""));
      expect(substituted, address).toMatch(/\d/);
      expect(`${substituted}${tex}`, address).not.toMatch(/hole|NaN|undefined|Infinity/);
    }
  });

  it("show the branch that is taken, and keep all cases beside it", () => {
    let chosen = 0;
    for (const { address, text, substituted, inputs, cases } of explanations.values()) {
      expect(`${text} ${substituted}`, address).not.toContain("if(");
      if (!cases) continue;
      chosen += 1;
      expect(cases.text, address).toContain("if(");
      for (const other of cases.inputs) {
        expect(cases.text, address).toContain(other.address.replace(/[@#].*/, ""));
        expect(inputs.map((input) => input.address)).not.toContain(other.address);
      }
    }
    expect(chosen).toBeGreaterThan(5);
  });

  it("end in inputs that say where they come from", () => {
    expect(leaves.length).toBeGreaterThan(30);
    for (const { address, origin, inputs } of leaves) {
      expect(inputs).toEqual([]);
      expect(["catalog", "calibration", "user", "default", "search", "constant"], address).toContain(
        origin.kind,
      );
      if (origin.kind === "catalog" || origin.kind === "calibration") {
        expect(origin.record, address).toMatch(/^[a-z]+\/[a-z0-9._/-]+$/);
        expect(origin.source, address).toMatch(/^[a-z0-9.-]+$/);
      }
    }
  });
});

describe("the origin of an input", () => {
  const leavesOf = (name: string) => {
    const [, knobs] = CASES.find(([each]) => each === name) as [string, Knobs];
    return [...allExplanations(knobs).values()].filter((each) => quantityOf(each)?.kind === "input");
  };
  const quoted = (name: string) =>
    leavesOf(name).filter(({ origin: { record } }) => /^(accelerators|prices)\//.test(record ?? ""));
  /** What is quoted from a datasheet or an offer without being the value that is used. */
  const misquoted = (leaves: Explanation[]) =>
    leaves
      .filter(({ origin, unit, value }) => {
        const said = (origin.text ?? "").replace(/ \(.*\)$/s, "").replace(/^.*: /s, "");
        const reading = parseQuantity(said, unit);
        return !(reading.ok && Math.abs(reading.value - value) <= 1e-9 * value);
      })
      .map(({ address, value, origin }) => `${address} is ${value}, not "${origin.text}"`);

  it("quotes the very memory, bandwidth, link and price that are used", () => {
    const plain = quoted("a dense model on two").filter(({ id }) => id !== "peakRate");
    expect(plain.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["hbmBandwidth", "memoryCapacity", "linkBandwidth", "listedHour"]),
    );
    expect(misquoted(plain)).toEqual([]);
  });

  // Each row has the peak of the format that it computes in: those that stay in 16 bits another than those in FP8.
  it("quotes the peak rate that each operator is held against", () => {
    expect(misquoted(quoted("a dense model on two"))).toEqual([]);
  });

  // One accelerator exchanges nothing: its link is a placeholder, for which no datasheet is quoted.
  it("quotes no link that is not there", () => {
    expect(misquoted(quoted("a mixture on one").filter(({ id }) => id === "linkBandwidth"))).toEqual([]);
  });

  const misnamed = (name: string) => {
    const fitted = leavesOf(name).filter(
      ({ origin, address }) => origin.kind === "calibration" && !address.includes("#"),
    );
    expect(fitted.length).toBeGreaterThan(8);
    return fitted.flatMap(({ address, origin, value }) => {
      const record = LOOKUP.calibration((origin.record ?? "").replace("calibration/", ""));
      return Object.values(record?.constants ?? {}).includes(value) ? [] : [`${address}: ${origin.record}`];
    });
  };

  it("names a calibration that holds the constant", () => {
    expect(misnamed("a dense model on two")).toEqual([]);
    expect(misnamed("latent attention on eight")).toEqual([]);
  });

  // Latency and efficiency of a link without a fabric are those of calibration/pcie, not of the chip's own or the stack's record.
  it("names the calibration of a host link", () => {
    expect(misnamed("two cards without a fabric")).toEqual([]);
  });

  // These follow from the model or the layout; only flags and fixed numbers are constants.
  it("never calls a width of the model or a number of accelerators a constant", () => {
    const called = leavesOf("a dense model on two").filter(({ origin: { kind } }) => kind === "constant");
    const ids = new Set(called.map(({ id }) => id));
    expect(["bytesPerRow", "flopPerRow", "ranks"].filter((id) => ids.has(id))).toEqual([]);
  });
});

describe("an address", () => {
  const scenario = scenarioOf(CASES[0]?.[1] as Knobs);

  it.each([
    "nothing",
    "tpot@",
    "tpot#",
    "operatorTime@never#0",
    "operatorTime@decode#999",
    "",
    "tpot; 1",
    "__proto__",
  ])("that names nothing (%s) has no explanation", (address) => {
    expect(explain(scenario, LOOKUP, 0, address)).toBeUndefined();
  });

  it("names a step and an operator row", () => {
    const explanation = explain(scenario, LOOKUP, 0, "operatorTime@mixed#0");
    expect(explanation).toMatchObject({ id: "operatorTime", unit: "s", address: "operatorTime@mixed#0" });
    expect(explanation?.label).toMatch(/ · Attention/);
    expect(explanation?.inputs.map(({ address }) => address)).toContain("computeTime@mixed#0");
  });
});

it("says of each sum whether it goes over operators or over measurements", () => {
  const anchors = () => [
    { ...anchoredExactly({ decode: 0.5, prompt: 0.25, wait: 0 }), label: "64 in flight" },
  ];
  const [, knobs] = CASES[0] as [string, Knobs];
  const sum = (id: string) => explain(scenarioOf(knobs), { ...LOOKUP, anchors }, 0, id);
  expect(sum("decodePulls")).toMatchObject({ text: expect.stringContaining("over the measurements") });
  expect(sum("decodePulls")?.inputs[0]?.label).toContain("64 in flight");
  expect(sum("allStages")).toMatchObject({ text: expect.stringContaining("over the operators") });
});
