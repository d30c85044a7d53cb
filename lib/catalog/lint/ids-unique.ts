import { apiPriceFile, type Finding, modelFile, priceFile, type Rule } from "./rule";

function repeated<T>(list: readonly T[], key: (item: T) => string): T[] {
  const seen = new Set<string>();
  return list.filter((item) => {
    const id = key(item).toLowerCase();
    if (seen.has(id)) return true;
    seen.add(id);
    return false;
  });
}

/** One offer of an instance, region and term; one price of a model at a provider; one model behind a name. */
export const idsUnique: Rule = {
  name: "ids are unique",
  check(catalog) {
    const names = catalog.models.flatMap((model) =>
      [model.huggingFace, ...(model.aliases ?? [])]
        .filter((name) => name !== undefined)
        .map((name) => ({ model, name })),
    );
    return [
      ...repeated(catalog.prices, ({ id }) => id).map(
        (offer): Finding => ({ file: priceFile(offer), field: "offer", message: `${offer.id} stands twice` }),
      ),
      ...repeated(catalog.apiPrices, ({ id }) => id).map((offer) => ({
        file: apiPriceFile(offer),
        field: "offer",
        message: `${offer.name} stands twice`,
      })),
      ...repeated(names, ({ name }) => name).map(({ model, name }) => ({
        file: modelFile(model),
        field: "aliases",
        message: `${name} is already the name of another model`,
      })),
    ];
  },
};
