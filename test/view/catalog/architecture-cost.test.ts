import { expect, it } from "vitest";
import { countedModel } from "@/app/models/counted-model";
import * as catalog from "@/lib/catalog";
import { architectureCost } from "@/lib/view/catalog/architecture-cost";

function words(id: string): string {
  const model = catalog.model(id);
  if (!model) throw new Error(`no model ${id}`);
  return architectureCost(countedModel(model));
}

it.each([
  ["llama-3.1-8b-instruct", [/All 8\.03 bn parameters serve every token/, /each token adds 128 KiB/]],
  [
    "deepseek-v3",
    [/37\.55 bn of 671 bn/, /68\.63 KiB/, /one compressed vector/, /A prediction layer drafts/],
  ],
  ["deepseek-v3.2", [/An index picks 2,048 tokens/]],
  ["gemma-3-27b-it", [/Beyond its windows each token adds 80 KiB .* instead of 496 KiB/]],
  ["qwen3-next-80b-a3b-instruct", [/Only 12 layers keep a cache/]],
  ["falcon-mamba-7b", [/of state whatever its length, and no cache/]],
  ["gemma-4-e4b-it", [/18 layers read the cache of earlier ones/]],
  ["step-3.5-flash", [/3 prediction layers draft/]],
])("%s", (id, sentences) => {
  for (const sentence of sentences) expect(words(id)).toMatch(sentence);
});

it("says something of every model, with numbers and without unknown ones", () => {
  for (const model of catalog.models()) {
    const text = architectureCost(countedModel(model));
    expect(text).toMatch(/\d/);
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  }
});
