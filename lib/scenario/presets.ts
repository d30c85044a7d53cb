import { type Scenario, type ScenarioInput, scenarioSchema } from "./schema";

const input: ScenarioInput = {
  workload: {
    model: "meta-llama-3.1-70b",
    inputTokens: 1000,
    outputTokens: 500,
    inputSpread: 1,
    outputSpread: 0.8,
  },
  traffic: { load: "users", users: 2000 },
  goals: { ttft: 1, ttftAt: "p95", tpot: 0.05 },
  serving: { weights: "fp8", kvCache: "fp8", engine: "vllm" },
  options: [
    { accelerator: "nvidia-h100-sxm-80gb", tp: 2 },
    { accelerator: "nvidia-h200-sxm-141gb", tp: 2 },
    { accelerator: "amd-mi300x", tp: 2 },
  ],
};

/** What the planner opens with: 2,000 users of a 70B model at FP8, asked of three accelerators, each in the layout that serves them for least. */
export const defaultScenario: Scenario = scenarioSchema.parse(input);
