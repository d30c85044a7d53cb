import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accelerators, formats, models } from "@/lib/catalog";
import { longestRequest } from "@/lib/engine";
import { benchmarksOf } from "@/lib/measure/commands/benchmarks";
import { commandsOf, serveWith } from "@/lib/measure/commands/commands-of";
import { argumentsOf, type Invocation, quoted, shellText } from "@/lib/measure/commands/invocation";
import { isSixteen, longestContext, type ToServe } from "@/lib/measure/commands/to-serve";
import { BENCHMARKS, SERVERS, TOOLS, type ToolId, toolOf } from "@/lib/measure/commands/tool";
import { planOf } from "@/lib/scenario/plan";
import { scenarioSchema } from "@/lib/scenario/schema";
import { optionsOf, refusedBy } from "./published-options";

const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values);

/** Any plan that the schema lets through, of any model on any chip in any formats. */
const anyPlan = fc
  .record({
    model: oneOf(...models()),
    chip: oneOf(...accelerators()),
    weights: oneOf(...formats()),
    kvCache: oneOf(...formats()),
    serving: fc.record({
      memoryFraction: fc.integer({ min: 10, max: 100 }).map((percent) => percent / 100),
      chunkTokens: oneOf(256, 2048, 8192, 100_000),
      prefixCache: oneOf(undefined, "on" as const, "off" as const),
      streamInterval: oneOf(undefined, 1, 20),
      speculation: oneOf(...(["none", "draft", "mtp", "eagle", "medusa"] as const)),
      draftTokens: fc.integer({ min: 1, max: 16 }),
      batching: oneOf(...(["continuous", "static", "offline"] as const)),
      adapters: oneOf(undefined, 1, 40),
      adapterRank: oneOf(undefined, 5, 64),
    }),
    layout: fc.record({
      tp: oneOf(1, 2, 8, 12),
      pp: oneOf(1, 2, 4),
      dp: oneOf(1, 4),
      ep: oneOf(1, 8),
      prefillReplicas: oneOf(0, 2),
      threads: oneOf(undefined, 64),
      powerLimit: oneOf(undefined, 350),
      instances: oneOf(undefined, 3, 7),
      partition: oneOf(undefined, "mig" as const),
    }),
    workload: fc.record({
      inputTokens: fc.double({ min: 1, max: 200_000, noNaN: true }),
      outputTokens: fc.double({ min: 1, max: 20_000, noNaN: true }),
      cachedPrefix: oneOf(0, 0.5, 0.99),
      inputSpread: oneOf(0, 1.5),
    }),
    turns: oneOf(1, 2, 12),
    longest: fc.record({ longestInput: oneOf(undefined, 90_000), longestOutput: oneOf(undefined, 30_000) }),
    loads: fc.array(fc.integer({ min: 1, max: 4096 }), { minLength: 1, maxLength: 4 }),
    latency: oneOf(undefined, 0.4, 90),
  })
  .map(
    ({
      model,
      chip,
      weights,
      kvCache,
      serving,
      layout,
      workload,
      turns,
      longest,
      loads,
      latency,
    }): ToServe => {
      const said = <T extends object>(part: T) =>
        Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
      const scenario = scenarioSchema.parse({
        workload: { ...workload, ...said(longest), model: model.id },
        traffic: { turns },
        serving: { ...said(serving), weights: weights.id, kvCache: kvCache.id },
        options: [{ ...said(layout), accelerator: chip.id }],
      });
      const { id, name, vendor, kind, link } = chip;
      return {
        plan: planOf(scenario, 0),
        model,
        ...(layout.tp === 12 ? {} : { draft: model }),
        accelerator: { id, name, vendor, kind, domain: link?.domain },
        weights,
        kvCache,
        loads,
        latencies: loads.map(() => latency),
      };
    },
  );

/** What a tool's documentation has against an invocation. */
function complaints({ tool, positional = [], options }: Invocation): string[] {
  const record = toolOf(tool);
  return [
    ...(positional.length === record.positional ? [] : [`${tool} takes ${record.positional} arguments`]),
    ...options.flatMap(([name, value]) => refusedBy(optionsOf(tool), name, value?.toString()) ?? []),
  ];
}

