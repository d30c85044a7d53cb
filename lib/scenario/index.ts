export type { FieldError } from "./field-error";
export type { ChoiceField, NumberField, RecordField } from "./field-kinds";
export { type FieldPath, fieldOf, fields, type NumberFieldPath } from "./fields";
export { MAX_NAME, MAX_OPTIONS } from "./limits";
export { parseScenario, type ScenarioReading } from "./parse-scenario";
export { applyOptionPatch, applyPatch, type OptionPatch, type ScenarioPatch } from "./patch";
export { defaultScenario } from "./presets";
export { type FieldReading, fieldText, readField } from "./read-field";
export {
  type Finance,
  type Option,
  type Scenario,
  type ScenarioInput,
  type Serving,
  scenarioSchema,
  type Workload,
} from "./schema";
export { decodeScenario, encodeScenario } from "./url";
