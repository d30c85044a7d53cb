import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { expect, it } from "vitest";
import * as prices from "@/app/api/v1/catalog/prices/route";
import * as batch from "@/app/api/v1/estimate/batch/route";
import * as estimate from "@/app/api/v1/estimate/route";
import * as exported from "@/app/api/v1/export/route";
import * as project from "@/app/api/v1/project/route";
import * as search from "@/app/api/v1/search/route";
import * as simulate from "@/app/api/v1/simulate/route";
import { assistantServer } from "@/app/service/assistant-tools";
import { SCENARIO } from "@/app/service/operations/examples";
import * as answers from "@/app/service/response-schemas";
import { source } from "@/lib/catalog";
import { answer, sized } from "@/lib/engine";
import { exportCsv } from "@/lib/export/estimate-csv";
import { baseDemand } from "@/lib/money";
import { scenarioSchema } from "@/lib/scenario";
import { planOf } from "@/lib/scenario/plan";
import { optionMonths } from "@/lib/view/money/months";
import { LOOKUP } from "../engine/plans";

const ask = (body: unknown, query = ""): Request =>
  new Request(`http://127.0.0.1/${query}`, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

const scenario = scenarioSchema.parse(SCENARIO);
const whole = answer(scenario, LOOKUP);

it("estimates as the engine does, and says so as its document has it", async () => {
  const response = await estimate.POST(ask(SCENARIO));
  const found = answers.estimate.parse(await response.json());
  expect(found).toEqual(JSON.parse(JSON.stringify(whole)));
});

it("estimates a batch line by line, in order, and each fault by itself", async () => {
  const one = { workload: SCENARIO.workload, options: [{ accelerator: "nvidia-l40s", tp: 8 }] };
  const lines = Array.from({ length: 45 }, (_, index) =>
    index === 7 ? { ...one, options: [] } : { ...one, name: `n${index}` },
  );
  const response = await batch.POST(ask(`${lines.map((line) => JSON.stringify(line)).join("\n")}\n\n`));
  expect(response.headers.get("content-type")).toBe("application/x-ndjson");
  const said = (await response.text())
    .trimEnd()
    .split("\n")
    .map((line) => answers.batchLine.parse(JSON.parse(line)));
  expect(said.map(({ index }) => index)).toEqual(lines.map((_, index) => index));
  expect(said[7]).toMatchObject({ problem: { status: 422, errors: [{ path: "options" }] } });
  expect(said[8]?.estimate?.scenario.name).toBe("n8");
  const torn = await batch.POST(ask(`${JSON.stringify(one)}\n{"workload":`));
  expect([torn.status, (await torn.json()).errors[0].path]).toEqual([400, "1"]);
  expect((await batch.POST(ask("1\n".repeat(1001)))).status).toBe(413);
  expect((await batch.POST(ask("\n \n"))).status).toBe(400);
});

it("simulates, projects and exports with the figures of the engine and the page", async () => {
  const times = answers.simulation.parse(
    await (await simulate.POST(ask({ scenario: SCENARIO, seed: 3 }))).json(),
  );
  const own = sized(planOf(scenario, 0), LOOKUP, { seed: 3 });
  expect(times.options[0]).toMatchObject(
    JSON.parse(JSON.stringify({ percentiles: "percentiles" in own && own.percentiles })),
  );
  const months = answers.projection.parse(await (await project.POST(ask({ scenario: SCENARIO }))).json());
  const demand = baseDemand(whole, 0);
  expect(months.demand).toEqual({ requests: demand?.requests, basis: demand?.basis });
  const [first] = optionMonths(whole, demand?.requests ?? 0);
  const [table] = months.months;
  const paid = table && "rows" in table ? table.rows.map((row) => row.cumulative) : [];
  const expected = first?.ok
    ? first.projection.months.map(({ index }) => first.projection.monthly("cumulative", index))
    : [];
  expect(expected.length).toBeGreaterThan(11);
  expect(paid).toEqual(expected);
  const csv = await exported.POST(ask(SCENARIO, "?format=csv&profile=excel-eu"));
  expect(csv.headers.get("content-disposition")).toContain("Two%20ways%20to%20serve%202%20000%20users.csv");
  // As bytes: reading it as text would drop its byte order mark.
  expect(Buffer.from(await csv.arrayBuffer()).toString()).toBe(
    exportCsv("figures", whole, LOOKUP, source, "excel-eu"),
  );
  const sheet = await exported.POST(ask(SCENARIO));
  expect(
    Buffer.from(await sheet.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
});

it("searches among what is named, with the figures of each answer", async () => {
  const wishes = {
    accelerators: ["nvidia-l40s"],
    engines: ["vllm"],
    counts: [8],
    weights: ["fp8"],
    batches: [16, 64],
    top: 1,
  };
  const found = answers.search.parse(
    await (await search.POST(ask({ scenario: SCENARIO, ...wishes }))).json(),
  );
  const [best] = found.results;
  const option = scenarioSchema.shape.options.parse([best?.option]);
  expect(best?.figures).toEqual(answer({ ...scenario, options: option }, LOOKUP).options[0]?.figures);
  expect(found.complete).toBe(true);
});

it.each<[string, (request: Request) => Promise<Response>, unknown, string, string]>([
  ["a search", search.POST, { scenario: SCENARIO, accelerators: ["abacus"] }, "", "accelerators"],
  [
    "a search",
    search.POST,
    { scenario: { ...SCENARIO, workload: { model: "none" } } },
    "",
    "scenario.workload.model",
  ],
  ["a search", search.POST, { scenario: {} }, "", "scenario.workload"],
  [
    "a simulation",
    simulate.POST,
    { scenario: { ...SCENARIO, options: [{ accelerator: "abacus" }] } },
    "",
    "scenario.options.0.accelerator",
  ],
  ["a simulation", simulate.POST, { scenario: SCENARIO, seed: 0.5 }, "", "seed"],
  ["a projection", project.POST, { scenario: SCENARIO, requests: -1 }, "", "requests"],
  ["an export", exported.POST, SCENARIO, "?format=pdf", "format"],
  [
    "an export of a model that nobody knows",
    exported.POST,
    { ...SCENARIO, workload: { model: "constructor" } },
    "?format=csv",
    "workload.model",
  ],
])("refuses %s with the path of the field that does not fit", async (_, post, body, query, path) => {
  const response = await post(ask(body, query));
  expect(response.status).toBe(422);
  expect(answers.problemDocument.parse(await response.json()).errors?.map((each) => each.path)).toContain(
    path,
  );
});

it("lists the catalog by its version, and offers of one accelerator", async () => {
  const get = (headers = {}) =>
    prices.GET(new Request("http://127.0.0.1/?accelerator=nvidia-l40s", { headers }));
  const first = get();
  const listed = answers.prices.parse(await first.json());
  expect(new Set((listed.prices as { accelerator: string }[]).map((each) => each.accelerator))).toEqual(
    new Set(["nvidia-l40s"]),
  );
  expect(get({ "if-none-match": first.headers.get("etag") ?? "" }).status).toBe(304);
  expect(prices.GET(new Request("http://127.0.0.1/?accelerator=abacus")).status).toBe(404);
});

it("answers assistants with the same numbers, by tools that say what they take", async () => {
  const server = assistantServer(ask({}));
  const client = new Client({ name: "test", version: "1" });
  const [here, there] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(there), client.connect(here)]);
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(["estimate", "compare", "search", "catalog"]);
  expect(JSON.stringify(tools[0]?.inputSchema)).toContain("outputTokens");
  const call = async (name: string, input: Record<string, unknown>) => {
    const { content, isError } = await client.callTool({ name, arguments: input });
    const [first] = content as { text: string }[];
    return { isError, text: first?.text ?? "" };
  };
  const estimated = JSON.parse((await call("estimate", { scenario: SCENARIO })).text);
  expect(estimated.options[0].figures).toEqual(whole.options[0]?.figures);
  const compared = JSON.parse((await call("compare", { scenario: SCENARIO })).text);
  expect(compared.rows).toHaveLength(2);
  const models = JSON.parse((await call("catalog", { kind: "models", words: "llama 70b" })).text);
  expect(models.models.map(({ id }: { id: string }) => id)).toContain("meta-llama-3.1-70b");
  const unknown = await call("estimate", { scenario: { ...SCENARIO, workload: { model: "none" } } });
  expect(unknown).toMatchObject({ isError: true, text: expect.stringContaining("workload.model") });
  const odd = await call("estimate", { scenario: { ...SCENARIO, colour: "red" } });
  expect(odd.isError).toBe(true);
  await client.close();
});
