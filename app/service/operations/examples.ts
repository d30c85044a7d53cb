import type { ScenarioInput } from "@/lib/scenario";

/** A scenario to begin with: two accelerators that 2,000 users are served on. */
export const SCENARIO: ScenarioInput = {
  name: "Two ways to serve 2,000 users",
  workload: { model: "meta-llama-3.1-70b", inputTokens: "1k", outputTokens: 500 },
  traffic: { load: "users", users: 2000 },
  goals: { ttft: "1 s", tpot: "50 ms" },
  options: [
    { accelerator: "nvidia-h200-sxm-141gb", tp: 2 },
    { accelerator: "amd-mi300x", tp: 2, pricePerHour: "$1.99/h" },
  ],
};
