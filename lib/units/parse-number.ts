export type NumberReading = { ok: true; value: number } | { ok: false; message: string };

const PLAIN = /^(?:\d+\.?\d*|\.\d+)$/;
// One kind of separator throughout, full groups of three, no leading zero: "0,500" is a decimal comma.
const GROUPED = /^[1-9]\d{0,2}([,_'’ \u00a0\u2009\u202f])\d{3}(?:\1\d{3})*(?:\.\d*)?$/;
/** As in India: pairs of digits above the thousands. */
const PAIRED = /^[1-9]\d?(?:,\d\d)+,\d{3}(?:\.\d*)?$/;
const DECIMAL_COMMA = /^(\d+),(\d+)$/;
const EUROPEAN = /^(\d{1,3}(?:\.\d{3})+),(\d+)$/;

const swapped = (text: string) => text.replace(/[.,]/g, (mark) => (mark === "." ? "," : "."));

/** Arabic and Persian digits and marks as those that everything else is read in; which mark is which is not in doubt. */
export const inLatinDigits = (text: string, comma: boolean): string =>
  text.replace(/[\u0660-\u0669\u066b\u066c\u06f0-\u06f9]/g, (sign) =>
    sign === "\u066b" ? (comma ? "," : ".") : sign === "\u066c" ? "_" : String(sign.charCodeAt(0) & 15),
  );

/**
 * Reads an unsigned decimal number: "1000", "1,000", "1 000", "12,34,567", "3.35", ".5"; with `comma` as people write it whose decimal mark
 * is one: "1.000", "3,35". A mark that may be the other one is refused, never guessed.
 */
export function readNumber(text: string, exponent = "0", comma = false): NumberReading {
  const plain = comma ? swapped(text) : text;
  if (PLAIN.test(plain)) return finite(plain, exponent);
  if (GROUPED.test(plain) || (!comma && PAIRED.test(plain)))
    return finite(plain.replace(/[^\d.]/g, ""), exponent);
  const [, whole = "", rest = ""] = DECIMAL_COMMA.exec(plain) ?? EUROPEAN.exec(plain) ?? [];
  if (whole === "") return refuse(`"${text}" is not a number`);
  const digits = whole.replaceAll(".", "");
  const point = `${digits}.${rest}`;
  const other = whole === digits ? ` or ${digits}${rest}` : "";
  return refuse(
    `"${text}" has a decimal ${comma ? "point" : "comma"}: write ${comma ? swapped(point) : point}${other}`,
  );
}

function finite(digits: string, exponent: string): NumberReading {
  const value = Number(`${digits}e${exponent}`);
  if (!Number.isFinite(value)) return refuse(`${digits}e${exponent} is too large`);
  if (value === 0 && /[1-9]/.test(digits)) return refuse(`${digits}e${exponent} is too small`);
  return { ok: true, value };
}

function refuse(message: string): NumberReading {
  return { ok: false, message };
}
