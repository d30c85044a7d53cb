/**
 * How a formula runs. Take `time = formula("s", "…")`${bytes} / ${rate}``, where `bytes` has a value for each operator
 * row of each step and `rate` one for the plan.
 *  1. The template is parsed once (parse.ts) and its units checked (dimension-check.ts); its holes are quantities.
 *  2. `compileProgram` sorts all quantities so that each comes after what it reads, and gives each a tier: computed with
 *     the plan (0), with the load (1), in each round of the search (2) or once after it (3). `bytes` changes with the
 *     batch, so `time` is of tier 2; `rate` is of tier 0.
 *  3. For a plan with rows of kinds a, b, a an `Image` has one memory of numbers: first the plan's values, then each
 *     step's, then columns with a place (a slot) per row, rows of one kind side by side: a, a, b.
 *  4. The assembly turns `time` into one instruction for all three slots of a step: "divide the column of `bytes` by the
 *     single value of `rate` into the column of `time`". A part that changes less often than its formula goes to an
 *     earlier tier, for which factors of a product change places; equal parts are computed once, and what only steps
 *     that rest would read is left out.
 *  5. `image.set(rate, 2)`, `image.run(0)`, then `image.set(batch, 8)`, `image.run(2)` execute those instructions;
 *     `image.value(time, { row: 2, step: "decode" })` reads the third row's place.
 */
export { formulaValue, takenBranch, written } from "./branch";
export { inOrder } from "./graph";
export { Image, type Place } from "./image";
export { pnorm } from "./machine";
export { formulaCell, formulaTex, formulaText } from "./print";
export { compileProgram, type Program } from "./program";
export {
  at,
  type ByKind,
  byKind,
  constant,
  type Formula,
  formula,
  highest,
  type Input,
  input,
  type Previous,
  perStep,
  previous,
  type Quantity,
  type Running,
  reads,
  rollup,
  running,
} from "./quantity";
export { register } from "./register";
