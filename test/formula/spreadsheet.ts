/**
 * A small spreadsheet: what a cell's formula comes out as, by the rules of OpenFormula. A unary minus binds
 * tighter than any other operator, INT goes down, a comparison is 1 or 0. What is divided by nothing is an error, NaN here, unless another
 * quotient is given. Throws on anything else than the few functions here.
 */
export function calculated(
  cell: string,
  names: Readonly<Record<string, number>>,
  quotient: Binary = (a, b) => (b === 0 ? Number.NaN : a / b),
): number {
  const tokens = cell.match(/\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[A-Za-z]+|<=|>=|<>|\S/g) ?? [];
  let next = 0;
  const take = (wanted: string) => {
    if (tokens[next] !== wanted) throw new Error(`expected "${wanted}" in ${cell}, found "${tokens[next]}"`);
    next++;
  };

  function level(depth: number): number {
    const operators = LEVELS[depth];
    if (!operators) return signed();
    let value = level(depth + 1);
    for (let token = tokens[next] ?? ""; operators[token]; token = tokens[next] ?? "") {
      next++;
      const apply = token === "/" ? quotient : (operators[token] as Binary);
      value = apply(value, level(depth + 1));
    }
    return value;
  }

  function signed(): number {
    if (tokens[next] === "-" || tokens[next] === "+") return tokens[next++] === "-" ? -signed() : signed();
    return atom();
  }

  function atom(): number {
    const token = tokens[next++] ?? "";
    if (/^\d/.test(token)) return Number(token);
    if (token === "(") {
      const value = level(0);
      take(")");
      return value;
    }
    if (tokens[next] !== "(") return names[token] ?? Number.NaN;
    next++;
    const args = [level(0)];
    while (tokens[next] === ",") {
      next++;
      args.push(level(0));
    }
    take(")");
    const apply = FUNCTIONS[token];
    if (!apply) throw new Error(`a spreadsheet here has no ${token}`);
    return apply(...args);
  }

  const value = level(0);
  if (next < tokens.length) throw new Error(`"${tokens[next]}" is left over in ${cell}`);
  return value;
}

type Binary = (a: number, b: number) => number;
const LEVELS: readonly Readonly<Record<string, Binary>>[] = [
  {
    "=": (a, b) => +(a === b),
    "<>": (a, b) => +(a !== b),
    "<": (a, b) => +(a < b),
    "<=": (a, b) => +(a <= b),
    ">": (a, b) => +(a > b),
    ">=": (a, b) => +(a >= b),
  },
  { "+": (a, b) => a + b, "-": (a, b) => a - b },
  { "*": (a, b) => a * b, "/": (a, b) => a / b },
  { "^": (a, b) => a ** b },
];

const FUNCTIONS: Readonly<Record<string, (...args: number[]) => number>> = {
  POWER: (a = 0, b = 0) => a ** b,
  LN: (a = 0) => Math.log(a),
  MAX: Math.max,
  MIN: Math.min,
  INT: Math.floor,
  IF: (test, yes = 0, no = 0) => (test ? yes : no),
};
