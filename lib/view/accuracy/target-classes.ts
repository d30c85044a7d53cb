import { arrivalsOf } from "@/lib/accuracy/arrivals";
import type { Answer } from "@/lib/accuracy/predict";
import { type Errors, errorsOf } from "@/lib/accuracy/statistics";
import type { Model } from "@/lib/catalog/schema";
import { isMixture } from "@/lib/engine/mixture";

/** Measurements that are judged together, and the errors that the planner is meant to stay under. */
export interface TargetClass {
  readonly id: string;
  readonly label: string;
  /** Makers that it is made of, where it names them: those without a measurement are not named. */
  readonly parts?: readonly { label: string; accelerator: RegExp }[];
  readonly median: number;
  readonly within25: number;
  holds(row: Answer["row"], model: Model): boolean;
}

const THROUGHPUT = new Set([
  "output_tokens_per_s_total",
  "output_tokens_per_s_per_gpu",
  "total_tokens_per_s",
]);
const NVIDIA_SERVER = /^nvidia-(h100|h200|b200|b300)\b/;
const OTHER_SERVER = /^(amd-mi3|intel-gaudi|aws-trainium|aws-inferentia)/;

const offline = ({ engine, mode, metric }: Answer["row"]) =>
  engine === "trtllm" && mode !== "server" && THROUGHPUT.has(metric);
const served = (row: Answer["row"]) =>
  NVIDIA_SERVER.test(row.accelerator) && row.mode === "server" && !arrivalsOf(row);
/** Requests that come from outside, with the statistic that is judged. */
const arrived = (row: Answer["row"], metric: Answer["row"]["metric"], statistic: string) =>
  row.metric === metric && arrivalsOf(row)?.statistic === statistic;

/** The classes, in the order in which most readers ask. */
export const TARGET_CLASSES: readonly TargetClass[] = [
  {
    id: "tpot",
    label: "TPOT, NVIDIA servers",
    median: 0.095,
    within25: 0.87,
    holds: (row) => row.metric === "tpot_ms" && served(row),
  },
  {
    id: "ttft",
    label: "TTFT, NVIDIA servers",
    median: 0.22,
    within25: 0.55,
    holds: (row) => row.metric === "ttft_ms" && served(row),
  },
  {
    id: "offline-dense",
    label: "Offline throughput, dense",
    median: 0.09,
    within25: 0.86,
    holds: (row, model) => offline(row) && !isMixture(model),
  },
  {
    id: "offline-mixture",
    label: "Offline throughput, MoE",
    median: 0.1,
    within25: 0.8,
    holds: (row, model) => offline(row) && isMixture(model),
  },
  {
    id: "other-servers",
    label: "Gaudi, Neuron and AMD servers",
    parts: [
      { label: "Gaudi", accelerator: /^intel-gaudi/ },
      { label: "Neuron", accelerator: /^aws-/ },
      { label: "AMD", accelerator: /^amd-/ },
    ],
    median: 0.15,
    within25: 0.84,
    holds: ({ accelerator, metric }) =>
      OTHER_SERVER.test(accelerator) && (metric === "tpot_ms" || THROUGHPUT.has(metric)),
  },
  {
    id: "llama-cpp",
    label: "llama.cpp, one stream",
    median: 0.07,
    within25: 0.9,
    holds: ({ engine, metric }) => engine === "llama.cpp" && metric === "decode_tokens_per_s_single_stream",
  },
  {
    id: "open-tpot",
    label: "TPOT, requests at a rate, mean",
    median: 0.15,
    within25: 0.75,
    holds: (row) => arrived(row, "tpot_ms", "mean"),
  },
  {
    id: "open-ttft",
    label: "TTFT, requests at a rate, P50",
    median: 0.3,
    within25: 0.5,
    holds: (row) => arrived(row, "ttft_ms", "p50"),
  },
  {
    id: "open-ttft-p99",
    label: "TTFT, requests at a rate, P99",
    median: 0.45,
    within25: 0.4,
    holds: (row) => arrived(row, "ttft_ms", "p99"),
  },
];

/** The errors of each class that has answers. */
export function classErrors(
  answers: readonly Answer[],
  model: (name: string) => Model | undefined,
): { target: TargetClass; label: string; errors: Errors }[] {
  return TARGET_CLASSES.flatMap((target) => {
    const held = answers.flatMap(({ row, predicted }) => {
      const record = model(row.model);
      return predicted !== null && record && target.holds(row, record)
        ? [{ row, ratio: predicted / row.value }]
        : [];
    });
    if (held.length === 0) return [];
    const accelerators = new Set(held.map(({ row }) => row.accelerator));
    return [
      { target, label: labelOf(target, accelerators), errors: errorsOf(held.map(({ ratio }) => ratio)) },
    ];
  });
}

/** What a class is called by what is in it. */
function labelOf({ label, parts }: TargetClass, accelerators: ReadonlySet<string>): string {
  if (!parts) return label;
  const named = parts
    .filter(({ accelerator }) => [...accelerators].some((id) => accelerator.test(id)))
    .map((part) => part.label);
  return `${named.join(" and ")} servers`;
}
