import type { IncompleteModel, Model } from "@/lib/catalog/schema";
import { cellText, inUnit } from "./in-unit";
import { releasedText } from "./released-text";

type Fact = { label: string; value: string | null };

const text = (value: number | undefined) => (value === undefined ? null : cellText({ unit: "1" }, value));

/** What is known about a model in words and sizes; null where it is not known. */
export function modelFacts(model: Model | IncompleteModel, formatName: (id: string) => string): Fact[] {
  const { family, released, licence, huggingFace, aliases, contextMax, hidden, vocab, reviewBy, notes } =
    model;
  const context = contextMax === undefined ? null : `${text(contextMax)} tokens`;
  return [
    { label: "Family", value: family },
    { label: "Released", value: released ?? null },
    { label: "Licence", value: licence ?? null },
    { label: "Longest context", value: context },
    { label: "Hidden width", value: text(hidden) },
    { label: "Vocabulary", value: text(vocab) },
    ...("incomplete" in model ? publishedFacts(model) : releaseFacts(model, formatName)),
    { label: "Hugging Face", value: huggingFace ?? "not there" },
    ...(aliases ? [{ label: "Same architecture", value: aliases.join(", ") }] : []),
    { label: "Review by", value: reviewBy },
    ...(notes ? [{ label: "Notes", value: notes }] : []),
  ];
}

function releaseFacts(
  { weightsAsReleased, cacheAsReleased }: Model,
  formatName: (id: string) => string,
): Fact[] {
  return [
    { label: "Released as", value: releasedText(weightsAsReleased, formatName) },
    ...(cacheAsReleased ? [{ label: "Cache as released", value: formatName(cacheAsReleased) }] : []),
    ...(weightsAsReleased.assumed ? [{ label: "Assumed because", value: weightsAsReleased.assumed }] : []),
  ];
}

/** An incomplete model has no counts: what was published about it stands here instead. */
function publishedFacts({ published }: IncompleteModel): Fact[] {
  const billions = (value: number | undefined) =>
    value === undefined ? null : `${cellText({ unit: "bn" }, inUnit(value, "bn", "1"))} bn, as published`;
  return [
    { label: "Parameters", value: billions(published?.parameters) },
    { label: "Active", value: billions(published?.active) },
  ];
}
