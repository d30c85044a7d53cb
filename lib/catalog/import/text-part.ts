import { isObject } from "./config-error";

/** Where multimodal files keep the language model, as a path of fields. */
const PLACES = [
  ["text_config"],
  ["language_config"],
  ["llm_config"],
  ["thinker_config", "text_config"],
  ["thinker_config"],
] as const;

const SIZES = ["hidden_size", "n_embd", "d_model", "num_hidden_layers", "n_layer", "num_layers"];

export type Values = Readonly<Record<string, unknown>>;

/** The object that describes the language model and its path in the file, "" for the file itself. */
export function textPart(file: Values): { values: Values; path: string } {
  for (const place of PLACES) {
    let values: unknown = file;
    for (const key of place)
      values = isObject(values) && Object.hasOwn(values, key) ? values[key] : undefined;
    const described = isObject(values) && SIZES.some((size) => Object.hasOwn(values as Values, size));
    if (described) return { values: values as Values, path: `${place.join(".")}.` };
  }
  // A wrapper whose inner object is all defaults: the message should name the fields there.
  const bare = !SIZES.some((size) => Object.hasOwn(file, size)) && isObject(file.text_config);
  return bare ? { values: file.text_config as Values, path: "text_config." } : { values: file, path: "" };
}

/** Parts of a multimodal file that are not the language model. */
export function otherParts(file: Values): string[] {
  return Object.keys(file).filter(
    (key) => /^(vision|audio|visual|image|speech|vit)\w*_config$/.test(key) && isObject(file[key]),
  );
}
