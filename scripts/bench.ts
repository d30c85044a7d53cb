import { cpus } from "node:os";
import { estimate, type FigureId, isRefused, sweep } from "@/lib/engine";
import { defaultScenario, type Scenario } from "@/lib/scenario";
import { wholeLookup } from "./catalog-lookup";

/**
 * Measures the engine on this machine: operating points per second and core, each with its steady state, and full
 * estimates as the page asks for them. npm run bench
 */
const FIGURES: readonly FigureId[] = [
  "ttft",
  "tpot",
  "outputRate",
  "costPerToken",
  "costPerInputToken",
  "costPerOutputToken",
  "drawnPower",
];
const BATCHES = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256];
const LENGTHS = [
  [256, 256],
  [1000, 500],
  [2000, 200],
  [4000, 1000],
  [8000, 1000],
  [32_000, 500],
] as const;
const PLANS = [
  { name: "dense, GQA", model: "meta-llama-3.1-70b", tp: 4, weights: "fp8" },
  { name: "mixture, GQA", model: "qwen3-235b-a22b", tp: 8, weights: "fp8" },
  { name: "mixture, MLA", model: "deepseek-v3", tp: 8, weights: "fp8-block" },
  { name: "mixture, hybrid", model: "qwen3-next-80b-a3b-instruct", tp: 2, weights: "fp8" },
];
const SECONDS = 2;

const loads = LENGTHS.flatMap(([inputTokens, outputTokens]) =>
  BATCHES.map((batch) => ({ inputTokens, outputTokens, batch })),
);

function scenarioOf(model: string, tp: number, weights: string): Scenario {
  const option = defaultScenario.options[0] as Scenario["options"][number];
  return {
    ...defaultScenario,
    workload: { ...defaultScenario.workload, model },
    serving: { ...defaultScenario.serving, weights },
    options: [{ ...option, accelerator: "nvidia-h200-sxm-141gb", tp }],
  };
}

/** Runs `work` for a while and returns how many things it did per second of processor time. */
function rate(work: () => number): number {
  work();
  const start = performance.now();
  const before = process.cpuUsage();
  let done = 0;
  while (performance.now() - start < SECONDS * 1000) done += work();
  const { user, system } = process.cpuUsage(before);
  return done / ((user + system) / 1e6);
}

console.log(
  `${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, Node ${process.version}, one thread`,
);
let points = 0;
for (const { name, model, tp, weights } of PLANS) {
  const scenario = scenarioOf(model, tp, weights);
  const found = rate(() => {
    const rows = sweep(scenario, 0, wholeLookup, loads, FIGURES);
    return isRefused(rows) ? 0 : rows.filter((row) => row !== null).length;
  });
  points += 1 / found;
  console.log(`${name.padEnd(18)} ${Math.round(found).toLocaleString("en").padStart(9)} operating points/s`);
}
console.log(
  `${"all four".padEnd(18)} ${Math.round(PLANS.length / points)
    .toLocaleString("en")
    .padStart(9)} operating points/s`,
);
const full = rate(() => estimate(defaultScenario, wholeLookup).options.length);
console.log(`${"whole estimates".padEnd(18)} ${Math.round(full).toLocaleString("en").padStart(9)} options/s`);
