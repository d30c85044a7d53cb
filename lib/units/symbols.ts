import { DIMENSIONLESS, type Dimension, dimensionOf, raiseDimension } from "./dimension";

/** A unit symbol: value in base units = number × factor. */
export type Unit = { readonly dimension: Dimension; readonly factor: number };

/** Decimal magnitudes, also understood after a bare number ("128k"). */
export const DECIMAL = { k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18 } as const;
const BINARY = { Ki: 1024, Mi: 1024 ** 2, Gi: 1024 ** 3, Ti: 1024 ** 4 } as const;
const SMALL = { m: 1e-3, µ: 1e-6, u: 1e-6, n: 1e-9 } as const;

const SECOND = dimensionOf({ s: 1 });
const BYTE = dimensionOf({ B: 1 });
const COMPUTE = dimensionOf({ FLOP: 1 });
const COMPUTE_RATE = dimensionOf({ FLOP: 1, s: -1 });
const TOKEN = dimensionOf({ tok: 1 });
const DOLLAR = dimensionOf({ USD: 1 });
const ENERGY = dimensionOf({ J: 1 });
const POWER = dimensionOf({ J: 1, s: -1 });
const REQUEST = dimensionOf({ req: 1 });
const ACCELERATOR = dimensionOf({ acc: 1 });
const REQUEST_RATE = dimensionOf({ req: 1, s: -1 });
const USER = dimensionOf({ user: 1 });
const EMISSION = dimensionOf({ kgCO2e: 1 });

const DAY = 86_400;
/** The year that bills are made for, 8,760 hours, and a month of 730: the engine takes its own from here. */
const YEAR = 365 * DAY;

const symbols = new Map<string, Unit>();

function define(names: string, dimension: Dimension, factor: number, prefixes: Record<string, number> = {}) {
  for (const name of names.split(" ")) {
    symbols.set(name, { dimension, factor });
    for (const [prefix, scale] of Object.entries(prefixes)) {
      symbols.set(prefix + name, { dimension, factor: factor * scale });
    }
  }
}

define("1", DIMENSIONLESS, 1);
define("%", DIMENSIONLESS, 0.01);
define("s", SECOND, 1, SMALL);
define("sec second seconds", SECOND, 1);
define("min minute minutes", SECOND, 60);
define("h hr hour hours", SECOND, 3600);
define("d day days", SECOND, DAY);
define("month months", SECOND, YEAR / 12);
define("year years yr", SECOND, YEAR);
define("B", BYTE, 1, { ...DECIMAL, ...BINARY });
define("bit", BYTE, 1 / 8, DECIMAL);
// An integer operation has the dimension of a floating-point one: both fill the same matrix unit.
define("FLOP OP", COMPUTE, 1, DECIMAL);
define("FLOPS OPS", COMPUTE_RATE, 1, DECIMAL);
define("tok token tokens", TOKEN, 1, DECIMAL);
define("USD $ US$", DOLLAR, 1);
define("J", ENERGY, 1, { ...SMALL, ...DECIMAL });
define("Wh", ENERGY, 3600, DECIMAL);
define("W", POWER, 1, DECIMAL);
define("req request requests", REQUEST, 1);
define("rps qps", REQUEST_RATE, 1);
define("user users", USER, 1);
define("acc accelerator accelerators", ACCELERATOR, 1);
// Greenhouse gases by the warming of as much carbon dioxide; kept apart from other masses, of which there are none.
define("gCO2e", EMISSION, 1e-3);
define("kgCO2e", EMISSION, 1);
define("tCO2e", EMISSION, 1e3);

// Writers disagree on habit, not on meaning: these are refused with what to write instead.
const HINTS = new Map([
  ["B", "B is bytes"],
  ["b", 'write "bn" for a billion, "B" for bytes or "bit" for bits'],
  ["m", 'write "M" for a million, "min" for minutes or "month"'],
  ["x", "write one number"],
  ["€", "prices are in US dollars"],
  ["£", "prices are in US dollars"],
  ["EUR", "prices are in US dollars"],
  ["KB", 'write "kB" for 1,000 bytes or "KiB" for 1,024'],
]);

/** The unit of one symbol, prefix included ("TB", "ms", "Mtok"). Undefined when unknown. */
export function unitOfSymbol(symbol: string): Unit | undefined {
  const name = symbol.replace("μ", "µ"); // Greek mu and the micro sign look alike
  const [, base = "", power] = /^(.*)\^(-?[1-9])$/.exec(name) ?? [];
  if (power === undefined) return symbols.get(name);
  const unit = symbols.get(base);
  if (!unit) return undefined;
  const exponent = Number(power);
  return { dimension: raiseDimension(unit.dimension, exponent), factor: unit.factor ** exponent };
}

/** What to write instead of an unknown symbol; empty when nothing comes close. */
export function hintFor(symbol: string): string {
  const known = HINTS.get(symbol);
  if (known) return known;
  if (/^[kMGTPE]?b$/.test(symbol))
    return `write "${symbol}it" for bits or "${symbol.slice(0, -1)}B" for bytes`;
  if (/FLOPs$/.test(symbol))
    return `write "${symbol.slice(0, -1)}/s" for a rate or "${symbol.slice(0, -1)}" for a count`;
  const close = [...symbols.keys()].filter((name) => name.toLowerCase() === symbol.toLowerCase());
  return close.length > 0 ? `did you mean ${close.map((name) => `"${name}"`).join(" or ")}?` : "";
}
