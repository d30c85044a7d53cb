export { type Custom, type CustomAccelerator, customAcceleratorSchema } from "./custom";
export { planWithCustomAccelerator, planWithCustomModel } from "./custom-edits";
export { type CustomFieldKey, customFields, customFieldText, readCustomField } from "./custom-fields";
export { type RecordLookup, withCustom } from "./custom-records";
export type { FieldError } from "./field-error";
export type { ChoiceField, NumberField, RecordField } from "./field-kinds";
export { type FieldPath, fieldOf, fields, type NumberFieldPath } from "./fields";
export type { OwnMeasurement, RunSettings } from "./measurement";
export type { OwnCalibration, OwnConstant } from "./own-calibration";
export { parseScenario, type ScenarioReading } from "./parse-scenario";
export { applyOptionPatch, applyPatch, type OptionPatch, type ScenarioPatch } from "./patch";
export { defaultScenario } from "./presets";
export { type FieldReading, fieldText, readField } from "./read-field";
export {
  type Finance,
  type Goals,
  type Money,
  type Option,
  type Scenario,
  type ScenarioInput,
  type Serving,
  scenarioSchema,
  type Traffic,
  type Workload,
} from "./schema";
export { decodeScenario, encodeScenario } from "./url";
