import type { LayerGroup, Mixer } from "@/lib/catalog/schema";
import { cellText, inUnit } from "./in-unit";
import type { CountedModel } from "./models";

const billions = (value: number) => `${cellText({ unit: "bn" }, inUnit(value, "bn", "1"))} bn`;
const kibibytes = (value: number) => `${cellText({ unit: "KiB" }, inUnit(value, "KiB", "B"))} KiB`;
const mebibytes = (value: number) => `${cellText({ unit: "MiB" }, inUnit(value, "MiB", "B"))} MiB`;
const tokens = (value: number) => cellText({ unit: "1" }, value);

/** Shares of the parameters and of the cache below which a part is not worth a word. */
const FEW = 0.9;

function layersWith(layers: readonly LayerGroup[], is: (mixer: Mixer) => boolean): number {
  return layers.reduce((sum, { mixer, count }) => sum + (is(mixer) ? count : 0), 0);
}

/** What weights cost: a mixture is stored whole and used in part. */
function weights({ parameters: { total, active } }: CountedModel): string {
  if (active >= total * FEW) return `All ${billions(total)} parameters serve every token.`;
  return `A token uses ${billions(active)} of ${billions(total)} parameters: memory holds all of them, a small batch reads little more than those, and a large one most.`;
}

/** What context costs: a cache that grows, windows that cap it, states that do not grow at all. */
function context({ model, kvBytes, kvBytesBeyondWindows, fixedBytes }: CountedModel): string {
  if (kvBytes === 0)
    return `A sequence keeps ${mebibytes(fixedBytes)} of state whatever its length, and no cache that grows.`;
  const growth = `each token adds ${kibibytes(kvBytesBeyondWindows)} of 16-bit cache`;
  if (kvBytesBeyondWindows === 0) return `Windows cap the cache at ${mebibytes(fixedBytes)} a sequence.`;
  if (kvBytesBeyondWindows < kvBytes * FEW)
    return `Beyond its windows ${growth} instead of ${kibibytes(kvBytes)}, so long contexts cost less memory and reading.`;
  if (layersWith(model.layers, ({ kind }) => STATES.has(kind)) > 0)
    return `Only ${tokens(layersWith(model.layers, grows))} layers keep a cache, so ${growth}; the others keep ${mebibytes(fixedBytes)} of state a sequence.`;
  return `Of every sequence ${growth}.`;
}

const STATES: ReadonlySet<string> = new Set(["gdn", "kda", "lightning", "shortconv", "mamba1", "mamba2"]);
const grows = (mixer: Mixer) =>
  !STATES.has(mixer.kind) && mixer.kind !== "none" && !("sharedCache" in mixer && mixer.sharedCache);

/** What else moves the cost: a small latent, a pick of few tokens, layers that share, predicted tokens. */
function further({ model }: CountedModel): string[] {
  const { layers, prediction } = model;
  const picking = layers.map(({ mixer }) => mixer).find((mixer) => "index" in mixer && mixer.index);
  const index = picking && "index" in picking ? picking.index : undefined;
  const block = index && "block" in index ? index.block : 1;
  const sharing = layersWith(layers, (mixer) => "sharedCache" in mixer && mixer.sharedCache === true);
  const predicted = (prediction ?? []).reduce((sum, { count }) => sum + count, 0);
  return [
    ...(layers.some(({ mixer }) => mixer.kind === "mla")
      ? [
          "Latent attention keeps one compressed vector a token, which every rank of a tensor-parallel group holds whole.",
        ]
      : []),
    ...(index
      ? [
          `An index picks ${tokens(index.topk * block)} tokens to attend to, so reading a long context costs little more than scoring it.`,
        ]
      : []),
    ...(sharing ? [`${tokens(sharing)} layers read the cache of earlier ones and keep none.`] : []),
    ...(predicted
      ? [
          `${predicted === 1 ? "A prediction layer drafts" : `${tokens(predicted)} prediction layers draft`} further tokens, which speculative decoding can check.`,
        ]
      : []),
  ];
}

/** What a model's architecture does to its cost, in a few sentences made from its record and counts. */
export function architectureCost(counted: CountedModel): string {
  return [weights(counted), context(counted), ...further(counted)].join(" ");
}
