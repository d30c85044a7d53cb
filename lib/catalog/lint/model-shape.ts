import type { LayerGroup, Model } from "../schema";
import { type Finding, modelFile, type Rule } from "./rule";

function shapeErrors(group: LayerGroup): string[] {
  const { mixer, ffn } = group;
  const errors: string[] = [];
  if ("kvHeads" in mixer && mixer.heads % mixer.kvHeads !== 0)
    errors.push(`mixer.kvHeads: ${mixer.kvHeads} does not divide ${mixer.heads} heads`);
  if (mixer.kind === "gqa" && mixer.chunked && !mixer.window)
    errors.push("mixer.window: a chunk needs a size");
  if (ffn.kind === "moe" && ffn.perToken > ffn.experts)
    errors.push(`ffn.perToken: ${ffn.perToken} of ${ffn.experts} experts`);
  if (group.extra && !group.extraNote) errors.push("extraNote: say what the further parameters are");
  if (mixer.kind === "none" && ffn.kind === "none")
    errors.push("mixer: a layer needs a mixer or a feed-forward part");
  return errors;
}

/** Head counts divide, chosen experts exist, unexplained parameters do not. */
export const modelShape: Rule = {
  name: "layer shapes fit",
  check: (catalog) =>
    catalog.models.flatMap((model: Model): Finding[] => {
      const file = modelFile(model);
      const crossing = model.layers.some(({ mixer }) => mixer.kind === "cross");
      return [
        ...model.layers.flatMap((group, position) =>
          shapeErrors(group).map((error) => {
            const [field = "", message = ""] = error.split(": ");
            return { file, field: `layers[${position}].${field}`, message };
          }),
        ),
        ...(crossing !== (model.encoder !== undefined)
          ? [{ file, field: "encoder", message: "cross attention and an encoder come together" }]
          : []),
        ...(model.extra && !model.extraNote
          ? [{ file, field: "extraNote", message: "say what the further parameters are" }]
          : []),
      ];
    }),
};
