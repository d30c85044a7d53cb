import type { Energy, EnergyFact, Figure } from "@/lib/catalog/schema";
import type { CatalogColumn, CatalogRow, CatalogTable, CellOrigin } from "./catalog-table";
import { originOfFigure, type SourceLookup, withSources } from "./cells";
import { inUnit } from "./in-unit";

const figures = {
  electricity: { unit: "USD/kWh", base: "USD/J" },
  pue: { unit: "1", base: "1" },
  carbon: { unit: "gCO2e/kWh", base: "kgCO2e/J" },
  colocation: { unit: "USD/kW/month", base: "USD/W/s" },
} as const;

const whatLabels: Record<EnergyFact["what"], string> = {
  electricity: "Electricity",
  "electricity-local": "Electricity",
  pue: "PUE",
  carbon: "Carbon",
  colocation: "Colocation",
};

const number = { kind: "number", filter: "number", empty: "–", narrow: true } as const;

const columns: CatalogColumn[] = [
  { id: "region", label: "Region", kind: "text", filter: "text" },
  { id: "what", label: "What", kind: "text", filter: "choice", narrow: true },
  { id: "tariff", label: "Tariff", kind: "text", filter: "choice", empty: "–", narrow: true },
  { ...number, ...figures.electricity, id: "electricity", label: "Electricity" },
  {
    id: "local",
    label: "In its currency",
    kind: "text",
    filter: "text",
    empty: "–",
    narrow: true,
    help: "As printed. In dollars too where a mean rate of the same period is recorded; otherwise it is not converted.",
  },
  {
    ...number,
    ...figures.colocation,
    id: "colocation",
    label: "Colocation",
    help: "Space and power connection, per kW of machines.",
  },
  {
    ...number,
    ...figures.pue,
    id: "pue",
    label: "PUE",
    help: "Power usage effectiveness: power from the grid over power of the machines.",
  },
  {
    ...number,
    ...figures.carbon,
    id: "carbon",
    label: "Carbon",
    help: "Greenhouse gases of the grid's electricity as carbon dioxide, an average by location.",
  },
  { id: "asOf", label: "As of", kind: "text", filter: "date", narrow: true },
  {
    id: "weak",
    label: "Why it is weak",
    kind: "text",
    filter: "text",
    empty: "–",
    narrow: true,
    warns: true,
    help: "Use your own figure where this says something.",
  },
];
const empty = Object.fromEntries(columns.map(({ id }) => [id, null]));

/** A price in another currency, in USD per joule; undefined where no rate of its period is known. */
type InDollars = (fact: Extract<EnergyFact, { what: "electricity-local" }>) => Figure | undefined;

/** Electricity, PUE and colocation by region, one row a fact; facts of a weak source say why. */
export function energyTable(
  regions: readonly Energy[],
  dollarsOf: InDollars,
  sourceOf: SourceLookup,
): CatalogTable {
  const origins: CatalogTable["origins"] = {};
  const rows = regions.flatMap(({ id, region, fact: facts }) =>
    facts.map((fact, index): CatalogRow => {
      const rowId = `${id}-${index + 1}`;
      const { cells, origin } = factCells(fact, dollarsOf);
      origins[rowId] = { "": origin };
      return {
        ...empty,
        id: rowId,
        region,
        what: whatLabels[fact.what],
        tariff: "tariff" in fact ? fact.tariff : null,
        asOf: fact.asOf,
        weak: fact.weak ?? null,
        ...cells,
      };
    }),
  );
  return withSources(
    { id: "energy", title: "Electricity, PUE and colocation", columns, rows, origins },
    sourceOf,
  );
}

function factCells(
  fact: EnergyFact,
  dollarsOf: InDollars,
): { cells: Record<string, string | number>; origin: CellOrigin } {
  if (fact.what === "electricity-local") {
    const { value, source, note } = fact.value;
    const dollars = dollarsOf(fact);
    const { unit, base } = figures.electricity;
    return {
      cells: { local: value, ...(dollars ? { electricity: inUnit(dollars.value, unit, base) } : {}) },
      origin: { text: dollars?.text ?? value, source, asOf: fact.asOf, ...(note ? { note } : {}) },
    };
  }
  const { unit, base } = figures[fact.what];
  return {
    cells: { [fact.what]: inUnit(fact.value.value, unit, base) },
    origin: { ...originOfFigure(fact.value), asOf: fact.asOf },
  };
}
