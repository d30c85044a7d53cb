import { isMeaningful } from "@/lib/scenario/conditions";
import type { Field, FormId } from "@/lib/scenario/field-kinds";
import { type FieldPath, fields } from "@/lib/scenario/fields";
import type { Scenario } from "@/lib/scenario/schema";

/** A part of the form under one heading. */
export type FormGroup = {
  id: Exclude<FormId, "option" | "layout" | "terms" | "owning" | "months" | "tokens">;
  title: string;
  /** Whether it is open when the page arrives. */
  open: boolean;
  /** Whether choices stand two in a row. */
  paired: boolean;
};

/** The groups above the hardware, and those below it. */
export const groupsAbove: readonly FormGroup[] = [
  { id: "traffic", title: "Traffic", open: false, paired: false },
  { id: "workload", title: "Workload", open: true, paired: true },
  { id: "serving", title: "Serving", open: true, paired: true },
];
export const groupsBelow: readonly FormGroup[] = [
  { id: "goals", title: "Goals", open: false, paired: false },
  { id: "speculation", title: "Speculation", open: false, paired: false },
  { id: "memory", title: "Memory and cache", open: false, paired: false },
  { id: "cost", title: "Cost", open: false, paired: false },
];

const paths = Object.keys(fields) as FieldPath[];

/** The fields that stand under a heading, in the order of the scenario's table. */
export const formPaths = (form: FormId): FieldPath[] =>
  paths.filter((path) => (fields[path] as Field).form === form);

/** Those of a group that mean something in this scenario, in the order to fill them in. */
export const groupPaths = (group: FormGroup["id"], scenario: Scenario): FieldPath[] =>
  formPaths(group).filter((path) => isMeaningful(path, scenario));
