import { fields } from "./fields";
import { applyPatch } from "./patch";
import type { Scenario } from "./schema";
import { spelling } from "./spelling";

/** What a person's own requests come to: means and spreads of lengths, and how they arrive where times are given. */
export type OwnRequests = {
  count: number;
  inputTokens: number;
  outputTokens: number;
  inputSpread: number;
  outputSpread: number;
  longestInput: number;
  /** Requests a second over the whole list, and the deviation of the time between them over its mean. */
  arrivals?: { rate: number; burstiness: number };
  /** Lines that were left out because their lengths are no numbers. */
  skipped: number;
};

export type RequestsReading = { ok: true; requests: OwnRequests } | { ok: false; message: string };

/** What columns may be called, as the usual logs and traces call them. */
const NAMES = {
  input: [
    "input",
    "input tokens",
    "inputtokens",
    "input_tokens",
    "prompt_tokens",
    "contexttokens",
    "isl",
    "input_length",
    "request tokens",
  ],
  output: [
    "output",
    "output tokens",
    "outputtokens",
    "output_tokens",
    "completion_tokens",
    "generatedtokens",
    "osl",
    "output_length",
    "response tokens",
  ],
  time: ["time", "timestamp", "arrival", "arrival_time", "arrived_at", "start_time"],
} as const;

/** Fewer say nothing of a spread. */
const FEWEST = 10;

/** Reads the rows of a table of requests, headings first. Never throws. */
export function readRequests(rows: readonly (readonly string[])[]): RequestsReading {
  const [headings = [], ...lines] = rows;
  const at = (names: readonly string[]) => headings.findIndex((heading) => names.includes(spelling(heading)));
  const [input, output, time] = [at(NAMES.input), at(NAMES.output), at(NAMES.time)];
  if (input < 0 || output < 0) {
    const understood = headings.map((heading) => `"${heading.trim().slice(0, 40)}"`).slice(0, 8);
    return {
      ok: false,
      message: `the first line needs a column "input_tokens" and one "output_tokens", understood ${understood.join(", ") || "nothing"}`,
    };
  }
  const said = lines.filter((cells) => cells.some((cell) => cell.trim() !== ""));
  const read = said.flatMap((cells) => {
    const [tokens, answer] = [lengthOf(cells[input]), lengthOf(cells[output])];
    return tokens > 0 && answer > 0 ? [{ tokens, answer, at: timeOf(cells[time]) }] : [];
  });
  if (read.length < FEWEST) {
    return {
      ok: false,
      message: `it has ${read.length} lines with two lengths; at least ${FEWEST} are needed`,
    };
  }
  const inputs = read.map(({ tokens }) => tokens);
  const outputs = read.map(({ answer }) => answer);
  const arrivals = arrivalsOf(read.map(({ at: when }) => when));
  return {
    ok: true,
    requests: {
      count: read.length,
      inputTokens: rounded(mean(inputs)),
      outputTokens: rounded(mean(outputs)),
      inputSpread: rounded(deviation(inputs) / mean(inputs)),
      outputSpread: rounded(deviation(outputs) / mean(outputs)),
      longestInput: inputs.reduce((most, each) => Math.max(most, each), 0),
      ...(arrivals ? { arrivals } : {}),
      skipped: said.length - read.length,
    },
  };
}

/** The scenario asked with those lengths and, where times were given, at that rate. */
export const withRequests = (scenario: Scenario, requests: OwnRequests): Scenario => {
  const { inputTokens, outputTokens, inputSpread, outputSpread, longestInput, arrivals } = requests;
  const { max } = fields["traffic.burstiness"];
  return applyPatch(scenario, {
    workload: { inputTokens, outputTokens, inputSpread, outputSpread, longestInput },
    ...(arrivals
      ? {
          traffic: {
            load: "rate",
            requestRate: arrivals.rate,
            burstiness: Math.min(max, arrivals.burstiness),
            turns: 1,
          },
        }
      : {}),
  });
};

const lengthOf = (cell = ""): number => {
  const length = Number(cell.trim().replaceAll(",", ""));
  return Number.isFinite(length) ? Math.round(length) : 0;
};

/** Seconds: a number is taken as seconds, anything else as a date and time. */
function timeOf(cell = ""): number {
  const text = cell.trim();
  if (text === "") return Number.NaN;
  const seconds = Number(text);
  if (Number.isFinite(seconds)) return seconds;
  // Seven decimals of a second, as some clouds print, are more than a date may have.
  const [whole = "", fraction = ""] = text.split(/\.(?=\d+Z?$)/);
  const moment = Date.parse(/[Z+]|-\d\d:?\d\d$/.test(whole) ? whole : `${whole.replace(" ", "T")}Z`);
  return moment / 1000 + Number(`0.${fraction.replace("Z", "") || 0}`);
}

function arrivalsOf(times: readonly number[]): OwnRequests["arrivals"] {
  if (times.some(Number.isNaN)) return undefined;
  const sorted = times.toSorted((a, b) => a - b);
  const gaps = sorted.slice(1).map((time, index) => time - (sorted[index] ?? time));
  const gap = mean(gaps);
  return gap > 0 ? { rate: rounded(1 / gap), burstiness: rounded(deviation(gaps) / gap) } : undefined;
}

const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((each) => (each - middle) ** 2)));
}

/** Four digits are what a list of requests can tell. */
const rounded = (value: number) => Number(value.toPrecision(4));
