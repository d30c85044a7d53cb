import * as z from "zod";
import { type Result, UnreadableResult } from "../result";

/** One kind of result file. */
export interface Reader {
  readonly tool: string;
  /** What such a file is told by, for those who bring another. */
  readonly looksLike: string;
  /** The runs in the file; undefined when it is none of this tool's. Throws UnreadableResult for one that is spoilt. */
  read(file: ResultFile): readonly Result[] | undefined;
}

/** A result file as text, and as what JSON says in it: its whole, or a value a line. */
export interface ResultFile {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[] | undefined;
}

/** A number that a tool may leave out, write as null, or write as "inf" where it has no limit. */
export const optional = z
  .union([z.number(), z.string(), z.null()])
  .optional()
  .transform((value) => {
    const number = typeof value === "string" ? Number(value) : value;
    return typeof number === "number" && Number.isFinite(number) ? number : undefined;
  });

export const optionalText = z
  .union([z.string(), z.array(z.string()).transform(([first]) => first), z.null()])
  .optional()
  .transform((value) => value ?? undefined);

/** The value as `schema` has it. Throws UnreadableResult with the file and the field that is not so. */
export function parsed<T extends z.ZodType>(
  schema: T,
  value: unknown,
  { name }: ResultFile,
  tool: string,
): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue?.path.join(".") || "the file";
  throw new UnreadableResult(
    `${name} looks like a result of ${tool}, but ${field} is not as it writes it: ${issue?.message}`,
  );
}

/** Whether the value is an object with all of these keys. */
export const has = (value: unknown, ...keys: string[]): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && keys.every((key) => Object.hasOwn(value, key));
