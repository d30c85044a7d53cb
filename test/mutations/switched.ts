import type { Mistake } from "./mistakes";

/**
 * What chooses: the mistake that is present is a number on globalThis, or in the environment for the threads and the
 * processes that a test starts. Until one is present it notes which mistakes a test reaches, and with one it ends a
 * program that goes on for too long. One line, so that the lines of the file stay what they are.
 */
const CHOOSER = `const $m = (globalThis.__mistakes ??= (() => {
  const fs = process.getBuiltinModule("node:fs");
  const state = { present: Number(process.env.PRESENT_MISTAKE ?? -1), reached: new Set(), passed: 0, until: Infinity };
  state.at = (number) => {
    if (state.present < 0) {
      if (!state.reached.has(number)) {
        state.reached.add(number);
        if (process.env.REACHED_MISTAKES) fs.appendFileSync(process.env.REACHED_MISTAKES, number + "\\n");
      }
      return false;
    }
    if (++state.passed % 256 === 0 && Date.now() > state.until) throw new Error("it takes too long");
    return state.present === number;
  };
  return state;
})()).at;`.replace(/\s+/g, " ");

/** The code with all mistakes in it, none of them present; the first is known by the number `first`. */
export function switched(code: string, mistakes: readonly Mistake[], first: number): string {
  const numbered = mistakes.map((mistake, index) => ({ ...mistake, number: first + index }));
  const spans = new Map<string, (Mistake & { number: number })[]>();
  for (const each of numbered) {
    const span = `${each.start} ${each.end} ${each.kind === "expression"}`;
    spans.set(span, [...(spans.get(span) ?? []), each]);
  }
  // The widest first: each then holds those that follow until its end.
  const ordered = [...spans.values()].sort(
    ([a], [b]) => (a?.start ?? 0) - (b?.start ?? 0) || (b?.end ?? 0) - (a?.end ?? 0),
  );
  let next = 0;
  const within = (start: number, end: number): string => {
    let text = "";
    let at = start;
    for (let group = ordered[next]; group?.[0] && group[0].start < end; group = ordered[next]) {
      next++;
      text += code.slice(at, group[0].start) + choosing(group, within(group[0].start, group[0].end));
      at = group[0].end;
    }
    return text + code.slice(at, end);
  };
  const shebang = /^#!.*\n/.exec(code)?.[0].length ?? 0;
  const body = within(shebang, code.length);
  return `${code.slice(0, shebang)}${CHOOSER} ${body}`;
}

function choosing(group: readonly (Mistake & { number: number })[], own: string): string {
  const [{ kind, number } = { kind: "expression", number: -1 }] = group;
  if (kind === "body") return `{ if ($m(${number})) return; ${own.slice(1)}`;
  if (kind === "block") return `{ if (!$m(${number})) ${own} }`;
  return `(${group.map((each) => `$m(${each.number}) ? (${each.text}) : `).join("")}(${own}))`;
}
