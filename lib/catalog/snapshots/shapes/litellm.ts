import { emptyReading, printedPrice, type SnapshotShape, takeModel } from "../reading";
import { jsonOf, object, textOf } from "./json";

const PER_MILLION = 1e6;
const modelsIn = (text: string) =>
  Object.entries(object(jsonOf(text))).filter(([name]) => name !== "sample_spec");

/** A price per token as one per million, without the digits that the product adds. */
function perMillion(value: unknown): number | undefined {
  const price = printedPrice(value);
  return price === undefined ? undefined : Number((price * PER_MILLION).toPrecision(12));
}

/** Prices by model as LiteLLM keeps them, USD per token. The provider stands before the model's name. */
export const litellm: SnapshotShape = {
  id: "litellm-prices",
  title: "LiteLLM: model prices and context windows",
  where: "https://github.com/BerriAI/litellm",
  licence: "MIT",
  matches: (text) => modelsIn(text).some(([, model]) => "litellm_provider" in object(model)),
  dateIn: () => undefined,
  read(text, day) {
    const reading = emptyReading();
    for (const [key, entry] of modelsIn(text)) {
      const model = object(entry);
      const provider = textOf(model.litellm_provider);
      const name = key.startsWith(`${provider}/`) ? key.slice(provider.length + 1) : key;
      const input = perMillion(model.input_cost_per_token);
      const output = perMillion(model.output_cost_per_token);
      const cachedInput = perMillion(model.cache_read_input_token_cost);
      takeModel(reading, { at: key, provider, name, input, output, cachedInput, asOf: day });
    }
    return reading;
  },
};
