import type { Scenario } from "@/lib/scenario";
import { benchmarksOf } from "./benchmarks";
import { type Invocation, shellText } from "./invocation";
import { composeOf, kubernetesOf } from "./manifests";
import { serveLlama } from "./serve-llama";
import { serveSglang } from "./serve-sglang";
import { serveTrtllm } from "./serve-trtllm";
import { serveVllm } from "./serve-vllm";
import type { ToServe } from "./to-serve";
import { type BenchmarkId, type ServerId, toolOf } from "./tool";

const SERVE: Readonly<Record<ServerId, (asked: ToServe) => Invocation>> = {
  "vllm-serve": serveVllm,
  "sglang-serve": serveSglang,
  "trtllm-serve": serveTrtllm,
  "llama-server": serveLlama,
};

/** What runs a plan's engine; undefined for a stack without a command here. */
export function serverFor(engine: Scenario["serving"]["engine"]): ServerId | undefined {
  if (engine === "vllm" || engine === "sglang") return `${engine}-serve`;
  if (engine.startsWith("trtllm")) return "trtllm-serve";
  return engine === "llama-cpp" ? "llama-server" : undefined;
}

/** The benchmark that belongs to a server. */
export const benchmarkFor = (server: ServerId): BenchmarkId =>
  (
    ({
      "vllm-serve": "vllm-bench",
      "sglang-serve": "sglang-bench",
      "trtllm-serve": "aiperf",
      "llama-server": "llama-bench",
    }) as const
  )[server];

/** The invocation that starts one replica of a plan. */
export const serveWith = (server: ServerId, asked: ToServe): Invocation => SERVE[server](asked);

/** A text to copy, what it cannot say, and where its options are documented. */
export interface Command {
  readonly title: string;
  readonly text: string;
  readonly unsaid: readonly string[];
  /** The tool's version that it is written for, and its documentation. */
  readonly version: string;
  readonly source: string;
}

/** All that starts and measures a plan with one server and one benchmark. */
export function commandsOf(
  server: ServerId,
  benchmark: BenchmarkId,
  asked: ToServe,
  replicas: number,
): Command[] {
  const serve = serveWith(server, asked);
  const runs = benchmarksOf(benchmark, asked, server);
  const of = (id: ServerId | BenchmarkId) => {
    const { name, version, source } = toolOf(id);
    return { version: `${name} ${version}`, source };
  };
  return [
    { title: "Start one replica", text: shellText(serve), unsaid: serve.unsaid, ...of(server) },
    { title: "Measure it", text: runs.map(shellText).join("\n\n"), unsaid: distinct(runs), ...of(benchmark) },
    { title: "Kubernetes manifest", ...kubernetesOf(asked, serve, replicas), ...of(server) },
    { title: "Compose file", ...composeOf(asked, serve), ...of(server) },
  ];
}

const distinct = (runs: readonly Invocation[]): string[] => [
  ...new Set(runs.flatMap(({ unsaid }) => unsaid)),
];
