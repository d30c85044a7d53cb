import { formula } from "@/lib/formula";
import { decodeSequences, finishing, prefillRows, stepRows } from "../formulas/load";
import { adapterWidth, bytesPerHalf, flopPerMac, knobs, rowCount } from "../inputs";

const { adapterCount, adapterRank } = knobs;

/**
 * Low-rank adapters (Hu and others 2021, "LoRA") beside products with weights: two narrow products for each row, with
 * matrices of the adapter that its request asks for. A step reads each adapter once that any of its requests asks for, as
 * grouped kernels do (Chen and others 2023, "Punica"; Sheng and others 2023, "S-LoRA").
 */

/** A long prompt that takes several steps is in each of them. */
export const adapterRequests = formula(
  "1",
  "Requests in the step",
)`${decodeSequences} + max(${finishing}, min(1, ${prefillRows}))`;

export const adaptersHit = formula("1", "Distinct adapters that they ask for", {
  source: "punica-2023",
})`if(${adapterCount} > 0, ${adapterCount} * (1 - (1 - 1 / max(1, ${adapterCount})) ^ ${adapterRequests}), 0)`;

export const adapterWeights = formula(
  "B",
  "One adapter's matrices beside a product, in 16 bits",
)`${adapterRank} * ${adapterWidth} * ${bytesPerHalf}`;

export const adapterFlops = formula(
  "FLOP",
  "Operations of the adapters",
)`${flopPerMac} * ${stepRows} * ${adapterRank} * ${adapterWidth}`;

export const adapterTraffic = formula(
  "B",
  "Adapters read, activations read and added to",
)`${adaptersHit} * ${adapterWeights} + ${stepRows} * ${adapterWidth} * ${bytesPerHalf}`;

export const adapterStored = formula(
  "B",
  "Adapters stored beside all products",
)`${rowCount} * ${adapterCount} * ${adapterWeights}`;
