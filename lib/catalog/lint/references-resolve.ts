import { acceleratorFile, apiPriceFile, type Finding, modelFile, priceFile, type Rule } from "./rule";

/** No price without its accelerator, no preset without its model, no API price without its model, no checkpoint in an unknown format. */
export const referencesResolve: Rule = {
  name: "references resolve",
  check(catalog) {
    const chips = new Set([...catalog.accelerators, ...catalog.incompleteAccelerators].map(({ id }) => id));
    const models = new Set([...catalog.models, ...catalog.incompleteModels].map(({ id }) => id));
    const weightFormats = new Set(
      catalog.formats.filter(({ use }) => use.includes("weights")).map(({ id }) => id),
    );
    const cacheFormats = new Set(catalog.formats.filter(({ use }) => use.includes("kv")).map(({ id }) => id));
    const missing = (file: string, field: string, folder: string, id: string): Finding => ({
      file,
      field,
      message: `no file data/${folder}/${id}.toml`,
    });
    return [
      ...catalog.prices
        .filter(({ accelerator }) => !chips.has(accelerator))
        .map((offer) => missing(priceFile(offer), "offer.accelerator", "accelerators", offer.accelerator)),
      ...catalog.priceRanges
        .filter(({ accelerator }) => !chips.has(accelerator))
        .map(({ accelerator }) =>
          missing("data/prices/ranges.toml", "range.accelerator", "accelerators", accelerator),
        ),
      ...catalog.apiPrices
        .filter(({ model }) => !models.has(model))
        .map((offer) => missing(apiPriceFile(offer), "offer.model", "models", offer.model)),
      ...catalog.presets.flatMap(({ id, model }) =>
        model === undefined || models.has(model)
          ? []
          : [missing(`data/presets/${id}.toml`, "model", "models", model)],
      ),
      ...catalog.models.flatMap((model) =>
        Object.entries(model.weightsAsReleased)
          .filter(([part, format]) => part !== "assumed" && !weightFormats.has(format))
          .map(([part, format]) => missing(modelFile(model), `weightsAsReleased.${part}`, "formats", format)),
      ),
      ...catalog.models
        .filter(({ cacheAsReleased: cache }) => cache && !cacheFormats.has(cache))
        .map((model) => missing(modelFile(model), "cacheAsReleased", "formats", model.cacheAsReleased ?? "")),
      ...catalog.accelerators
        .filter(({ peak }) => Object.keys(peak).length === 0)
        .map((chip) => ({
          file: acceleratorFile(chip),
          field: "peak",
          message: "expected at least one rate",
        })),
    ];
  },
};
