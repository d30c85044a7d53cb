import "server-only";
import {
  cacheBytesPerToken,
  fixedBytesPerSequence,
  kvBytesPerTokenBeyondWindows,
} from "@/lib/catalog/count/cache";
import { layerParameters, parameters } from "@/lib/catalog/count/model";
import type { Model } from "@/lib/catalog/schema";
import type { CountedModel } from "@/lib/view/catalog/models";

/** Bytes of a cached element at 16 bits, which is what the catalog's figures are stated for. */
const CACHE_BYTES = 2;

/** A model with the counts that its pages show. */
export const countedModel = (model: Model): CountedModel => ({
  model,
  parameters: parameters(model),
  kvBytes: cacheBytesPerToken(model, CACHE_BYTES),
  kvBytesBeyondWindows: kvBytesPerTokenBeyondWindows(model, CACHE_BYTES),
  fixedBytes: fixedBytesPerSequence(model, CACHE_BYTES),
  layerParameters: model.layers.map((group) => layerParameters(group, model).total),
});
