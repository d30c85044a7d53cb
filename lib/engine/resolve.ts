import type { Accelerator, Format } from "@/lib/catalog/schema";
import { type Plan, saidAt } from "@/lib/scenario/plan";
import { belowFloor } from "./accuracy";
import {
  ARCHITECTURE_REQUIRED,
  type ArchitectureConstants,
  constantsOf,
  GLOBAL_REQUIRED,
  type GlobalConstants,
  STACK_REQUIRED,
  type StackConstants,
} from "./constants";
import {
  type Component,
  type Deployment,
  efficienciesOf,
  type KnownAccelerator,
  type Lookup,
} from "./deployment";
import { peakShare } from "./figure-share";
import { componentFormats } from "./formats";
import { besideCodes } from "./inline-codes";
import { instanceOf, isShared } from "./instances";
import { kernelFor } from "./kernel";
import { layoutOf } from "./layout";
import { linkFor } from "./link";
import { type Made, type MadeOf, multiple } from "./made";
import { notesOf } from "./notes";
import { ownEfficiencies, ownKernel, ownOverheads, withSums } from "./own-kernels";
import { priceOf } from "./price";
import { isRefused, type Result, refuse } from "./verdict";

/** Thrown for an id that the catalog does not have; `path` is the field of the scenario. */
export class UnknownRecord extends Error {
  constructor(
    readonly path: string,
    what: string,
    readonly id: string,
  ) {
    super(`The catalog has no ${what} "${id}"`);
  }
}

function found<T>(record: T | undefined, path: string, what: string, id: string): T {
  if (record === undefined) throw new UnknownRecord(path, what, id);
  return record;
}

/**
 * Finds the records of a plan and decides how it runs, or says why it cannot run whatever the memory. Throws
 * UnknownRecord for an id that does not exist.
 */
export function resolve(plan: Plan, lookup: Lookup): Result<Deployment> {
  const { workload, serving, option } = plan;
  const modelPath = saidAt(plan, "workload.model");
  const model = found(lookup.model(workload.model), modelPath, "model", workload.model);
  const chip = found(
    lookup.accelerator(option.accelerator),
    `options.${plan.position}.accelerator`,
    "accelerator",
    option.accelerator,
  );
  const format = (id: string, field: string): Format => found(lookup.format(id), field, "number format", id);
  const weights = format(serving.weights, saidAt(plan, "serving.weights"));
  const cache = format(serving.kvCache, saidAt(plan, "serving.kvCache"));
  if (!weights.use.includes("weights"))
    return refuse("format", `${weights.name} is not a format for weights`, "weights");
  if (!cache.use.includes("kv"))
    return refuse("format", `${cache.name} is not a format for a KV cache`, "kvCache");
  const lossy = belowFloor(plan.goals.accuracy, model, weights, cache);
  if (lossy) return lossy;
  const stackRecord = found(
    stackFor(serving.engine, chip, lookup),
    saidAt(plan, "serving.engine"),
    "engine",
    serving.engine,
  );
  const placeId = plan.finance.place;
  const place = found(lookup.place(placeId), saidAt(plan, "finance.place"), "place", placeId);
  const declared = constantsOf<StackConstants>(stackRecord, STACK_REQUIRED);
  const global = constantsOf<GlobalConstants>(
    found(lookup.calibration("global"), "", "calibration", "global"),
    GLOBAL_REQUIRED,
  );
  const instance = instanceOf(chip, option);
  if (isRefused(instance)) return instance;
  const { accelerator, bandwidth } = withThreads(
    withSums(instance, declared),
    option.threads,
    global.threadBandwidth,
  );
  const fitted = architectureConstants(chip, lookup);
  if (isRefused(fitted)) return fitted;
  const constants = ownEfficiencies(besideCodes(fitted, accelerator, global), declared, accelerator);
  const layout = layoutOf(option, model, declared);
  if (isRefused(layout)) return layout;
  const stack = ownOverheads(declared, constants, layout.pipeline, option.threads ?? chip.cores ?? 0);
  const formats = componentFormats(model, weights, (id) => format(id, modelPath));
  const kernels = mapComponents(formats, (each) => {
    const kernel = kernelFor(each, accelerator, constants, global, declared);
    return isRefused(kernel) ? kernel : ownKernel(kernel, declared, accelerator, bandwidth);
  });
  if (isRefused(kernels)) return kernels;
  const link = linkFor(accelerator, layout, constants, stack.linkLatency, lookup, option.bridge === "joined");
  if (isRefused(link)) return link;
  const { speculation, draftModel } = serving;
  const draft = speculation === "draft" && draftModel ? lookup.model(draftModel) : undefined;
  const stackName = stackRecord.name;
  const shipped = stackRecord.shipped ?? {};
  const calibration = (lookup.calibration(efficienciesOf(chip))?.own ?? stackRecord.own)?.title;
  const notes = notesOf({
    plan,
    model,
    accelerator,
    weights,
    kernels,
    stackName,
    shipped,
    draft,
    calibration,
  });
  const price = priceOf(plan, lookup);
  return {
    plan,
    model,
    accelerator,
    layout,
    kernels,
    cache,
    constants,
    stack,
    stackId: stackRecord.id,
    shipped,
    global,
    link,
    bandwidth,
    attentionPeak: kernels.plain.rate,
    place,
    ...(price === undefined ? {} : { price }),
    notes,
    // What was measured on a whole accelerator says nothing of a part of it.
    anchors: isShared(option) ? [] : (lookup.anchors?.(plan) ?? []),
  };
}

/** A stack's record for CPUs or for the vendor's chips where it has one, such as vLLM on AMD, else its record for all. */
export const stackFor = (engine: string, { kind, vendor }: Accelerator, lookup: Lookup) =>
  lookup.calibration(`${engine}-${kind === "cpu" ? "cpu" : vendor.toLowerCase()}`) ??
  lookup.calibration(engine);

/**
 * A CPU with only some of its threads busy: rates shrink with them, and few threads cannot draw all the bandwidth.
 * Other chips have no threads.
 */
function withThreads(
  accelerator: KnownAccelerator,
  threads: number | undefined,
  threadBandwidth: Made,
): Pick<Deployment, "accelerator" | "bandwidth"> {
  const { cores, memoryBandwidth: bandwidth } = accelerator;
  if (threads === undefined || cores === undefined || threads >= cores) return { accelerator, bandwidth };
  const said = `${threads} of ${cores} threads are used, ${threads}/${cores} of it`;
  const drawn = multiple(threads, threadBandwidth);
  return {
    accelerator: { ...accelerator, peak: peakShare(accelerator.peak, threads / cores, said) },
    bandwidth: drawn.value < bandwidth.value ? drawn : bandwidth,
  };
}

/** Every component changed, or the first reason against it. */
function mapComponents<T, U>(
  of: Record<Component, T>,
  change: (value: T) => Result<U>,
): Result<Record<Component, U>> {
  const changed: Partial<Record<Component, U>> = {};
  for (const name of Object.keys(of) as Component[]) {
    const result = change(of[name]);
    if (isRefused(result)) return result;
    changed[name] = result;
  }
  return changed as Record<Component, U>;
}

function architectureConstants(
  accelerator: KnownAccelerator,
  lookup: Lookup,
): Result<MadeOf<ArchitectureConstants>> {
  const record = lookup.calibration(efficienciesOf(accelerator));
  if (!record)
    return refuse(
      "unknown",
      `No kernel efficiencies are known for ${accelerator.name} (${accelerator.architecture})`,
      "accelerator",
    );
  return constantsOf<ArchitectureConstants>(record, ARCHITECTURE_REQUIRED);
}
