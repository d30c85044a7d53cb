/** A knob with a number. `min`, `max`, `step`, `choices` and `default` are in the unit `stored`. */
export type NumberField = {
  readonly kind: "number";
  readonly label: string;
  readonly help: string;
  /** The unit a bare number typed by a person is taken in, and the one it is shown in. */
  readonly unit: string;
  /** The unit of the number in a scenario: base units, except that a price stays per hour. */
  readonly stored: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly scale: "linear" | "log";
  readonly integer: boolean;
  readonly choices?: readonly number[];
  readonly default?: number;
  /** Among the finer settings, or among those that an option says for itself. */
  readonly tab?: "advanced" | "own";
};

/** A knob with one of a few words. */
export type ChoiceField<Value extends string = string> = {
  readonly kind: "choice";
  readonly label: string;
  readonly help: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly default?: Value;
};

/** A knob with the id of a catalog record. */
export type RecordField = {
  readonly kind: "record";
  readonly label: string;
  readonly help: string;
  readonly of: "models" | "accelerators" | "formats" | "places";
  readonly default?: string;
};

type NumberOptions = Pick<NumberField, "help"> &
  Partial<Pick<NumberField, "default" | "choices" | "tab" | "step" | "scale" | "stored" | "integer">>;

/** A number field; unless told otherwise a whole number on a logarithmic slider, stored in its own unit. */
export function number(
  label: string,
  unit: string,
  [min, max]: readonly [number, number],
  options: NumberOptions,
): NumberField {
  const step = options.step ?? 1;
  return {
    kind: "number",
    label,
    unit,
    stored: unit,
    min,
    max,
    scale: "log",
    integer: step === 1,
    ...options,
    step,
  };
}

export function choice<Value extends string>(
  label: string,
  help: string,
  preset: NoInfer<Value>,
  choices: readonly { readonly value: Value; readonly label: string }[],
): ChoiceField<Value> & { readonly default: Value } {
  return { kind: "choice", label, help, choices, default: preset };
}

export function record(of: RecordField["of"], label: string, help: string, preset?: string): RecordField {
  return preset === undefined
    ? { kind: "record", of, label, help }
    : { kind: "record", of, label, help, default: preset };
}

/** A field of all options as one option says it for itself: nothing unless it is said. */
export function onOption<F extends NumberField | ChoiceField | RecordField>(
  field: F,
): Omit<F, "default"> & { readonly default?: never } {
  const { default: _shared, ...own } = field;
  const help = `${field.help} Here for this option alone.`;
  return { ...own, help, ...(field.kind === "number" ? { tab: "own" } : {}) };
}
