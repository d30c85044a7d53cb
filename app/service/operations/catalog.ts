import * as z from "zod";
import { areas } from "@/lib/catalog/region";
import * as answers from "../response-schemas";
import type { Operation } from "./operation";

const named = z.strictObject({ q: z.string().optional().describe("Words that names must have") });

/** What is read from the catalog. */
export const catalogOperations: readonly Operation[] = [
  {
    method: "get",
    path: "/api/v1/catalog",
    tag: "Catalog",
    summary: "What the catalog holds",
    headers: { "If-None-Match": "optional" },
    answer: { status: 200, schema: answers.catalogIndex },
    refusals: [],
  },
  ...(
    [
      ["accelerators", answers.accelerators],
      ["models", answers.models],
    ] as const
  ).map(
    ([list, schema]): Operation => ({
      method: "get",
      path: `/api/v1/catalog/${list}`,
      tag: "Catalog",
      summary: `All ${list}, or those whose names have some words`,
      query: named,
      headers: { "If-None-Match": "optional" },
      answer: { status: 200, schema },
      refusals: [],
    }),
  ),
  ...(
    [
      ["formats", answers.formats, "All number formats"],
      ["places", answers.places, "Where machines can stand"],
    ] as const
  ).map(
    ([list, schema, summary]): Operation => ({
      method: "get",
      path: `/api/v1/catalog/${list}`,
      tag: "Catalog",
      summary,
      headers: { "If-None-Match": "optional" },
      answer: { status: 200, schema },
      refusals: [],
    }),
  ),
  {
    method: "get",
    path: "/api/v1/catalog/prices",
    tag: "Catalog",
    summary: "Dated offers of accelerator-hours with their sources",
    query: z.strictObject({ accelerator: z.string().optional().describe("Of this accelerator alone") }),
    headers: { "If-None-Match": "optional" },
    answer: { status: 200, schema: answers.prices },
    refusals: [404],
  },
  ...(
    [
      ["accelerators/{id}", "One accelerator, the offer that a plan starts from, and their sources"],
      ["accelerators/{id}/offers", "Every dated offer of one accelerator's hours"],
      ["models/{id}", "One model and its sources"],
      ["places/{id}", "One place with its electricity, PUE and carbon; the slash of a region is written %2F"],
      ["apis/{id}", "What managed APIs charge for one model"],
    ] as const
  ).map(
    ([path, summary]): Operation => ({
      method: "get",
      path: `/api/v1/catalog/${path}`,
      tag: "Catalog",
      summary,
      answer: { status: 200, schema: z.looseObject({}) },
      refusals: [404],
    }),
  ),
  {
    method: "get",
    path: "/api/v1/catalog/candidates",
    tag: "Catalog",
    summary: "Every accelerator with the offer that a plan starts from, as a search takes them",
    query: z.strictObject({
      area: z.enum(areas).optional().describe("Offers of this part of the world alone"),
    }),
    answer: { status: 200, schema: z.looseObject({ accelerators: z.array(z.looseObject({})) }) },
    refusals: [400],
  },
  {
    method: "get",
    path: "/api/v1/catalog/days",
    tag: "Catalog",
    summary: "How requests are spread over a day, as published traces have it, with their sources",
    answer: { status: 200, schema: z.looseObject({}) },
    refusals: [],
  },
  {
    method: "get",
    path: "/api/v1/catalog/levers",
    tag: "Catalog",
    summary: "Techniques that change what serving costs, as plans can take them",
    answer: { status: 200, schema: z.looseObject({}) },
    refusals: [],
  },
  {
    method: "get",
    path: "/api/v1/catalog/studies",
    tag: "Catalog",
    summary: "Services that articles tell of, as links that open their plans",
    answer: { status: 200, schema: z.looseObject({ studies: z.array(z.looseObject({ name: z.string() })) }) },
    refusals: [],
  },
  {
    method: "get",
    path: "/api/v1/catalog/market",
    tag: "Catalog",
    summary: "What price lists call providers, parts, machines and regions",
    answer: { status: 200, schema: z.looseObject({}) },
    refusals: [],
  },
];
