export { takenBranch, written } from "./branch";
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
  type Input,
  input,
  perStep,
  type Quantity,
  reads,
  rollup,
} from "./quantity";
export { register } from "./register";
