import type { Model } from "@/lib/catalog/schema";
import { type FieldPath, fields, type SectionId } from "./fields";
import type { OptionPatch } from "./patch";
import type { Finance, Goals, Money, Option, Scenario, Serving, Traffic, Workload } from "./schema";

/** The sections of which an option may say something for itself. */
type OwnSection = "workload" | "serving" | "finance" | "money";

/** What an option may say for itself of a section: the fields that it has too. */
const ownOf = (section: OwnSection): readonly string[] =>
  Object.keys(fields).flatMap((path) => {
    const [home, key = ""] = path.split(".");
    return home === section && Object.hasOwn(fields, `options.${key}`) ? [key] : [];
  });
const OWN = {
  workload: ownOf("workload"),
  serving: ownOf("serving"),
  finance: ownOf("finance"),
  money: ownOf("money"),
};

/** One option of a scenario as a thing of its own: the sections as they hold for it. Nothing below needs the scenario. */
export interface Plan {
  readonly workload: Workload;
  /** How much is asked of all replicas together, and what they must keep: the same for every option. */
  readonly traffic: Traffic;
  readonly goals: Goals;
  readonly serving: Serving;
  readonly finance: Finance;
  readonly money: Money;
  /** The accelerator, its layout and price, and what this option said for itself. Read settings from the sections. */
  readonly option: Option;
  /** The option's place among the scenario's, for the path of an error. */
  readonly position: number;
  /** What of the option was not said but found for the traffic. */
  readonly found?: readonly string[];
}

/** The section with what the option says for itself in front. The section itself when it says nothing. */
function ownSection<T extends object>(section: T, keys: readonly string[], option: Option): T {
  const own: Readonly<Record<string, unknown>> = option;
  const said = keys.filter((key) => own[key] !== undefined);
  if (said.length === 0) return section;
  return { ...section, ...Object.fromEntries(said.map((key) => [key, own[key]])) };
}

type Sections = Pick<Scenario, SectionId>;

const merged = (
  { workload, traffic, goals, serving, finance, money }: Sections,
  option: Option,
  position: number,
): Plan => ({
  workload: ownSection(workload, OWN.workload, option),
  traffic,
  goals,
  serving: ownSection(serving, OWN.serving, option),
  finance: ownSection(finance, OWN.finance, option),
  money: ownSection(money, OWN.money, option),
  option,
  position,
});

/** The plan of the option at `index`. Throws when the scenario has none there. */
export function planOf(scenario: Scenario, index: number): Plan {
  const option = scenario.options[index];
  if (!option) throw new Error(`the scenario has no option ${index}`);
  return merged(scenario, option, index);
}

/** The plan after a change to its option, or to what it shares with others. */
export function changedPlan(plan: Plan, { workload = {}, serving = {}, ...option }: OptionPatch): Plan {
  const sections = {
    workload: { ...plan.workload, ...workload },
    traffic: plan.traffic,
    goals: plan.goals,
    serving: { ...plan.serving, ...serving },
    finance: plan.finance,
    money: plan.money,
  };
  return merged(sections, { ...plan.option, ...option }, plan.position);
}

/**
 * The plan at an operating point that was found for its traffic; what the person had said and the point keeps stays said.
 * A batch that is asked for is that point already.
 */
export const atOperation = (plan: Plan, patch: OptionPatch): Plan =>
  plan.traffic.load === "batch"
    ? plan
    : {
        ...changedPlan(plan, patch),
        found: Object.entries(patch).flatMap(([key, value]) =>
          plan.option[key as keyof Option] === value ? [] : [key],
        ),
      };

/** The fields that all options share and that one may say for itself. */
export type SharedPath = Exclude<FieldPath, `options.${string}`>;

/** Whether the option says this for itself. */
export function isOwn({ option }: Plan, path: SharedPath): boolean {
  const [section = "", key = ""] = path.split(".");
  const own: readonly string[] = section in OWN ? OWN[section as OwnSection] : [];
  return own.includes(key) && option[key as keyof Option] !== undefined;
}

/** Where in the scenario a setting of the plan is said: "options.1.weights" where its option has its own. */
export function saidAt(plan: Plan, path: SharedPath): string {
  return isOwn(plan, path) ? `options.${plan.position}.${path.slice(path.indexOf(".") + 1)}` : path;
}

/** The format that most of a published checkpoint is stored in: of a mixture that of its experts. */
export const releasedFormat = ({ weightsAsReleased }: Pick<Model, "weightsAsReleased">): string =>
  weightsAsReleased.experts ?? weightsAsReleased.default;

const UNQUANTISED: ReadonlySet<string> = new Set(["bf16", "fp16", "fp32"]);

/** Whether a model is published quantised: there may be no wider checkpoint to make other formats of. */
export const isReleasedQuantised = (model: Pick<Model, "weightsAsReleased">): boolean =>
  !UNQUANTISED.has(releasedFormat(model));

/** The places that the options of a scenario stand in, each once. */
export const placesOf = (scenario: Scenario): string[] => [
  ...new Set(scenario.options.map((_, index) => planOf(scenario, index).finance.place)),
];

/** The models that the options of a scenario serve or draft with, each once. */
export function modelsOf(scenario: Scenario): string[] {
  const ids = scenario.options.flatMap((_, index) => {
    const { workload, serving } = planOf(scenario, index);
    const draft = serving.speculation === "draft" ? serving.draftModel : undefined;
    return draft === undefined ? [workload.model] : [workload.model, draft];
  });
  return [...new Set(ids)];
}
