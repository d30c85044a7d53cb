import "server-only";
import * as z from "zod";
import { ENGINE_VERSION } from "@/lib/engine";
import { PROBLEM_TYPE } from "@/lib/http/problem-form.mjs";
import { type FieldPath, fields, scenarioSchema } from "@/lib/scenario";
import type { Field } from "@/lib/scenario/field-kinds";
import { settingWords } from "@/lib/scenario/knobs";
import { OPERATIONS, type Operation } from "./operations";
import { anyScenario } from "./request-schemas";
import { problemDocument } from "./response-schemas";

type Json = Record<string, unknown>;

const HEADER_WORDS = {
  Authorization: "Bearer and the edit key",
  "If-Match": 'The ETag of the version that the change was made from: "1"',
  "If-None-Match": "The ETag that is known already: 304 where it is still so",
  "Idempotency-Key": "A name for this request: repeated with it, and the same key, it makes no second plan",
} as const;

const REFUSAL_WORDS: Record<number, string> = {
  400: "What was sent cannot be read",
  403: "A page of another origin asked for it",
  404: "There is no such thing, not any more, or not with that key",
  409: "There are too many",
  412: "It was changed meanwhile; ETag says which version it has",
  413: "The body is too large",
  422: "A field does not fit; errors names each by its path",
  428: "If-Match is missing",
  429: "Too many requests from this client; Retry-After says when to go on",
  503: "The server is busy, or its database away; Retry-After says when to try again",
  507: "The server's disk is full; nothing was saved, and Retry-After says when to try again",
};

/** What an operation may answer besides, by what it is. */
function alwaysOf({ method, tag }: Operation): number[] {
  const changes = method !== "get";
  return [...(changes ? [403] : []), 429, 503, ...(changes && tag === "Scenarios" ? [507] : [])];
}

const SCENARIO = { $ref: "#/components/schemas/Scenario" };

function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  if (schema === scenarioSchema) return SCENARIO;
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === (anyScenario as z.core.$ZodType)) Object.assign(jsonSchema, SCENARIO);
    },
  }) as Json;
  return json;
}

function parametersOf({ path, query, headers = {} }: Operation): Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: "query",
    required: false,
    schema: schemaOf(schema as z.ZodType, "input"),
  }));
  const inHeaders = Object.entries(headers).map(([name, need]) => ({
    name,
    in: "header",
    required: need === "required",
    description: HEADER_WORDS[name as keyof typeof HEADER_WORDS],
    schema: { type: "string" },
  }));
  // A key is a scheme of security, which is how the document says it.
  return [...inPath, ...inQuery, ...inHeaders.filter(({ name }) => name !== "Authorization")];
}

function responsesOf(operation: Operation): Json {
  const { answer, refusals, headers } = operation;
  const { status, schema, types = ["application/json"] } = answer;
  const content = Object.fromEntries(
    types.map((type) => [type, schema ? { schema: schemaOf(schema, "output") } : {}]),
  );
  const hasContent = schema !== undefined || answer.types !== undefined;
  const refused = [...refusals, ...alwaysOf(operation)].map((code) => [
    code,
    {
      description: REFUSAL_WORDS[code],
      content: { [PROBLEM_TYPE]: { schema: { $ref: "#/components/schemas/Problem" } } },
    },
  ]);
  return {
    [status]: { description: "Done", ...(hasContent ? { content } : {}) },
    ...(headers?.["If-None-Match"] ? { 304: { description: "It is still what is known" } } : {}),
    ...Object.fromEntries(refused),
  };
}

function operationOf(operation: Operation): Json {
  const { tag, summary, body, example, bodyType = "application/json", headers } = operation;
  const parameters = parametersOf(operation);
  return {
    tags: [tag],
    summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { [bodyType]: { schema: schemaOf(body, "input"), ...(example ? { example } : {}) } },
          },
        }
      : {}),
    ...(headers?.Authorization === "required" ? { security: [{ editKey: [] }] } : {}),
    ...(headers?.Authorization === "optional" ? { security: [{}, { editKey: [] }] } : {}),
    responses: responsesOf(operation),
  };
}

function made(): Json {
  const paths: Record<string, Json> = {};
  for (const operation of OPERATIONS)
    paths[operation.path] = { ...paths[operation.path], [operation.method]: operationOf(operation) };
  const { $schema: _, ...scenario } = z.toJSONSchema(scenarioSchema, {
    io: "input",
    unrepresentable: "any",
    override: ({ path, jsonSchema }) => {
      const description = fieldWords(
        path.filter((step) => step !== "properties" && step !== "items").join("."),
      );
      if (description) jsonSchema.description = description;
    },
  });
  return {
    openapi: "3.1.0",
    info: {
      title: "Inference planner",
      version: "1",
      summary: "Plans the cost per token of serving large language models",
      description: `Engine ${ENGINE_VERSION}. Quantities may be numbers in base units or text with a unit ("128k", "$2.49/h"); answers are in base units: seconds, bytes, USD, tokens.`,
    },
    paths,
    components: {
      schemas: { Scenario: scenario, Problem: schemaOf(problemDocument, "output") },
      securitySchemes: {
        editKey: { type: "http", scheme: "bearer", description: "The edit key of the saved scenario" },
      },
    },
  };
}

/** What a field of a scenario is, as its form says it; undefined where the path names no field. */
function fieldWords(path: string): string | undefined {
  const field: Field | undefined = Object.hasOwn(fields, path) ? fields[path as FieldPath] : undefined;
  if (!field) return undefined;
  const bounds =
    field.kind === "number"
      ? ` From ${field.min} to ${field.max} ${field.stored}; text is read in ${field.unit}.`
      : "";
  return `${settingWords(path as FieldPath)}${bounds}`;
}

let document: Json | undefined;

/** The API's document (OpenAPI 3.1), made from the schemas that requests are read by. */
export function openApiDocument(): Json {
  document ??= made();
  return document;
}
