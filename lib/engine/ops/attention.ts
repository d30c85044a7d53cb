import { formula } from "@/lib/formula";
import { decodeRows, decodeSequences, laterReach, meanContext, pairs, prefillRows } from "../formulas/load";
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

/** An encoder's tokens are as many for each chunk; a query that reads only so far reads no further in the last one. */
export const laterPairs = formula(
  "1",
  "Query-key pairs of a prompt's last chunk beyond those of its mean chunk",
)`if(${encoderTokens} > 0, 0, if(${reach} > 0, max(0, min(${prefillRows} * ${laterReach} / ${token}, ${prefillRows} * ${reach} / ${token} - ${pairs})), ${prefillRows} * ${laterReach} / ${token}))`;

export const laterAttentionFlops = formula(
  "FLOP",
  "Operations of a prompt's last chunk beyond those of its mean chunk",
)`${flopPerMac} * ${laterPairs} * ${queryHeads} * ${pairWidth}`;
