import { dayIn, emptyReading, type SnapshotShape, takeModel } from "../reading";
import { jsonOf, list, object, textOf } from "./json";

/** The providers of a file, which is a list of them or an object that holds one. */
const providersIn = (text: string): unknown[] => {
  const json = jsonOf(text);
  return Array.isArray(json) ? json : list(object(json).providers);
};

/** Per-model prices as genai-prices publishes them. Conditional prices (by date, by length) are not one price. */
export const genaiPrices: SnapshotShape = {
  id: "genai-prices",
  title: "genai-prices: provider price records",
  where: "https://github.com/pydantic/genai-prices",
  licence: "MIT",
  matches: (text) =>
    providersIn(text).some((provider) =>
      list(object(provider).models).some((model) => "prices" in object(model)),
    ),
  dateIn: () => undefined,
  read(text, day) {
    const reading = emptyReading();
    for (const entry of providersIn(text).map(object)) {
      const provider = textOf(entry.id);
      for (const model of list(entry.models).map(object)) {
        const name = textOf(model.id);
        const at = `${provider}.${name}`;
        const {
          input_mtok: input,
          output_mtok: output,
          cache_read_mtok: cachedInput,
        } = newest(model.prices, day);
        const asOf = dayIn(textOf(model.prices_checked)) ?? day;
        const why = "no single price for input and output";
        takeModel(reading, { at, provider, name, input, output, cachedInput, asOf }, why);
      }
    }
    return reading;
  },
};

/** The prices that hold on a day where they are listed with the day they began; else what is there. */
function newest(prices: unknown, day: string): Record<string, unknown> {
  if (!Array.isArray(prices)) return object(prices);
  const begun = prices.map(object).filter((entry) => {
    const start = textOf(object(entry.constraint).start_date);
    const timed = Object.keys(object(entry.constraint)).every(
      (key) => key === "start_date" || key === "type",
    );
    return timed && (start === "" || start <= day);
  });
  return object(begun.at(-1)?.prices);
}
