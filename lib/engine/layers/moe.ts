import type { FfnOf } from "@/lib/catalog/schema";
import type { Deployment } from "../deployment";
import * as q from "../inputs/rows";
import { changed, multiple, product, sum } from "../made";
import { denseRows } from "./dense";
import { collective, linear, made, type Row, rowwise } from "./row";

/** Bytes per hidden element on the way back, in 16 bits; on the way to the experts it has their activations'. Source: deepseek-v3-report */
const RETURNED_BYTES = 2;
/** Exchanges of a layer: tokens to their experts, and back. */
const EXCHANGES = 2;
/** Grouped products of a layer, one up (and gate) and one down. */
const GROUPED_PRODUCTS = 2;
/** Counted: matrices of a gated expert, which are up, gate and down. */
const GATED_MATRICES = 3;

/** A mixture of experts: router, permutation, grouped products, shared experts and the exchange between ranks. */
export function moeRows(deployment: Deployment, ffn: FfnOf<"moe">, count: number): Row[] {
  const { layout, model, kernels, constants } = deployment;
  const width = ffn.latent ?? model.hidden;
  const group = (layout.tensor * layout.data) / layout.expert;
  const matrices = ffn.gated ? GATED_MATRICES : GROUPED_PRODUCTS;
  const slice = ffn.width / group;
  const { experts: kernel } = kernels;
  const { permutePasses, activationPasses } = deployment.global;
  const experts: Row = {
    label: "Experts",
    kind: "experts",
    part: "weights",
    component: "experts",
    values: [
      [q.rowCount, count],
      [q.expertCount, ffn.experts],
      [q.expertsPerToken, ffn.perToken],
      [q.expertMatrices, matrices],
      [q.expertInputs, width],
      [q.expertSlice, slice],
      [q.bytesPerWeight, kernel.bytes],
      [q.storedShare, 1],
      [q.peakRate, kernel.rate],
      made(q.computeEfficiency, product(kernel.efficiency, constants.expertEfficiency)),
      made(q.memoryEfficiency, kernel.stream),
      made(
        q.fixedLatency,
        kernel.overhead.value > 0 ? multiple(GROUPED_PRODUCTS, kernel.overhead) : kernel.overhead,
      ),
    ],
  };
  const latent = ffn.latent
    ? [
        linear(deployment, "Experts: into the latent", "ffn", {
          count,
          outputs: ffn.latent,
          inputs: model.hidden,
        }),
        linear(deployment, "Experts: out of the latent", "ffn", {
          count,
          outputs: model.hidden,
          inputs: ffn.latent,
        }),
      ]
    : [];
  const shared = ffn.shared
    ? [
        linear(deployment, "Shared experts: in", "shared", {
          count,
          outputs: ((matrices - 1) * ffn.shared) / layout.tensor,
          inputs: model.hidden,
          matrices: matrices - 1,
        }),
        linear(deployment, "Shared experts: down", "shared", {
          count,
          outputs: model.hidden,
          inputs: ffn.shared / layout.tensor,
        }),
      ]
    : [];
  return [
    linear(deployment, "Router", "plain", { count, outputs: ffn.experts, inputs: model.hidden }),
    experts,
    rowwise(deployment, "Experts: permute and activate", {
      count,
      bytes: changed(
        sum(multiple(width, permutePasses), multiple(slice, activationPasses)),
        (each) => (ffn.perToken * each * 2 * layout.data) / layout.expert,
        (how) => `${ffn.perToken} × 2 B × ${how} × ${layout.data} / ${layout.expert}`,
      ),
    }),
    ...latent,
    ...shared,
    ...(ffn.denseWidth ? denseRows(deployment, { width: ffn.denseWidth, gated: ffn.gated }, count) : []),
    ...exchange(deployment, ffn.perToken, width, count),
  ];
}

/**
 * With attention ranks of their own sequences, tokens travel to their experts' ranks and back. A stack that gathers all
 * tokens on every rank may send them to those ranks alone over a fabric, where a token cannot need every rank
 * (TensorRT-LLM, select_alltoall_method_type in fused_moe_cutlass.py).
 */
function exchange(
  { layout, model, global, stack, kernels, link }: Deployment,
  perToken: number,
  width: number,
  count: number,
): Row[] {
  const { expert, data } = layout;
  const sends =
    !stack.gathersTokens?.value || (stack.sendsTokens?.value && expert > perToken && !link.overHost);
  if (data === 1 || (expert === 1 && sends)) return [];
  const ranksHit = expert * (1 - (1 - 1 / expert) ** perToken);
  const copies = sends ? (ranksHit * (expert - 1)) / expert : data - 1;
  const factor = copies * (width / model.hidden);
  return [
    collective("Experts: dispatch and combine", {
      count,
      ranks: 1,
      factor,
      bytes: kernels.experts.activation + RETURNED_BYTES,
      latencies: multiple(EXCHANGES, global.exchangeLatency),
    }),
  ];
}
