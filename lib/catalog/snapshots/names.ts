/** A name as its words: "NVIDIA A100-SXM4-80GB" is "nvidia a100 sxm4 80gb". */
export const wordsOf = (name: string): string =>
  name
    .toLowerCase()
    .split(/[^a-z0-9.]+/)
    .filter(Boolean)
    .join(" ");

/** Whether the words of `part` stand together in `whole`. */
export const holdsWords = (whole: string, part: string): boolean => ` ${whole} `.includes(` ${part} `);
