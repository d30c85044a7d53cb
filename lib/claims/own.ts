import { answer, type Figures, type Lookup, type OptionEstimate, quantities } from "@/lib/engine";
import { type Formula, formula, formulaValue, input, type Quantity } from "@/lib/formula";
import { scenarioSchema } from "@/lib/scenario";
import type { Scenario } from "@/lib/scenario/schema";
import type { OwnText } from "./own-text";

/** What a claim of a person's own would take: bandwidth, arithmetic or a price, beside what the engine gives. */

const figure = (id: string) => quantities.get(id) as Quantity;
const claimedRate = input("tok/s", "Tokens per second that are claimed");
const claimedCost = input("USD/tok", "Cost of a token that is claimed");
const readWeights = input("B/tok", "Weights that each token of one request reads");

export const neededBandwidth = formula(
  "B/s",
  "Bandwidth of each accelerator that one request would need",
)`${claimedRate} * ${readWeights}`;

export const boundRate = formula(
  "tok/s",
  "Tokens per second of one request, by bandwidth at most",
)`${figure("hbmBandwidth")} / ${readWeights}`;

export const neededRate = formula(
  "tok/s",
  "Tokens per second of each accelerator, read and written, that the price would need",
)`${figure("acceleratorPrice")} / ${claimedCost}`;

export const neededPrice = formula(
  "USD/s",
  "Price of an accelerator-hour that the claimed cost would need",
)`${figure("acceleratorPrice")} * ${claimedCost} / ${figure("costPerToken")}`;

const FORMATS = [
  { bits: 32, format: "fp32" },
  { bits: 16, format: "bf16" },
  { bits: 8, format: "fp8" },
  { bits: 4, format: "int4-awq-g128" },
] as const;
const LAYOUTS = [1, 2, 4, 8] as const;
/** By judgement: what a request is where nobody says, as the planner opens. */
const LENGTHS = { inputTokens: 1000, outputTokens: 500 };
const MOST_TOGETHER = 1024;

/** One way to serve what is claimed: what it takes, and what the engine gives. */
export interface OwnLine {
  readonly bits: number;
  readonly accelerators: number;
  readonly fits: boolean;
  readonly bound?: number;
  readonly needsBandwidth?: number;
  readonly bandwidth?: number;
  /** Tokens a second of one request alone, and of as many as memory holds. */
  readonly alone?: number;
  readonly together?: number;
  /** Dollars a token at a full queue, and the dollars a second that the claimed cost needs. */
  readonly cost?: number;
  readonly price?: number;
  readonly needsPrice?: number;
  readonly needsRate?: number;
  readonly serves?: number;
  /** Whether the engine gives what is claimed: to one request, to all together, at the price. */
  readonly holds: "alone" | "together" | "price" | "no";
  readonly scenario: Scenario;
}

/** What a claim is about: records of the catalog, and the share of the model's parameters that one token uses. */
export interface Served {
  readonly model: string;
  readonly accelerator: string;
  readonly activeShare: number;
}

/** Every format that is meant, on as many accelerators as are said: on one, and where that is too small on the fewest that hold it. */
export function tryOwn(own: OwnText, served: Served, lookup: Lookup): OwnLine[] {
  return FORMATS.filter(({ bits }) => (own.bits === undefined ? bits !== 32 : bits === own.bits)).flatMap(
    ({ bits, format }) => {
      const line = (tp: number) => lineOf(own, served, bits, format, tp, lookup);
      const first = line(own.count ?? 1);
      if (first.fits || own.count !== undefined) return [first];
      const larger = LAYOUTS.slice(1).map(line);
      return [first, ...larger.filter(({ fits }) => fits).slice(0, 1)];
    },
  );
}

function lineOf(
  own: OwnText,
  { model, accelerator, activeShare }: Served,
  bits: number,
  weights: string,
  tp: number,
  lookup: Lookup,
): OwnLine {
  const options = [
    { accelerator, tp, batch: 1 },
    { accelerator, tp, batch: MOST_TOGETHER, batching: "offline" as const },
  ];
  const scenario = scenarioSchema.parse({
    name: "A claim of one's own",
    workload: { model, ...LENGTHS },
    traffic: { load: "batch" },
    serving: { weights, kvCache: bits < 16 ? "fp8" : "bf16" },
    options,
  });
  const [alone, full] = answer(scenario, lookup, { simulate: false }).options as [
    OptionEstimate,
    OptionEstimate,
  ];
  const { figures } = alone;
  const weightBytes = figures.weightBytes === undefined ? undefined : figures.weightBytes * activeShare;
  const value = givenValue(
    own,
    { ...figures, ...(weightBytes === undefined ? {} : { weightBytes }) },
    full.figures,
  );
  const known = (formulaOf: Formula, ...needed: (number | undefined)[]) =>
    needed.every((each) => each !== undefined) ? formulaValue(formulaOf, value) : undefined;
  const serves =
    full.figures.outputRate === undefined || full.figures.inputRate === undefined
      ? undefined
      : (full.figures.outputRate + full.figures.inputRate) / tp;
  const line = {
    bits,
    accelerators: tp,
    fits: alone.verdict.feasible,
    scenario,
    ...some({
      bound: known(boundRate, weightBytes, figures.hbmBandwidth),
      needsBandwidth: own.of === "rate" ? known(neededBandwidth, weightBytes) : undefined,
      bandwidth: figures.hbmBandwidth,
      alone: figures.userRate,
      together: full.figures.outputRate,
      cost: full.figures.costPerToken,
      price: full.figures.acceleratorPrice,
      needsPrice:
        own.of === "price"
          ? known(neededPrice, full.figures.costPerToken, full.figures.acceleratorPrice)
          : undefined,
      needsRate: own.of === "price" ? known(neededRate, full.figures.acceleratorPrice) : undefined,
      serves,
    }),
  };
  return { ...line, holds: holdsOf(own, line) };
}

function givenValue(own: OwnText, alone: Figures, full: Figures) {
  const given = new Map<Quantity, number | undefined>([
    [claimedRate, own.value],
    [claimedCost, own.value],
    [readWeights, alone.weightBytes],
    [figure("hbmBandwidth"), alone.hbmBandwidth],
    [figure("acceleratorPrice"), full.acceleratorPrice],
    [figure("costPerToken"), full.costPerToken],
  ]);
  return (quantity: Quantity) => given.get(quantity) ?? 0;
}

const some = (values: Record<string, number | undefined>): Partial<OwnLine> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

function holdsOf({ of, value }: OwnText, { alone, together, cost }: Partial<OwnLine>): OwnLine["holds"] {
  if (of === "price") return cost !== undefined && cost <= value ? "price" : "no";
  if (alone !== undefined && alone >= value) return "alone";
  return together !== undefined && together >= value ? "together" : "no";
}
