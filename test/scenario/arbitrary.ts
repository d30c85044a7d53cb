import fc from "fast-check";
import { type FieldPath, fields, type NumberField, type ScenarioInput } from "@/lib/scenario";

const id = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,30}$/);

function legalNumber({ choices, integer, min, max }: NumberField): fc.Arbitrary<number> {
  if (choices) return fc.constantFrom(...choices);
  return integer ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true }).map((value) => value || 0);
}

/** Any legal value of a field, ids of records that may not exist included. */
export function legal(path: FieldPath): fc.Arbitrary<string | number> {
  const field = fields[path];
  if (field.kind === "number") return legalNumber(field);
  return field.kind === "choice" ? fc.constantFrom(...field.choices.map(({ value }) => value)) : id;
}

const label = fc.constantFrom("AWS", "us-east-1", "reserved-3y", "2026-05", "規模 🙂", "a".repeat(120));

const limit = fc.double({ min: 1, max: 1e15, noNaN: true });
const price = fc.double({ min: 0, max: 1_000_000, noNaN: true }).map((value) => value || 0);

/** What an option holds besides its fields. */
export const ofNoField: Record<string, Record<string, fc.Arbitrary<unknown>>> = {
  options: {
    offer: fc.record(
      {
        pricePerHour: legal("options.pricePerHour"),
        provider: label,
        term: label,
        area: label,
        region: label,
        asOf: label,
        market: fc.record({
          low: legal("options.pricePerHour"),
          high: legal("options.pricePerHour"),
          providers: fc.integer({ min: 1, max: 50 }),
        }),
      },
      { requiredKeys: ["pricePerHour", "provider", "term", "asOf"] },
    ),
  },
};

/** Any values of a section's fields, each of them there or not, but for those that must be. */
function section(name: string, ...requiredKeys: string[]) {
  const paths = (Object.keys(fields) as FieldPath[]).filter((path) => path.startsWith(`${name}.`));
  const members = paths.map((path) => [path.slice(name.length + 1), legal(path)] as const);
  return fc.record({ ...Object.fromEntries(members), ...ofNoField[name] }, { requiredKeys });
}

/** Any scenario within bounds, with some fields left to their defaults. */
export const scenarioInputs = fc.record(
  {
    name: fc.constantFrom("Plan B", "Größe 規模 🙂", ""),
    workload: section("workload", "model"),
    traffic: section("traffic"),
    goals: section("goals"),
    serving: section("serving"),
    options: fc.array(section("options", "accelerator"), { minLength: 1, maxLength: 6 }),
    apis: fc.array(
      fc.record(
        {
          model: id,
          provider: label,
          name: label,
          input: price,
          output: price,
          cachedInput: price,
          batchDiscount: fc.double({ min: 0, max: 1, noNaN: true }),
          requestsPerMinute: limit,
          tokensPerMinute: limit,
          outputTokensPerMinute: limit,
          note: label,
          asOf: label,
        },
        { requiredKeys: ["model", "provider", "name", "input", "output", "asOf"] },
      ),
      { minLength: 1, maxLength: 6 },
    ),
    finance: section("finance"),
    money: section("money"),
    currency: fc.record({
      code: fc.constantFrom("EUR", "JPY", "KWD"),
      perDollar: fc.constantFrom(0.8684, 157.3),
      asOf: label,
      source: label,
    }),
  },
  { requiredKeys: ["workload", "options"] },
) as unknown as fc.Arbitrary<ScenarioInput>;
