import { constant, formula } from "@/lib/formula";
import { stepRows } from "../formulas/load";
import {
  exchangedBytes,
  exchangeFactor,
  hiddenWidth,
  latencyFactor,
  linkBandwidth,
  linkEfficiency,
  linkLatency,
  ranks,
} from "../inputs";

/** Exchange between accelerators, by latency and bandwidth of the slowest link it crosses. */

export const exchangeTraffic = formula(
  "B",
  "Bytes that cross one link",
)`${exchangeFactor} * ${stepRows} * ${hiddenWidth} * ${exchangedBytes}`;

export const exchangeRate = formula(
  "B/s",
  "Bandwidth that a collective reaches",
)`${linkBandwidth} * ${linkEfficiency}`;

/** By judgement: no measurement separates the ranks' share of a latency from the rest. */
export const latencyPerDoubling = constant(
  "1",
  0.15,
  "Share of a collective's latency that each doubling of its ranks adds",
);

export const exchangeLatency = formula(
  "s",
  "Latency of the collective",
)`${latencyFactor} * ${linkLatency} * (1 + ${latencyPerDoubling} * log2(${ranks}))`;
