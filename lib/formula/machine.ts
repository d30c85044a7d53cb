/**
 * The machine that evaluates formulas. Instructions are numbers in one array, values numbers in another, and one
 * function runs them all: a call per instruction would cost more than its arithmetic on a few rows.
 */

/** Where the values of an operand lie: one after the other, or a single one (stride 0) that serves all. */
export interface Column {
  readonly at: number;
  readonly stride: 0 | 1;
}

/** Signs of the formula language, and six of the machine's own; a place in this list is the number that `execute` knows. */
const NAMES =
  "copy + - * / ^ < <= > >= == != max min negate ceil floor log2 if pnorm sum running highest previous".split(
    " ",
  );
const CODES: ReadonlyMap<string, number> = new Map(NAMES.map((name, code) => [name, code]));
/** Signs that mean something else before a single operand. */
const BEFORE_ONE: Readonly<Record<string, string>> = { "+": "copy", "-": "negate" };

/** Numbers of an instruction: its code, where its result begins and ends, place and stride of each operand. */
const WIDTH = 9;
const NO_OPERAND: Column = { at: 0, stride: 0 };

/**
 * The instruction that puts `name` of its operands into the places from `to` up to before `end`. "sum" adds up what
 * lies from its first operand up to before its second. Throws on a name that the machine does not know.
 */
export function instruction(name: string, operands: readonly Column[], to: number, end: number): number[] {
  const [x, y = NO_OPERAND, z = NO_OPERAND] = operands as [Column, Column?, Column?];
  const code = CODES.get((operands.length === 1 && BEFORE_ONE[name]) || name);
  if (code === undefined) throw new Error(`"${name}" is not part of the language`);
  return [code, to, end, x.at, x.stride, y.at, y.stride, z.at, z.stride];
}

/** Runs instructions, one after the other. */
export function execute(instructions: Int32Array, memory: Float64Array): void {
  const m = memory;
  for (let i = 0; i < instructions.length; i += WIDTH) {
    let t = instructions[i + 1] as number;
    const end = instructions[i + 2] as number;
    let a = instructions[i + 3] as number;
    const p = instructions[i + 4] as number;
    let b = instructions[i + 5] as number;
    const q = instructions[i + 6] as number;
    switch (instructions[i]) {
      case 0: // copy
        for (; t < end; t++, a += p) m[t] = m[a] as number;
        break;
      case 1: // +
        for (; t < end; t++, a += p, b += q) m[t] = (m[a] as number) + (m[b] as number);
        break;
      case 2: // -
        for (; t < end; t++, a += p, b += q) m[t] = (m[a] as number) - (m[b] as number);
        break;
      case 3: // *
        for (; t < end; t++, a += p, b += q) m[t] = (m[a] as number) * (m[b] as number);
        break;
      case 4: // /
        for (; t < end; t++, a += p, b += q) m[t] = (m[a] as number) / (m[b] as number);
        break;
      case 5: // ^
        for (; t < end; t++, a += p, b += q) m[t] = (m[a] as number) ** (m[b] as number);
        break;
      case 6: // <
        for (; t < end; t++, a += p, b += q) m[t] = (m[a] as number) < (m[b] as number) ? 1 : 0;
        break;
      case 7: // <=
        for (; t < end; t++, a += p, b += q) m[t] = (m[a] as number) <= (m[b] as number) ? 1 : 0;
        break;
      case 8: // >
        for (; t < end; t++, a += p, b += q) m[t] = (m[a] as number) > (m[b] as number) ? 1 : 0;
        break;
      case 9: // >=
        for (; t < end; t++, a += p, b += q) m[t] = (m[a] as number) >= (m[b] as number) ? 1 : 0;
        break;
      case 10: // ==
        for (; t < end; t++, a += p, b += q) m[t] = m[a] === m[b] ? 1 : 0;
        break;
      case 11: // !=
        for (; t < end; t++, a += p, b += q) m[t] = m[a] !== m[b] ? 1 : 0;
        break;
      case 12: // max
        for (; t < end; t++, a += p, b += q) m[t] = Math.max(m[a] as number, m[b] as number);
        break;
      case 13: // min
        for (; t < end; t++, a += p, b += q) m[t] = Math.min(m[a] as number, m[b] as number);
        break;
      case 14: // negate
        for (; t < end; t++, a += p) m[t] = -(m[a] as number);
        break;
      case 15: // ceil
        for (; t < end; t++, a += p) m[t] = Math.ceil(m[a] as number);
        break;
      case 16: // floor
        for (; t < end; t++, a += p) m[t] = Math.floor(m[a] as number);
        break;
      case 17: // log2
        for (; t < end; t++, a += p) m[t] = Math.log2(m[a] as number);
        break;
      case 18: // if
        for (
          let c = instructions[i + 7] as number, r = instructions[i + 8] as number;
          t < end;
          t++, a += p, b += q, c += r
        )
          m[t] = (m[a] !== 0 ? m[b] : m[c]) as number;
        break;
      case 19: // pnorm
        for (
          let c = instructions[i + 7] as number, r = instructions[i + 8] as number;
          t < end;
          t++, a += p, b += q, c += r
        )
          m[t] = pnorm(m[a] as number, m[b] as number, m[c] as number);
        break;
      case 20: // sum
        {
          let sum = 0;
          for (; a < b; a++) sum += m[a] as number;
          m[t] = sum;
        }
        break;
      case 21: // running
        for (let sum = 0; t < end; t++, a += p) {
          sum += m[a] as number;
          m[t] = sum;
        }
        break;
      case 22: // highest
        for (let most = m[a] as number; t < end; t++, a += p) {
          most = Math.max(most, m[a] as number);
          m[t] = most;
        }
        break;
      case 23: // previous
        for (let before = 0; t < end; t++, a += p) {
          m[t] = before;
          before = m[a] as number;
        }
        break;
    }
  }
}

/**
 * (aᵖ + bᵖ)^(1/p) for a, b ≥ 0, scaled by the larger so that nothing under- or overflows. Through logarithms,
 * which take half as long as two powers.
 */
export function pnorm(a: number, b: number, p: number): number {
  const large = a > b ? a : b;
  const small = a > b ? b : a;
  return small === 0 ? large : large * Math.exp(Math.log(1 + Math.exp(p * Math.log(small / large))) / p);
}
