import type { Figure } from "@/lib/catalog/schema";
import { type FieldPath, fields, type SectionId } from "@/lib/scenario/fields";
import { settingWords } from "@/lib/scenario/knobs";
import { isOwn, type Plan, type SharedPath } from "@/lib/scenario/plan";
import type { GlobalConstants } from "./constants";
import type { Deployment, Lookup } from "./deployment";

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
  /** The calibration of the person's own that fitted constants of its record. */
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

/**
 * What follows from constants of a calibration record; one that was not fitted says why it is what it is, and one that a
 * person's own measurements fitted says by which.
 */
export function calibrated(lookup: Lookup, id: string, ...constants: readonly string[]): Origin {
  const record = lookup.calibration(id);
  if (!record) return { kind: "calibration" };
  const { own, reasons = {} } = record;
  const fitted = constants.filter((each) => own?.constants.includes(each));
  const title = own ? { calibration: own.title } : {};
  if (fitted.length > 0)
    return { kind: "user", text: fitted.map((each) => reasons[each] ?? each).join("; "), ...title };
  const reason = constants.flatMap((each) => reasons[each] ?? [])[0];
  return {
    kind: "calibration",
    record: `calibration/${record.id}`,
    source: record.source,
    text: reason ?? record.basis,
    ...title,
  };
}

/** A law for all. */
export const lawful = (lookup: Lookup, law: keyof GlobalConstants): Origin =>
  calibrated(lookup, "global", law);

/** What follows from the model's record and the layout. */
export const ofModel = ({ model: { id, source } }: Deployment): Origin => ({
  kind: "catalog",
  record: `models/${id}`,
  source,
});
