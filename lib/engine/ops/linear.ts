import { formula } from "@/lib/formula";
import { decodeRows, finishing, prefillRows } from "../formulas/load";
import {
  bytesPerActivation,
  bytesPerHalf,
  bytesPerWeight,
  decodeShare,
  flopPerMac,
  gemmInputs,
  gemmOutputs,
  prefillShare,
  promptShare,
  rowCount,
  sampledShare,
  storedShare,
} from "../inputs";

/** A matrix product with weights: rows × inputs → rows × outputs. */

export const gemmRows = formula(
  "1",
  "Rows of the product",
)`${decodeShare} * ${decodeRows} + ${prefillShare} * ${prefillRows} + ${sampledShare} * (${decodeRows} + ${finishing}) + ${promptShare} * ${finishing}`;

export const gemmFlops = formula(
  "FLOP",
  "Operations of the product",
)`${flopPerMac} * ${gemmRows} * ${gemmOutputs} * ${gemmInputs}`;

export const gemmWeights = formula(
  "B",
  "Weights of the product",
)`${gemmOutputs} * ${gemmInputs} * ${bytesPerWeight}`;

export const gemmTraffic = formula(
  "B",
  "Weights read, activations read and written",
)`if(${gemmRows} > 0, ${gemmWeights} + ${gemmRows} * (${gemmInputs} * ${bytesPerActivation} + ${gemmOutputs} * ${bytesPerHalf}), 0)`;

export const gemmStored = formula(
  "B",
  "Weights stored for all its layers",
)`${rowCount} * ${storedShare} * ${gemmWeights}`;
