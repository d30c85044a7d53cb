import { measuredOf, type Result, UnreadableResult } from "../result";
import type { Reader } from "./reader";

/** LoadGen's mlperf_log_summary.txt: "label : value" lines; times are in nanoseconds. */
const TOOL = "MLPerf LoadGen";
const PER_MILLISECOND = 1e6;
const PER_SECOND = 1e9;

const linesOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split("\n").flatMap((line) => {
      const at = line.lastIndexOf(":");
      const label = line.slice(0, at).trim().toLowerCase().replace(/\s+/g, " ");
      return at > 0 ? [[label, line.slice(at + 1).trim()] as const] : [];
    }),
  );

export const mlperf: Reader = {
  tool: TOOL,
  looksLike: 'text that begins with "MLPerf Results Summary"',
  read({ name, text }) {
    if (!/MLPerf Results Summary/.test(text.slice(0, 2000))) return undefined;
    const said = linesOf(text);
    const scenario = said.get("scenario");
    if (scenario !== "Offline" && scenario !== "Server")
      throw new UnreadableResult(
        `${name}: its Scenario is ${scenario ?? "missing"}; Offline and Server are read`,
      );
    const number = (...labels: string[]) => {
      const found = labels.map((label) => said.get(label)).find((value) => value !== undefined);
      return found === undefined ? undefined : Number(found);
    };
    const per = (value: number | undefined, unit: number) => (value === undefined ? undefined : value / unit);
    const rate = number("scheduled samples per second", "completed samples per second");
    const measured = measuredOf({
      output_tokens_per_s_total: number("completed tokens per second", "tokens per second"),
      ttft_ms: per(number("mean first token latency (ns)"), PER_MILLISECOND),
      tpot_ms: per(
        number("mean time per output token (ns)", "mean time to output token (ns)"),
        PER_MILLISECOND,
      ),
      e2e_latency_s: scenario === "Server" ? per(number("mean latency (ns)"), PER_SECOND) : undefined,
    });
    if (measured.length === 0)
      throw new UnreadableResult(
        `${name}: no tokens per second and no token latencies are in it, only samples`,
      );
    const result: Result = {
      tool: TOOL,
      mode: scenario === "Offline" ? "offline" : "server",
      ...(scenario === "Server" && rate !== undefined ? { requestRate: rate } : {}),
      measured,
      remarks:
        said.get("result is") === "VALID"
          ? []
          : [`the run's own verdict is ${said.get("result is") ?? "missing"}`],
    };
    return [result];
  },
};
