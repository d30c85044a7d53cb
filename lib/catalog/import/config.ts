import { ConfigError, isObject, shown } from "./config-error";
import { SPELLINGS } from "./spellings";

/** A size larger than any network has; it stops a hostile file before anything is laid out by it. */
const MAX_COUNT = 1e9;

type Preset = number | boolean | string;

/**
 * One object of a configuration file. A field is asked for by its usual name and found under any name that
 * families use for it. Absent and null are the same. Whatever is assumed is noted.
 */
export class Config {
  constructor(
    private readonly values: Readonly<Record<string, unknown>>,
    private readonly prefix: string,
    private readonly notes: Set<string>,
    private readonly presets: Readonly<Record<string, Preset>> = {},
  ) {}

  /** The same object where absent fields have the values that this family's code gives them. */
  withPresets(presets: Readonly<Record<string, Preset>>): Config {
    return new Config(this.values, this.prefix, this.notes, presets);
  }

  /** Says something that was assumed or left out; the same words are kept once. */
  note(text: string): void {
    this.notes.add(text);
  }

  /** The name under which the file has the field, else its usual name, with the path of this object in front. */
  name(field: string): string {
    return this.prefix + (this.spelling(field) ?? field);
  }

  private spelling(field: string): string | undefined {
    return [field, ...(SPELLINGS.get(field) ?? [])].find(
      (name) => Object.hasOwn(this.values, name) && this.values[name] !== null,
    );
  }

  /** Written as null, which switches a family's preset off. */
  private isNull(field: string): boolean {
    return [field, ...(SPELLINGS.get(field) ?? [])].some((name) => Object.hasOwn(this.values, name));
  }

  /** The value in the file, or undefined. */
  raw(field: string): unknown {
    const name = this.spelling(field);
    return name === undefined ? undefined : this.values[name];
  }

  has(field: string): boolean {
    return this.raw(field) !== undefined;
  }

  private value(field: string): unknown {
    const given = this.raw(field);
    if (given !== undefined || this.isNull(field) || !Object.hasOwn(this.presets, field)) return given;
    const preset = this.presets[field];
    if (preset !== false && preset !== 0)
      this.note(`${this.name(field)} is absent: ${preset}, as this family's code has it`);
    return preset;
  }

  /** A count of at least 1; absent, null and 0 are undefined. A list of equal entries counts as its entry. */
  optional(field: string): number | undefined {
    let value = this.value(field);
    if (Array.isArray(value) && value.length > 0) {
      if (value.some((entry) => entry !== (value as unknown[])[0])) {
        this.refuse(field, "differs from layer to layer, which is not supported for this field");
      }
      value = value[0];
    }
    if (value === undefined || value === 0) return undefined;
    if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value > MAX_COUNT) {
      this.refuse(field, `expected a whole number, got ${shown(value)}`);
    }
    return value;
  }

  /** A count of at least 1 that must be there. */
  count(field: string): number {
    const value = this.optional(field);
    if (value !== undefined) return value;
    const others = SPELLINGS.get(field);
    const known = others ? ` (also known as ${others.join(", ")})` : "";
    const got = this.has(field) ? "it is 0" : "it is missing";
    this.refuse(field, `expected a number of at least 1${known}, ${got}`);
  }

  /** True or false; absent is false unless the family's code says otherwise. */
  flag(field: string): boolean {
    const value = this.value(field);
    if (value === undefined) return false;
    if (typeof value !== "boolean") this.refuse(field, `expected true or false, got ${shown(value)}`);
    return value;
  }

  /** Text, or undefined. */
  text(field: string): string | undefined {
    const value = this.value(field);
    if (value === undefined) return undefined;
    if (typeof value !== "string") this.refuse(field, `expected text, got ${shown(value)}`);
    return value;
  }

  /** A list, or undefined. */
  list(field: string): readonly unknown[] | undefined {
    const value = this.raw(field);
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) this.refuse(field, `expected a list, got ${shown(value)}`);
    return value;
  }

  /** An object inside this one, or undefined. */
  part(field: string): Config | undefined {
    const value = this.raw(field);
    if (value === undefined) return undefined;
    if (!isObject(value)) this.refuse(field, `expected an object, got ${shown(value)}`);
    return this.inside(value, `${this.name(field).slice(this.prefix.length)}.`);
  }

  /** An object that was found inside this one, under `path`; presets do not hold there. */
  inside(values: Readonly<Record<string, unknown>>, path: string): Config {
    return new Config(values, this.prefix + path, this.notes);
  }

  /** The objects inside this one by their names; anything else in it is passed over. */
  named(): [string, Config][] {
    return Object.entries(this.values).flatMap(([name, value]) =>
      isObject(value) ? [[name, this.inside(value, `${name}.`)] as [string, Config]] : [],
    );
  }

  /** Throws for this field. */
  refuse(field: string, message: string): never {
    throw new ConfigError(this.name(field), message);
  }
}
