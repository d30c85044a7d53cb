import {
  type Estimate,
  fleetQuantity,
  type Lookup,
  quantities as ofEngine,
  type TopologyEstimate,
} from "@/lib/engine";
import { cellsOf } from "@/lib/engine/cells";
import type { Input, Quantity } from "@/lib/formula";
import {
  type InputId,
  LINKS,
  quantities as ofMoney,
  projectTopology,
  quantityOf,
  type TopologyProjection,
  topologyMonthQuantities,
  topologyMonthQuantity,
} from "@/lib/money";
import { type BookCell, type BookSheet, live, number, quantityFormat } from "./book";
import { amountFormat, RATE } from "./currency-sheet";
import { optionMonthPlaces, type Projected } from "./money-sheets";
import { MonthPlaces, type MonthSpot } from "./month-places";
import { monthlySheet, wholeSheet } from "./month-sheets";
import type { Places } from "./places";
import { SiteModel, type SiteOf } from "./site-model";
import type { SizedCell, TopologiesSheet } from "./topologies-sheet";

/** The months of the plan's topologies: their sites', as plans of their own, and what the whole comes to. */

interface Found {
  readonly topology: TopologyEstimate;
  readonly projection: TopologyProjection;
}
interface Site extends SiteOf {
  readonly found: Found;
  readonly part: number;
  readonly projection: TopologyProjection["sites"][number]["projection"];
}

/** The figures that a site's months are given. */
const NEEDED = Object.values(LINKS).flatMap((id) => ofEngine.get(id) ?? []);

function sitesOf(all: readonly Found[], lookup: Lookup): Site[] {
  return all.flatMap((found) =>
    found.projection.sites.flatMap(({ part, option, estimate, projection }): Site[] => {
      const [cells] = cellsOf(estimate, lookup);
      const name = `${found.topology.name}, part ${part + 1}`;
      return cells ? [{ name, option, cells, found, part, projection }] : [];
    }),
  );
}

