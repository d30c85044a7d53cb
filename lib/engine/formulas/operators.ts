import { byKind, formula, rollup } from "@/lib/formula";
import {
  computeEfficiency,
  fixedLatency,
  hbmBandwidth,
  kneeOrder,
  memoryEfficiency,
  peakRate,
  rowCount,
} from "../inputs";
import { decodeAttentionFlops, decodeAttentionTraffic, prefillAttentionFlops } from "../ops/attention";
import { exchangeLatency, exchangeRate, exchangeTraffic } from "../ops/collective";
import { expertFlops, expertMemoryRate, expertStored, expertTraffic } from "../ops/experts";
import { gemmFlops, gemmStored, gemmTraffic } from "../ops/linear";
import { hostLatency, rowwiseFlops, rowwiseTraffic, tableStored } from "../ops/rowwise";

/** The law that every operator row obeys, whatever its kind. */

export const flops = byKind("FLOP", "Operations", {
  linear: gemmFlops,
  decodeAttention: decodeAttentionFlops,
  prefillAttention: prefillAttentionFlops,
  experts: expertFlops,
  rowwise: rowwiseFlops,
});

export const traffic = byKind("B", "Bytes moved", {
  linear: gemmTraffic,
  decodeAttention: decodeAttentionTraffic,
  experts: expertTraffic,
  rowwise: rowwiseTraffic,
  collective: exchangeTraffic,
});

export const computeRate = formula(
  "FLOP/s",
  "Rate that the kernel reaches",
)`${peakRate} * ${computeEfficiency}`;

export const streamRate = formula(
  "B/s",
  "Bandwidth that the kernel reaches",
)`${hbmBandwidth} * ${memoryEfficiency}`;

export const memoryRate = byKind("B/s", "Bandwidth of the memory or link it moves over", {
  linear: streamRate,
  decodeAttention: streamRate,
  prefillAttention: streamRate,
  rowwise: streamRate,
  host: streamRate,
  table: streamRate,
  experts: expertMemoryRate,
  collective: exchangeRate,
});

export const latency = byKind("s", "Time that does not depend on size", {
  linear: fixedLatency,
  decodeAttention: fixedLatency,
  prefillAttention: fixedLatency,
  experts: fixedLatency,
  rowwise: fixedLatency,
  collective: exchangeLatency,
  host: hostLatency,
});

export const computeTime = formula("s", "Time to compute")`${flops} / ${computeRate}`;

export const memoryTime = formula("s", "Time to move the bytes")`${traffic} / ${memoryRate}`;

export const operatorTime = formula("s", "Time of the operator in all its layers", {
  source: "williams-2009",
})`${rowCount} * (${latency} + pnorm(${computeTime}, ${memoryTime}, ${kneeOrder}))`;

export const stepTime = rollup("Time of the step", operatorTime);

export const storedBytes = byKind("B", "Bytes stored on one accelerator", {
  linear: gemmStored,
  experts: expertStored,
  table: tableStored,
});
