import type { Price } from "@/lib/catalog/schema";
import { type AnyAccelerator, acceleratorFigures, lackOf } from "./accelerator-figures";
import { isStalePrice } from "./age";
import type { CatalogColumn, CatalogRow, CatalogTable, CellOrigin } from "./catalog-table";
import { originOfFigure, type SourceLookup, withSources } from "./cells";
import { inUnit } from "./in-unit";
import { marketText } from "./market-text";
import { acceleratorPlanPath } from "./plan-paths";

/** What an accelerator is, in words. */
export const kindLabels: Record<AnyAccelerator["kind"], string> = {
  gpu: "GPU",
  asic: "ASIC",
  cpu: "CPU",
  soc: "System on a chip",
};

/** An accelerator with the offer that a plan starts from. */
export type AcceleratorEntry = { accelerator: AnyAccelerator; price: Price | undefined };

const hourly = { unit: "USD/h", base: "USD/s", kind: "number", filter: "number" } as const;

const columns: CatalogColumn[] = [
  {
    id: "name",
    label: "Accelerator",
    kind: "text",
    filter: "text",
    link: { path: "/hardware", key: "id" },
  },
  { id: "vendor", label: "Vendor", kind: "text", filter: "choice" },
  { id: "aliases", label: "Also found as", kind: "text", filter: "text", extra: true, empty: "–" },
  { id: "kind", label: "Kind", kind: "text", filter: "choice", extra: true },
  {
    id: "architecture",
    label: "Architecture",
    kind: "text",
    filter: "choice",
    extra: true,
    help: "Class of chips that share kernel efficiencies.",
  },
  { id: "year", label: "Year", unit: "1", base: "1", kind: "number", filter: "number", plain: true },
  ...acceleratorFigures.map(({ of: _, ...column }) => column),
  { id: "memoryType", label: "Memory type", kind: "text", filter: "choice", extra: true },
  { id: "linkName", label: "Link", kind: "text", filter: "text", extra: true },
  {
    id: "domain",
    label: "Link domain",
    unit: "1",
    base: "1",
    kind: "number",
    filter: "number",
    extra: true,
    help: "Accelerators that reach each other over the fast link.",
  },
  {
    ...hourly,
    id: "price",
    label: "Price",
    narrow: true,
    help: "Per accelerator-hour: the dated on-demand offer that a plan starts from.",
  },
  {
    ...hourly,
    extra: true,
    id: "lowPrice",
    label: "Lowest",
    help: "The cheapest of the providers that the price was chosen among.",
  },
  {
    ...hourly,
    extra: true,
    id: "highPrice",
    label: "Highest",
    help: "The dearest of the providers that the price was chosen among, each by its cheapest offer.",
  },
  {
    id: "providers",
    unit: "1",
    base: "1",
    kind: "number",
    filter: "number",
    extra: true,
    label: "Providers",
    help: "How many providers the price was chosen among: it is the middle one.",
  },
  {
    id: "incomplete",
    label: "Missing",
    kind: "text",
    filter: "text",
    extra: true,
    empty: "nothing",
    help: "What a plan would need and no source gives.",
  },
];

/** Every accelerator, incomplete ones too, as the table of the hardware page. `today` is YYYY-MM-DD. */
export function hardwareTable(
  entries: readonly AcceleratorEntry[],
  sourceOf: SourceLookup,
  today: string,
): CatalogTable {
  const origins: CatalogTable["origins"] = {};
  const rows = [...entries].sort(inReadingOrder).map(({ accelerator, price }): CatalogRow => {
    const cells = figureCells(accelerator, today);
    if (price) {
      const origin = offerOrigin(price, today);
      cells.origins = {
        ...cells.origins,
        price: origin,
        lowPrice: origin,
        highPrice: origin,
        providers: origin,
      };
    }
    // Without a link there is neither a name of it nor a domain.
    const { link: noLink } = cells.origins;
    if (noLink?.none) cells.origins = { ...cells.origins, linkName: noLink, domain: noLink };
    if (accelerator.year) cells.origins.year = { source: accelerator.year.source };
    origins[accelerator.id] = cells.origins;
    const { id, name, vendor, kind, architecture, year, memoryType, link } = accelerator;
    return {
      id,
      name,
      vendor,
      aliases: accelerator.aliases?.join(", ") ?? null,
      kind: kindLabels[kind],
      architecture: architecture ?? null,
      year: year?.value ?? null,
      ...cells.values,
      memoryType: memoryType ?? null,
      linkName: link?.name ?? null,
      domain: link?.domain ?? null,
      price: price ? inUnit(price.perAcceleratorHour.value, "USD/h", "USD/s") : null,
      lowPrice: price?.market ? inUnit(price.market.low, "USD/h", "USD/s") : null,
      highPrice: price?.market ? inUnit(price.market.high, "USD/h", "USD/s") : null,
      providers: price?.market?.providers ?? null,
      incomplete: "incomplete" in accelerator ? accelerator.incomplete : null,
      plan: "incomplete" in accelerator ? null : acceleratorPlanPath(id),
    };
  });
  return withSources(
    { id: "hardware", title: "Accelerators", columns, rows, origins, planKey: "plan" },
    sourceOf,
  );
}

const kinds = Object.keys(kindLabels);

/** What most readers look for first: GPUs before other kinds, newer before older, then by name. */
function inReadingOrder({ accelerator: a }: AcceleratorEntry, { accelerator: b }: AcceleratorEntry): number {
  return (
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
    (b.year?.value ?? 0) - (a.year?.value ?? 0) ||
    a.name.localeCompare(b.name)
  );
}

function figureCells(accelerator: AnyAccelerator, today: string) {
  const values: Record<string, number | null> = {};
  const origins: Record<string, CellOrigin> = {};
  for (const { id, unit = "1", base, of } of acceleratorFigures) {
    const figure = of(accelerator);
    values[id] = figure ? inUnit(figure.value, unit, base) : null;
    const lack = figure ? undefined : lackOf(accelerator, id);
    if (figure) origins[id] = originOfFigure(figure, id === "purchase" ? today : undefined);
    if (lack) origins[id] = { source: lack.source, note: lack.note ?? "The chip has none", none: true };
  }
  return { values, origins };
}

/** The origin of an offer's hourly price, with who offers it where. */
export function offerOrigin(price: Price, today: string): CellOrigin {
  const { perAcceleratorHour: figure, provider, instance, region, term, asOf } = price;
  const where = [provider, instance, region, term].filter(Boolean).join(", ");
  return {
    ...originOfFigure(figure),
    asOf,
    note: [where, figure.note, price.market && marketText(price.market)].filter(Boolean).join(". "),
    ...(isStalePrice(asOf, today) ? { stale: true as const } : {}),
  };
}
