/** A claim that a person types: how fast, or at which price, what is served on what. */
export interface OwnText {
  /** Tokens a second, or dollars for a token. */
  readonly of: "rate" | "price";
  readonly value: number;
  /** Billions of parameters, where a size is named. */
  readonly size?: number;
  /** How many accelerators together, where that is said. */
  readonly count?: number;
  /** Bits of a weight, where they are named. */
  readonly bits?: 4 | 8 | 16 | 32;
  /** The words that may name a model or an accelerator. */
  readonly words: readonly string[];
}

const NUMBER = "([\\d][\\d,]*(?:\\.\\d+)?|\\.\\d+)\\s*(k)?";
const RATE = new RegExp(
  `${NUMBER}\\s*(?:tokens?|tok|tps|t)\\s*(?:/\\s*s(?:ec(?:ond)?)?|(?:per|a)\\s+second|$|\\b)`,
  "i",
);
const PRICE = new RegExp(
  `(?:\\$|usd\\s*)\\s*${NUMBER}\\s*(?:/|per|a|for a|for)?\\s*(?:1\\s*)?(million|m|mtok|thousand|1k|k)?\\b`,
  "i",
);
const SIZE = /\b(\d+(?:\.\d+)?)\s*b\b/i;
const COUNTS: Readonly<Record<string, number>> = { one: 1, two: 2, four: 4, eight: 8 };
const COUNT = /\b(\d{1,2}|one|two|four|eight)\s*(?:[x×]\s*|\s)(?=[a-z]{1,3}\d)/i;
const BITS: readonly (readonly [RegExp, 4 | 8 | 16 | 32])[] = [
  [/\b(?:fp32|32[ -]?bits?)\b/i, 32],
  [/\b(?:fp16|bf16|16[ -]?bits?)\b/i, 16],
  [/\b(?:fp8|int8|8[ -]?bits?)\b/i, 8],
  [/\b(?:fp4|nvfp4|mxfp4|int4|awq|gptq|4[ -]?bits?)\b/i, 4],
];
const PER: Readonly<Record<string, number>> = {
  million: 1e6,
  m: 1e6,
  mtok: 1e6,
  thousand: 1e3,
  "1k": 1e3,
  k: 1e3,
};
/** Longer texts are no claim of a line. */
export const LONGEST = 200;

/** Reads such a claim: "100 tok/s for 70B on H100", "$0.02 per million". Undefined where no rate and no price is in it. */
export function readOwn(text: string): OwnText | undefined {
  const line = text.slice(0, LONGEST);
  const found = saidValue(line);
  if (!found) return undefined;
  const size = SIZE.exec(line)?.[1];
  const count = COUNT.exec(line)?.[1]?.toLowerCase();
  const bits = BITS.find(([pattern]) => pattern.test(line))?.[1];
  const said = count === undefined ? undefined : (COUNTS[count] ?? Number(count));
  return {
    ...found,
    ...(size === undefined ? {} : { size: Number(size) }),
    ...(said ? { count: said } : {}),
    ...(bits === undefined ? {} : { bits }),
    words: line
      .toLowerCase()
      .split(/[^\p{L}\p{N}.]+/u)
      .filter(Boolean),
  };
}

function saidValue(line: string): Pick<OwnText, "of" | "value"> | undefined {
  const amount = (digits = "", thousands?: string) =>
    Number(digits.replaceAll(",", "")) * (thousands ? 1e3 : 1);
  const price = PRICE.exec(line);
  if (price) {
    const value = amount(price[1], price[2]) / (PER[(price[3] ?? "million").toLowerCase()] as number);
    return value > 0 ? { of: "price", value } : undefined;
  }
  const rate = RATE.exec(line);
  const value = rate ? amount(rate[1], rate[2]) : 0;
  return value > 0 ? { of: "rate", value } : undefined;
}
