import { formula } from "@/lib/formula";
import { decodeRows, decodeSequences, finishing, prefillRows } from "../formulas/load";
import {
  bytesPerRow,
  decodeShare,
  flopPerRow,
  hostTime,
  pipelineParallel,
  prefillShare,
  rowCount,
  sequenceTime,
  stateBytes,
  storedShare,
} from "../inputs";

/** Norms, rotations, residuals, routers' permutations, scans: work in proportion to the rows. */

export const rowwiseRows = formula(
  "1",
  "Rows worked on",
)`${decodeShare} * ${decodeRows} + ${prefillShare} * ${prefillRows}`;

export const rowwiseFlops = formula("FLOP", "Operations on the rows")`${rowwiseRows} * ${flopPerRow}`;

export const rowwiseTraffic = formula(
  "B",
  "Rows read and written",
)`${rowwiseRows} * ${bytesPerRow} + 2 * ${decodeShare} * ${decodeSequences} * ${stateBytes}`;

/** What is stored without being streamed in a step, such as the table of embeddings. */
export const tableStored = formula("B", "Bytes stored")`${rowCount} * ${storedShare} * ${bytesPerRow}`;

/** Scheduling and sampling on the host; every pipeline stage pays half a step's share. */
export const hostLatency = formula(
  "s",
  "Scheduling and sampling",
)`if(${pipelineParallel} > 1, ${pipelineParallel} * ${hostTime} / 2, ${hostTime}) + ${sequenceTime} * (${decodeSequences} + ${finishing})`;
