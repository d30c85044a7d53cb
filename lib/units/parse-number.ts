export type NumberReading = { ok: true; value: number } | { ok: false; message: string };

const PLAIN = /^(?:\d+\.?\d*|\.\d+)$/;
// One kind of separator throughout, full groups of three, no leading zero: "0,500" is a decimal comma.
const GROUPED = /^[1-9]\d{0,2}([,_' \u00a0\u2009\u202f])\d{3}(?:\1\d{3})*(?:\.\d*)?$/;
const DECIMAL_COMMA = /^(\d+),(\d+)$/;
const EUROPEAN = /^(\d{1,3}(?:\.\d{3})+),(\d+)$/;

/** Reads an unsigned decimal number: "1000", "1,000", "1 000", "3.35", ".5". Never guesses a decimal comma. */
export function readNumber(text: string, exponent = "0"): NumberReading {
  if (PLAIN.test(text)) return finite(text, exponent);
  if (GROUPED.test(text)) return finite(text.replace(/[^\d.]/g, ""), exponent);
  const comma = DECIMAL_COMMA.exec(text);
  if (comma) {
    const [, whole = "", rest = ""] = comma;
    return refuse(`"${text}" has a decimal comma: write ${whole}.${rest} or ${whole}${rest}`);
  }
  const european = EUROPEAN.exec(text);
  if (european) {
    const [, whole = "", rest = ""] = european;
    return refuse(`"${text}" has a decimal comma: write ${whole.replaceAll(".", "")}.${rest}`);
  }
  return refuse(`"${text}" is not a number`);
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
