import "server-only";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import * as z from "zod";
import { ENGINE_VERSION } from "@/lib/engine";
import { scenarioSchema } from "@/lib/scenario";
import { acceleratorList, modelList, priceList } from "./catalog-lists";
import { inThread } from "./in-thread";
import type { Outcome } from "./outcome";
import { searchWishes } from "./request-schemas";
import { takeWork } from "./shares";
import type { TaskName } from "./tasks";

/** What an assistant asks about: a scenario without records and measurements of one's own, which are long to describe. */
const scenario = scenarioSchema.omit({ custom: true, measurements: true, calibration: true });

const INSTRUCTIONS = `Plans the cost per token of serving large language models. A scenario says the model, the traffic, the goals and the options (accelerators) to compare; ids come from the tool "catalog". Quantities may be text with a unit ("128k", "$2.49/h", "50 ms"). Answers are in base units: seconds, bytes, tokens, USD; costPerToken is USD a token. A range says how far a figure may be off, and on what that rests. Engine ${ENGINE_VERSION}.`;

/** Records of each kind that a look-up lists, at most: more would crowd a conversation out. */
const MOST_LISTED = 40;

const text = (value: string, isError = false): CallToolResult => ({
  content: [{ type: "text", text: value }],
  ...(isError ? { isError } : {}),
});

/** A server of the Model Context Protocol for one request: it keeps nothing between two. */
export function assistantServer(request: Request): McpServer {
  const server = new McpServer(
    { name: "inference-planner", version: ENGINE_VERSION },
    { instructions: INSTRUCTIONS, capabilities: { tools: {} } },
  );
  const computed = async (name: "brief" | "compare" | "search", input: unknown) =>
    answered(request, name, () => inThread(name, input, request.signal));
  const readOnly = { readOnlyHint: true, openWorldHint: false };

  server.registerTool(
    "estimate",
    {
      title: "Estimate a scenario",
      description:
        "Figures of every option of a scenario (cost, latency, throughput, memory, energy) with ranges and notes.",
      inputSchema: { scenario },
      annotations: readOnly,
    },
    ({ scenario }) => computed("brief", scenario),
  );
  server.registerTool(
    "compare",
    {
      title: "Compare options",
      description:
        "Ranks the options of a scenario: the cheapest that keeps the goals first, one row each, and the answer.",
      inputSchema: { scenario },
      annotations: readOnly,
    },
    ({ scenario }) => computed("compare", scenario),
  );
  server.registerTool(
    "search",
    {
      title: "Search for the cheapest",
      description:
        "Looks through accelerators, counts, formats, engines and batch sizes for the cheapest ways to serve a scenario. May take ten seconds; the scenario's own options are tried too where what is searched has them.",
      inputSchema: { scenario, ...searchWishes, top: searchWishes.top.default(5) },
      annotations: readOnly,
    },
    (input) => computed("search", input),
  );
  server.registerTool(
    "catalog",
    {
      title: "Look up the catalog",
      description: `Models, accelerators and dated prices by words in their names, ${MOST_LISTED} of each at most.`,
      inputSchema: {
        kind: z.enum(["models", "accelerators", "prices"]),
        words: z
          .string()
          .max(200)
          .default("")
          .describe("Words that a name must have; for prices an accelerator's id"),
      },
      annotations: readOnly,
    },
    ({ kind, words }) => text(JSON.stringify(lookedUp(kind, words))),
  );
  return server;
}

async function answered(
  request: Request,
  name: TaskName,
  work: () => Promise<Outcome<string>>,
): Promise<CallToolResult> {
  const none = await takeWork(request, name);
  const outcome: Outcome<string> = none ? { ok: false, refusal: none } : await work();
  return outcome.ok ? text(outcome.value) : text(JSON.stringify(outcome.refusal), true);
}

function lookedUp(kind: "models" | "accelerators" | "prices", words: string) {
  const found =
    kind === "models"
      ? modelList(words)
      : kind === "accelerators"
        ? acceleratorList(words)
        : priceList(words);
  return { found: found.length, [kind]: found.slice(0, MOST_LISTED) };
}
