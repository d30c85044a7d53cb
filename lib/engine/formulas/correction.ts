import { constant, formula, rollup } from "@/lib/formula";
import { byRowKind } from "../by-row-kind";
import {
  anchorApart,
  anchorBatch,
  concurrency,
  decodeResidual,
  decodeStated,
  endless,
  promptResidual,
  promptStated,
  waitResidual,
  waitStated,
} from "../inputs";

/**
 * What measurements of the plan's own deployment say against the prediction: a factor on the time of decode steps, one
 * on the time that a first token takes to make, and one on the wait before; near measurements before far ones. Without
 * a measurement all are 1.
 */

const OTHER_ROWS = {
  linear: null,
  decodeAttention: null,
  prefillAttention: null,
  experts: null,
  adapters: null,
  rowwise: null,
  collective: null,
  host: null,
  table: null,
} as const;

/** Chosen on public measurements: two per deployment, drawn at random, correct the rest (npm run -s validate -- --anchors). */
export const distancePerDoubling = constant(
  "1",
  0.35,
  "Distance that a factor of two in the load counts for",
);
export const closestDistance = constant(
  "1",
  0.0005,
  "Squared distance at which measurements are told apart no more",
);
export const predictionWeight = constant("1", 0.4, "Weight of the prediction beside measurements");

export const anchorDistance = formula(
  "1",
  "How far the measurement lies from the plan",
)`${anchorApart} + if(min(${anchorBatch}, 1 - ${endless}) > 0, ${distancePerDoubling} * max(log2(${concurrency} / ${anchorBatch}), log2(${anchorBatch} / ${concurrency})), 0)`;

export const anchorWeight = formula(
  "1",
  "Weight of the measurement",
)`1 / (${closestDistance} + ${anchorDistance} ^ 2)`;

const weighted = {
  decodeWeight: formula("1", "Weight of what it says of decoding")`${anchorWeight} * ${decodeStated}`,
  decodePull: formula("1", "What it says of decoding, weighted")`${anchorWeight} * ${decodeResidual}`,
  decodeSquare: formula(
    "1",
    "What it says of decoding, squared and weighted",
  )`${anchorWeight} * ${decodeResidual} ^ 2`,
  promptWeight: formula("1", "Weight of what it says of prompts")`${anchorWeight} * ${promptStated}`,
  promptPull: formula("1", "What it says of prompts, weighted")`${anchorWeight} * ${promptResidual}`,
  promptSquare: formula(
    "1",
    "What it says of prompts, squared and weighted",
  )`${anchorWeight} * ${promptResidual} ^ 2`,
  waitWeight: formula("1", "Weight of what it says of waiting")`${anchorWeight} * ${waitStated}`,
  waitPull: formula("1", "What it says of waiting, weighted")`${anchorWeight} * ${waitResidual}`,
};
export const { decodeWeight, decodePull, decodeSquare } = weighted;
export const { promptWeight, promptPull, promptSquare, waitWeight, waitPull } = weighted;

const ofMeasured = (label: string, of: (typeof weighted)[keyof typeof weighted]) =>
  byRowKind("1", label, { ...OTHER_ROWS, measured: of });

export const decodeEvidence = ofMeasured("Weight of a measurement of decoding", decodeWeight);
export const decodeEvidencePull = ofMeasured("A measurement of decoding, weighted", decodePull);
export const decodeEvidenceSquare = ofMeasured(
  "A measurement of decoding, squared and weighted",
  decodeSquare,
);
export const promptEvidence = ofMeasured("Weight of a measurement of prompts", promptWeight);
export const promptEvidencePull = ofMeasured("A measurement of prompts, weighted", promptPull);
export const promptEvidenceSquare = ofMeasured(
  "A measurement of prompts, squared and weighted",
  promptSquare,
);
export const waitEvidence = ofMeasured("Weight of a measurement of waiting", waitWeight);
export const waitEvidencePull = ofMeasured("A measurement of waiting, weighted", waitPull);

export const decodeWeights = rollup("Weight of all measurements of decoding", decodeEvidence);
export const decodePulls = rollup("Measurements of decoding, weighted", decodeEvidencePull);
export const decodeSquares = rollup("Measurements of decoding, squared and weighted", decodeEvidenceSquare);
export const promptWeights = rollup("Weight of all measurements of prompts", promptEvidence);
export const promptPulls = rollup("Measurements of prompts, weighted", promptEvidencePull);
export const promptSquares = rollup("Measurements of prompts, squared and weighted", promptEvidenceSquare);
export const waitWeights = rollup("Weight of all measurements of waiting", waitEvidence);
export const waitPulls = rollup("Measurements of waiting, weighted", waitEvidencePull);

export const decodeCorrection = formula("1", "Time of decode steps by measurements, over predicted", {
  source: "shepard-1968",
})`2 ^ (${decodePulls} / (${decodeWeights} + ${predictionWeight}))`;

export const promptCorrection = formula("1", "Time of prompts by measurements, over predicted", {
  source: "shepard-1968",
})`2 ^ (${promptPulls} / (${promptWeights} + ${predictionWeight}))`;

export const waitCorrection = formula("1", "Wait for a replica by measurements, over predicted", {
  source: "shepard-1968",
})`2 ^ (${waitPulls} / (${waitWeights} + ${predictionWeight}))`;

/** Chosen on public measurements, one to six of a deployment against the rest of it, so that ranges hold eight in ten of them. */
export const doubtOrder = constant("1", 0.22, "How slowly measurements nearby narrow a range");
export const contradictionShare = constant(
  "1",
  0.75,
  "Share of what measurements differ by that a plan among them may differ by",
);

export const decodeDoubt = formula(
  "1",
  "Share of the spread of a prediction of decoding that measurements leave",
)`(${predictionWeight} / (${decodeWeights} + ${predictionWeight})) ^ ${doubtOrder}`;

/** What waits for others was measured where prompts of its own say nothing. */
export const promptDoubt = formula(
  "1",
  "Share of the spread of a prediction of prompts that measurements leave",
)`(${predictionWeight} / (max(${promptWeights}, ${waitWeights}) + ${predictionWeight})) ^ ${doubtOrder}`;

export const decodeContradiction = formula(
  "1",
  "Spread of what measurements say of decoding, log2",
)`${contradictionShare} * if(${decodeWeights} > 0, max(0, ${decodeSquares} / ${decodeWeights} - (${decodePulls} / ${decodeWeights}) ^ 2) ^ 0.5, 0)`;

export const promptContradiction = formula(
  "1",
  "Spread of what measurements say of prompts, log2",
)`${contradictionShare} * if(${promptWeights} > 0, max(0, ${promptSquares} / ${promptWeights} - (${promptPulls} / ${promptWeights}) ^ 2) ^ 0.5, 0)`;
