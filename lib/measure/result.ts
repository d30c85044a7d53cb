import type { Metric } from "@/lib/accuracy/measurement";

/** One run as a benchmark's result file tells it. What the file does not say is absent, and has to be asked for. */
export interface Result {
  /** The program that wrote the file, and its version or build. */
  readonly tool: string;
  readonly version?: string;
  /** Names as the file spells them; whether they are the plan's is for a person to say. */
  readonly model?: string;
  readonly engine?: string;
  readonly accelerator?: string;
  readonly weights?: string;
  readonly kvCache?: string;
  readonly tp?: number;
  readonly pp?: number;
  readonly ep?: number;
  /** Mean tokens per request. */
  readonly inputTokens?: number;
  readonly outputTokens?: number;
  readonly mode: "server" | "offline" | "single_stream";
  /** Requests in flight, where the tool kept them at that. */
  readonly concurrency?: number;
  /** Requests a second, where the tool sent them by the clock. */
  readonly requestRate?: number;
  /** Means over the run, in the metric's unit. */
  readonly measured: readonly { readonly metric: Metric; readonly value: number }[];
  /** What a person should know of this file: requests that failed, a part that was not read. */
  readonly remarks: readonly string[];
}

/** A file that could not be read; the text names the file and, where one is to blame, the field. */
export class UnreadableResult extends Error {}

/** What was measured, without what is absent or no measurement. */
export const measuredOf = (
  values: Readonly<Partial<Record<Metric, number | null | undefined>>>,
): Result["measured"] =>
  (Object.entries(values) as [Metric, number | null | undefined][]).flatMap(([metric, value]) =>
    value !== null && value !== undefined && Number.isFinite(value) && value > 0 ? [{ metric, value }] : [],
  );

/** The value without keys that say nothing, as types that tell absent from undefined want it. */
export const said = <T extends object>(value: { [K in keyof T]?: T[K] | null | undefined }): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined && each !== null)) as T;
