import type { Estimate, PartEstimate, PartFigureId, TopologyEstimate, TopologyFigureId } from "@/lib/engine";
import { fleetQuantity, topologyAddress } from "@/lib/engine";
import { type Goal, goalText, statisticOf } from "../goals";
import { changeText } from "../percent";
import { simulatedText } from "../simulated-time";
import type { Cell, Column, Table } from "../table";
import { serverName, type serverNames } from "./server-names";

/** Figures of a topology that its table shows, by what a column is called. */
const FIGURES: readonly [TopologyFigureId, string, Partial<Column>?][] = [
  ["topologyCost", "Per month"],
  ["topologyCostPerToken", "Cost, blended"],
  ["topologyReplicas", "Replicas"],
  ["topologyPaid", "Accelerators paid"],
  ["topologyUtilisation", "Utilisation", { shownIn: "%" }],
  ["poolingLoss", "Beyond one pool", { shownIn: "%" }],
];

const PARTS: readonly [PartFigureId, string, Partial<Column>?][] = [
  ["partRequests", "Requests a month"],
  ["partReplicas", "Replicas"],
  ["partAccelerators", "Accelerators"],
  ["partUtilisation", "Utilisation", { shownIn: "%" }],
  ["partPooling", "Beyond one pool", { shownIn: "%" }],
  ["partMachines", "Machines"],
  ["partCharged", "API"],
  ["partEgress", "Egress"],
  ["partUpkeep", "Upkeep"],
  ["partCost", "Per month"],
];

const column = (id: TopologyFigureId | PartFigureId, label: string, more: Partial<Column> = {}): Column => ({
  id,
  label,
  unit: fleetQuantity(id).unit,
  kind: "number",
  ...more,
});

const cell = (value: number | undefined, topology: number, id: string, part?: number): Cell =>
  value === undefined ? null : { value, option: topology, address: topologyAddress(topology, id, part) };

/** Where there are no machines, how far they are used means nothing. */
function ofMachines(figures: TopologyEstimate["figures"], id: TopologyFigureId): number | undefined {
  const isShare = id === "topologyUtilisation" || id === "poolingLoss";
  return isShare && figures.topologyAccelerators === 0 ? undefined : figures[id];
}
const ofPart = (figures: PartEstimate["figures"], id: PartFigureId): number | undefined =>
  MACHINES.has(id) && figures.partAccelerators === 0 ? undefined : figures[id];
const MACHINES: ReadonlySet<PartFigureId> = new Set([
  "partReplicas",
  "partAccelerators",
  "partUtilisation",
  "partPooling",
]);

const MEANS = { ttft: "topologyTtft", tpot: "topologyTpot", answer: "topologyAnswer" } as const;

/** All topologies of a plan side by side: what each costs, has and keeps. */
export function topologyTable({ scenario }: Estimate, topologies: readonly TopologyEstimate[]): Table {
  const cheapest = Math.min(
    ...topologies.flatMap(({ keeps, figures }) =>
      keeps === "no" || figures.topologyCostPerToken === undefined ? [] : [figures.topologyCostPerToken],
    ),
  );
  const goals: Goal[] = ["ttft", "tpot"];
  const timeColumns = goals.map((goal): Column => {
    return {
      id: goal,
      label: simulatedText(goal, statisticOf(scenario, goal)),
      unit: goal === "tpot" ? "s/tok" : "s",
      kind: "number",
    };
  });
  const figures = FIGURES.map(([id, label, more]) => column(id, label, more));
  return {
    id: "topologies",
    title: "Topologies side by side",
    columns: [
      { id: "topology", label: "Topology", kind: "text" },
      ...figures.slice(0, 2),
      { id: "difference", label: "Over the cheapest", kind: "text" },
      ...figures.slice(2),
      ...timeColumns,
      { id: "stands", label: "Goals", kind: "text" },
    ],
    rows: topologies.map((topology, index) => ({
      topology: topology.name,
      ...Object.fromEntries(
        FIGURES.map(([id]) => [id, cell(ofMachines(topology.figures, id), index, id)] as const),
      ),
      difference: differenceText(topology.figures.topologyCostPerToken, cheapest),
      ...Object.fromEntries(
        goals.map((goal) => [goal, timeCell(topology, index, goal, statisticOf(scenario, goal))]),
      ),
      stands: standsText(topology),
    })),
  };
}

function differenceText(cost: number | undefined, cheapest: number): string | null {
  if (cost === undefined || !Number.isFinite(cheapest)) return null;
  return cost === cheapest ? "cheapest" : changeText(cost / cheapest - 1);
}

/** A mean knows its formula; a percentile is of the mixture of simulated requests and has none. */
function timeCell(
  topology: TopologyEstimate,
  index: number,
  goal: Goal,
  at: ReturnType<typeof statisticOf>,
): Cell {
  if (at === "mean") return cell(topology.figures[MEANS[goal]], index, MEANS[goal]);
  const asked = topology.goals.find(({ of }) => of === goal)?.reached;
  return asked ?? null;
}

/** Whether the goals are kept, in a few words: what is missed, or why nobody knows. */
export function standsText({ verdict, keeps, goals, conditions }: TopologyEstimate): string {
  if (!verdict.feasible) return verdict.message;
  const missed = goals
    .filter(({ reached, most }) => reached !== undefined && reached > most)
    .map(({ of, at }) => `misses ${goalText(of, at)}`);
  const broken = conditions.filter(({ holds }) => holds === "no").map(({ text }) => text);
  if (keeps === "no") return [...missed, ...broken].join("; ");
  if (keeps === "open")
    return goals.some(({ reached }) => reached === undefined) ? "not known" : "not said where";
  return goals.length > 0 ? "kept" : "none set";
}

/** The parts of one topology: what each is asked, has and costs. */
export function partTable(
  { name, parts }: TopologyEstimate,
  index: number,
  names: ReturnType<typeof serverNames>,
): Table {
  const has = (id: PartFigureId) => parts.some(({ figures }) => figures[id]);
  const paid = (["partMachines", "partCharged", "partEgress", "partUpkeep"] as const).filter(has);
  // Where one thing alone is paid for, it is the whole.
  const hidden: readonly PartFigureId[] = paid.length < 2 ? paid : [];
  const used = PARTS.filter(([id]) => !hidden.includes(id) && (id === "partCost" || has(id)));
  const figures = (part: PartEstimate, place: number) =>
    used.map(([id]) => [id, cell(ofPart(part.figures, id), index, id, place)] as const);
  return {
    id: `parts-${index + 1}`,
    title: `Parts of ${name}`,
    columns: [
      { id: "part", label: "Part", kind: "text" },
      ...used.map(([id, label, more]) => column(id, label, more)),
      { id: "partTtft", label: "Mean TTFT", unit: "s", kind: "number" },
    ],
    rows: parts.map((part, place) => ({
      part: serverName(part, names),
      ...Object.fromEntries(figures(part, place)),
      partTtft: cell(part.given.partTtft, index, "partTtft", place),
    })),
  };
}

/** What must be true of all topologies, each with the parts that it is about: "Edge sites, part 1: none helps another." */
export const conditionTexts = (topologies: readonly TopologyEstimate[]): string[] =>
  topologies.flatMap(({ name, conditions }) =>
    conditions
      .filter(({ holds }) => holds !== "yes")
      .map(
        ({ part, holds, text }) =>
          `${name}, part ${part + 1}: ${text}${holds === "no" ? "; it is not so" : ""}.`,
      ),
  );
