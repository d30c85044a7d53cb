import { cpus } from "node:os";
import { recordsOf } from "@/app/planner-start";
import * as catalog from "@/lib/catalog";
import { estimate, type FigureId, isRefused, sized, sweep } from "@/lib/engine";
import {
  exploreWith,
  type Findings,
  type Reason,
  reasons,
  type Space,
  wholeSpace,
} from "@/lib/engine/explore";
import { defaultScenario, type Scenario } from "@/lib/scenario";
import { newOption } from "@/lib/scenario/new-option";
import { planOf } from "@/lib/scenario/plan";
import { wholeLookup } from "./catalog-lookup";
import { correctionTime } from "./correction-time";
import { hands } from "./search-hands";
import { workbookTime } from "./workbook-time";

/**
 * Measures the engine on this machine: operating points per second and core, each with its steady state, full
 * estimates as the page asks for them, a board of six options with percentiles, configurations per second of the search on two threads, and a workbook. npm run bench
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

/** What a board shows after an input stopped moving: six options sized, their percentiles simulated. */
const BOARD = [
  ["nvidia-h100-sxm-80gb", 4],
  ["nvidia-h200-sxm-141gb", 2],
  ["nvidia-b200-sxm", 2],
  ["amd-mi300x", 2],
  ["nvidia-a100-sxm-80gb", 4],
  ["nvidia-l40s", 4],
] as const;
const asked = scenarioOf("meta-llama-3.1-70b", 4, "fp8");
const board: Scenario = {
  ...asked,
  workload: { ...asked.workload, inputSpread: 1, outputSpread: 0.8 },
  traffic: { ...asked.traffic, load: "users" },
  goals: { ...asked.goals, ttft: 1, ttftAt: "p95", tpot: 0.05, tpotAt: "p95" },
  options: BOARD.map(([accelerator, tp]) => ({
    ...(asked.options[0] as Scenario["options"][number]),
    accelerator,
    tp,
  })),
};
/** One of them, of which runs are public. */
const oneOption: Scenario = { ...board, options: board.options.slice(0, 1) };

// `npm run bench -- correction` measures what measurements cost a plan alone.
if (process.argv.includes("correction")) {
  console.log(correctionTime(oneOption));
  process.exit();
}
// `npm run bench -- workbook` measures the workbook alone.
if (process.argv.includes("workbook")) {
  console.log(await workbookTime());
  process.exit();
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
/** The default plan at a batch and without goals, as it was before plans had traffic, and as it is: with a bisection to its goals. */
const plain: Scenario = {
  ...defaultScenario,
  traffic: { ...defaultScenario.traffic, load: "batch" },
  goals: { ...defaultScenario.goals, ttft: undefined, tpot: undefined, answer: undefined },
};
for (const [title, scenario] of [
  ["whole estimates", plain],
  ["with their goals", defaultScenario],
] as const) {
  const full = rate(() => estimate(scenario, wholeLookup).options.length);
  console.log(`${title.padEnd(18)} ${Math.round(full).toLocaleString("en").padStart(9)} options/s`);
}

const whole = (value: number) => Math.round(value).toLocaleString("en");

/** The search on two threads, warm: the quickest of some runs, because other programs only add time. */
async function searched(title: string, scenario: Scenario, space: Space) {
  const options = space.candidates.map(({ accelerator }) => newOption(accelerator));
  const crew = await hands(2, { scenario, records: recordsOf({ ...scenario, options }), space });
  let best: { found: Findings; seconds: number; first: number; busy: number } | undefined;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    const before = process.cpuUsage();
    let first = 0;
    const found = await exploreWith(crew.hands, { scenario, space }, (progress) => {
      if (first === 0 && progress.found.best.length > 0) first = performance.now() - start;
    });
    const seconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(before);
    if (!best || seconds < best.seconds) best = { found, seconds, first, busy: (user + system) / 1e6 };
  }
  await crew.stop();
  if (!best) return;
  const { configurations, evaluated, ruledOut } = best.found.tally;
  const { seconds, first, busy } = best;
  console.log(`${title}
${whole(configurations / seconds).padStart(28)} configurations/s: ${whole(configurations)} in ${whole(seconds * 1000)} ms, the first answer after ${whole(first)} ms
${whole(configurations / busy).padStart(28)} for each second that a core was busy
${whole(evaluated).padStart(28)} evaluated, the others ruled out unseen:`);
  for (const [reason, number] of Object.entries(ruledOut))
    console.log(`${whole(number).padStart(28)} ${reasons[reason as Reason]}`);
}

const boards = rate(() => {
  for (const index of BOARD.keys()) sized(planOf(board, index), wholeLookup);
  return 1;
});
console.log(
  `${"six options sized".padEnd(18)} ${Math.round(1000 / boards)
    .toString()
    .padStart(9)} ms`,
);

const RUNS = 5;
console.log(correctionTime(oneOption));

const SERVERS = [
  "nvidia-h100-sxm-80gb",
  "nvidia-h200-sxm-141gb",
  "nvidia-b200-sxm",
  "amd-mi300x",
  "nvidia-l40s",
];
for (const { name, model } of PLANS.slice(0, 2)) {
  // By means, as every configuration is searched; what is simulated afterwards is timed above, as options that are sized.
  const { traffic, goals, ...asked } = scenarioOf(model, 1, "fp8");
  const scenario: Scenario = {
    ...asked,
    traffic: { ...traffic, load: "batch" },
    goals: { ...goals, ttftAt: "mean" },
  };
  const everything = wholeSpace(
    scenario,
    catalog.accelerators().map(({ id }) => ({ accelerator: id })),
    { narrow: false },
    wholeLookup,
  );
  const few = {
    ...everything,
    candidates: SERVERS.map((accelerator) => ({ accelerator })),
    counts: [1, 2, 4, 8],
    engines: ["vllm", "trtllm"] as const,
    weights: ["bf16", "fp8"],
  };
  await searched(`search of five chips, ${name}`, scenario, few);
  await searched(`search of the whole catalog, ${name}`, scenario, everything);
}
console.log(await workbookTime());
