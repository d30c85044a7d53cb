import aiperf from "@/data/tools/aiperf.json";
import guidellm from "@/data/tools/guidellm.json";
import llamaBench from "@/data/tools/llama-bench.json";
import llamaServer from "@/data/tools/llama-server.json";
import sglangBench from "@/data/tools/sglang-bench.json";
import sglangServe from "@/data/tools/sglang-serve.json";
import trtllmServe from "@/data/tools/trtllm-serve.json";
import vllmBench from "@/data/tools/vllm-bench.json";
import vllmServe from "@/data/tools/vllm-serve.json";

/** What an option takes: one of some values, keys of the kinds it comes in, or any value of a type. */
type Taken =
  | "flag"
  | "integer"
  | "number"
  | "text"
  | "json"
  | readonly string[]
  | { readonly kinds: Readonly<Record<string, readonly string[]>> };

/** A program that serves or measures, with the options that its documentation lists. */
export interface Tool {
  readonly name: string;
  /** The words that start it. */
  readonly program: readonly string[];
  /** The version that the options were read of, where, and when. */
  readonly version: string;
  readonly source: string;
  readonly read: string;
  readonly note?: string;
  /** Arguments without a name. */
  readonly positional: number;
  /** The container image that holds it, where it is a server. */
  readonly image?: string;
  readonly options: Readonly<Record<string, Taken>>;
}

export const TOOLS = {
  "vllm-serve": vllmServe,
  "sglang-serve": sglangServe,
  "trtllm-serve": trtllmServe,
  "llama-server": llamaServer,
  "vllm-bench": vllmBench,
  "sglang-bench": sglangBench,
  guidellm,
  aiperf,
  "llama-bench": llamaBench,
} as const satisfies Record<string, unknown>;
export type ToolId = keyof typeof TOOLS;

export const SERVERS = [
  "vllm-serve",
  "sglang-serve",
  "trtllm-serve",
  "llama-server",
] as const satisfies readonly ToolId[];
export type ServerId = (typeof SERVERS)[number];

export const BENCHMARKS = [
  "vllm-bench",
  "sglang-bench",
  "guidellm",
  "aiperf",
  "llama-bench",
] as const satisfies readonly ToolId[];
export type BenchmarkId = (typeof BENCHMARKS)[number];

/** The record of a tool. */
export const toolOf = (id: ToolId): Tool => TOOLS[id] as unknown as Tool;

/** Why an option cannot be given to a tool like this; undefined where its documentation has it. */
export function refusedBy({ options }: Pick<Tool, "options">, name: string, value?: string) {
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
