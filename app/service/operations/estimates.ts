import { scenarioSchema } from "@/lib/scenario";
import { exportQuery, projectSchema, searchSchema, simulateSchema } from "../request-schemas";
import * as answers from "../response-schemas";
import { SCENARIO } from "./examples";
import type { Operation } from "./operation";

/** What computes. */
export const estimateOperations: readonly Operation[] = [
  {
    method: "post",
    path: "/api/v1/estimate",
    tag: "Estimates",
    summary: "Estimate a scenario: the figures of every option, their ranges, and why",
    body: scenarioSchema,
    example: SCENARIO,
    answer: { status: 200, schema: answers.estimate },
    refusals: [400, 413, 422],
  },
  {
    method: "post",
    path: "/api/v1/estimate/batch",
    tag: "Estimates",
    summary: "Estimate up to 1,000 scenarios, one a line; the answers come one a line, as they are done",
    body: scenarioSchema,
    example: SCENARIO,
    bodyType: "application/x-ndjson",
    answer: { status: 200, schema: answers.batchLine, types: ["application/x-ndjson"] },
    refusals: [400, 413],
  },
  {
    method: "post",
    path: "/api/v1/search",
    tag: "Estimates",
    summary: "Search the catalog for the cheapest ways to serve a scenario",
    body: searchSchema,
    example: { scenario: SCENARIO, accelerators: ["nvidia-h200-sxm-141gb", "amd-mi300x"], top: 3 },
    answer: { status: 200, schema: answers.search },
    refusals: [400, 413, 422],
  },
  {
    method: "post",
    path: "/api/v1/simulate",
    tag: "Estimates",
    summary: "Simulate the requests of a scenario: means and percentiles of its times",
    body: simulateSchema,
    example: { scenario: SCENARIO },
    answer: { status: 200, schema: answers.simulation },
    refusals: [400, 413, 422],
  },
  {
    method: "post",
    path: "/api/v1/project",
    tag: "Estimates",
    summary: "Project what each option of a scenario costs over its months",
    body: projectSchema,
    example: { scenario: SCENARIO },
    answer: { status: 200, schema: answers.projection },
    refusals: [400, 413, 422],
  },
  {
    method: "post",
    path: "/api/v1/export",
    tag: "Estimates",
    summary: "Write a scenario as a workbook of live formulas, as CSV, or as JSON",
    body: scenarioSchema,
    example: SCENARIO,
    query: exportQuery,
    answer: {
      status: 200,
      types: [
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "text/csv",
        "application/json",
      ],
    },
    refusals: [400, 413, 422],
  },
  {
    method: "post",
    path: "/api/v1/nearest",
    tag: "Estimates",
    summary: "Find the published measurements that are nearest to each option of a scenario",
    body: scenarioSchema,
    example: SCENARIO,
    answer: { status: 200, schema: answers.nearest },
    refusals: [400, 413, 422],
  },
  {
    method: "post",
    path: "/api/v1/nearby",
    tag: "Estimates",
    summary: "Find published runs of each option's own deployment, as measurements that a scenario may carry",
    body: scenarioSchema,
    example: SCENARIO,
    answer: { status: 200, schema: answers.nearby },
    refusals: [400, 413, 422],
  },
];
