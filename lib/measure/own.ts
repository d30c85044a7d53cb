import type { Measurement, Metric } from "@/lib/accuracy/measurement";
import type { PointRecords } from "@/lib/accuracy/operating-point";
import type { Names } from "@/lib/accuracy/question";
import type { Lookup } from "@/lib/engine";
import type { OwnCalibration, OwnMeasurement, Scenario } from "@/lib/scenario";
import { type Evidence, evidenceOf, withEvidence } from "./correct";
import { withOwnCalibration } from "./own-constants";
import { runsOf } from "./run";

/** What tables of measurements call the planner's stacks; a stack of one version says that too. */
const TABLE_ENGINES: Readonly<Record<OwnMeasurement["engine"], { engine: string; version?: string }>> = {
  vllm: { engine: "vllm" },
  "vllm-0.6": { engine: "vllm", version: "0.6.3.dev (ROCm)" },
  sglang: { engine: "sglang" },
  trtllm: { engine: "trtllm" },
  "trtllm-1.2": { engine: "trtllm", version: "1.2" },
  "trtllm-bench": { engine: "trtllm", version: "1.0" },
  "trtllm-0.14": { engine: "trtllm", version: "0.14" },
  "trtllm-0.9": { engine: "trtllm", version: "0.9." },
  lmdeploy: { engine: "lmdeploy" },
  "llama-cpp": { engine: "llama.cpp" },
  "optimum-habana": { engine: "gaudi" },
  neuronx: { engine: "neuron" },
  generic: { engine: "generic" },
};

/** A person's run as rows of a table of measurements, one a metric. */
export function rowsOf(run: OwnMeasurement): Measurement[] {
  const { engine, version } = TABLE_ENGINES[run.engine];
  return (Object.entries(run.measured) as [Metric, number | undefined][]).flatMap(([metric, value]) =>
    value === undefined
      ? []
      : [
          {
            id: `${run.tool}: ${metric}`,
            split: "",
            source: [run.tool, run.file].filter(Boolean).join(", "),
            accelerator: run.accelerator,
            num_accelerators: run.accelerators,
            tp: run.tp,
            pp: run.pp,
            dp: run.dp,
            ep: run.ep,
            model: run.model,
            weights: run.weights,
            kv_cache: run.kvCache,
            engine,
            engine_version: run.version ?? version ?? "",
            isl: run.inputTokens,
            osl: run.outputTokens,
            concurrency: run.concurrency === undefined ? "" : String(run.concurrency),
            mode: run.mode,
            metric,
            value,
            notes: "",
            ...(run.settings ? { settings: run.settings } : {}),
          } satisfies Measurement,
        ],
  );
}

/**
 * Evidence costs some tens of solved plans a run, and stays the same while only other parts of a plan change: a page, a
 * worker and a server are asked for the same runs again and again.
 */
const known = new Map<string, readonly Evidence[]>();
const MOST_KNOWN = 500;
/** Records of one's own may change under the same id; those of the catalog have its version. */
const OWN_RECORD = /^custom-/;

/** What a person's run says against the prediction; empty when the engine does not answer it. */
export function evidenceOfOwn(
  run: OwnMeasurement,
  lookup: Lookup,
  names: Names,
  records: PointRecords,
  calibration?: OwnCalibration,
): readonly Evidence[] {
  const { on: _on, ...said } = run;
  const model = OWN_RECORD.test(run.model) && lookup.model(run.model);
  const accelerator = OWN_RECORD.test(run.accelerator) && lookup.accelerator(run.accelerator);
  const key = JSON.stringify([lookup.catalogVersion, said, model, accelerator, calibration]);
  const found = known.get(key);
  if (found) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const evidence = evidenceOf(runsOf(rowsOf(run), names, records), lookup);
  known.set(key, evidence);
  return evidence;
}

/**
 * The records of `lookup` with the constants of the scenario's own calibration, and plans corrected by those of its
 * measurements that are switched on: by what they say against the prediction with those constants.
 */
export function withOwnMeasurements(
  lookup: Lookup,
  { measurements = [], calibration, finance }: Pick<Scenario, "measurements" | "calibration" | "finance">,
  parameters: PointRecords["parameters"],
): Lookup {
  const calibrated = withOwnCalibration(lookup, calibration);
  const on = measurements.filter((each) => each.on);
  if (on.length === 0) return calibrated;
  const { names, records } = measuredRecords(calibrated, parameters);
  const timed = timedBy(calibrated, { finance });
  const evidence = on.flatMap((each) => evidenceOfOwn(each, timed, names, records, calibration));
  return withEvidence(calibrated, evidence, records);
}

/**
 * The lookup for asking what was measured: times only. It has no prices, and any place stands for where a benchmark
 * ran, since a page holds only its plan's.
 */
export const timedBy = (lookup: Lookup, { finance }: Pick<Scenario, "finance">): Lookup => ({
  ...lookup,
  price: () => undefined,
  place: (id) => lookup.place(id) ?? lookup.place(finance.place),
});

/** The records of a lookup under the names that a plan's own measurements use: its ids. */
export function measuredRecords(lookup: Lookup, parameters: PointRecords["parameters"]) {
  const { model, accelerator, format } = lookup;
  const names: Names = { model, accelerator, format };
  const records: PointRecords = { model, accelerator, format, parameters };
  return { names, records };
}
