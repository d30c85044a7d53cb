import { expect, it } from "vitest";
import { presets, source } from "@/lib/catalog";
import { defaultScenario, parseScenario } from "@/lib/scenario";
import { presetOf, withPreset } from "@/lib/scenario/preset-workload";

it("has a preset of each kind of use, each with a source that can be followed", () => {
  expect(presets().map(({ id }) => id)).toEqual([
    "agents",
    "arena-chat",
    "burstgpt",
    "chat",
    "code",
    "long-chat",
    "rag",
    "reasoning",
    "sharegpt",
    "summarising",
    "transcription",
  ]);
  for (const preset of presets()) expect(source(preset.source)?.where).toMatch(/^https:/);
});

it.each(presets())("$name makes a plan that can be asked, and is recognised in it", (preset) => {
  const asked = withPreset(defaultScenario, preset);
  expect(parseScenario(asked)).toEqual({ ok: true, scenario: asked });
  expect(presetOf(asked, presets())?.id).toBe(preset.id);
});

it("leaves nothing behind of the preset before", () => {
  const [agents, chat] = presets();
  if (!agents || !chat) throw new Error("there are presets");
  const once = withPreset(defaultScenario, agents);
  expect(withPreset(withPreset(defaultScenario, chat), agents)).toEqual(once);
});
