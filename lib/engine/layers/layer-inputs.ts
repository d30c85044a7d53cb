import type { Model } from "@/lib/catalog/schema";
import type { Deployment } from "../deployment";
import { linear, type Row, table } from "./row";

/**
 * Embeddings of each layer's own: tables that are looked up, a projection of the hidden state to as many inputs, and
 * in every layer a gate and a projection, whole on every rank, that take its input in.
 */
export function layerInputRows(
  deployment: Deployment,
  { vocab, width }: NonNullable<Model["layerInputs"]>,
): Row[] {
  const { model, layout, kernels } = deployment;
  const count = model.layers.reduce((sum, group) => sum + group.count, 0);
  const slice = (count * width) / layout.tensor;
  return [
    table("Tables of the layers' own embeddings", vocab * slice * kernels.head.bytes),
    linear(deployment, "Layer inputs: projection", "plain", {
      count: 1,
      outputs: slice,
      inputs: model.hidden,
    }),
    linear(deployment, "Layer inputs: gate", "plain", { count, outputs: width, inputs: model.hidden }),
    linear(deployment, "Layer inputs: into the layer", "plain", {
      count,
      outputs: model.hidden,
      inputs: width,
    }),
  ];
}
