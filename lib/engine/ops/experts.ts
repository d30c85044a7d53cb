import { formula } from "@/lib/formula";
import { stepRows } from "../formulas/load";
import {
  bytesPerHalf,
  bytesPerWeight,
  dataParallel,
  excessRead,
  expertCount,
  expertInputs,
  expertMatrices,
  expertParallel,
  expertSlice,
  expertsPerToken,
  flopPerMac,
  hbmBandwidth,
  imbalance,
  largestTile,
  memoryEfficiency,
  narrowBytes,
  routingEvenness,
  rowCount,
  storedShare,
  tileRows,
} from "../inputs";

/** The routed experts of one mixture-of-experts layer, as grouped products on one accelerator. */

export const routedRows = formula("1", "Tokens routed together")`${stepRows} * ${dataParallel}`;

/**
 * Some experts are asked for more often than others. With popularities drawn from a gamma distribution one token
 * reaches k of them, many reach all, and the popular ones come again and again in between.
 */
export const expertsHit = formula(
  "1",
  "Distinct experts that get at least one token",
)`${expertCount} - (${expertCount} - ${expertsPerToken}) * (1 + (${routedRows} - 1) * ${expertsPerToken} / ${expertCount} / ${routingEvenness}) ^ (-${routingEvenness})`;

export const expertRows = formula(
  "1",
  "Rows of one group's experts",
)`${routedRows} * ${expertsPerToken} / ${expertParallel}`;

export const hottestGroup = formula(
  "1",
  "Load of the busiest group over the mean",
)`if(${expertParallel} > 1, 1 + ${imbalance} * ((${expertParallel} - 1) / max(1, min(${expertRows} * ${expertParallel}, ${expertCount}))) ^ 0.5, 1)`;

/**
 * A kernel works on tiles of rows of one expert, and the last tile of each is half empty. It is chosen for the rows that
 * an expert gets, up to the largest that there is: half of few rows are padding, and little of many.
 */
export const emptyRows = formula(
  "1",
  "Rows by which the tiles of one group's experts are larger than what fills them",
)`${largestTile} / 2 * ${expertsHit} / ${expertParallel} * ${expertRows} / (${expertRows} + ${largestTile} * ${expertsHit} / ${expertParallel})`;

export const paidRows = formula(
  "1",
  "Rows paid for, with tiles padded",
)`max(${expertRows} * ${hottestGroup}, (${expertRows} ^ 2 + (${tileRows} * ${expertsHit} / ${expertParallel}) ^ 2) ^ 0.5 + ${emptyRows})`;

export const expertWeights = formula(
  "1",
  "Weights of one expert's slice",
)`${expertMatrices} * ${expertInputs} * ${expertSlice}`;

export const expertFlops = formula(
  "FLOP",
  "Operations of the experts",
)`${flopPerMac} * ${paidRows} * ${expertWeights}`;

export const usefulExpertFlops = formula(
  "FLOP",
  "Operations of the experts on the rows that are routed to them",
)`${flopPerMac} * ${expertRows} * ${expertWeights}`;

/** Part of what the busiest group has more to do goes to experts that it reads already. */
export const expertsRead = formula(
  "1",
  "Experts whose weights the busiest group reads",
)`min(${expertCount} / ${expertParallel}, ${expertsHit} / ${expertParallel} * (1 - ${excessRead} + ${excessRead} * ${hottestGroup}))`;

export const expertTraffic = formula(
  "B",
  "Expert weights read, activations read and written",
)`${expertsRead} * ${expertWeights} * ${bytesPerWeight} + ${expertRows} * (2 * ${expertInputs} + ${expertMatrices} * ${expertSlice}) * ${bytesPerHalf}`;

export const expertMemoryRate = formula(
  "B/s",
  "Bandwidth reached on narrow slices",
)`${hbmBandwidth} * ${memoryEfficiency} * ${expertSlice} * ${bytesPerWeight} / (${expertSlice} * ${bytesPerWeight} + ${narrowBytes})`;

export const expertStored = formula(
  "B",
  "Expert weights stored for all layers",
)`${rowCount} * ${storedShare} * ${expertCount} / ${expertParallel} * ${expertWeights} * ${bytesPerWeight}`;
