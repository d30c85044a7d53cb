import { composed, type Estimate, fleetQuantities, quantities, type TopologyEstimate } from "@/lib/engine";
import { formulaCell, type Quantity } from "@/lib/formula";
import { address, type BookCell, type BookSheet, heads, live, number, text, unitText } from "./book";
import type { Places } from "./places";

/** The plan's deployment topologies: a block each, a line a quantity, a column a part. */

const SHEET = "Topologies";
const listed = [...fleetQuantities.values()];
const COLUMNS = { whole: 3, part: 4 } as const;
/** Lines of a block before its quantities, and after them. */
const HEAD = 2;
const GAP = 1;
/** The line below the quantities: what the machines of a site draw. */
const ENERGY = { id: "siteEnergy", label: "Energy that a site's machines pay apart in a month", unit: "J" };

/** What a person says of a part, and no sizing reads. */
const FREE: ReadonlySet<string> = new Set(["apiTokenPrice", "egressPrice", "sentBytes", "siteUpkeep"]);

/** A locked cell of a topology: what a site was sized to, or which share of the requests comes to it. */
export interface SizedCell {
  readonly says: string;
  readonly at: string;
  readonly value: number;
}

interface Block {
  readonly topology: TopologyEstimate;
  readonly first: number;
}

/** The blocks of those that run, in the order of the plan. */
function blocksOf({ topologies = [] }: Estimate): Block[] {
  const running = topologies.filter(({ verdict, given }) => verdict.feasible && given !== undefined);
  return running.map((topology, index) => ({
    topology,
    first: index * (HEAD + listed.length + 1 + GAP) + HEAD,
  }));
}

const at = ({ first }: Block, quantity: Quantity, part: number): string =>
  address(SHEET, first + listed.indexOf(quantity), quantity.scope.row ? COLUMNS.part + part : COLUMNS.whole);

const energyAt = ({ first }: Block, part: number): string =>
  address(SHEET, first + listed.length, COLUMNS.part + part);

function printed(block: Block, quantity: Quantity, part: number): string | undefined {
  const { parts } = block.topology;
  if (quantity.kind === "formula") return formulaCell(quantity, (read) => at(block, read, part));
  if (quantity.kind !== "rollup") return undefined;
  const last = at(block, quantity.of, parts.length - 1);
  return `SUM(${at(block, quantity.of, 0)}:${last.slice(last.indexOf("!") + 1)})`;
}

/**
 * What a month of a site's machines follows from: its option's hour for each accelerator, and the energy that owned
 * machines draw, which its own traffic says, at the option's price of electricity. Undefined where a part has no machines
 * or no price is known.
 */
function machinesOf({ topology }: Block, part: number, places: Places) {
  const { option, given } = topology.parts[part] ?? {};
  const cells = option === undefined ? undefined : places.options[option];
  if (option === undefined || !cells || !given?.siteAccelerators || given.siteMachines === undefined)
    return undefined;
  const [price, month, electricity, building, owned] = (
    ["acceleratorPrice", "secondsPerMonth", "electricityPrice", "buildingFactor", "owned"] as const
  ).map((id) => quantities.get(id) as Quantity) as [Quantity, Quantity, Quantity, Quantity, Quantity];
  if (!cells.known(price)) return undefined;
  const hours = given.siteAccelerators * cells.value(price) * cells.value(month);
  const joule = cells.value(electricity) * cells.value(building);
  const energy = cells.value(owned) > 0 && joule > 0 ? (given.siteMachines - hours) / joule : 0;
  const where = (quantity: Quantity) => places.of(quantity, { option });
  return {
    energy,
    formula: (accelerators: string, drawn: string) =>
      `(${accelerators}*${where(price)}*${where(month)}+${drawn}*${where(electricity)}*${where(building)})`,
  };
}

/** The sheet of topologies, what on it was sized, and where a quantity of a topology stands. */
export interface TopologiesSheet {
  readonly sheet: BookSheet;
  readonly sized: SizedCell[];
  readonly at: (topology: TopologyEstimate, quantity: Quantity, part?: number) => string | undefined;
}

/** The sheet, and its cells that stand for what was sized; undefined where the plan has no topology that runs. */
export function topologiesSheet(
  estimate: Estimate,
  places: Places,
  names: readonly string[],
): TopologiesSheet | undefined {
  const blocks = blocksOf(estimate);
  if (blocks.length === 0) return undefined;
  const most = Math.max(...blocks.map(({ topology }) => topology.parts.length));
  const sized: SizedCell[] = [];
  const rows = blocks.flatMap((block) => {
    const { topology } = block;
    const { value } = composed({
      whole: topology.given as NonNullable<TopologyEstimate["given"]>,
      parts: topology.parts.map(({ given }) => given),
    });
    const cell = (quantity: Quantity, part: number): BookCell | undefined => {
      const found = value(quantity, part);
      if (!Number.isFinite(found)) return undefined;
      if (quantity.kind !== "input") {
        const formula = printed(block, quantity, part);
        return formula === undefined ? undefined : live(formula, found);
      }
      if (quantity.id === "siteMachines") {
        const accelerators = at(block, fleetQuantities.get("siteAccelerators") as Quantity, part);
        const follows = machinesOf(block, part, places)?.formula(accelerators, energyAt(block, part));
        if (follows !== undefined) return live(follows, found);
      }
      if (FREE.has(quantity.id)) return number(found, "input");
      sized.push({
        says: `${topology.name}: ${quantity.label}`,
        at: at(block, quantity, part),
        value: found,
      });
      return number(found, "locked");
    };
    const served = topology.parts.map(({ option, api }) =>
      option === undefined
        ? `API of ${estimate.scenario.apis?.[api ?? 0]?.provider ?? "a provider"}`
        : (names[option] ?? ""),
    );
    return [
      [text(topology.name, "title")],
      heads(
        "id",
        "label",
        "unit",
        "All requests",
        ...served.map((name, part) => `Part ${part + 1}: ${name}`),
      ),
      ...listed.map((quantity) => [
        text(quantity.id, "muted"),
        text(quantity.label),
        text(unitText(quantity.unit), "muted"),
        quantity.scope.row ? undefined : cell(quantity, 0),
        ...topology.parts.map((_, part) => (quantity.scope.row ? cell(quantity, part) : undefined)),
      ]),
      [
        text(ENERGY.id, "muted"),
        text(ENERGY.label),
        text(ENERGY.unit, "muted"),
        undefined,
        ...topology.parts.map((_, part) => {
          const machines = machinesOf(block, part, places);
          if (!machines) return undefined;
          const { energy } = machines;
          sized.push({ says: `${topology.name}: ${ENERGY.label}`, at: energyAt(block, part), value: energy });
          return number(energy, "locked");
        }),
      ],
      [],
    ];
  });
  return {
    sheet: {
      name: SHEET,
      widths: [24, 56, 12, 22, ...Array.from({ length: most }, () => 28)],
      frozen: { rows: 0, columns: 2 },
      rows,
    },
    sized,
    at: (topology, quantity, part = 0) => {
      const block = blocks.find((each) => each.topology === topology);
      return block && at(block, quantity, part);
    },
  };
}
