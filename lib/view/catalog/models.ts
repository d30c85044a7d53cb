import type { Parameters } from "@/lib/catalog/count/model";
import type { IncompleteModel, Model } from "@/lib/catalog/schema";
import type { CatalogColumn, CatalogRow, CatalogTable, CellOrigin } from "./catalog-table";
import { type SourceLookup, withSources } from "./cells";
import { inUnit } from "./in-unit";
import { attentionSummary } from "./layer-words";
import { modelPlanPath } from "./plan-paths";

/** A model with what is counted from its layers. */
export type CountedModel = {
  model: Model;
  parameters: Parameters;
  /** B per token in a 16-bit cache, while every window still reaches it and once the sequence is longer. */
  kvBytes: number;
  kvBytesBeyondWindows: number;
  /** B per sequence whatever its length: full windows, recurrent state, what an encoder wrote. */
  fixedBytes: number;
  /** Parameters of one layer of each group, in the record's order. */
  layerParameters: number[];
};

const count = { kind: "number", filter: "number", unit: "1", base: "1" } as const;
const text = { kind: "text", filter: "text" } as const;
const choice = { kind: "text", filter: "choice" } as const;

const columns: CatalogColumn[] = [
  { id: "name", label: "Model", ...text, link: { path: "/models", key: "id" } },
  { id: "developer", label: "Developer", ...choice },
  { id: "family", label: "Family", ...choice, extra: true },
  {
    ...count,
    id: "parameters",
    label: "Parameters",
    unit: "bn",
    narrow: true,
    help: "Counted from the layers, text path only; as published where the layers are not known.",
  },
  {
    ...count,
    id: "active",
    label: "Active",
    unit: "bn",
    narrow: true,
    help: "Parameters that one token uses.",
  },
  { ...count, id: "layers", label: "Layers" },
  { id: "attention", label: "Attention", ...text, narrow: true },
  { id: "experts", label: "Experts", ...text, empty: "dense", help: "Experts per token, of how many." },
  {
    ...count,
    id: "kv",
    label: "KV per token",
    unit: "KiB/tok",
    base: "B/tok",
    narrow: true,
    help: "What one more token adds to a 16-bit cache while every window still reaches it.",
  },
  {
    ...count,
    id: "kvBeyond",
    label: "KV beyond windows",
    unit: "KiB/tok",
    base: "B/tok",
    extra: true,
    help: "What one more token adds once the sequence is longer than every window.",
  },
  {
    ...count,
    id: "fixed",
    label: "Fixed per sequence",
    unit: "MiB",
    base: "B",
    extra: true,
    help: "Full windows and recurrent state, whatever the length.",
  },
  {
    ...count,
    id: "context",
    label: "Context",
    unit: "tok",
    base: "tok",
    help: "Longest context it was made for.",
  },
  { id: "format", label: "Released as", ...choice, help: "Number format of the published weights." },
  { ...count, id: "hidden", label: "Hidden width", extra: true },
  { ...count, id: "vocab", label: "Vocabulary", extra: true },
  { id: "released", label: "Released", kind: "text", filter: "date" },
  { id: "licence", label: "Licence", ...choice, extra: true },
  { id: "huggingFace", label: "Hugging Face", ...text, extra: true, empty: "not there" },
  {
    id: "incomplete",
    label: "Missing",
    ...text,
    extra: true,
    empty: "nothing",
    help: "What a plan would need and was never published or found.",
  },
];

/** Every model, incomplete ones too, as the table of the models page. `formatName` names a number format. */
export function modelsTable(
  counted: readonly CountedModel[],
  incomplete: readonly IncompleteModel[],
  formatName: (id: string) => string,
  sourceOf: SourceLookup,
): CatalogTable {
  const rows = [
    ...counted.map((entry) => ({ ...identityCells(entry.model), ...countedCells(entry, formatName) })),
    ...incomplete.map((model) => ({ ...identityCells(model), ...publishedCells(model) })),
  ].sort((a, b) => a.name.localeCompare(b.name));
  const origins = Object.fromEntries(
    [...counted.map(({ model }) => model), ...incomplete].map((model) => [
      model.id,
      { "": recordOrigin(model), ...publishedOrigin(model) },
    ]),
  );
  return withSources({ id: "models", title: "Models", columns, rows, origins, planKey: "plan" }, sourceOf);
}

const empty = Object.fromEntries(columns.map(({ id }) => [id, null]));

function identityCells(model: Model | IncompleteModel): CatalogRow & { name: string } {
  const { id, name, developer, family, released, licence, huggingFace, contextMax, hidden, vocab } = model;
  return {
    ...empty,
    id,
    name,
    developer,
    family,
    context: contextMax ?? null,
    hidden: hidden ?? null,
    vocab: vocab ?? null,
    released: released ?? null,
    licence: licence ?? null,
    huggingFace: huggingFace ?? null,
  };
}

function countedCells({ model, parameters, ...bytes }: CountedModel, formatName: (id: string) => string) {
  const mixture = model.layers.map(({ ffn }) => ffn).find((ffn) => ffn.kind === "moe");
  return {
    parameters: inUnit(parameters.total, "bn", "1"),
    active: inUnit(parameters.active, "bn", "1"),
    layers: model.layers.reduce((sum, group) => sum + group.count, 0),
    attention: attentionSummary(model.layers),
    experts: mixture ? `${mixture.perToken} of ${mixture.experts}` : null,
    kv: inUnit(bytes.kvBytes, "KiB/tok", "B/tok"),
    kvBeyond: inUnit(bytes.kvBytesBeyondWindows, "KiB/tok", "B/tok"),
    fixed: inUnit(bytes.fixedBytes, "MiB", "B"),
    format: formatName(model.weightsAsReleased.default),
    plan: modelPlanPath(model.id),
  };
}

/** An incomplete model has only what was published about it. */
function publishedCells({ published, incomplete }: IncompleteModel) {
  return {
    parameters: published ? inUnit(published.parameters, "bn", "1") : null,
    active: published?.active === undefined ? null : inUnit(published.active, "bn", "1"),
    experts: "unknown",
    incomplete,
    plan: null,
  };
}

function recordOrigin({ source, sourcePath }: Model | IncompleteModel): CellOrigin {
  return { source, ...(sourcePath ? { note: sourcePath } : {}) };
}

function publishedOrigin(model: Model | IncompleteModel): Record<string, CellOrigin> {
  if (!("incomplete" in model) || !model.published) return {};
  const { source, note } = model.published;
  const origin: CellOrigin = { source, note: ["As published", note].filter(Boolean).join(". ") };
  return { parameters: origin, active: origin };
}
