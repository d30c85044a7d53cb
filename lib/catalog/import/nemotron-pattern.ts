import { groupedQuery, headShape } from "./attention";
import type { Config } from "./config";
import { shown } from "./config-error";
import { denseFfn, mixture } from "./experts";
import type { Family, Layer } from "./family";
import { mamba2 } from "./state-space";

/** One letter or word of the pattern: what the layer consists of, behind its one norm. */
const KINDS = new Map([
  ["M", "mamba"],
  ["*", "attention"],
  ["-", "mlp"],
  ["E", "moe"],
]);

/** Nemotron-H: each layer is one of Mamba 2, attention, a dense part or a mixture, in the order of a pattern. */
export function nemotronPattern(config: Config, family: Family): Layer[] {
  const words = config.list("layers_block_type");
  const kinds = words ?? patternOf(config);
  const said = config.optional("num_hidden_layers");
  if (said !== undefined && said !== kinds.length) {
    config.refuse("num_hidden_layers", `expected ${kinds.length} as in the pattern of layers, got ${said}`);
  }
  const made = new Map<unknown, Layer>();
  return kinds.map((kind) => {
    const layer = made.get(kind) ?? nemotronBlock(kind, config, family);
    made.set(kind, layer);
    return layer;
  });
}

function patternOf(config: Config): string[] {
  const pattern = config.text("hybrid_override_pattern");
  if (pattern === undefined || pattern === "") {
    config.refuse(
      "hybrid_override_pattern",
      "expected the pattern of layers, it is missing (also known as layers_block_type)",
    );
  }
  return [...pattern].filter((letter) => letter !== "|").map((letter) => KINDS.get(letter) ?? letter);
}

/** The layer of one kind. */
export function nemotronBlock(kind: unknown, config: Config, family: Family): Layer {
  const nothing = { kind: "none" } as const;
  switch (kind) {
    case "mamba":
      return { mixer: mamba2(config), ffn: nothing, norms: 1 };
    case "attention":
      return { mixer: groupedQuery(config, family, headShape(config)), ffn: nothing, norms: 1 };
    case "mlp":
      return { mixer: nothing, ffn: denseFfn(config, family), norms: 1 };
    case "moe":
      return { mixer: nothing, ffn: mixture(config, family), norms: 1 };
    default:
      config.refuse("layers_block_type", `expected mamba, attention, mlp or moe, got ${shown(kind)}`);
  }
}
