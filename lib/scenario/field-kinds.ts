/** The headings that settings stand under: in the form of the question, of an option, and of money. */
export type FormId =
  | "traffic"
  | "workload"
  | "serving"
  | "speculation"
  | "goals"
  | "memory"
  | "cost"
  | "option"
  | "layout"
  | "terms"
  | "owning"
  | "months"
  | "tokens";

/** When a setting means something; see conditions.ts. */
export type Condition =
  | "arriving"
  | "asked"
  | "batch"
  | "arrivingBatch"
  | "users"
  | "rate"
  | "requests"
  | "tokens"
  | "scales"
  | "ttft"
  | "tpot"
  | "answer"
  | "dynamic"
  | "adapted"
  | "drafted"
  | "draft";

/** What a setting is to the formulas: an input of theirs, made from its row. The first sentence of its help is its label. */
export type AsInput = {
  /** Its name in formulas; the setting's own key unless said. */
  readonly id?: string;
  /** Its unit there: one of the dimension of `stored` is converted to, in another the number counts as it is stored. */
  readonly unit?: string;
  /** What counts where nothing is said, as stored; zero unless said. */
  readonly otherwise?: number;
  /** What counts while `when` does not hold; what is said counts always without it. */
  readonly idle?: number;
  /** The months to come read it, not the plan. */
  readonly of?: "months";
  /** It shapes the operator rows, which are laid out by code. */
  readonly structural?: true;
};

/** What every setting says of itself, in the form and out of it. */
type Setting = {
  readonly label: string;
  /** A first sentence that says what it is by itself, and what else a person should know; empty where money-help.ts has it. */
  readonly help: string;
  /** The heading that it stands under. */
  readonly form?: FormId;
  /** It means something only then. */
  readonly when?: Condition;
  /** The input that it is; one without is read by code: see engine/inputs/by-code.ts. */
  readonly input?: AsInput;
};

/** A knob with a number. `min`, `max`, `step`, `choices` and `default` are in the unit `stored`. */
export type NumberField = Setting & {
  readonly kind: "number";
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
  /** What counts while it is empty, in a word; else the number that counts otherwise, or none. */
  readonly empty?: string;
  /** A name rather than an amount: a year has no thousands to set apart. */
  readonly plain?: true;
  /** A main input, which the sensitivity of a cost is looked at for. */
  readonly swings?: true;
};

/** A knob with one of a few words. */
export type ChoiceField<Value extends string = string> = Setting & {
  readonly kind: "choice";
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly default?: Value;
};

/** A knob with the id of a catalog record. */
export type RecordField = Setting & {
  readonly kind: "record";
  readonly of: "models" | "accelerators" | "formats" | "places";
  readonly default?: string;
  /** Nothing can be planned without it. */
  readonly required?: true;
};

/** What a row says beyond its kind. */
type Placed = Pick<Setting, "form" | "when" | "input">;
type NumberOptions = Placed &
  Partial<
    Pick<
      NumberField,
      "help" | "default" | "empty" | "plain" | "choices" | "swings" | "step" | "scale" | "stored" | "integer"
    >
  >;
/** What the type of a row keeps of what it says: whether there is a default, and which input it is. */
type Kept<O> = (O extends { default: infer D } ? { readonly default: D } : { readonly default?: never }) &
  (O extends { input: infer I } ? { readonly input: I } : unknown);

/** A number field; unless told otherwise a whole number on a linear slider, stored in its own unit. */
export function number<const O extends NumberOptions>(
  label: string,
  unit: string,
  [min, max]: readonly [number, number],
  options: O,
): NumberField & Kept<Omit<O, "default"> & (O extends { default: number } ? { default: number } : unknown)> {
  const step = options.step ?? 1;
  const field: NumberField = {
    kind: "number",
    label,
    help: "",
    unit,
    stored: unit,
    min,
    max,
    scale: "linear",
    integer: step === 1,
    ...options,
    step,
  };
  return field as ReturnType<typeof number<O>>;
}

/** A share, typed in per cent, in steps of one. */
export const percent = <const O extends NumberOptions>(
  label: string,
  bounds: readonly [number, number],
  options: O,
) => number(label, "%", bounds, { step: 0.01, stored: "1", ...options });

/** The words to choose from, each with what it is called. */
type Words<Value extends string> = Readonly<Record<Value, string>>;
const choicesOf = <Value extends string>(words: Words<Value>) =>
  (Object.entries(words) as [Value, string][]).map(([value, label]) => ({ value, label }));

export const choice = <Value extends string, const O extends Placed = Placed>(
  label: string,
  help: string,
  preset: NoInfer<Value>,
  words: Words<Value>,
  placed?: O,
) =>
  ({
    kind: "choice",
    label,
    help,
    choices: choicesOf(words),
    default: preset,
    ...placed,
  }) as unknown as ChoiceField<Value> & Kept<O & { default: Value }>;

/** A choice that is only there where it is made. */
export const optionalChoice = <Value extends string, const O extends Placed = Placed>(
  label: string,
  help: string,
  words: Words<Value>,
  placed?: O,
) => ({ kind: "choice", label, help, choices: choicesOf(words), ...placed }) as ChoiceField<Value> & Kept<O>;

type Rest = { readonly default?: never; readonly required?: never };

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
  when: Condition,
): RecordField & Rest => ({ kind: "record", of, label, help, when });

/** A record without which there is no plan. */
export const requiredRecord = (
  of: RecordField["of"],
  label: string,
  help: string,
  form: FormId,
): RecordField & { readonly default?: never; readonly required: true } => ({
  kind: "record",
  of,
  label,
  help,
  form,
  required: true,
});

/** Rows that stand under one heading, but for those that say another. */
export const inForm = <Rows extends object>(form: FormId, rows: Rows): Rows =>
  Object.fromEntries(Object.entries(rows).map(([path, row]) => [path, { form, ...row }])) as unknown as Rows;

/** What is said of a setting that an option has for itself. */
export const FOR_OPTION = "Here for this option alone.";

/** A field of all options as one option says it for itself: nothing unless it is said, and in no form by itself. */
export function onOption<F extends Field>(field: F): OnOption<F> {
  const { default: _shared, form: _form, when: _when, input: _input, ...own } = field;
  if ("required" in own) delete own.required;
  if ("swings" in own) delete own.swings;
  return { ...own, ...(own.help ? { help: `${own.help} ${FOR_OPTION}` } : {}) } as unknown as OnOption<F>;
}

export type Field = NumberField | ChoiceField | RecordField;
export type OnOption<F> = Omit<F, "default" | "required" | "input"> & Rest & { readonly input?: never };
