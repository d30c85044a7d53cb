import type { Figure } from "@/lib/catalog/schema";
import { type FieldPath, fields, type SectionId } from "@/lib/scenario/fields";
import { settingWords } from "@/lib/scenario/knobs";
import { isOwn, type Plan, type SharedPath } from "@/lib/scenario/plan";
import type { Deployment, KnownCalibration } from "./deployment";
import type { Made, Taken } from "./made";

/** Where a value comes from; the last step of every explanation. */
export interface Origin {
  readonly kind:
    | "formula"
    | "catalog"
    | "calibration"
    | "user"
    | "default"
    | "search"
    | "simulated"
    | "constant";
  /** The record it is taken from, as folder/id. */
  readonly record?: string;
  /** Id of the record's source. */
  readonly source?: string;
  /** As the source prints it, with what it says beside. */
  readonly text?: string;
  /** The calibrated constants that it is made of, each as folder/id/name. */
  readonly constants?: readonly string[];
  /** The calibration of the person's own that fitted some of them. */
  readonly calibration?: string;
}

/** A setting of the plan: the person's where it differs from the default, or where its option says it for itself. */
export function said(plan: Plan, path: SharedPath): Origin {
  const [section = "", key = ""] = path.split(".");
  if (plan.found?.includes(key)) return FOUND;
  const value = (plan[section as SectionId] as Record<string, unknown>)[key];
  return fromField(path, isOwn(plan, path) || value !== presetOf(path));
}

/** What nobody said: it follows from the traffic. */
const FOUND: Origin = {
  kind: "search",
  text: "found for the traffic: the largest load that keeps the goals, and as many replicas as that takes",
};

/** A setting that only an option has. */
export function saidByOption({ option, found }: Plan, key: keyof Plan["option"]): Origin {
  if (found?.includes(key)) return FOUND;
  const path = `options.${key}` as FieldPath;
  return fromField(path, option[key] !== presetOf(path));
}

const presetOf = (path: FieldPath): unknown => fields[path].default;
const fromField = (path: FieldPath, changed: boolean): Origin => ({
  kind: changed ? "user" : "default",
  text: settingWords(path),
});

/** A fixed number of the engine, and why it is that. */
export const fixed = (text: string): Origin => ({ kind: "constant", text });

/** A figure of a catalog record. */
export const quoted = (record: string, { source, text, note }: Figure): Origin => ({
  kind: "catalog",
  record,
  source,
  text: note ? `${text} (${note})` : text,
});

/** A figure of the accelerator; `otherwise` says what stands in where it states none. */
export function ofChip({ accelerator }: Deployment, figure: Figure | undefined, otherwise: string): Origin {
  return figure ? quoted(`accelerators/${accelerator.id}`, figure) : fixed(otherwise);
}

/** Why a constant is what it is, beside its record's basis: what nobody expected anything of was not fitted with the rest. */
const reasonOf = ({ reasons, priors, origin }: KnownCalibration, constant: string): string | undefined =>
  reasons?.[constant] ?? (origin === "fitted" && !priors?.[constant] ? "Set, not fitted" : undefined);

const isOwnConstant = ({ record: { own }, constant }: Taken): boolean =>
  own?.constants.includes(constant) === true;
/** The record that holds a constant: the catalog's, whatever else of it a person's own measurements fitted. */
const recordOf = (taken: Taken): string =>
  `calibration/${(isOwnConstant(taken) ? undefined : taken.record.own?.base) ?? taken.record.id}`;

/**
 * What a number is made of: a reason where code sets it, else constants of calibration records. One that was not fitted
 * says why it is what it is, and one that a person's own measurements fitted says by which. A number that is no constant
 * as it stands says how it follows from them.
 */
export function madeOrigin({ how, of }: Made): Origin {
  const [first] = of;
  if (!first) return fixed(how);
  const { record } = first;
  const own = of.filter(isOwnConstant);
  const title = own[0]?.record.own?.title;
  const reasons = (title === undefined ? of : own).flatMap(({ record, constant }) => {
    const reason = reasonOf(record, constant);
    if (reason === undefined) return [];
    return of.length === 1 || title !== undefined ? [reason] : [`${constant}: ${reason}`];
  });
  const why = reasons.length > 0 ? reasons.join("; ") : record.basis;
  return {
    ...(title === undefined
      ? { kind: "calibration", record: recordOf(first), source: record.source }
      : { kind: "user", calibration: title }),
    text: how === first.constant ? why : `${how}. ${why}`,
    constants: of.map((each) => `${recordOf(each)}/${each.constant}`),
  };
}

/** What follows from the model's record and the layout. */
export const ofModel = ({ model: { id, source } }: Deployment): Origin => ({
  kind: "catalog",
  record: `models/${id}`,
  source,
});
