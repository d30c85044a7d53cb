import { describe, expect, it } from "vitest";
import { type Explanation, estimate, explain, quantities } from "@/lib/engine";
import { formulaCell } from "@/lib/formula";
import { parseScenario, type Scenario, type ScenarioInput } from "@/lib/scenario";
import { calculated } from "@/test/formula/spreadsheet";
import { LOOKUP } from "../plans";
import { same } from "./worked";

const H200 = "nvidia-h200-sxm-141gb";
const workload = { inputTokens: 3000, outputTokens: 400, batch: 24 };
const CASES: [string, ScenarioInput][] = [
  [
    "continuous batching with adapters",
    {
      workload: { ...workload, model: "meta-llama-3.1-70b" },
      serving: { adapters: 8 },
      options: [{ accelerator: H200, tp: 2, pp: 2 }],
    },
  ],
  [
    "prompts apart",
    {
      workload: { ...workload, model: "meta-llama-3.1-70b" },
      options: [{ accelerator: H200, tp: 2, prefillReplicas: 2, replicas: 3 }],
    },
  ],
  [
    "attention ranks, experts and an indexer",
    {
      workload: { ...workload, model: "deepseek-v3.2" },
      serving: { weights: "fp8-block" },
      options: [{ accelerator: H200, tp: 2, dp: 8, ep: 8 }],
    },
  ],
  [
    "an offline run of states and drafting",
    {
      workload: { ...workload, model: "qwen3-next-80b-a3b-instruct" },
      serving: { weights: "fp8", batching: "offline" },
      options: [{ accelerator: H200, tp: 2 }],
    },
  ],
  [
    "static batches with drafting",
    {
      workload: { ...workload, model: "meta-llama-3.1-70b" },
      serving: { batching: "static", speculation: "draft", draftModel: "llama-3.2-1b-instruct" },
      options: [{ accelerator: H200, tp: 2 }],
    },
  ],
];

function scenarioOf(input: ScenarioInput): Scenario {
  const reading = parseScenario(input);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.scenario;
}

/** Every explanation behind the figures of a plan: each value in its place, with those it was computed from. */
function everyExplanation(scenario: Scenario): Explanation[] {
  const [option] = estimate(scenario, LOOKUP).options;
  if (!option?.verdict.feasible) throw new Error("expected a plan that runs");
  const found = new Map<string, Explanation>();
  const visit = (address: string) => {
    if (found.has(address)) return;
    const explanation = explain(scenario, LOOKUP, 0, address);
    if (!explanation) throw new Error(`${address} has no explanation`);
    found.set(address, explanation);
    for (const input of [...explanation.inputs, ...(explanation.cases?.inputs ?? [])]) visit(input.address);
  };
  Object.keys(option.figures).forEach(visit);
  return [...found.values()];
}

const idOf = (address: string) => address.replace(/[@#].*/, "");

describe("the program computes in every row and step what the formulas' cells say", () => {
  it.each(CASES)("%s", (_, input) => {
    const explanations = everyExplanation(scenarioOf(input));
    let formulas = 0;
    for (const { address, value, inputs, cases } of explanations) {
      const quantity = quantities.get(idOf(address));
      if (quantity?.kind !== "formula") continue;
      const read = [...inputs, ...(cases?.inputs ?? [])];
      const names = Object.fromEntries(read.map((each) => [idOf(each.address), each.value]));
      const cell = calculated(
        formulaCell(quantity, ({ id }) => id),
        names,
      );
      expect(
        same(cell, value) || Object.is(cell, value),
        `${address}: ${cell} in the cell, ${value} in the program`,
      ).toBe(true);
      formulas++;
    }
    expect(formulas).toBeGreaterThan(200);
  });
});
