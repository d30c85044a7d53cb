import type { Metadata } from "next";
import { OPERATIONS, type Operation } from "@/app/service/operations";
import { type Described, OperationEntry } from "@/components/api/operation-entry";
import type { Blank } from "@/components/api/try-it";
import { CatalogShell, PageTitle } from "@/components/catalog/catalog-shell";

export const metadata: Metadata = { title: "API" };

const TAGS = [...new Set(OPERATIONS.map(({ tag }) => tag))];

function described(operation: Operation): Described {
  const { method, path, summary, body, bodyType = "application/json", example, answer, refusals } = operation;
  return {
    method: method.toUpperCase(),
    path,
    summary,
    status: answer.status,
    refusals: [...refusals, 429, 503],
    blanks: blanksOf(operation),
    bodyType,
    ...(body ? { example: JSON.stringify(example ?? {}, null, 2) } : {}),
  };
}

function blanksOf({ path, query, headers = {} }: Operation): Blank[] {
  return [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]): Blank => ({ in: "path", name, required: true })),
    ...Object.entries(query?.shape ?? {}).map(
      ([name, { description }]): Blank => ({
        in: "query",
        name,
        required: false,
        ...(description ? { about: description } : {}),
      }),
    ),
    ...Object.entries(headers).map(
      ([name, need]): Blank => ({
        in: "header",
        name,
        required: need === "required",
        ...(name === "Authorization" ? { about: "the edit key" } : {}),
      }),
    ),
  ];
}

/** Every operation of the API, to read and to try. */
export default function ApiPage() {
  return (
    <CatalogShell>
      <div className="mx-auto grid w-full max-w-5xl grid-cols-1 gap-6">
        <PageTitle title="API">
          Everything the planner answers, as JSON, with the same numbers as the pages and the command line.
          The{" "}
          <a href="/api/v1/openapi.json" className="text-accent underline">
            OpenAPI document
          </a>{" "}
          is made from the schemas that requests are read by; assistants reach the planner at{" "}
          <code>/mcp</code> (Model Context Protocol). Requests below go to this server.
        </PageTitle>
        {TAGS.map((tag) => (
          <section key={tag} aria-labelledby={`tag-${tag}`}>
            <h2 id={`tag-${tag}`} className="pb-2 font-semibold text-base">
              {tag}
            </h2>
            {OPERATIONS.filter((operation) => operation.tag === tag).map((operation) => (
              <OperationEntry
                key={`${operation.method} ${operation.path}`}
                described={described(operation)}
              />
            ))}
          </section>
        ))}
      </div>
    </CatalogShell>
  );
}
