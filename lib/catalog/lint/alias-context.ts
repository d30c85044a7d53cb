import { type Finding, modelFile, type Rule } from "./rule";

/** A record is planned with under every name it has, so its context is the longest of theirs. */
export const aliasContext: Rule = {
  name: "a context is no shorter than a name's",
  check: (catalog) =>
    catalog.models.flatMap((model) => {
      const names = new Set([model.huggingFace, ...(model.aliases ?? [])]);
      return Object.entries(model.aliasContexts ?? {}).flatMap(([name, context]): Finding[] => {
        const found = (message: string): Finding[] => [
          { file: modelFile(model), field: "aliasContexts", message },
        ];
        if (!names.has(name)) return found(`${name} is no name of this record`);
        if (context <= (model.contextMax ?? 0)) return [];
        return found(`${name} takes ${context} tokens, the record ${model.contextMax ?? "none"}`);
      });
    }),
};
