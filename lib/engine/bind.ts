import { Image, type Program } from "@/lib/formula";
import type { Deployment } from "./deployment";
import type { Row } from "./layers/row";
import { inBatches, type Load } from "./load";
import { loadInputs, planInputs, program } from "./quantities";
import { operatorRows } from "./rows";

/**
 * A deployment with its operator rows bound to an image, whose load-independent values are evaluated. A load can be
 * applied (`applyLoad`), then its steady state found (`settle`); each step takes what the one before returned.
 */
export interface Bound {
  readonly deployment: Deployment;
  readonly rows: readonly Row[];
  readonly image: Image;
}

/** A bound plan under a load: what the memory holds is known, times are not. */
export interface Loaded extends Bound {
  readonly load: Load;
}

/** A loaded plan at a batch: everything is known. */
export interface Settled extends Loaded {
  readonly settled: true;
}

/** Lays out the operator rows and evaluates what neither the load nor the batch changes: of all, or of a part of it. */
export function bind(deployment: Deployment, evaluated: Program = program): Bound {
  const rows = operatorRows(deployment);
  const image = new Image(
    evaluated,
    rows.map(({ kind }) => kind),
  );
  for (const input of planInputs) image.set(input, input.value(deployment));
  rows.forEach((row, index) => {
    for (const [input, value] of row.values) image.set(input, value, index);
  });
  image.run(0);
  return { deployment, rows, image };
}

/** The steps of a plan whose prompts ride on decode steps, and of one that keeps them apart. */
const TOGETHER = ["decode", "mixed"];
const APART = ["decode", "prompts"];

/** Sets the load and evaluates what depends on it alone, the capacity for instance. A load applied before is gone. */
export function applyLoad({ deployment, rows, image }: Bound, load: Load): Loaded {
  for (const input of loadInputs) image.set(input, input.value(load));
  const loaded = { deployment, rows, image, load };
  image.activate(promptStep(loaded) === "prompts" ? APART : TOGETHER);
  image.run(1);
  return loaded;
}

/** The step that carries prompts: one of its own where batches or other replicas keep them apart. */
export const promptStep = ({ deployment, load }: Loaded): "prompts" | "mixed" =>
  inBatches(load) || deployment.layout.prefillReplicas > 0 ? "prompts" : "mixed";
