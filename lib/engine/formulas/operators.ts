import { formula, rollup } from "@/lib/formula";
import { byRowKind } from "../by-row-kind";
import {
  computeEfficiency,
  fixedLatency,
  hbmBandwidth,
  kneeOrder,
  memoryEfficiency,
  peakRate,
  rowCount,
} from "../inputs";
import { OPERATORS } from "../layers/row";
import { adapterFlops, adapterStored, adapterTraffic } from "../ops/adapters";
import {
  decodeAttentionFlops,
  decodeAttentionTraffic,
  laterAttentionFlops,
  prefillAttentionFlops,
} from "../ops/attention";
import { exchangeLatency, exchangeRate, exchangeTraffic } from "../ops/collective";
import {
  expertFlops,
  expertMemoryRate,
  expertStored,
  expertTraffic,
  usefulExpertFlops,
} from "../ops/experts";
import { gemmFlops, gemmStored, gemmTraffic } from "../ops/linear";
import { hostLatency, rowwiseFlops, rowwiseTraffic, tableStored } from "../ops/rowwise";
import { clockShare } from "./clock";

/** The law that every operator row obeys, whatever its kind. */

export const flops = byRowKind("FLOP", "Operations", {
  linear: gemmFlops,
  decodeAttention: decodeAttentionFlops,
  prefillAttention: prefillAttentionFlops,
  experts: expertFlops,
  adapters: adapterFlops,
  rowwise: rowwiseFlops,
  collective: null,
  host: null,
  table: null,
  measured: null,
});

export const traffic = byRowKind("B", "Bytes moved", {
  linear: gemmTraffic,
  decodeAttention: decodeAttentionTraffic,
  prefillAttention: null,
  experts: expertTraffic,
  adapters: adapterTraffic,
  rowwise: rowwiseTraffic,
  collective: exchangeTraffic,
  host: null,
  table: null,
  measured: null,
});

/** An expert's tile is filled up with rows that nobody asked for; they take time and count for nothing. */
export const usefulFlops = byRowKind("FLOP", "Operations that the tokens ask for", {
  linear: gemmFlops,
  decodeAttention: decodeAttentionFlops,
  prefillAttention: prefillAttentionFlops,
  experts: usefulExpertFlops,
  adapters: adapterFlops,
  rowwise: rowwiseFlops,
  collective: null,
  host: null,
  table: null,
  measured: null,
});

export const computeRate = formula(
  "FLOP/s",
  "Rate that the kernel reaches",
)`${peakRate} * ${computeEfficiency} * ${clockShare}`;

export const streamRate = formula(
  "B/s",
  "Bandwidth that the kernel reaches",
)`${hbmBandwidth} * ${memoryEfficiency}`;

export const memoryRate = byRowKind("B/s", "Bandwidth of the memory or link it moves over", {
  linear: streamRate,
  decodeAttention: streamRate,
  prefillAttention: streamRate,
  experts: expertMemoryRate,
  adapters: streamRate,
  rowwise: streamRate,
  collective: exchangeRate,
  host: streamRate,
  table: streamRate,
  measured: streamRate,
});

export const latency = byRowKind("s", "Time that does not depend on size", {
  linear: fixedLatency,
  decodeAttention: fixedLatency,
  prefillAttention: fixedLatency,
  experts: fixedLatency,
  adapters: fixedLatency,
  rowwise: fixedLatency,
  collective: exchangeLatency,
  host: hostLatency,
  table: null,
  measured: null,
});

export const computeTime = formula("s", "Time to compute")`${flops} / ${computeRate}`;

export const memoryTime = formula("s", "Time to move the bytes")`${traffic} / ${memoryRate}`;

export const operatorTime = formula("s", "Time of the operator in all its layers", {
  source: "williams-2009",
})`${rowCount} * (${latency} + pnorm(${computeTime}, ${memoryTime}, ${kneeOrder}))`;

export const stepTime = rollup("Time of the step", operatorTime, OPERATORS);

/** Attention within prompts moves no bytes of its own, so that its time goes as its operations. */
export const laterAttentionTime = formula(
  "s",
  "Time of a prompt's last chunk beyond that of its mean chunk, in all layers",
)`${rowCount} * ${laterAttentionFlops} / ${computeRate}`;

export const laterTime = byRowKind(
  "s",
  "Time by which the operator is later done with a prompt's last chunk",
  {
    linear: null,
    decodeAttention: null,
    prefillAttention: laterAttentionTime,
    experts: null,
    adapters: null,
    rowwise: null,
    collective: null,
    host: null,
    table: null,
    measured: null,
  },
);

export const laterStep = rollup(
  "Time of a prompt's last chunk beyond that of its mean chunk",
  laterTime,
  OPERATORS,
);

export const storedBytes = byRowKind("B", "Bytes stored on one accelerator", {
  linear: gemmStored,
  decodeAttention: null,
  prefillAttention: null,
  experts: expertStored,
  adapters: adapterStored,
  rowwise: null,
  collective: null,
  host: null,
  table: tableStored,
  measured: null,
});

export const executedWork = formula(
  "FLOP",
  "Operations of all layers, padding included",
)`${rowCount} * ${flops}`;
export const usefulWork = formula(
  "FLOP",
  "Operations of all layers that the tokens ask for",
)`${rowCount} * ${usefulFlops}`;
export const executedStep = rollup("Operations of a step, padding included", executedWork, OPERATORS);
export const usefulStep = rollup("Operations of a step that the tokens ask for", usefulWork, OPERATORS);
