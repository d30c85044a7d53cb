import type { SnapshotShape } from "../reading";
import { genaiPrices } from "./genai-prices";
import { karpenterGo } from "./karpenter-go";
import { karpenterJson } from "./karpenter-json";
import { litellm } from "./litellm";
import { modelsDev } from "./models-dev";
import { observations } from "./observations";
import { pricingRaw } from "./pricing-raw";
import { skypilot } from "./skypilot";

/** Every kind of price file that is understood. A new one is a file here. */
export const shapes: readonly SnapshotShape[] = [
  observations,
  pricingRaw,
  skypilot,
  karpenterGo,
  karpenterJson,
  genaiPrices,
  modelsDev,
  litellm,
];

/** The shape of a file by its text; undefined where none fits. */
export const snapshotShapeOf = (text: string): SnapshotShape | undefined =>
  shapes.find(({ matches }) => matches(text));
