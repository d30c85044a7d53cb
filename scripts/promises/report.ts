import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import type { Measured } from "./promise";

/** A promise with what was measured of it. */
export interface Row extends Measured {
  readonly promise: string;
  /** The day it was tried on. */
  readonly date: string;
}

const HEAD = ["Promise", "Goal", "Measured", "Holds", "Tried on"];

/** An empty cell would be read for none. */
const cell = (text: string): string => text.replace(/\s+/g, " ").replaceAll("|", "\\|") || "–";

const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim() || "processor"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${process.platform}; server, database and clients on this one machine, loopback only`;

/** What else the machine had to do when this run began: figures of load say little beside much of it. */
const BUSY = loadavg()[0] ?? 0;

/** What stands where nothing was measured yet. */
const UNTRIED = "not tried yet";

/** The rows of an earlier run that this one has not tried. */
function earlier(path: string, tried: ReadonlySet<string>): Row[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| Promise |"))
    .flatMap((line) => {
      const [promise = "", goal = "", measured = "", holds = "", date = ""] = line
        .slice(2, -2)
        .split(/(?<!\\)\s\|\s/)
        .map((text) => text.replaceAll("\\|", "|").trim());
      return tried.has(promise) || measured === UNTRIED
        ? []
        : [{ promise, goal, measured, holds: holds === "yes", date }];
    });
}

/** Writes the table of all promises, failures included; what was not tried now keeps what an earlier run has found. */
export function writeReport(path: string, rows: readonly Row[], order: readonly string[]): void {
  const known = [...rows, ...earlier(path, new Set(rows.map(({ promise }) => promise)))].filter(
    ({ promise }) => order.includes(promise),
  );
  known.sort((a, b) => order.indexOf(a.promise) - order.indexOf(b.promise));
  const broken = known.filter(({ holds }) => !holds).length;
  const untried = order.filter((promise) => known.every((row) => row.promise !== promise));
  const lines = [
    "# What the service promises, tried",
    "",
    `Written by \`npm run promises\`, which starts a PostgreSQL and application processes of its own, loads and kills them. ${order.length} promises: ${known.length - broken} kept, ${broken} not, ${untried.length} not tried yet. Machine: ${machine()}. When the last run began, other programs' load was ${BUSY.toFixed(1)}.`,
    "",
    `| ${HEAD.join(" | ")} |`,
    `|${HEAD.map(() => "---|").join("")}`,
    ...known.map(
      ({ promise, goal, measured, holds, date }) =>
        `| ${[promise, goal, measured].map(cell).join(" | ")} | ${holds ? "yes" : "**no**"} | ${date} |`,
    ),
    ...untried.map((promise) => `| ${cell(promise)} | – | ${UNTRIED} | – | – |`),
    "",
  ];
  writeFileSync(path, lines.join("\n"));
}
