import { asPublished } from "@/lib/catalog/count/published";
import type { CellOrigin, SourceNote } from "./catalog-table";
import type { SourceLookup } from "./cells";
import { cellText, inUnit } from "./in-unit";
import type { CountedModel } from "./models";
import { type RecordFigure, recordFigure, sourcesOfFigures } from "./record-figures";

type Counted = {
  id: string;
  label: string;
  unit: string;
  base: string;
  value: number;
  published?: number;
  /** The value counted as the published one is, where that holds more or less than the network. */
  compared?: { value: number; note: string };
  help?: string;
};

/** The counts of a model, each with what was published about it. */
export function modelRecord(
  counted: CountedModel,
  sourceOf: SourceLookup,
): { figures: RecordFigure[]; sources: Record<string, SourceNote> } {
  const figures = countsOf(counted).map((count) => {
    const { value, unit, base } = count;
    const number = cellText(count, inUnit(value, unit, base));
    const { origin, agree } = statements(counted.model, count);
    return recordFigure(count, number, unit, origin, agree);
  });
  return { figures, sources: sourcesOfFigures(figures, sourceOf) };
}

function countsOf({ model, parameters, kvBytes, kvBytesBeyondWindows, fixedBytes }: CountedModel): Counted[] {
  const billions = { unit: "bn", base: "1" };
  const perToken = { unit: "KiB/tok", base: "B/tok" };
  const { published } = model;
  return [
    {
      ...billions,
      id: "parameters",
      label: "Parameters",
      value: parameters.total,
      help: "Text path, biases and norms included.",
      ...(published ? { published: published.parameters, ...compared(model) } : {}),
    },
    {
      ...billions,
      id: "active",
      label: "Active parameters",
      value: parameters.active,
      help: "What one token uses: routed experts count as those it is sent to.",
      ...(published?.active === undefined ? {} : { published: published.active }),
    },
    {
      ...perToken,
      id: "kv",
      label: "KV cache per token, 16 bits",
      value: kvBytes,
      help: "While every window still reaches the token.",
    },
    ...(kvBytesBeyondWindows === kvBytes
      ? []
      : [
          {
            ...perToken,
            id: "kvBeyond",
            label: "KV cache per token beyond the windows",
            value: kvBytesBeyondWindows,
          },
        ]),
    ...(fixedBytes === 0
      ? []
      : [
          {
            id: "fixed",
            label: "Fixed cache per sequence",
            unit: "MiB",
            base: "B",
            value: fixedBytes,
            help: "Full windows and recurrent state, whatever the length.",
          },
        ]),
  ];
}

/** The count that the published number is compared with, in words where it is not the network's alone. */
function compared(model: CountedModel["model"]): Pick<Counted, "compared"> {
  const found = asPublished(model);
  if (!found || found.beside.length === 0) return {};
  const size = (parameters: number) =>
    `${cellText({ unit: "bn" }, inUnit(Math.abs(parameters), "bn", "1"))} bn`;
  const said = found.beside.map(({ what, parameters }) => {
    const sized = parameters === undefined ? what : `${what}, ${size(parameters)}`;
    return parameters !== undefined && parameters < 0 ? `not ${sized}` : sized;
  });
  return { compared: { value: found.count, note: `Counts beside it: ${said.join("; ")}` } };
}

/** The layers the figure was counted from, and beside them what was published, which agrees or does not. */
function statements(
  model: CountedModel["model"],
  { value, unit, base, published: stated, compared: other }: Counted,
) {
  const { source, sourcePath, published } = model;
  const words =
    base === "1" ? `${cellText({ unit: "1" }, value)}, counted from the layers` : "Counted from the layers";
  const origin: CellOrigin = {
    source,
    note: [words, sourcePath].filter(Boolean).join(", "),
  };
  if (!published || stated === undefined) return { origin, agree: [] };
  const note = [published.exact ? "Counted from a checkpoint" : "As published", other?.note, published.note];
  const statement = {
    text: `${cellText({ unit }, inUnit(stated, unit, base))} ${unit}`,
    source: published.source,
    note: note.filter(Boolean).join(". "),
  };
  // A headline is rounded: what lies within a percent says the same.
  const count = other?.value ?? value;
  return Math.abs(stated - count) <= count / 100
    ? { origin, agree: [statement] }
    : { origin: { ...origin, disagree: [statement] }, agree: [] };
}
