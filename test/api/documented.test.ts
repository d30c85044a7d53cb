import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { openApiDocument } from "@/app/service/openapi";
import { OPERATIONS } from "@/app/service/operations";
import { SCENARIO } from "@/app/service/operations/examples";
import { routeMethods } from "@/lib/http/door/route-methods.mjs";
import { scenarioSchema } from "@/lib/scenario";

/** "GET /api/v1/scenarios/{viewId}" of every route of the API. */
const routes = routeMethods("app")
  .filter(({ file }) => file.startsWith("api/v1/"))
  .flatMap(({ file, methods }) => {
    const path = `/${file.replace(/\/route\.ts$/, "").replace(/\[(\w+)\]/g, "{$1}")}`;
    return methods
      .filter((each) => each !== "HEAD" && each !== "OPTIONS")
      .map((method) => `${method} ${path}`);
  });

it("documents every route, and no other", () => {
  expect(routes.length).toBeGreaterThan(20);
  const documented = OPERATIONS.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  expect(documented.toSorted()).toEqual(routes.toSorted());
});

interface Described {
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: object; example?: unknown }> };
  responses: Record<string, unknown>;
}
const document = openApiDocument() as {
  openapi: string;
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, { properties: Record<string, { properties?: object }> }> };
};

it("says what each is sent and answers, and every refusal", () => {
  expect(document.openapi).toMatch(/^3\.1\./);
  for (const { method, path, body, example } of OPERATIONS) {
    const described = document.paths[path]?.[method];
    const name = `${method} ${path}`;
    for (const status of ["429", "503", ...(method === "get" ? [] : ["403"])])
      expect(described?.responses, name).toHaveProperty(status);
    const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, part]) => part);
    const inPath = described?.parameters?.filter((each) => each.in === "path").map((each) => each.name) ?? [];
    expect(inPath, name).toEqual(parts);
    expect(Boolean(described?.requestBody), name).toBe(body !== undefined);
    if (body) expect(example && body.safeParse(example).success, name).toBe(true);
  }
});

it("has every section and field of a scenario, with what its form says of it", () => {
  const { properties = {} } = document.components.schemas.Scenario ?? {};
  expect(Object.keys(properties).toSorted()).toEqual(Object.keys(scenarioSchema.shape).toSorted());
  const { inputTokens } = (properties.workload?.properties ?? {}) as Record<string, { description?: string }>;
  expect(inputTokens?.description).toMatch(/tokens?/i);
  expect(scenarioSchema.parse(SCENARIO).options).toHaveLength(2);
});

it("refers to nothing that it does not have", () => {
  const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
  expect(refs.length).toBeGreaterThan(10);
  for (const [, name = ""] of refs) expect(document.components.schemas).toHaveProperty(name);
});

it("documents every status that its routes answer", () => {
  const said = new Set(
    Object.values(document.paths).flatMap((path) =>
      Object.values(path).flatMap((each) => Object.keys(each.responses)),
    ),
  );
  // What the door refuses before there is an operation, and what no program is written for.
  const outside = new Set(["405", "500"]);
  const sources = ["app/api", "app/service", "lib/http"].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.m?ts$|\.mjs$/.test(name))
      .map((name) => `${room}/${name}`),
  );
  const given = sources.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/(?:problem\(|status: )([345]\d\d)/g)].map(
      ([, status = ""]) => status,
    ),
  );
  expect(new Set(given).size).toBeGreaterThan(10);
  expect([...new Set(given)].filter((status) => !said.has(status) && !outside.has(status))).toEqual([]);
});
