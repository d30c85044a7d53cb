import { type Currency, inDollars } from "./currency";
import type { Energy, EnergyFact } from "./energy";
import type { Figure } from "./figure";
import type { CloudRegions } from "./region";

/** A figure of a place, with the day it is of and where it was found: the place itself, or what it lies in. */
export type PlaceFigure = {
  readonly figure: Figure;
  readonly asOf: string;
  readonly of: string;
  readonly weak?: string;
};

/** Where machines stand: what a plan takes electricity's price, carbon and the building's share from. */
export type Place = {
  /** A file of `data/energy` ("germany") or a cloud's region ("aws/us-east-1"). */
  readonly id: string;
  readonly name: string;
  /** USD per joule of delivered electricity. */
  readonly electricity?: PlaceFigure;
  /** Power from the grid over power of the machines. */
  readonly pue?: PlaceFigure;
  /** kgCO2e per joule, an average of the grid. */
  readonly carbon?: PlaceFigure;
};

type Places = {
  readonly energy: readonly Energy[];
  readonly regions: readonly CloudRegions[];
  readonly currencies: readonly Currency[];
};

/**
 * Tariffs that machines of a data center pay, the nearest first; wholesale prices are not delivered ones. Eurostat's
 * band of 2,000 to 19,999 MWh a year is 0.23 to 2.3 MW of steady load.
 */
const TARIFFS = [
  /^industrial|^non-household, 2,000 to 19,999/,
  /^business/,
  /^commercial|^non-household, all/,
];

/** The place with this id, each figure from the nearest place that states it: region, state, country, continent, world. */
export function placeOf(id: string, { energy, regions, currencies }: Places): Place | undefined {
  const [cloudId, regionId] = id.split("/");
  const cloud = regions.find((one) => one.id === cloudId);
  const region = cloud?.region.find((one) => one.id === regionId);
  const first = regionId === undefined ? id : region?.within;
  const chain = chainFrom(first, energy);
  if (chain.length === 0) return undefined;
  const name = region && cloud ? `${region.name} (${cloud.cloud} ${region.id})` : (chain[0]?.region ?? id);
  const own = (figure: Figure | undefined, of: string): PlaceFigure | undefined =>
    figure && { figure, asOf: figure.asOf ?? "", of };
  const electricity = nearest(chain, (one) => electricityOf(one, currencies));
  const pue =
    own(region?.pue, name) ??
    own(cloud?.pue, `${cloud?.cloud}, all regions`) ??
    nearest(chain, newest("pue"));
  const carbon = own(region?.carbon, name) ?? nearest(chain, newest("carbon"));
  return {
    id,
    name,
    ...(electricity ? { electricity } : {}),
    ...(pue ? { pue } : {}),
    ...(carbon ? { carbon } : {}),
  };
}

/** The place and all it lies in, up to the world. */
function chainFrom(id: string | undefined, energy: readonly Energy[]): Energy[] {
  const chain: Energy[] = [];
  for (let at = energy.find((one) => one.id === id); at && !chain.includes(at); ) {
    chain.push(at);
    const next: string | undefined = at.within;
    at = energy.find((one) => one.id === next);
  }
  return chain;
}

type Found = { figure: Figure; fact: EnergyFact };

function nearest(
  chain: readonly Energy[],
  find: (place: Energy) => Found | undefined,
): PlaceFigure | undefined {
  for (const place of chain) {
    const found = find(place);
    if (!found) continue;
    const { figure, fact } = found;
    return { figure, asOf: fact.asOf, of: place.region, ...(fact.weak ? { weak: fact.weak } : {}) };
  }
  return undefined;
}

const newest =
  (what: "pue" | "carbon") =>
  ({ fact }: Energy): Found | undefined =>
    fact
      .flatMap((one): Found[] => (one.what === what ? [{ figure: one.value, fact: one }] : []))
      .sort((a, b) => b.fact.asOf.localeCompare(a.fact.asOf))[0];

/** Delivered electricity in dollars, or in another currency at its period's rate: without a stated weakness before others, then by tariff, then the newest. */
function electricityOf({ fact }: Energy, currencies: readonly Currency[]): Found | undefined {
  const rank = (one: EnergyFact) => {
    const tariff = "tariff" in one ? TARIFFS.findIndex((known) => known.test(one.tariff)) : -1;
    return tariff < 0 ? undefined : tariff + (one.weak ? TARIFFS.length : 0);
  };
  return fact
    .flatMap((one): (Found & { rank: number })[] => {
      const order = rank(one);
      const figure =
        one.what === "electricity"
          ? one.value
          : one.what === "electricity-local"
            ? inDollars(one.value, one.asOf, currencies)
            : undefined;
      return figure && order !== undefined ? [{ figure, fact: one, rank: order }] : [];
    })
    .sort((a, b) => a.rank - b.rank || b.fact.asOf.localeCompare(a.fact.asOf))[0];
}

/** Every place that a plan can be in, regions after the countries and states they lie in. */
export function placesIn({
  energy,
  regions,
}: Omit<Places, "currencies">): { id: string; name: string; group: string }[] {
  return [
    ...energy.map(({ id, region }) => ({ id, name: region, group: "Countries and states" })),
    ...regions.flatMap(({ id: cloud, cloud: group, region }) =>
      region.map(({ id, name }) => ({ id: `${cloud}/${id}`, name: `${name} · ${id}`, group })),
    ),
  ];
}