/** The sheets, and their cells that stand for what was sized; none where no topology can be projected beside an option. */
export function topologyMonthSheets(
  { scenario, topologies = [] }: Estimate,
  projected: Projected,
  places: Places,
  lookup: Lookup,
  onSheet: TopologiesSheet | undefined,
): { sheets: BookSheet[]; sized: SizedCell[] } {
  const all = topologies.flatMap((topology): Found[] => {
    const projection = projectTopology(scenario, topology, lookup);
    return typeof projection === "string" ? [] : [{ topology, projection }];
  });
  const [lead] = projected.keys();
  const [first] = all;
  if (!onSheet || !first || lead === undefined) return { sheets: [], sized: [] };
  const sites = sitesOf(all, lookup);
  const model = new SiteModel(places, sites, NEEDED);
  const options = optionMonthPlaces(projected);
  const months = first.projection.months;
  const atSites = new MonthPlaces(
    { whole: "SiteMoney", monthly: "SiteMonths", quantities: ofMoney },
    sites.map((_, site) => site),
    months.length,
  );
  const modelSheet = model.sheet();
  const sized = [...modelSheet.sized];

  const siteInput = (input: Input, site: number, value: number): BookCell => {
    if (input.constant !== undefined) return number(value);
    const { option, name } = sites[site] as Site;
    if (input.id === "baseRequests")
      return live(atSites.of(quantityOf("planRequests"), { subject: site }), value);
    const linked = ofEngine.get(LINKS[input.id as InputId] ?? "");
    if (linked && model.known(linked, site) && (sites[site] as Site).cells.value(linked) === value)
      return live(model.of(linked, site), value);
    // What a person says of the months is said once, of the option.
    if (!linked && projected.get(option)?.value(input, 0) === value)
      return live(options.of(input, { subject: option }), value);
    sized.push({ says: `${name}: ${input.label}`, at: atSites.of(input, { subject: site }), value });
    return number(value);
  };
  const siteCell = (quantity: Quantity, spot: MonthSpot): BookCell | undefined => {
    const value = (sites[spot.subject] as Site).projection.value(quantity, spot.month ?? 0);
    if (quantity.kind === "input")
      return quantity.scope.row
        ? live(options.of(quantity, { ...spot, subject: lead }), value)
        : siteInput(quantity, spot.subject, value);
    return printedCell(atSites, quantity, spot, value);
  };

  const atAll = new MonthPlaces(
    { whole: "TopologyMoney", monthly: "TopologyMonths", quantities: topologyMonthQuantities },
    all.map((_, subject) => subject),
    months.length,
    (quantity) =>
      ofMoney.get(quantity.id) === quantity ? options.of(quantity, { subject: lead }) : undefined,
  );
  const START = {
    startCharged: "topologyCharged",
    startEgress: "topologyEgress",
    sitesUpkeep: "topologyUpkeep",
    startTokens: "topologyTokens",
  } as const;
  const inputFormula = ({ id }: Quantity, { subject, month = 0 }: MonthSpot): string => {
    const found = all[subject] as Found;
    const row = (name: "growthFactor" | "launchShare" | "season" | "month") =>
      options.of(quantityOf(name), { subject: lead, month });
    switch (id) {
      case "topologyMonth":
        return row("month");
      case "trafficFactor":
        return `${row("growthFactor")}*${row("launchShare")}*${row("season")}`;
      case "topologyRate":
        return options.of(quantityOf("discountRate"), { subject: lead });
      case "sitesPaid": {
        const paid = sites.flatMap((site, at) => {
          const of = (name: "sites" | "timeShare") =>
            onSheet.at(found.topology, fleetQuantity(name), site.part) ?? "1";
          return site.found === found
            ? [`${atSites.of(quantityOf("paid"), { subject: at, month })}*${of("sites")}*${of("timeShare")}`]
            : [];
        });
        return paid.join("+") || "0";
      }
      default:
        return onSheet.at(found.topology, fleetQuantity(START[id as keyof typeof START])) ?? "0";
    }
  };
  const cell = (quantity: Quantity, spot: MonthSpot): BookCell | undefined => {
    const value = (all[spot.subject] as Found).projection.value(quantity, spot.month ?? 0);
    return quantity.kind === "input"
      ? live(inputFormula(quantity, spot), value, quantityFormat(quantity.unit, value))
      : printedCell(atAll, quantity, spot, value);
  };

  const { code, perDollar } = scenario.currency ?? { code: "USD", perDollar: 1 };
  const READ = [
    ["topologyMonthPaid", "Paid in the month"],
    ["topologyPaidSoFar", "Paid so far"],
  ] as const;
  const reader = {
    heads: scenario.currency ? READ.map(([, label]) => `${label} (${code})`) : [],
    cells: (spot: MonthSpot) =>
      scenario.currency
        ? READ.map(([id]) => {
            const quantity = topologyMonthQuantity(id);
            const value = (all[spot.subject] as Found).projection.value(quantity, spot.month ?? 0);
            return live(`${atAll.of(quantity, spot)}*${RATE}`, value * perDollar, amountFormat(code));
          })
        : [],
  };
  const names = all.map(({ topology }) => topology.name);
  const siteNames = sites.map(({ name }) => name);
  return {
    sheets: [
      wholeSheet(atAll, names, cell),
      monthlySheet(atAll, months, "Topology", names, cell, reader),
      ...(sites.length > 0
        ? [
            modelSheet.sheet,
            wholeSheet(atSites, siteNames, siteCell),
            monthlySheet(atSites, months, "Site", siteNames, siteCell),
          ]
        : []),
    ],
    sized,
  };
}

function printedCell(
  at: MonthPlaces,
  quantity: Quantity,
  spot: MonthSpot,
  value: number,
): BookCell | undefined {
  const formula = at.printed(quantity, spot);
  return formula === undefined ? undefined : live(formula, value, quantityFormat(quantity.unit, value));
}
