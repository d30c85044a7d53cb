import { expect, it } from "vitest";
import { days } from "@/lib/catalog";
import { answer, fleetDays } from "@/lib/engine";
import { byCode } from "@/lib/engine/inputs/by-code";
import { baseDemand } from "@/lib/money";
import { type FieldPath, parseScenario, type ScenarioInput } from "@/lib/scenario";
import { setIn } from "@/lib/scenario/set-in";
import { optionMonths } from "@/lib/view/money/months";
import { LOOKUP } from "./plans";

const users = { load: "rate", requestRate: 2 } as const;
const scaled = { ...users, requestRate: 400, scaleTarget: 0.7, peakToMean: 2 } as const;
const H200 = { accelerator: "nvidia-h200-sxm-141gb", tp: 1, pricePerHour: 2 } as const;
const BATCHED = {
  model: "meta-llama-3.1-8b",
  provider: "a",
  name: "b",
  input: 1,
  output: 2,
  batchDiscount: 0.5,
  asOf: "2026",
} as const;
const plain = {
  workload: { model: "meta-llama-3.1-8b", batch: 8 },
  goals: { ttft: 2, tpot: 0.05 },
  options: [H200],
} satisfies ScenarioInput;
const drafts = { ...plain, serving: { speculation: "draft", draftModel: "llama-3.2-1b-instruct" } };
const sized = { ...plain, traffic: users };
const seasonal = { ...plain, money: { seasonSwing: 0.5 } };
const committed = { ...plain, money: { committedShare: 0.5, committedDiscount: 0.3, committedMonths: 12 } };

/** Another value of each setting that no input carries as it stands, and the plan that it means something in. */
const CHANGES: Partial<Record<FieldPath, readonly [plan: object, value: unknown]>> = {
  "workload.model": [plain, "qwen3-32b"],
  "traffic.load": [plain, "users"],
  "traffic.scaleTarget": [{ ...plain, traffic: scaled }, 0.4],
  "traffic.dayShape": [{ ...plain, traffic: scaled }, "cloud"],
  "traffic.scaleWait": [{ ...plain, traffic: scaled }, 1],
  "traffic.leastReplicas": [{ ...plain, traffic: scaled }, 200],
  "traffic.warmReplicas": [{ ...plain, traffic: scaled }, 2],
  "goals.ttft": [sized, 0.1],
  "goals.ttftAt": [{ ...sized, goals: { ttft: 0.06 } }, "p95"],
  "goals.tpot": [sized, 0.008],
  "goals.tpotAt": [{ ...sized, goals: { tpot: 0.008 } }, "p95"],
  "goals.answer": [sized, 4],
  "goals.answerAt": [{ ...sized, goals: { answer: 4 } }, "p95"],
  "goals.accuracy": [{ ...plain, serving: { weights: "int4-awq-g128" } }, 1],
  "goals.spare": [sized, 2],
  "goals.headroom": [{ ...sized, traffic: { ...users, requestRate: 200 } }, 0.5],
  "serving.weights": [plain, "bf16"],
  "serving.kvCache": [plain, "fp8"],
  "serving.engine": [plain, "sglang"],
  "serving.speculation": [plain, "eagle"],
  "serving.draftModel": [drafts, "llama-3.2-3b-instruct"],
  "options.accelerator": [plain, "nvidia-b200-sxm"],
  "options.partition": [{ ...plain, options: [{ ...H200, instances: 2 }] }, "mig"],
  "options.bridge": [
    { ...plain, options: [{ ...H200, accelerator: "nvidia-h100-nvl-94gb", tp: 2 }] },
    "joined",
  ],
  "options.threads": [{ ...plain, options: [{ ...H200, accelerator: "amd-epyc-genoa" }] }, 8],
  "finance.place": [plain, "germany"],
  "money.committedFrom": [committed, 6],
  "money.batchShare": [{ ...plain, apis: [BATCHED] }, 0.5],
  "money.startYear": [plain, 2027],
  "money.startMonth": [seasonal, 6],
  "money.months": [plain, 24],
  "money.growthSpread": [plain, 0.5],
  "money.seasonSwing": [plain, 0.5],
  "money.seasonPeak": [seasonal, 6],
};

/** All that a scenario leads to: figures, verdict, fleet, its day and its months. */
function outcome(input: object): string {
  const reading = parseScenario(input);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  const { traffic } = reading.scenario;
  const found = answer(reading.scenario, LOOKUP);
  const hours = days().find(({ id }) => id === traffic.dayShape)?.hours;
  const demand = baseDemand(found, 0);
  return JSON.stringify([
    // What the plan itself says is no outcome.
    found.options.map((each) => ({ ...each, option: undefined })),
    found.apis,
    found.options.map(({ operation, figures }) =>
      operation
        ? fleetDays(traffic, operation, { start: figures.coldStart ?? 60, accelerators: 1, spare: 0 }, hours)
        : undefined,
    ),
    demand &&
      optionMonths(found, demand.requests).map((each) =>
        each.ok
          ? [
              each.cases,
              each.projection.months.map(({ index, date }) => [date, each.projection.monthly("paid", index)]),
            ]
          : each.reason,
      ),
  ]);
}

const read = Object.entries(byCode).flatMap(([path, reader]) =>
  typeof reader === "string" ? [path as FieldPath] : [],
);

it("every setting that code reads instead of a formula has a case below, and only those", () => {
  expect(Object.keys(CHANGES).toSorted()).toEqual(read.toSorted());
});

it.each(read)("%s changes what comes out", (path) => {
  const [plan, value] = CHANGES[path] as readonly [object, unknown];
  const [section = "", key = ""] = path.split(".");
  const whole = { [section]: {}, ...plan } as object;
  const place = section === "options" ? `options.0.${key}` : path;
  expect(outcome(setIn(whole, place, value))).not.toBe(outcome(whole));
});