describe("the commands of any plan", () => {
  it("use options that their tools' documentation lists, with values that it takes", () => {
    fc.assert(
      fc.property(anyPlan, oneOf(...SERVERS), (asked, server) => {
        const all = [
          serveWith(server, asked),
          ...BENCHMARKS.flatMap((benchmark) => benchmarksOf(benchmark, asked, server)),
        ];
        expect(all.flatMap(complaints)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("let in the longest request that the plan has, as far as the model goes", () => {
    fc.assert(
      fc.property(anyPlan, (asked) => {
        const { plan, model } = asked;
        const longest = Math.min(longestRequest(plan), model.contextMax ?? Number.POSITIVE_INFINITY);
        expect(longestContext(asked)).toBeGreaterThanOrEqual(Math.floor(longest));
        expect(longestContext(asked)).toBeLessThanOrEqual(model.contextMax ?? Number.POSITIVE_INFINITY);
      }),
      { numRuns: 150 },
    );
  });

  it("say what stands in them for a name that only the person knows", () => {
    fc.assert(
      fc.property(anyPlan, oneOf(...SERVERS), (asked, server) => {
        const { options, files = {}, unsaid } = serveWith(server, asked);
        const text = JSON.stringify([options, files]);
        const said = unsaid.join("\n");
        for (const stand of ["DRAFT-MODEL", "DRAFT-HEADS"])
          expect([stand, said.includes(stand)]).toEqual([stand, text.includes(stand)]);
        if (text.includes(".gguf")) expect(said).toMatch(/stands for your own GGUF file/);
      }),
      { numRuns: 150 },
    );
  });

  it("are read by a shell as the words that were meant", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 5 }), (words) => {
        const kept = words.map((word) => word.replaceAll("\0", ""));
        const text = `printf '%s\\0' ${kept.map(quoted).join(" ")}`;
        const read = execFileSync("sh", ["-c", text], { encoding: "utf8" }).split("\0").slice(0, -1);
        expect(read).toEqual(kept.length > 0 ? kept : [""]);
      }),
      { numRuns: 25 },
    );
    const [asked] = fc.sample(anyPlan, { numRuns: 1, seed: 7 }) as [ToServe];
    const serve = serveWith("vllm-serve", asked);
    const shown = shellText(serve).replace(/^vllm serve/, "printf '%s\\0'");
    expect(execFileSync("sh", ["-c", shown], { encoding: "utf8" }).split("\0").slice(0, -1)).toEqual(
      argumentsOf(serve),
    );
  });

  it("stand beside manifests with as many replicas and accelerators, and nothing that is no word", () => {
    fc.assert(
      fc.property(anyPlan, oneOf(...SERVERS), fc.integer({ min: 1, max: 90 }), (asked, server, replicas) => {
        const [, , kubernetes, compose] = commandsOf(server, "aiperf", asked, replicas);
        expect(kubernetes?.text).toContain(`\n  replicas: ${replicas}\n`);
        const { tp, pp, dp } = asked.plan.option;
        if (asked.accelerator.vendor === "NVIDIA") {
          expect(kubernetes?.text).toContain(`"nvidia.com/gpu": ${tp * pp * dp} }`);
          expect(compose?.text).toContain(`count: ${tp * pp * dp},`);
        }
        expect(kubernetes?.text).toMatch(/metadata: \{ name: [a-z0-9]([a-z0-9-]*[a-z0-9])? \}/);
        for (const { text } of [kubernetes, compose].flatMap((each) => each ?? []))
          expect(text).not.toMatch(/undefined|NaN|\[object/);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the list of a tool", () => {
  it("names its version, its documentation and when it was read, and is whole", () => {
    // The fewest of each documentation, counted in it: a list that lost some is no list to check against.
    const LEAST: Readonly<Record<ToolId, number>> = {
      "vllm-serve": 370,
      "sglang-serve": 330,
      "trtllm-serve": 59,
      "llama-server": 320,
      "vllm-bench": 97,
      "sglang-bench": 43,
      guidellm: 20,
      aiperf: 300,
      "llama-bench": 35,
    };
    for (const id of Object.keys(TOOLS) as ToolId[]) {
      const { version, source, read, name, note } = toolOf(id);
      expect(`${name} ${version}`).toMatch(/\S \S/);
      expect(source).toMatch(/^https:\/\/github\.com\/[^/]+\/[^/]+\/blob\/[0-9a-f]{40}\//);
      expect(read).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(note).toMatch(/^All /);
      const options = Object.keys(optionsOf(id));
      expect([id, options.length >= LEAST[id]]).toEqual([id, true]);
      expect(options.filter((option) => !/^--?[a-z0-9][\w.-]*$/.test(option))).toEqual([]);
    }
  });

  it("refuses an option or a value that it does not have", () => {
    const vllm = optionsOf("vllm-serve");
    expect(refusedBy(vllm, "--tp", "2")).toBe("has no option --tp");
    expect(refusedBy(vllm, "--kv-cache-dtype", "int4")).toMatch(/does not take int4/);
    expect(refusedBy(vllm, "--tensor-parallel-size", "2.5")).toMatch(/whole number/);
    expect(refusedBy(vllm, "--tensor-parallel-size")).toMatch(/needs a value/);
    expect(refusedBy(vllm, "--enable-expert-parallel", "1")).toMatch(/takes no value/);
    expect(refusedBy(vllm, "--speculative-config", "{")).toMatch(/JSON/);
    expect(refusedBy(vllm, "--gpu-memory-utilization", "most")).toMatch(/number/);
    expect(refusedBy(vllm, "constructor", "1")).toBe("has no option constructor");
    const guidellm = optionsOf("guidellm");
    expect(refusedBy(guidellm, "--profile", "kind=concurrent,streams=2")).toBeUndefined();
    expect(refusedBy(guidellm, "--profile", "kind=concurrent,rate=2")).toMatch(/has no rate/);
    expect(refusedBy(guidellm, "--profile", "kind=waves")).toMatch(/no kind waves/);
  });
});

/** What of a plan a command may not leave out in silence: it stands in it, or beside it among what is not said. */
const SAID: readonly [what: string, has: (plan: ToServe["plan"]) => boolean, said: RegExp][] = [
  ["adapters", ({ serving }) => serving.adapters !== undefined, /lora/i],
  ["instances", ({ option }) => (option.instances ?? 1) > 1, /instances share/],
  ["batches", ({ serving }) => serving.batching === "static", /static batches|no-cont-batching/],
  ["power", ({ option }) => option.powerLimit !== undefined, /power limit/],
  ["prompt replicas", ({ option }) => option.prefillReplicas > 0, /prompts alone/],
  ["stream", ({ serving }) => (serving.streamInterval ?? 1) > 1, /stream.?interval/i],
  [
    "no prefixes",
    ({ serving }) => serving.prefixCache === "off",
    /prefix-caching|radix|block_reuse: false|no-cache-prompt/,
  ],
  ["drafting", ({ serving }) => serving.speculation !== "none", /spec|Medusa/],
];

describe("what a plan asks", () => {
  it("is in every server's command, or said not to be", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyPlan, oneOf(...SERVERS), (asked, server) => {
        const { options, files = {}, unsaid } = serveWith(server, asked);
        const told = JSON.stringify([options, files]);
        for (const [what, has, said] of SAID) {
          if (!has(asked.plan)) continue;
          seen.add(what);
          expect([what, said.test(told + unsaid.join())]).toEqual([what, true]);
        }
        const { id, name } = asked.kvCache;
        const kept = isSixteen(asked.kvCache) || id === "fp32" || told.includes(id.replace("gguf-", ""));
        expect([name, kept || unsaid.join().includes(`no ${name} cache`)]).toEqual([name, true]);
      }),
      { numRuns: 100 },
    );
    expect(seen.size).toBe(SAID.length);
  });
});
