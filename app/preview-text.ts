import "server-only";

/** Letters that the font of preview images has: what it lacks would be looked for on other servers. */
const HAS = /[\u0020-\u007e\u00a0-\u017f\u2013\u2014\u2018-\u201d\u2022\u2026\u20ac]/u;

/** A text as a preview image can show it: any other letter is left out, and the whole is cut to a length. */
export function previewText(text: string, length: number): string {
  const shown = [...text.replaceAll("→", "to").replaceAll("≤", "<=")]
    .filter((letter) => HAS.test(letter))
    .join("");
  const plain = shown.replace(/\s+/g, " ").trim();
  return plain.length > length ? `${plain.slice(0, length - 1).trimEnd()}…` : plain;
}
