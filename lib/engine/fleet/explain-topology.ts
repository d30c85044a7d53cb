import type { Quantity } from "@/lib/formula";
import type { Option, OptionPatch, Scenario } from "@/lib/scenario";
import type { Lookup } from "../deployment";
import { type Explanation, type ExplanationInput, explain, explainedFormula, explainedSum } from "../explain";
import type { QuantityId } from "../figures";
import type { Origin } from "../origin";
import { composed } from "./composed";
import { type FleetInputId, fleetQuantities } from "./quantities";
import type { PartEstimate, TopologyEstimate } from "./topologies";

/** A quantity of a topology by its place: "topologies.0/topologyCost", "topologies.0/partCost#1". */
const ADDRESS = /^topologies\.(\d+)\/([A-Za-z][A-Za-z0-9]*)(?:#(\d+))?$/;
/** A quantity of the plan that one site of a part is: "topologies.0.1/monthlyCost". */
const SITE = /^topologies\.(\d+)\.(\d+)\/(.+)$/;

/** Where a figure of a topology, or of one of its parts, is explained. */
export const topologyAddress = (topology: number, id: string, part?: number): string =>
  `topologies.${topology}/${id}${part === undefined ? "" : `#${part}`}`;

/** What of a part is a figure of one of its sites, by the figure's name. */
const OF_SITE: Readonly<Partial<Record<FleetInputId, QuantityId>>> = {
  siteReplicas: "replicas",
  siteAccelerators: "acceleratorCount",
  siteMachines: "monthlyCost",
  siteRate: "meanDemand",
  useShare: "busyShare",
};

const TIMES: readonly FleetInputId[] = ["partTtft", "partTpot", "partAnswer"];
const SAID: readonly FleetInputId[] = ["distanceTime", "egressPrice", "sentBytes", "siteUpkeep", "sites"];

/**
 * Explains one number of a topology from what was composed of it: its formula, its parts, and on through the figures of
 * one site, which is a plan like any other. Undefined for an address that names nothing there.
 */
export function explainTopology(
  scenario: Scenario,
  topologies: readonly TopologyEstimate[],
  lookup: Lookup,
  address: string,
): Explanation | undefined {
  const site = SITE.exec(address);
  if (site) {
    const [, topology = "", part = "", quantity = ""] = site;
    const found = topologies[Number(topology)]?.parts[Number(part)];
    return found && explainSite(scenario, found, lookup, `topologies.${topology}.${part}`, quantity);
  }
  const [, index = "", id = "", row = "0"] = ADDRESS.exec(address) ?? [];
  const quantity = fleetQuantities.get(id);
  const topology = topologies[Number(index)];
  if (!quantity || !topology?.given || Number(row) >= topology.parts.length) return undefined;
  return new Explainer(topology, Number(index)).explain(quantity, Number(row));
}

/** A figure of one site, as the plan that it is explains it, under addresses that lead on inside it. */
function explainSite(
  scenario: Scenario,
  { traffic, found, option }: PartEstimate,
  lookup: Lookup,
  at: string,
  quantity: string,
): Explanation | undefined {
  if (!traffic || !found || option === undefined) return undefined;
  const { said, operation } = apart(found, scenario.options[option]);
  const one = { ...scenario, traffic, options: scenario.options.with(option, said) };
  const explained = explain(one, lookup, option, quantity, operation);
  const within = (inputs: readonly ExplanationInput[]) =>
    inputs.map((input) => ({ ...input, address: `${at}/${input.address}` }));
  return (
    explained && {
      ...explained,
      address: `${at}/${explained.address}`,
      inputs: within(explained.inputs),
      ...(explained.cases ? { cases: { ...explained.cases, inputs: within(explained.cases.inputs) } } : {}),
    }
  );
}

/** What is found for a site's traffic. */
const FOUND = ["replicas", "prefillReplicas", "batch", "utilisation"] as const;

/** The option of a site as it was said, and what was found for it. */
function apart(found: Option, asked: Option | undefined): { said: Option; operation: OptionPatch } {
  const keys = FOUND.filter((key) => found[key] !== undefined && found[key] !== asked?.[key]);
  return {
    said: { ...found, ...Object.fromEntries(keys.map((key) => [key, asked?.[key]])) },
    operation: Object.fromEntries(keys.map((key) => [key, found[key]])),
  };
}

class Explainer {
  private readonly values;

  constructor(
    private readonly topology: TopologyEstimate,
    private readonly index: number,
  ) {
    const parts = topology.parts.map(({ given }) => given);
    this.values = composed({ whole: topology.given as NonNullable<TopologyEstimate["given"]>, parts });
  }

  explain(quantity: Quantity, row: number): Explanation {
    const head = { ...this.input(quantity, row), id: quantity.id };
    if (quantity.kind === "formula")
      return {
        ...head,
        ...explainedFormula(
          quantity,
          (hole) => this.values.value(hole, row),
          (hole) => this.input(hole, row),
        ),
      };
    if (quantity.kind === "rollup") {
      const parts = this.topology.parts
        .map((_, part) => this.input(quantity.of, part))
        .filter(({ value }) => value !== 0);
      return { ...head, ...explainedSum(quantity.of, "the parts", parts), inputs: parts };
    }
    return { ...head, text: "", substituted: "", tex: "", inputs: this.behind(quantity, row) };
  }

  private input(quantity: Quantity, row: number): ExplanationInput {
    const part = quantity.scope.row ? row : undefined;
    return {
      address: topologyAddress(this.index, quantity.id, part),
      label: part === undefined ? quantity.label : `${quantity.label} · part ${part + 1}`,
      value: this.values.value(quantity, row),
      unit: quantity.unit,
      origin: this.origin(quantity, row),
    };
  }

  private origin(quantity: Quantity, row: number): Origin {
    if (quantity.kind !== "input") return { kind: "formula" };
    const id = quantity.id as FleetInputId;
    const { api } = this.topology.parts[row] ?? {};
    if (SAID.includes(id))
      return { kind: "user", text: "said of the part, or what counts where nothing is said" };
    if (id === "apiTokenPrice" || (api !== undefined && id.startsWith("part")))
      return {
        kind: "user",
        text: "the API's prices as the plan keeps them, and its times as said of the part",
      };
    if (TIMES.includes(id))
      return { kind: "search", text: "simulated: the mean over the requests of a site of the part" };
    return {
      kind: "search",
      text: "found for the part: what comes to it, and a site of it sized for its own share of that",
    };
  }

  /** The figure of one site that an input of a part is. */
  private behind(quantity: Quantity, row: number): ExplanationInput[] {
    const figure = OF_SITE[quantity.id as FleetInputId];
    const { found } = this.topology.parts[row] ?? {};
    if (!figure || !found) return [];
    const label = `${quantity.label}, as a plan of its own`;
    return [{ ...this.input(quantity, row), address: `topologies.${this.index}.${row}/${figure}`, label }];
  }
}
