import { formula } from "@/lib/formula";
import { decodeRows, decodeSequences, meanContext, pairs, prefillRows } from "../formulas/load";
import { cacheBytes, encoderTokens, flopPerMac, pairWidth, queryHeads, reach, token } from "../inputs";

/** Softmax attention over a cache: streams the cache when decoding, computes pairs when prefilling. */

export const attended = formula(
  "tok",
  "Cached tokens that a query reads",
)`if(${encoderTokens} > 0, ${encoderTokens}, if(${reach} > 0, min(${meanContext}, ${reach}), ${meanContext}))`;

export const decodeAttentionFlops = formula(
  "FLOP",
  "Operations of decoding queries",
)`${flopPerMac} * ${decodeRows} * ${attended} / ${token} * ${queryHeads} * ${pairWidth}`;

export const decodeAttentionTraffic = formula(
  "B",
  "Cache read by decoding queries",
)`${decodeSequences} * ${attended} * ${cacheBytes}`;

export const attendedPairs = formula(
  "1",
  "Query-key pairs that are computed",
)`if(${encoderTokens} > 0, ${prefillRows} * ${encoderTokens} / ${token}, if(${reach} > 0, min(${pairs}, ${prefillRows} * ${reach} / ${token}), ${pairs}))`;

export const prefillAttentionFlops = formula(
  "FLOP",
  "Operations of a prompt's queries",
)`${flopPerMac} * ${attendedPairs} * ${queryHeads} * ${pairWidth}`;
