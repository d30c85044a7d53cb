import type { Row } from "../layers/row";
import { fixed, ofModel, quoted } from "../origin";
import { type Asked, ofRow, type RowInput } from "./given";

/** What each operator row brings; all that a row does not say is zero. */

type RowAsked = Asked & { readonly row: Row };

export const shaped = (unit: string, label: string): RowInput =>
  ofRow(unit, label, ({ deployment }) => ofModel(deployment));

/** What every row of its kind brings with what it is made of; the others have no need of it. */
const made = (unit: string, label: string): RowInput =>
  ofRow(unit, label, () => fixed("this operator has none"));

export const rowCount = shaped("1", "Times the operator runs in a step");
export const decodeShare = shaped("1", "Rows per decoding token");
export const prefillShare = shaped("1", "Rows per prefill token");
export const sampledShare = shaped("1", "Rows per sampled token");
export const promptShare = shaped("1", "Rows per prompt");
export const gemmOutputs = shaped("1", "Output width of the product");
export const gemmInputs = shaped("1", "Reduction length of the product");
export const storedShare = shaped("1", "Share of the weights that is stored here");

// Attention rows
export const queryHeads = shaped("1", "Query heads per accelerator");
export const pairWidth = shaped("1", "Multiply-accumulates per query, key and head");
export const cacheBytes = shaped("B/tok", "Cached bytes that are read per token, layer and accelerator");
export const keptBytes = shaped("B/tok", "Bytes that a layer itself keeps per token and accelerator");
export const window = shaped("tok", "Tokens kept in the cache, zero for all");
export const reach = shaped("tok", "Tokens that a query reads, zero for all");
export const stateBytes = shaped("B", "Fixed state per sequence, layer and accelerator");
export const encoderTokens = shaped("tok", "Tokens of an encoder that are cached once");

// Elementwise and expert rows, exchanges
export const bytesPerRow = shaped("B", "Bytes read and written per row");
export const flopPerRow = shaped("FLOP", "Operations per row");
export const expertCount = shaped("1", "Routed experts");
export const expertsPerToken = shaped("1", "Experts that each token passes");
export const expertMatrices = shaped("1", "Matrices of one expert");
export const expertInputs = shaped("1", "Width that the experts read and write");
export const expertSlice = shaped("1", "Width of an expert's slice on one accelerator");
export const exchangedBytes = shaped("B", "Bytes sent per row and element of the hidden width");
export const ranks = shaped("1", "Accelerators that take part in the collective");
export const exchangeFactor = shaped("1", "Times each byte crosses the link");
export const latencyFactor = made("1", "Collective latencies paid");

const kernelOf = ({ deployment: { kernels }, row }: RowAsked) => kernels[row.component ?? "ffn"];

export const bytesPerWeight = ofRow("B", "Bytes per weight, scales included", (asked) => {
  const { id, source, rule } = kernelOf(asked).format;
  return { kind: "catalog", record: `formats/${id}`, source, text: rule };
});
export const bytesPerActivation = ofRow("B", "Bytes per activation", (asked) =>
  fixed(`by definition of ${kernelOf(asked).type.toUpperCase()}, which the matrix unit is fed`),
);

export const peakRate = ofRow("FLOP/s", "Dense peak rate", ({ deployment, row }) => {
  const { kernels, accelerator } = deployment;
  const record = `accelerators/${accelerator.id}`;
  if (!row.component) return fixed("this operator has none");
  const figure = accelerator.peak[kernels[row.component].type];
  return figure ? quoted(record, figure) : { kind: "catalog", record };
});

export const computeEfficiency = made("1", "Share of the peak rate that the kernel reaches");
export const memoryEfficiency = made("1", "Share of the bandwidth that the kernel reaches");
export const fixedLatency = made("s", "Launch gaps and kernels too small to time");
