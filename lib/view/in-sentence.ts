/** A name as it stands within a sentence: "Memory fraction" gives "memory fraction", and "TTFT goal" stays. */
export const inSentence = (name: string): string =>
  name.replace(/^[A-Z](?=[a-z]*(?:[ ,-]|$))/, (letter) => letter.toLowerCase());
