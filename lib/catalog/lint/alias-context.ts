import { type Finding, modelFile, type Rule } from "./rule";

/** Checkpoints that are named after their date are often trained on, for longer contexts above all. */
const dated = /-\d{4}$/;

/** A record is planned with under every name it has, so its context is the longest of theirs, and a dated name says its own. */
export const aliasContext: Rule = {
  name: "a context is no shorter than a name's",
  check: (catalog) =>
    catalog.models.flatMap((model) => {
      const names = new Set([model.huggingFace, ...(model.aliases ?? [])]);
      const found = (message: string): Finding[] => [
        { file: modelFile(model), field: "aliasContexts", message },
      ];
      const silent = (model.aliases ?? [])
        .filter((name) => dated.test(name) && model.aliasContexts?.[name] === undefined)
        .flatMap((name) => found(`expected how many tokens ${name} takes`));
      const said = Object.entries(model.aliasContexts ?? {}).flatMap(([name, context]): Finding[] => {
        if (!names.has(name)) return found(`${name} is no name of this record`);
        if (context <= (model.contextMax ?? 0)) return [];
        return found(`${name} takes ${context} tokens, the record ${model.contextMax ?? "none"}`);
      });
      return [...silent, ...said];
    }),
};
