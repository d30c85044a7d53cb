import { formula } from "@/lib/formula";
import { stepRows } from "../formulas/load";
import {
  exchangedBytes,
  exchangeFactor,
  hiddenWidth,
  latencyFactor,
  latencyPerDoubling,
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

export const exchangeLatency = formula(
  "s",
  "Latency of the collective",
)`${latencyFactor} * ${linkLatency} * (1 + ${latencyPerDoubling} * log2(${ranks}))`;
