import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { expect, test } from "@playwright/test";
import { readSaved } from "@/lib/view/saved/read-saved";
import { storedResult } from "@/lib/view/saved/stored-result";
import { expectAccessible, expectOwnWidth } from "./accessible";

const plan = {
  workload: { model: "meta-llama-3.1-70b", inputTokens: "2k", batch: 8 },
  options: [{ accelerator: "nvidia-h200-sxm-141gb" }],
};

test("what is saved is what the estimate answers", async ({ request }) => {
  const estimate = await (await request.post("/api/v1/estimate", { data: plan })).json();
  expect(estimate.scenario.workload.inputTokens).toBe(2000);
  const created = await request.post("/api/v1/scenarios", { data: plan });
  expect(created.status()).toBe(201);
  const { viewId, url } = await created.json();
  expect(url).toBe(`/s/${viewId}`);
  const saved = await (await request.get(`/api/v1/scenarios/${viewId}`)).json();
  expect(saved.result).toEqual(storedResult(estimate));
  expect(readSaved(saved)).toEqual({ ok: true, estimate });
  expect(saved.state).toEqual(estimate.scenario);
  expect(JSON.stringify(saved)).not.toContain("editKey");
});

for (const { what, data, path, says } of [
  {
    what: "an unknown model",
    data: { ...plan, workload: { model: "no-such-model" } },
    path: "workload.model",
    says: /no-such-model/,
  },
  {
    what: "an unknown accelerator",
    data: { ...plan, options: [{ accelerator: "abacus" }] },
    path: "options.0.accelerator",
    says: /abacus/,
  },
  {
    what: "a negative batch",
    data: { ...plan, workload: { ...plan.workload, batch: -1 } },
    path: "workload.batch",
    says: /from 1/,
  },
  {
    what: "a length that is no number",
    data: { ...plan, workload: { ...plan.workload, inputTokens: "12x8k" } },
    path: "workload.inputTokens",
    says: /12/,
  },
  { what: "numbers sent along", data: { ...plan, result: { cost: 0 } }, path: "result", says: /not a field/ },
]) {
  for (const endpoint of ["/api/v1/estimate", "/api/v1/scenarios"]) {
    test(`${endpoint} refuses ${what} with the path of the field`, async ({ request }) => {
      const response = await request.post(endpoint, { data });
      expect(response.status()).toBe(422);
      expect(response.headers()["content-type"]).toContain("application/problem+json");
      const { errors } = await response.json();
      expect(errors).toEqual([{ path, message: expect.stringMatching(says) }]);
    });
  }
}

test("broken JSON and a body of 10 MB are refused whole", async ({ request }) => {
  const headers = { "Content-Type": "application/json" };
  const broken = await request.post("/api/v1/scenarios", { headers, data: Buffer.from('{"workload": {') });
  expect(broken.status()).toBe(400);
  expect((await broken.json()).title).toBe("The body is not JSON");
  const large = Buffer.from(JSON.stringify({ ...plan, name: "x".repeat(10_000_000) }));
  const refused = await request.post("/api/v1/scenarios", { headers, data: large });
  expect(refused.status()).toBe(413);
});

test("a catalog record comes with its sources, an unknown one not at all", async ({ request }) => {
  const answer = await (await request.get("/api/v1/catalog/accelerators/nvidia-h100-sxm-80gb")).json();
  expect(answer.record.id).toBe("nvidia-h100-sxm-80gb");
  expect(answer.price.accelerator).toBe("nvidia-h100-sxm-80gb");
  const named = answer.sources.map(({ id }: { id: string }) => id);
  expect(named).toContain(answer.record.memoryBandwidth.source);
  expect((await request.get("/api/v1/catalog/models/nothing")).status()).toBe(404);
});

test("what threads compute is answered whole, while short questions go on", async ({ request }) => {
  const search = { scenario: plan, accelerators: ["nvidia-l40s"], engines: ["vllm"], counts: [8], top: 1 };
  const [found, times, months, sheet, estimate] = await Promise.all([
    request.post("/api/v1/search", { data: search }),
    request.post("/api/v1/simulate", { data: { scenario: plan } }),
    request.post("/api/v1/project", { data: { scenario: plan } }),
    request.post("/api/v1/export?format=xlsx", { data: plan }),
    request.post("/api/v1/estimate", { data: plan }),
  ]);
  expect((await found.json()).results).toHaveLength(1);
  expect((await times.json()).options[0].percentiles.ttft.p95.value).toBeGreaterThan(0);
  expect((await months.json()).months[0].rows.length).toBeGreaterThan(11);
  expect((await sheet.body()).subarray(0, 2).toString()).toBe("PK");
  const one = await estimate.json();
  const lines = Array.from({ length: 50 }, () => JSON.stringify(plan)).join("\n");
  const batch = await request.post("/api/v1/estimate/batch", { data: Buffer.from(lines) });
  const answers = (await batch.text()).trimEnd().split("\n");
  expect(answers).toHaveLength(50);
  expect(JSON.parse(answers[49] ?? "")).toEqual({ index: 49, estimate: one });
});

test("an assistant reaches the planner by the protocol's own client", async ({ baseURL, request }) => {
  const client = new Client({ name: "test", version: "1" });
  await client.connect(new StreamableHTTPClientTransport(new URL(`${baseURL}/mcp`)));
  const answer = await client.callTool({ name: "estimate", arguments: { scenario: plan } });
  const [{ text }] = answer.content as [{ text: string }];
  const whole = await (await request.post("/api/v1/estimate", { data: plan })).json();
  expect(JSON.parse(text).options[0].figures).toEqual(whole.options[0].figures);
  await client.close();
  const wrong = await request.get("/mcp");
  expect([wrong.status(), wrong.headers().allow]).toEqual([405, "POST, OPTIONS"]);
});

test("the API's page tries an operation and shows what came back", async ({ page }) => {
  await page.goto("/api");
  const estimate = page.locator("details").filter({ hasText: "Estimate a scenario" }).first();
  await estimate.locator("summary").click();
  await estimate.getByRole("button", { name: "Send" }).click();
  await expect(estimate.getByRole("status")).toContainText("200 OK");
  await expect(estimate.getByRole("status")).toContainText("costPerToken");
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectOwnWidth(page);
});
