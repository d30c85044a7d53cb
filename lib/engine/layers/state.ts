import { layerCache } from "@/lib/catalog/count/cache";
import type { MixerOf } from "@/lib/catalog/schema";
import type { Deployment } from "../deployment";
import { DECODING, linear, PROMPTS, type Row, rowwise } from "./row";

/** Mixers whose memory is a fixed state per sequence instead of a cache that grows. */
export type StateMixer = MixerOf<"gdn" | "kda" | "lightning" | "shortconv" | "mamba1" | "mamba2">;

/** By definition: states are kept in 32 bits, the inputs of a causal convolution in 16. */
const STATE_BYTES = 4;
const CONVOLUTION_BYTES = 2;
/** Counted: per state element and prompt token a multiply-add each to update, to correct and to read it. */
const SCAN_FLOP = 6;
/** Counted: projections of keys, values and queries, which a short convolution has of its three parts too. */
const PROJECTIONS = 3;

/** Widths of a state mixer's projections over all ranks. What it keeps is counted where every cache is. */
interface StateShape {
  readonly name: string;
  readonly into: number;
  readonly out: number;
  /** Small projections inside, as [outputs, inputs]. */
  readonly inner?: readonly (readonly [number, number])[];
}

/** The sizes of each kind of state mixer. */
function stateShape(mixer: StateMixer): StateShape {
  switch (mixer.kind) {
    case "gdn": {
      const keys = mixer.keyHeads * mixer.keyDim;
      const values = mixer.valueHeads * mixer.valueDim;
      const into = 2 * keys + 2 * values + 2 * mixer.valueHeads;
      return { name: "Gated delta network", into, out: values };
    }
    case "kda": {
      const width = mixer.heads * mixer.headDim;
      const gate = mixer.fullRankGate ? width : mixer.headDim;
      const into = PROJECTIONS * width + gate + mixer.headDim + mixer.heads;
      const inner = mixer.fullRankGate
        ? [[width, mixer.headDim]]
        : [
            [width, mixer.headDim],
            [width, mixer.headDim],
          ];
      return { name: "Kimi delta attention", into, out: width, inner: inner as [number, number][] };
    }
    case "lightning": {
      const width = mixer.heads * mixer.headDim;
      return { name: "Lightning attention", into: PROJECTIONS * width + width, out: width };
    }
    case "shortconv":
      return { name: "Short convolution", into: PROJECTIONS * mixer.width, out: mixer.width };
    case "mamba1": {
      const { inner, state, stepRank } = mixer;
      const small = [
        [stepRank + 2 * state, inner],
        [inner, stepRank],
      ] as [number, number][];
      return { name: "Mamba", into: 2 * inner, out: inner, inner: small };
    }
    case "mamba2": {
      const inner = mixer.heads * mixer.headDim;
      const grouped = 2 * mixer.groups * mixer.state;
      const into = 2 * inner + grouped + mixer.heads;
      return { name: "Mamba 2", into, out: inner };
    }
  }
}

/** Linear attention and state spaces: projections, one read and write of the state per token, a scan per prompt. */
export function stateRows(deployment: Deployment, mixer: StateMixer, count: number): Row[] {
  const { model, layout } = deployment;
  const shape = stateShape(mixer);
  const { name } = shape;
  const { stateBytes, history } = layerCache(mixer);
  const state = stateBytes / STATE_BYTES / layout.tensor;
  const kept = state * STATE_BYTES + (history / layout.tensor) * CONVOLUTION_BYTES;
  return [
    linear(deployment, `${name}: input`, "attention", {
      count,
      outputs: shape.into / layout.tensor,
      inputs: model.hidden,
    }),
    ...(shape.inner ?? []).map(([outputs, inputs]) =>
      linear(deployment, `${name}: inner`, "attention", { count, outputs: outputs / layout.tensor, inputs }),
    ),
    rowwise(deployment, `${name}: state`, { count, state: kept, rows: DECODING }),
    rowwise(deployment, `${name}: scan of prompts`, {
      count,
      flop: SCAN_FLOP * state,
      efficiency: deployment.global.scanEfficiency,
      rows: PROMPTS,
    }),
    linear(deployment, `${name}: output`, "attention", {
      count,
      outputs: model.hidden,
      inputs: shape.out / layout.tensor,
    }),
  ];
}
