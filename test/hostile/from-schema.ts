import fc from "fast-check";
import type * as z from "zod";

/** Whole numbers from the smallest that counts for anything to the largest that is exact. */
const WIDTHS = [0, 1, 2, 3, 7, 8, 64, 128, 4096, 65_536, 2 ** 31, 2 ** 53 - 1];

type Def = { type: string } & Record<string, unknown>;
const defOf = (schema: z.core.$ZodType): Def => (schema as unknown as { _zod: { def: Def } })._zod.def;

/**
 * Any value that a record's schema takes, numbers at their extremes: every kind of a union, every member of an object
 * there or not. Throws for a kind of schema that it does not know, so that none is left out in silence.
 */
export function fromSchema(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const def = defOf(schema);
  const inner = (key: string) => fromSchema(def[key] as z.core.$ZodType);
  switch (def.type) {
    case "object": {
      const shape = Object.entries(def.shape as Record<string, z.core.$ZodType>);
      const optional = (member: z.core.$ZodType) => defOf(member).type === "optional";
      const requiredKeys = shape.filter(([, member]) => !optional(member)).map(([key]) => key);
      const members = shape.map(([key, member]) => [key, fromSchema(member)] as const);
      return fc.record(Object.fromEntries(members), { requiredKeys });
    }
    case "union":
      return fc.oneof(...(def.options as z.core.$ZodType[]).map(fromSchema));
    case "array":
      return fc.array(inner("element"), { minLength: 1, maxLength: 3 });
    case "optional":
      return inner("innerType");
    case "number":
      return fc.constantFrom(...WIDTHS.filter((width) => (schema as z.ZodType).safeParse(width).success));
    case "boolean":
      return fc.boolean();
    case "string":
      return fc.constantFrom("fp8", "bf16");
    case "enum":
      return fc.constantFrom(...Object.values(def.entries as object));
    case "literal":
      return fc.constantFrom(...(def.values as unknown[]));
    default:
      throw new Error(`nothing is made of a schema of type ${def.type} yet`);
  }
}
