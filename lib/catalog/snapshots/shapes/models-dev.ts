import { emptyReading, type SnapshotShape, takeModel } from "../reading";
import { jsonOf, object } from "./json";

const providersIn = (text: string) => Object.entries(object(jsonOf(text)));

/** Prices by provider and model as models.dev publishes them (`api.json`), USD per million tokens. */
export const modelsDev: SnapshotShape = {
  id: "models-dev",
  title: "models.dev: provider price records",
  where: "https://github.com/anomalyco/models.dev",
  licence: "MIT",
  matches: (text) =>
    providersIn(text).some(([, provider]) =>
      Object.values(object(object(provider).models)).some((model) => "cost" in object(model)),
    ),
  dateIn: () => undefined,
  read(text, day) {
    const reading = emptyReading();
    for (const [provider, entry] of providersIn(text)) {
      for (const [name, model] of Object.entries(object(object(entry).models))) {
        const { input, output, cache_read: cachedInput } = object(object(model).cost);
        takeModel(reading, {
          at: `${provider}.${name}`,
          provider,
          name,
          input,
          output,
          cachedInput,
          asOf: day,
        });
      }
    }
    return reading;
  },
};
