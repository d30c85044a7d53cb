import type { Book } from "@/lib/export/workbook/book";

/**
 * Computes a workbook's cells by a reading of its formulas of its own, so that a cell that refers to the wrong place, or
 * says another formula, does not come out right. It knows what spreadsheets do with the few functions that are printed:
 * an empty cell counts as zero, and IF computes only the case that holds.
 */
export class SheetEngine {
  private readonly known = new Map<string, number | boolean | string | null>();
  private readonly cells = new Map<string, { value: unknown; formula?: string | undefined }>();

  constructor(book: Book) {
    for (const { name, rows } of book.sheets)
      for (const [r, row] of rows.entries())
        for (const [c, cell] of row.entries()) if (cell) this.cells.set(`${name}!${c},${r}`, cell);
  }

  /** Puts another value into a cell: "Inputs!$D$7". */
  set(at: string, value: number) {
    const { sheet, column, row } = place(at, "");
    this.cells.set(`${sheet}!${column},${row}`, { value });
    this.known.clear();
  }

  /** The value of a cell, computed where it has a formula; null where it is empty. */
  get(at: string, sheet = ""): number | boolean | string | null {
    const where = place(at, sheet);
    const key = `${where.sheet}!${where.column},${where.row}`;
    if (this.known.has(key)) return this.known.get(key) as number;
    const cell = this.cells.get(key);
    const value =
      cell?.formula === undefined ? (cell?.value ?? null) : new Reader(cell.formula, where.sheet, this).all();
    this.known.set(key, value as number);
    return value as number;
  }

  /** The numbers of a range. */
  range(from: string, to: string, sheet: string): (number | boolean)[] {
    const [first, last] = [place(from, sheet), place(to, sheet)];
    const found: (number | boolean)[] = [];
    for (let row = first.row; row <= last.row; row++)
      for (let column = first.column; column <= last.column; column++) {
        const value = this.get(`${first.sheet}!$${lettersOf(column)}$${row + 1}`);
        if (typeof value === "number" || typeof value === "boolean") found.push(value);
      }
    return found;
  }
}

const lettersOf = (column: number): string =>
  (column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));

function place(at: string, sheet: string) {
  const [, named, letters = "", digits = ""] = /^(?:([A-Za-z]+)!)?\$([A-Z]+)\$(\d+)$/.exec(at) ?? [];
  if (letters === "") throw new Error(`"${at}" is no address`);
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { sheet: named ?? sheet, column: column - 1, row: Number(digits) - 1 };
}

type Value = number | boolean;
const TOKEN =
  /\s*([A-Za-z]+!\$[A-Z]+\$\d+|\$[A-Z]+\$\d+|[A-Z]+(?=\()|\d+\.?\d*(?:e[+-]?\d+)?|<=|>=|<>|[-+*/(),:<>=])/giy;

/** Reads one formula from left to right; comparison binds less than sums, and sums less than products. */
class Reader {
  private readonly tokens: string[] = [];
  private at = 0;

  constructor(
    readonly formula: string,
    readonly sheet: string,
    readonly engine: SheetEngine,
  ) {
    TOKEN.lastIndex = 0;
    for (let end = 0; end < formula.length; end = TOKEN.lastIndex) {
      const match = TOKEN.exec(formula);
      if (!match) throw new Error(`${formula}: not read from ${formula.slice(end, end + 20)}`);
      this.tokens.push(match[1] as string);
    }
  }

  all(): Value {
    const value = this.comparison(true);
    if (this.at < this.tokens.length) throw new Error(`${this.formula}: more after its end`);
    return value;
  }

  private next = () => this.tokens[this.at++] as string;
  private is(...signs: string[]): string | undefined {
    const token = this.tokens[this.at];
    if (token === undefined || !signs.includes(token)) return undefined;
    this.at++;
    return token;
  }
  private must(sign: string) {
    if (!this.is(sign)) throw new Error(`${this.formula}: expected ${sign} at ${this.tokens[this.at]}`);
  }

  /** `live` is false in a case that does not hold: it is read and not computed. */
  private comparison(live: boolean): Value {
    let left = this.sum(live);
    for (
      let sign = this.is("<", "<=", ">", ">=", "=", "<>");
      sign;
      sign = this.is("<", "<=", ">", ">=", "=", "<>")
    ) {
      const [a, b] = [Number(left), Number(this.sum(live))];
      left = { "<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b, "=": a === b, "<>": a !== b }[
        sign
      ] as boolean;
    }
    return left;
  }
  private sum(live: boolean): Value {
    let left: Value = this.product(live);
    for (let sign = this.is("+", "-"); sign; sign = this.is("+", "-")) {
      const right = Number(this.product(live));
      left = sign === "+" ? Number(left) + right : Number(left) - right;
    }
    return left;
  }
  private product(live: boolean): Value {
    let left: Value = this.factor(live);
    for (let sign = this.is("*", "/"); sign; sign = this.is("*", "/")) {
      const right = Number(this.factor(live));
      if (sign === "/" && right === 0 && live) throw new Error(`${this.formula}: #DIV/0!`);
      left = sign === "*" ? Number(left) * right : Number(left) / right;
    }
    return left;
  }
  private factor(live: boolean): Value {
    if (this.is("-")) return -Number(this.factor(live));
    if (this.is("+")) return this.factor(live);
    if (this.is("(")) {
      const value = this.comparison(live);
      this.must(")");
      return value;
    }
    const token = this.next();
    if (/^[A-Z]+$/.test(token)) return this.call(token, live);
    if (/^[\d.]/.test(token)) return Number(token);
    const value = live ? this.engine.get(token, this.sheet) : 0;
    if (typeof value === "string") throw new Error(`${this.formula}: ${token} is text`);
    return value ?? 0;
  }
  private call(name: string, live: boolean): Value {
    this.must("(");
    if (name === "SUM" || name === "AND") {
      const from = this.next();
      this.must(":");
      const to = this.next();
      this.must(")");
      const values = live ? this.engine.range(from, to, this.sheet) : [];
      return name === "AND"
        ? values.every(Boolean)
        : values.reduce<number>((sum, each) => sum + Number(each), 0);
    }
    if (name === "IF") {
      const holds = Boolean(this.comparison(live));
      this.must(",");
      const yes = this.comparison(live && holds);
      this.must(",");
      const no = this.comparison(live && !holds);
      this.must(")");
      return holds ? yes : no;
    }
    const args = [Number(this.comparison(live))];
    while (this.is(",")) args.push(Number(this.comparison(live)));
    this.must(")");
    const [a = 0, b = 0] = args;
    switch (name) {
      case "POWER":
        return a ** b;
      case "MAX":
        return Math.max(...args);
      case "MIN":
        return Math.min(...args);
      case "INT":
        return Math.floor(a);
      case "LN":
        return Math.log(a);
      case "ABS":
        return Math.abs(a);
      default:
        throw new Error(`${this.formula}: ${name} is not a function that is printed`);
    }
  }
}
