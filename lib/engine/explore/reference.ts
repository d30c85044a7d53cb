import type { Quantity } from "@/lib/formula";
import { applyLoad, bind, type Loaded } from "../bind";
import type { Deployment } from "../deployment";
import { fits } from "../feasibility";
import { inputTokens } from "../formulas/lengths";
import { answerSteps, promptSteps, tokensPerStep } from "../formulas/load";
import { rankCapacity } from "../formulas/memory";
import { traffic, usefulFlops } from "../formulas/operators";
import * as q from "../inputs";
import type { Row } from "../layers/row";
import type { Load } from "../load";
import { partFor, STEPS } from "../quantities";

/** What a step moves and computes on one accelerator, and nothing about how fast it does. */
const READ: readonly Quantity[] = [
  traffic,
  usefulFlops,
  answerSteps,
  promptSteps,
  tokensPerStep,
  inputTokens,
  q.knobs.outputTokens,
];

/** A decode step of one accelerator: bytes that pass its memory, and operations of products and attention. */
interface Step {
  readonly bytes: number;
  readonly flops: number;
}

/**
 * The work of a model in one layout, formats and server, whatever chip does it. It is laid out once, for all chips that
 * store the model alike, and asked as much as is needed.
 */
export interface Reference {
  /** A decode step with so many sequences on each attention rank. */
  readonly step: (batch: number) => Step;
  /** Operations of one prompt per accelerator, all stages. */
  readonly promptFlops: number;
  /** Decode steps of an answer, and tokens that a sequence gains in one. */
  readonly answerSteps: number;
  readonly tokensPerStep: number;
  /** Tokens of a request, read and written. */
  readonly tokens: number;
  /** Sequences that fit on a rank with so much memory (B) an accelerator; 0 where not even one starts. */
  readonly capacity: (memory: number) => number;
}

/** Lays the reference out on `deployment`'s chip. */
export function referenceOf(deployment: Deployment, load: Load): Reference {
  const loaded = applyLoad(bind(deployment, partFor(READ)), load);
  const { image } = loaded;
  image.activate(STEPS);
  image.run(1);
  const settleAt = (batch: number) => {
    image.set(q.rankBatch, batch);
    image.run(2);
    image.run(3);
  };
  settleAt(1);
  return {
    step: once((batch) => {
      settleAt(batch);
      return { bytes: streamed(loaded), flops: computed(loaded, "decode") };
    }),
    promptFlops: image.value(promptSteps) * computed(loaded, "prompts"),
    answerSteps: image.value(answerSteps),
    tokensPerStep: image.value(tokensPerStep),
    tokens: image.value(inputTokens) + image.value(q.knobs.outputTokens),
    capacity: once((memory) => {
      // The same layout with another chip's memory: the formulas say what fits.
      image.set(q.memoryCapacity, memory);
      image.run(0);
      image.run(1);
      return fits(loaded) ? image.value(rankCapacity) : 0;
    }),
  };
}

/** The function with its answers kept. */
function once<T>(find: (of: number) => T): (of: number) => T {
  const known = new Map<number, T>();
  return (of) => {
    const found = known.get(of) ?? find(of);
    known.set(of, found);
    return found;
  };
}

/** Bytes of a decode step that pass the memory; what crosses links is not among them. */
const streamed = (loaded: Loaded): number =>
  summed(loaded, traffic, "decode", ({ kind }) => kind !== "collective");

/** Operations of products and attention, whose rates `bestRates` bounds; the rest is little. */
const computed = (loaded: Loaded, step: string): number =>
  summed(loaded, usefulFlops, step, ({ kind }) => kind !== "rowwise");

function summed({ image, rows }: Loaded, of: Quantity, step: string, counts: (row: Row) => boolean): number {
  return rows.reduce(
    (sum, each, row) =>
      counts(each) ? sum + image.value(q.rowCount, { row }) * image.value(of, { row, step }) : sum,
    0,
  );
}
