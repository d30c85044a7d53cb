import type { NumberField } from "@/lib/scenario/field-kinds";
import { type FieldPath, fields, type NumberFieldPath } from "@/lib/scenario/fields";
import type { Scenario } from "@/lib/scenario/schema";
import { isMeaningful } from "@/lib/view/meaningful-fields";

/** A part of the form under one heading. */
export type FormGroup = {
  id: "traffic" | "workload" | "serving" | "speculation" | "goals" | "memory" | "cost";
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

const homes: Partial<Record<FieldPath, FormGroup["id"]>> = {
  "serving.batchWindow": "serving",
  "serving.speculation": "speculation",
  "serving.draftModel": "speculation",
  "serving.draftTokens": "speculation",
  "serving.acceptance": "speculation",
  "workload.cachedPrefix": "memory",
};

// The fields placed by hand come in the order of that list, the others before them in that of the scenario's table.
const byHand = Object.keys(homes);
const paths = (Object.keys(fields) as FieldPath[]).sort((a, b) => byHand.indexOf(a) - byHand.indexOf(b));

/** A field that no rule places goes by its section; an advanced one of the serving software to the memory. */
function homeOf(path: FieldPath): FormGroup["id"] | null {
  const home = homes[path];
  if (home) return home;
  if (path.startsWith("workload.")) return "workload";
  if (path.startsWith("traffic.")) return "traffic";
  if (path.startsWith("goals.")) return "goals";
  if (path.startsWith("finance.")) return "cost";
  if (!path.startsWith("serving.")) return null;
  const field: { kind: string; tab?: string } = fields[path];
  return field.tab === "advanced" ? "memory" : "serving";
}

/** The fields of a group that mean something in this scenario, in the order to fill them in. */
export const groupPaths = (group: FormGroup["id"], scenario: Scenario): FieldPath[] =>
  paths.filter((path) => homeOf(path) === group && isMeaningful(path, scenario));

/** The number fields that only an option has. */
export const optionPaths = (advanced: boolean): NumberFieldPath[] =>
  paths.filter((path): path is NumberFieldPath => {
    const field = fields[path];
    if (!path.startsWith("options.") || field.kind !== "number") return false;
    const { tab }: NumberField = field;
    if (tab === "own") return false;
    return (tab === "advanced") === advanced;
  });
