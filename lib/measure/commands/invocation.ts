import { type ToolId, toolOf } from "./tool";

/** An option with its value, or alone where it is a switch. */
export type Given = readonly [name: string, value?: string | number];

/** A command of a tool before it is text. */
export interface Invocation {
  readonly tool: ToolId;
  readonly positional?: readonly string[];
  readonly options: readonly Given[];
  /** Files that have to be there first, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** What of the plan this tool has no option for, or does otherwise. */
  readonly unsaid: readonly string[];
}

/** Text as one word of a POSIX shell. */
export const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

/** The words of an invocation after its program, as a list of arguments. */
export const argumentsOf = ({ positional = [], options }: Invocation): string[] => [
  ...positional,
  ...options.flatMap(([name, value]) => (value === undefined ? [name] : [name, String(value)])),
];

/** An invocation as a person pastes it into a shell, an option a line. */
export function shellText(invocation: Invocation): string {
  const { tool, positional = [], options, files = {} } = invocation;
  const head = [...toolOf(tool).program, ...positional].map(quoted).join(" ");
  const lines = options.map(([name, value]) =>
    value === undefined ? name : `${name} ${quoted(String(value))}`,
  );
  const written = Object.entries(files).map(([name, content]) => fileText(name, content));
  return [...written, [head, ...lines].join(" \\\n  ")].join("\n");
}

const END = "END";

/** A shell's way to write a file; the content is taken as it is. */
const fileText = (name: string, content: string): string =>
  `cat > ${quoted(name)} <<'${END}'\n${content.trimEnd()}\n${END}`;
