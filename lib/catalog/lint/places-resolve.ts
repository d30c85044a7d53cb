import { type Finding, priceFile, type Rule } from "./rule";

/** Every place lies in one that is known and not in itself; an offer's region is one its cloud has, in its area. */
export const placesResolve: Rule = {
  name: "places resolve",
  check({ energy, regions, prices }) {
    const places = new Map(energy.map(({ id, within }) => [id, within]));
    const clouds = new Map(
      regions.map(({ id, region }) => [id, new Map(region.map((one) => [one.id, one.area]))] as const),
    );
    return [
      ...energy.flatMap(({ id }): Finding[] => {
        const wrong = chainFault(id, places);
        return wrong ? [{ file: `data/energy/${id}.toml`, field: "within", message: wrong }] : [];
      }),
      ...regions.flatMap(({ id: cloud, region }) =>
        region
          .filter(({ within }) => !places.has(within))
          .map(({ id, within }): Finding => {
            const message = `no file data/energy/${within}.toml`;
            return { file: `data/regions/${cloud}.toml`, field: `region.within (${id})`, message };
          }),
      ),
      ...prices.flatMap((offer): Finding[] => {
        const known = clouds.get(offer.id.split("/")[0] ?? "");
        if (!known || offer.region === undefined) return [];
        const area = known.get(offer.region);
        if (area === offer.area) return [];
        const message =
          area === undefined
            ? `no region "${offer.region}" in data/regions`
            : `expected "${area}", got "${offer.area}"`;
        return [{ file: priceFile(offer), field: `offer.area (${offer.id})`, message }];
      }),
    ];
  },
};

function chainFault(start: string, places: ReadonlyMap<string, string | undefined>): string | undefined {
  const seen = new Set<string>();
  for (let id: string | undefined = start; id !== undefined; id = places.get(id)) {
    if (!places.has(id)) return `no file data/energy/${id}.toml`;
    if (seen.has(id)) return `it lies in itself: ${[...seen, id].join(" in ")}`;
    seen.add(id);
  }
  return undefined;
}
