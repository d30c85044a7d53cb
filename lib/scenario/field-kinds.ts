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
  /** What counts while it is empty, in a word; "none" unless it is said. */
  readonly empty?: string;
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
  /** Nothing can be planned without it. */
  readonly required?: true;
};

type NumberOptions = Pick<NumberField, "help"> &
  Partial<
    Pick<NumberField, "default" | "empty" | "choices" | "tab" | "step" | "scale" | "stored" | "integer">
  >;

/** A number field; unless told otherwise a whole number on a logarithmic slider, stored in its own unit. */
export function number<O extends NumberOptions>(
  label: string,
  unit: string,
  [min, max]: readonly [number, number],
  options: O,
): NumberField &
  (O extends { default: number } ? { readonly default: number } : { readonly default?: never }) {
  const step = options.step ?? 1;
  const field: NumberField = {
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
  return field as ReturnType<typeof number<O>>;
}

export function choice<Value extends string>(
  label: string,
  help: string,
  preset: NoInfer<Value>,
  choices: readonly { readonly value: Value; readonly label: string }[],
): ChoiceField<Value> & { readonly default: Value } {
  return { kind: "choice", label, help, choices, default: preset };
}

/** A choice that is only there where it is made. */
export const optionalChoice = <Value extends string>(
  label: string,
  help: string,
  choices: readonly { readonly value: Value; readonly label: string }[],
): ChoiceField<Value> & { readonly default?: never } => ({ kind: "choice", label, help, choices });

/** A record that is the preset unless another is said. */
export const record = (
  of: RecordField["of"],
  label: string,
  help: string,
  preset: string,
): RecordField & { readonly default: string; readonly required?: never } => ({
  kind: "record",
  of,
  label,
  help,
  default: preset,
});

/** A record that is only there where it is said. */
export const optionalRecord = (
  of: RecordField["of"],
  label: string,
  help: string,
): RecordField & { readonly default?: never; readonly required?: never } => ({
  kind: "record",
  of,
  label,
  help,
});

/** A record without which there is no plan. */
export const requiredRecord = (
  of: RecordField["of"],
  label: string,
  help: string,
): RecordField & { readonly default?: never; readonly required: true } => ({
  kind: "record",
  of,
  label,
  help,
  required: true,
});

/** A field of all options as one option says it for itself: nothing unless it is said. */
export function onOption<F extends Field>(field: F): OnOption<F> {
  const { default: _shared, ...own } = field;
  if ("required" in own) delete own.required;
  const help = `${field.help} Here for this option alone.`;
  return { ...own, help, ...(field.kind === "number" ? { tab: "own" } : {}) } as unknown as OnOption<F>;
}

export type Field = NumberField | ChoiceField | RecordField;
export type OnOption<F> = Omit<F, "default" | "required"> & {
  readonly default?: never;
  readonly required?: never;
};
