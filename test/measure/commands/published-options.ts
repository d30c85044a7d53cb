import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ToolId } from "@/lib/measure/commands/tool";

/** What an option takes: one of some values, keys of the kinds it comes in, or any value of a type. */
type Taken =
  | "flag"
  | "integer"
  | "number"
  | "text"
  | "json"
  | readonly string[]
  | { readonly kinds: Readonly<Record<string, readonly string[]>> };

type Options = Readonly<Record<string, Taken>>;

const read = new Map<ToolId, Options>();

/** All options that a tool's documentation lists. */
export function optionsOf(id: ToolId): Options {
  const found = read.get(id) ?? JSON.parse(readFileSync(join("data/tools/options", `${id}.json`), "utf8"));
  read.set(id, found);
  return found;
}

/** Why an option cannot be given to a tool like this; undefined where its documentation has it. */
export function refusedBy(options: Options, name: string, value?: string) {
  const taken = Object.hasOwn(options, name) ? options[name] : undefined;
  if (taken === undefined) return `has no option ${name}`;
  if (taken === "flag") return value === undefined ? undefined : `${name} takes no value`;
  if (value === undefined) return `${name} needs a value`;
  if (taken === "text") return undefined;
  if (taken === "integer") return /^-?\d+$/.test(value) ? undefined : `${name} takes a whole number`;
  if (taken === "number") return Number.isFinite(Number(value)) ? undefined : `${name} takes a number`;
  if (taken === "json") return isObject(value) ? undefined : `${name} takes a JSON object`;
  if (Array.isArray(taken)) return taken.includes(value) ? undefined : `${name} does not take ${value}`;
  return refusedKind((taken as Extract<Taken, { kinds: unknown }>).kinds, name, value);
}

/** "kind=concurrent,streams=8" against the keys of its kind. */
function refusedKind(kinds: Readonly<Record<string, readonly string[]>>, name: string, value: string) {
  const pairs = value.split(",").map((pair) => pair.split("=") as [string, string?]);
  const kind = pairs.find(([key]) => key === "kind")?.[1] ?? "";
  const keys = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!keys) return `${name} has no kind ${kind}`;
  const unknown = pairs.find(([key]) => key !== "kind" && !keys.includes(key));
  return unknown ? `${name} of kind ${kind} has no ${unknown[0]}` : undefined;
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
