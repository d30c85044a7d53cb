import type { LayerGroup } from "@/lib/catalog/schema";
import { anchorRow } from "./anchor";
import type { Deployment } from "./deployment";
import * as q from "./inputs/rows";
import { adapterRows } from "./layers/adapters";
import { compressedRows } from "./layers/compressed";
import { crossRows, encoderRows } from "./layers/cross";
import { denseRows } from "./layers/dense";
import { gqaRows } from "./layers/gqa";
import { extraKernels } from "./layers/launches";
import { layerInputRows } from "./layers/layer-inputs";
import { mlaRows } from "./layers/mla";
import { moeRows } from "./layers/moe";
import { allReduce, collective, IDLE, linear, type Row, rowwise, SAMPLED, table } from "./layers/row";
import { stateRows } from "./layers/state";
import { changed, type Made, product, productWith } from "./made";
import { paddedVocabulary } from "./vocabulary";

const HALF_BYTES = 2;

/**
 * The operator rows of one accelerator of a replica: one per distinct operator, with the times it runs in a step; after
 * them what was measured.
 */
export function operatorRows(deployment: Deployment): Row[] {
  const rows = everyRow(deployment);
  const measured = mergeAlike(deployment.anchors.map(anchorRow));
  return [...mergeAlike([...rows, ...adapterRows(deployment, rows)]), ...measured];
}

/** Makes one row of those that differ in nothing but how often they run, as layers of different kinds share parts. */
function mergeAlike(rows: readonly Row[]): Row[] {
  const merged: Row[] = [];
  for (const row of rows) {
    const known = merged.findIndex((each) => alike(each, row));
    const other = merged[known];
    if (other) merged[known] = withCount(other, countOf(other) + countOf(row));
    else merged.push(row);
  }
  return merged;
}

const alike = (a: Row, b: Row): boolean =>
  a.label === b.label &&
  a.values.length === b.values.length &&
  a.values.every(([input, value], index) => {
    const [other, its] = b.values[index] ?? [];
    return input === other && (input === q.rowCount || value === its);
  });

const countOf = (row: Row): number => row.values.find(([input]) => input === q.rowCount)?.[1] ?? 0;
const withCount = (row: Row, count: number): Row => ({
  ...row,
  values: row.values.map((each) => (each[0] === q.rowCount ? [q.rowCount, count] : each)),
});

function everyRow(deployment: Deployment): Row[] {
  const { model, global } = deployment;
  const { layerTime, expertLayerTime } = deployment.stack;
  const total = (count: (group: LayerGroup) => boolean) =>
    model.layers.reduce((sum, group) => sum + (count(group) ? group.count : 0), 0);
  const mixers = total(({ mixer }) => mixer.kind !== "none");
  const ffns = total(({ ffn }) => ffn.kind !== "none");
  const routed = total(({ ffn }) => ffn.kind === "moe");
  const exchanged = deployment.layout.data > 1 ? routed : 0;
  const bytesOf = (passes: Made) =>
    changed(
      passes,
      (times) => times * model.hidden * HALF_BYTES,
      (how) => `${HALF_BYTES} B × ${model.hidden} × ${how}`,
    );
  const norms = (label: string, count: number, latency: Made, passes?: Made) =>
    count === 0
      ? []
      : [rowwise(deployment, label, { count, latency, ...(passes ? { bytes: bytesOf(passes) } : {}) })];
  const half = changed(
    layerTime,
    (time) => time / 2,
    (how) => `${how} / 2`,
  );
  return [
    ...(model.encoder ? encoderRows(deployment, model.encoder) : []),
    ...model.layers.flatMap((group) => [...mixerRows(deployment, group), ...ffnRows(deployment, group)]),
    ...norms("Attention: norms, rotation, launches", mixers, half, global.mixerPasses),
    ...norms("Feed-forward: norms, residual, launches", ffns, half, global.ffnPasses),
    ...norms("Experts: routing launches", routed, expertLayerTime),
    ...smallKernels(deployment),
    ...allReduce(deployment, "All-reduce of the hidden state", mixers + ffns - exchanged),
    ...handOver(deployment),
    ...vocabularyRows(deployment),
    ...(model.layerInputs ? layerInputRows(deployment, model.layerInputs) : []),
    ...furtherRows(deployment),
    {
      label: "Host: scheduling and sampling",
      kind: "host",
      part: "host",
      values: [[q.rowCount, 1], ...IDLE],
    },
  ];
}

/** Kernels that some mixers launch beyond those that the stack's time per layer holds. */
function smallKernels(deployment: Deployment): Row[] {
  const { model, global, constants } = deployment;
  const each = productWith(global.kernelTime, constants.launchShare);
  return model.layers.flatMap(({ mixer, count }) => {
    const kernels = extraKernels(mixer, global);
    const latency = kernels && product(kernels, each);
    return latency?.value ? [rowwise(deployment, "Small kernels", { count, latency })] : [];
  });
}

/** The hidden state goes from stage to stage; a link that nobody states is left out. */
function handOver({ layout, link }: Deployment): Row[] {
  if (layout.pipeline === 1 || link.bandwidth === 0) return [];
  const count = layout.pipeline - 1;
  return [collective("Pipeline: hand over", { count, ranks: 1, factor: 1, bytes: HALF_BYTES })];
}

function mixerRows(deployment: Deployment, { mixer, count }: LayerGroup): Row[] {
  switch (mixer.kind) {
    case "gqa":
      return gqaRows(deployment, mixer, count);
    case "mla":
      return mlaRows(deployment, mixer, count);
    case "compressed":
      return compressedRows(deployment, mixer, count);
    case "cross":
      return crossRows(deployment, mixer, count);
    case "gdn":
    case "kda":
    case "lightning":
    case "shortconv":
    case "mamba1":
    case "mamba2":
      return stateRows(deployment, mixer, count);
    case "none":
      return [];
  }
}

function ffnRows(deployment: Deployment, { ffn, count }: LayerGroup): Row[] {
  switch (ffn.kind) {
    case "dense":
      return denseRows(deployment, ffn, count);
    case "moe":
      return moeRows(deployment, ffn, count);
    case "none":
      return [];
  }
}

/** The head, and the table of embeddings where it is not the same matrix. */
function vocabularyRows(deployment: Deployment): Row[] {
  const { model, layout, kernels } = deployment;
  const slice = paddedVocabulary(model.vocab) / layout.tensor;
  const head = linear(deployment, "Head", "head", {
    count: 1,
    outputs: slice,
    inputs: model.hidden,
    rows: SAMPLED,
  });
  if (model.tiedEmbeddings) return [head];
  const bytes = slice * model.hidden * kernels.head.bytes;
  return [head, table("Table of embeddings", bytes)];
}

/** What a record counts beside its layers' matrices and tables: stored on every rank, and too small to time. */
function furtherRows({ model, kernels }: Deployment): Row[] {
  const { extra = 0, encoder, layers } = model;
  const inLayers = layers.reduce((sum, group) => sum + group.count * (group.extra ?? 0), 0);
  const further = extra + (encoder?.extra ?? 0) + inLayers;
  return further === 0 ? [] : [table("Further weights", further * kernels.plain.bytes)];
}
