import { compileProgram, type Input, type Program, type Quantity, reads, register } from "@/lib/formula";
import * as option from "./formulas/option";
import * as owning from "./formulas/owning";
import * as renting from "./formulas/renting";
import * as totals from "./formulas/totals";
import * as traffic from "./formulas/traffic";
import * as declared from "./inputs";
import { knobs } from "./knobs";

const inputs = { ...declared, ...knobs };

/** The modules of formulas in the order in which they may read one another. */
export const modules = { inputs, option, traffic, renting, owning, totals } as const;
type Formulas = Exclude<keyof typeof modules, "inputs">;

/** The name of a formula of the projection. */
export type MonthlyId = { [M in Formulas]: keyof (typeof modules)[M] }[Formulas];
/** The name of an input that is not fixed. */
export type InputId = Exclude<keyof typeof inputs, "monthSeconds" | "yearMonths" | "slack" | "leastEnergy">;

/** Every quantity of a projection by its id. Each amount is a formula value whose rows are months. */
export const quantities: ReadonlyMap<string, Quantity> = register(...Object.values(modules));

/** Throws at the start for a setting that no formula reads. */
const read = new Set([...quantities.values()].flatMap((quantity) => reads(quantity)));
for (const knob of Object.values(knobs))
  if (!read.has(knob)) throw new Error(`${knob.id} is a setting that no formula reads`);

/** The quantity of that name. */
export const quantityOf = (id: MonthlyId | InputId): Quantity => quantities.get(id) as Quantity;
export const inputOf = (id: InputId): Input => quantities.get(id) as Input;

/** All of them compiled once, with months for rows. */
export const program: Program = compileProgram([...quantities.values()], ["months"], []);

/** The kind of every row. */
export const ROW = "month";
