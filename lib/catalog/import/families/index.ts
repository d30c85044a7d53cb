import { ConfigError, shown } from "../config-error";
import type { Family } from "../family";
import { notCounted } from "../not-counted";
import { deepseekFamilies } from "./deepseek";
import { gemmaFamilies } from "./gemma";
import { gptFamilies } from "./gpt";
import { hybridFamilies } from "./hybrid";
import { llamaFamilies } from "./llama";
import { qwenFamilies } from "./qwen";
import { whisper } from "./whisper";

const FAMILIES = new Map<string, Family>(
  Object.entries({
    ...llamaFamilies,
    ...qwenFamilies,
    ...deepseekFamilies,
    ...gemmaFamilies,
    ...hybridFamilies,
    ...gptFamilies,
    whisper,
  }),
);

/** "Qwen3MoeForCausalLM" and "qwen3_moe" alike: "qwen3moe". */
const squashed = (name: string) =>
  name
    .replace(/For[A-Z]\w*$|LMHeadModel$/, "")
    .replace(/[^a-z0-9]/gi, "")
    .toLowerCase();

const BY_ARCHITECTURE = new Map([...FAMILIES].map(([type, family]) => [squashed(type), { type, family }]));
BY_ARCHITECTURE.set("gptbigcode", { type: "gpt_bigcode", family: gptFamilies.gpt_bigcode as Family });

/** What was found out: the family and a note where it took more than the file's own word. */
export type Found = { type: string; family: Family; note?: string };

/**
 * The family of a file: by the text part's `model_type`, the whole file's, or the name of the architecture.
 * Throws with the name of what is not supported.
 */
export function familyOf(candidates: readonly { type: unknown; architectures: unknown }[]): Found {
  for (const { type } of candidates) {
    if (typeof type !== "string") continue;
    const found = FAMILIES.get(type) ?? FAMILIES.get(type.replace(/(_vl)?_text$|_thinker$|_vl$/, ""));
    if (found) return { type, family: found };
  }
  const types = candidates.map(({ type }) => type).filter((type) => type !== undefined);
  for (const { architectures } of candidates) {
    const name = Array.isArray(architectures) ? architectures[0] : undefined;
    const found = typeof name === "string" ? BY_ARCHITECTURE.get(squashed(name)) : undefined;
    if (!found) continue;
    const why =
      types[0] === undefined ? "model_type is absent" : `model_type ${shown(types[0])} is not known`;
    return { ...found, note: `${why}: read as ${found.type}, after the architecture ${shown(name)}` };
  }
  if (types.length === 0)
    throw new ConfigError("model_type", "expected the name of an architecture, it is missing");
  const [type] = types;
  throw new ConfigError(
    "model_type",
    typeof type === "string" ? notCounted(type) : `expected the name of an architecture, got ${shown(type)}`,
  );
}
