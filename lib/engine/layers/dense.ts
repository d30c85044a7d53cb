import type { FfnOf } from "@/lib/catalog/schema";
import type { Deployment } from "../deployment";
import { changed } from "../made";
import { linear, type Row, rowwise } from "./row";

/** A feed-forward part: up (and gate) and down, split over the tensor-parallel ranks. */
export function denseRows(
  deployment: Deployment,
  ffn: Pick<FfnOf<"dense">, "width" | "gated">,
  count: number,
): Row[] {
  const slice = ffn.width / deployment.layout.tensor;
  return [
    linear(deployment, ffn.gated ? "Feed-forward: gate and up" : "Feed-forward: up", "ffn", {
      count,
      outputs: (ffn.gated ? 2 : 1) * slice,
      inputs: deployment.model.hidden,
      matrices: ffn.gated ? 2 : 1,
    }),
    linear(deployment, "Feed-forward: down", "ffn", {
      count,
      outputs: deployment.model.hidden,
      inputs: slice,
    }),
    rowwise(deployment, "Feed-forward: activation", {
      count,
      bytes: changed(
        deployment.global.activationPasses,
        (passes) => passes * slice * 2,
        (how) => `2 B × ${slice} × ${how}`,
      ),
    }),
  ];
}
