/**
 * Functions that a workbook may use, with the fewest and the most arguments that Excel takes. All stand in ECMA-376, part 1,
 * 18.17.7, so that none needs the prefix _xlfn. of later ones.
 */
const FUNCTIONS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  ABS: [1, 1],
  AND: [1, 255],
  AVERAGE: [1, 255],
  CEILING: [2, 2],
  COUNT: [1, 255],
  EXP: [1, 1],
  FLOOR: [2, 2],
  IF: [2, 3],
  INDEX: [2, 4],
  INT: [1, 1],
  LN: [1, 1],
  LOG10: [1, 1],
  MATCH: [2, 3],
  MAX: [1, 255],
  MIN: [1, 255],
  MOD: [2, 2],
  NOT: [1, 1],
  OR: [1, 255],
  POWER: [2, 2],
  ROUND: [2, 2],
  ROUNDDOWN: [2, 2],
  ROUNDUP: [2, 2],
  SIGN: [1, 1],
  SQRT: [1, 1],
  SUM: [1, 255],
  SUMPRODUCT: [1, 255],
  SUMIF: [2, 3],
};
/** Limits of Excel: letters of a formula, functions inside each other. */
const LONGEST = 8192;
const DEEPEST = 64;
export const ROWS = 1_048_576;
export const COLUMNS = 16_384;

const TOKEN =
  /\s+|"(?:[^"]|"")*"|(?:'((?:[^']|'')+)'|([A-Za-z_][\w.]*))!|([A-Z][A-Z0-9.]*)\(|(\$?[A-Z]{1,3}\$?\d{1,7})(?![\w(])|(\d+(?:\.\d*)?(?:E[+-]?\d+)?|\.\d+(?:E[+-]?\d+)?)|(TRUE|FALSE)\b|(<=|>=|<>|[-+*/^&=<>%:])|(,)|(\()|(\))/y;

/** A column's number from its letters: A is 1. */
export const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

function outside(reference: string): boolean {
  const [, letters = "", row = ""] = /^\$?([A-Z]+)\$?(\d+)$/.exec(reference) ?? [];
  return columnOf(letters) > COLUMNS || Number(row) > ROWS || Number(row) < 1;
}

/** What Excel would not take of a formula, as it stands in a file: without "=", separated by commas. */
export function formulaFaults(formula: string, sheets: ReadonlySet<string>): string[] {
  const faults: string[] = [];
  if (formula.length > LONGEST) faults.push(`has ${formula.length} letters`);
  if (formula.startsWith("=")) faults.push("begins with =");
  const open: { name: string; commas: number; empty: boolean }[] = [];
  // Whether an operand may come next, or an operator must.
  let wanting = true;
  const operand = (what: string) => {
    if (!wanting) faults.push(`${what} follows an operand`);
    wanting = false;
    const top = open.at(-1);
    if (top) top.empty = false;
  };
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(formula);
    if (!match) return [...faults, `is not understood at ${formula.slice(from, from + 30)}`];
    const [whole, quoted, bare, name, reference, number, truth, operator, comma, opening, closing] = match;
    const sheet = quoted?.replaceAll("''", "'") ?? bare;
    if (sheet !== undefined) {
      if (!sheets.has(sheet)) faults.push(`names the sheet ${sheet}, which is none`);
    } else if (name !== undefined) {
      if (!Object.hasOwn(FUNCTIONS, name))
        faults.push(`calls ${name}, which not every Excel knows by this name`);
      operand(name);
      wanting = true;
      open.push({ name, commas: 0, empty: true });
    } else if (reference !== undefined) {
      if (outside(reference)) faults.push(`reads ${reference}, outside a sheet`);
      operand(reference);
    } else if (number !== undefined || truth !== undefined || whole.startsWith('"')) {
      operand(whole);
    } else if (operator !== undefined) {
      const signs = operator === "-" || operator === "+";
      if (operator === "%" ? wanting : wanting && !signs) faults.push(`${operator} has nothing before it`);
      if (operator !== "%") wanting = true;
    } else if (comma !== undefined) {
      const top = open.at(-1);
      if (!top?.name) faults.push("a comma outside a function");
      else top.commas++;
      if (wanting) faults.push("an argument is empty");
      wanting = true;
    } else if (opening !== undefined) {
      operand("(");
      wanting = true;
      open.push({ name: "", commas: 0, empty: true });
    } else if (closing !== undefined) {
      const top = open.pop();
      if (!top) return [...faults, "closes what is not open"];
      if (wanting) faults.push(`${top.name || "a bracket"} ends on nothing`);
      const [least, most] = FUNCTIONS[top.name] ?? [1, 1];
      const given = top.empty ? 0 : top.commas + 1;
      if (given < least || given > most) faults.push(`${top.name} has ${given} arguments`);
      wanting = false;
    }
    if (open.filter((each) => each.name).length > DEEPEST) return [...faults, "nests too deep"];
  }
  if (open.length > 0) faults.push(`leaves ${open.length} open`);
  if (wanting) faults.push("ends on nothing");
  return faults;
}
