import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parse, stringify } from "smol-toml";
import { decodingShare } from "@/lib/engine/formulas/load";
import { formula } from "@/lib/formula";
import { LAWS } from "./laws";

/**
 * Leaves each law out of the cross-validated fit in turn: its constants stay where it says nothing, all others are
 * fitted again from where they are, with the derivatives of that point, and again without each family. Writes the
 * errors by class. node scripts/run.mjs ablate LAW [...], or "all" for the fit with every law; one law a run where the
 * law is a formula, because formulas are laid out when the engine is loaded.
 */
const TABLE = "data/benchmarks/ablation.toml";

type Line = {
  id: string;
  label: string;
  engineVersion: string;
  class: { id: string; median: number; within25: number }[];
};

async function ablate(asked: readonly string[]): Promise<void> {
  const unknown = asked.find((id) => id !== "all" && !LAWS.some((law) => law.id === id));
  if (unknown || asked.length === 0) throw new Error(`laws are all, ${LAWS.map(({ id }) => id).join(", ")}`);
  const [first] = asked;
  if (LAWS.find(({ id }) => id === first)?.formula)
    Object.assign(
      decodingShare,
      formula("1", "Share of the batch that decodes in a step with a prompt chunk")`1`,
    );
  const { errorsWithout } = await import("./without-law");
  const { ENGINE_VERSION } = await import("@/lib/engine");
  for (const id of asked) {
    const law = LAWS.find((each) => each.id === id);
    if (law?.formula && asked.length > 1) throw new Error(`${id} is a formula: ask for it alone`);
    const line: Line = {
      id,
      label: law?.label ?? "All laws",
      engineVersion: ENGINE_VERSION,
      class: errorsWithout(law),
    };
    console.log(
      line.label,
      line.class.map(({ id, median, within25 }) => `${id} ${median}/${within25}`).join(", "),
    );
    const table = existsSync(TABLE) ? (parse(readFileSync(TABLE, "utf8")) as { law?: Line[] }) : {};
    const order = ["all", ...LAWS.map((each) => each.id)];
    // The fit with all laws stays for each engine under which a law was left out.
    const replaced = (each: Line) =>
      each.id === id && (id !== "all" || each.engineVersion === line.engineVersion);
    const lines = [...(table.law ?? []).filter((each) => !replaced(each)), line].sort(
      (a, b) => order.indexOf(a.id) - order.indexOf(b.id),
    );
    const record = { date: new Date().toISOString().slice(0, 10), engineVersion: ENGINE_VERSION, law: lines };
    writeFileSync(
      TABLE,
      `# Written by scripts/ablate.ts; docs/accuracy-cv.md says what it is.\n${stringify(record)}\n`,
    );
  }
}

await ablate(process.argv.slice(2));
