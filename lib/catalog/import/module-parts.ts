import type { Layer } from "./family";

/** Parts of a model that may be stored in formats of their own. */
export type Part = "attention" | "ffn" | "experts" | "shared" | "head";

/** The parts that are inside layers. */
export const LAYER_PARTS = ["attention", "ffn", "experts", "shared"] as const;

/** Whether a layer has this part. */
export function hasPart({ mixer, ffn }: Layer, part: Part): boolean {
  if (part === "head") return false;
  if (part === "attention") return mixer.kind !== "none";
  if (part === "ffn") return ffn.kind === "dense" || (ffn.kind === "moe" && ffn.denseWidth !== undefined);
  return ffn.kind === "moe" && (part === "experts" || ffn.shared !== undefined);
}

/** What a name or pattern in an ignore list stands for: parts, in one layer or in all of them. */
export type Named = { parts: readonly Part[]; layer?: number };

const NOTHING: Named = { parts: [] };

/** Modules beside the weights' large matrices: norms, routers, indexers, convolutions, other towers. */
const SMALL =
  /norm|(^|[._])(gate|router|shared_expert_gate|wg)$|router|e_score|indexer|weights_proj|conv1d|A_log|dt_bias|(^|\.)D$|in_proj_(a|b|ba)$|sinks|rotary|embed_tokens|embed$/;
const OTHER_TOWERS =
  /vision|visual|audio|mm_projector|multi_modal|projector|patch_|merger|image|(^|\.)vit(\.|$)|embed_(vision|audio)|mtp|eagle/;
/** Only a part of attention; the output projection is there too where all of it is meant. */
const SINGLE_PROJECTION = /(q|k|v|qkv|q_a|q_b|kv_a|kv_b|wqa|wkv|in)_?(proj)?(_with_mqa|_qkvz?|_qkv|_z)?$/;

/**
 * Reads a module name, a glob or a regular expression ("re:...") of a quantization list. Only whole parts count: a
 * router, a norm or one projection of several stands for nothing.
 */
export function namedParts(pattern: string): Named {
  const name = plain(pattern);
  if (OTHER_TOWERS.test(name)) return NOTHING;
  if (/(^|\.)(lm_head|output_layer|embed_out|head)$/.test(name)) return { parts: ["head"] };
  const [, number, inside] = /(?:^|\.)(?:layers|h|blocks|block)\.(\d+|\*)?\.?(.*)$/.exec(name) ?? [
    undefined,
    undefined,
    name,
  ];
  const place = number && number !== "*" ? { layer: Number(number) } : {};
  const rest = inside.replace(/^[.*]+|[.*]+$/g, "");
  if (rest === "" || rest === "mixer")
    return number === undefined ? NOTHING : { parts: LAYER_PARTS, ...place };
  return { parts: partsOf(rest), ...place };
}

/** A pattern as the name it looks for: without escapes, anchors and alternatives. */
function plain(pattern: string): string {
  return pattern
    .replace(/^re:/, "")
    .replace(/\\d\+?|\[0-9\]\+?/g, "*")
    .replace(/\\/g, "")
    .replace(/[\^$]/g, "")
    .replace(/\.\*|\*/g, "*")
    .replace(/\([^)]*\)/g, (group) => group.slice(1).split("|").at(0)?.replace(/[)?:]/g, "") ?? "")
    .replace(/\*+/g, "*")
    .replace(/^\*\.?/, "")
    .replace(/\*$/, "");
}

function partsOf(rest: string): readonly Part[] {
  if (SMALL.test(rest)) return [];
  if (/shared_?(expert|mlp)/.test(rest)) return ["shared"];
  if (/expert|block_sparse_moe|\bmoe\b/.test(rest)) return ["experts"];
  if (/mlp|feed_forward|ffn|fc[12]/.test(rest))
    return /_proj|_?(w[123]|fc[12])$|dense/.test(rest) ? ["ffn"] : ["ffn", "experts", "shared"];
  if (/attn|attention|mixer|linear_attn/.test(rest)) return SINGLE_PROJECTION.test(rest) ? [] : ["attention"];
  return /^(o|out)_proj$/.test(rest) ? ["attention"] : [];
}
