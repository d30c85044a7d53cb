import { compileProgram, type Input, type Program, type Quantity, register } from "@/lib/formula";
import * as part from "./formulas/part";
import * as topology from "./formulas/topology";
import * as inputs from "./inputs";

/** The modules of formulas in the order in which they may read one another. */
export const fleetModules = { inputs, part, topology } as const;
export type FleetModuleId = keyof typeof fleetModules;

/** The name of what a topology or one of its parts is given, has or costs. */
export type FleetInputId = keyof typeof inputs;
export type PartFigureId = keyof typeof part;
export type TopologyFigureId = keyof typeof topology;

/** Every quantity of a topology by its id. Rows are its parts. */
export const fleetQuantities: ReadonlyMap<string, Quantity> = register(...Object.values(fleetModules));

export const fleetQuantity = (id: FleetInputId | PartFigureId | TopologyFigureId): Quantity =>
  fleetQuantities.get(id) as Quantity;

/** What has to be given of each part, and of the whole. */
export const fleetInputs: readonly Input[] = [...fleetQuantities.values()].filter(
  (quantity) => quantity.kind === "input",
);

/** All of them compiled once, with parts for rows. */
export const fleetProgram: Program = compileProgram([...fleetQuantities.values()], ["parts"], []);

/** The kind of every row. */
export const PART = "part";
