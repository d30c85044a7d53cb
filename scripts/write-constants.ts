/** Replaces the numbers of `[constants]` in the text of a record, and leaves every other line as it is. */
export function withConstants(toml: string, constants: ReadonlyMap<string, number>): string {
  let inside = false;
  const seen = new Set<string>();
  const lines = toml.split("\n").map((line) => {
    if (line.startsWith("[")) inside = line.trim() === "[constants]";
    const name = /^(\w+) = /.exec(line)?.[1];
    const value = inside && name ? constants.get(name) : undefined;
    if (value === undefined) return line;
    seen.add(name as string);
    return `${name} = ${value}`;
  });
  const missing = [...constants.keys()].find((name) => !seen.has(name));
  if (missing) throw new Error(`[constants] has no line for ${missing}`);
  return lines.join("\n");
}

/** Replaces what a record says its constants rest on. */
export const withBasis = (toml: string, basis: string): string =>
  toml.replace(/^basis = .*$/m, `basis = ${JSON.stringify(basis)}`);
