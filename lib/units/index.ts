export {
  type BaseUnit,
  DIMENSIONLESS,
  type Dimension,
  describeDimension,
  divideDimensions,
  multiplyDimensions,
  raiseDimension,
  sameDimension,
  unitText,
} from "./dimension";
export { displayUnit, formatIn, formatQuantity, type QuantityText } from "./format";
export { dayText, decimalComma, decimals, grouped, localeTag, marksOf, perLocale } from "./locale";
export { parseQuantity, type QuantityReading } from "./parse-quantity";
export { parseUnit } from "./parse-unit";
export { ownScale, type SharedScale, sharedScale } from "./shared-scale";
export type { Unit } from "./symbols";
