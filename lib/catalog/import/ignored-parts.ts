import type { Config } from "./config";
import type { Layer } from "./family";
import { hasPart, LAYER_PARTS, namedParts, type Part } from "./module-parts";

/** Where quantization methods list the modules that they leave alone. */
const LISTS = [
  "modules_to_not_convert",
  "ignore",
  "ignored_layers",
  "exclude_modules",
  "exclude",
  "llm_int8_skip_modules",
];
/** Longer names belong to no module. */
const MAX_LENGTH = 400;

/** Where a dense part lies beside the experts, "mlp" is that part's name and not the experts'. */
function besideExperts(parts: readonly Part[], layers: readonly Layer[]): readonly Part[] {
  const mlp = parts.includes("ffn") && parts.includes("experts") && !parts.includes("attention");
  const beside = layers.some(({ ffn }) => ffn.kind === "moe" && ffn.denseWidth !== undefined);
  return mlp && beside ? ["ffn"] : parts;
}

/** Parts that a quantization leaves in 16 bits in more than half of the layers that have them. */
export function ignoredParts(quantization: Config, layers: readonly Layer[]): Part[] {
  const everywhere = new Set<Part>();
  const alone = new Map<Part, Set<number>>(LAYER_PARTS.map((part) => [part, new Set()]));
  for (const name of LISTS.flatMap((list) => quantization.list(list) ?? [])) {
    if (typeof name !== "string" || name.length > MAX_LENGTH) continue;
    const { parts, layer } = namedParts(name);
    for (const part of besideExperts(parts, layers)) {
      if (layer === undefined) everywhere.add(part);
      else alone.get(part)?.add(layer);
    }
  }
  const ignored: Part[] = LAYER_PARTS.filter((part) => {
    if (everywhere.has(part)) return true;
    const having = layers.flatMap((layer, number) => (hasPart(layer, part) ? [number] : []));
    const left = having.filter((number) => alone.get(part)?.has(number)).length;
    if (left > 0 && left < having.length) {
      quantization.note(
        `${part} is left in 16 bits in ${left} of ${having.length} layers: counted by what most have`,
      );
    }
    return left * 2 > having.length;
  });
  return everywhere.has("head") ? [...ignored, "head"] : ignored;
}
