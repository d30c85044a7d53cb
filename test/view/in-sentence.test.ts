import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { fields } from "@/lib/scenario/fields";
import { inSentence } from "@/lib/view/in-sentence";

it("leaves every abbreviation as people know it", () => {
  const small = Object.values(fields).map(({ label }) => inSentence(label));
  expect(small).toEqual(expect.arrayContaining(["memory fraction", "TTFT goal", "PUE", "LoRA adapters"]));
  const broken = Object.values(fields).filter(({ label }) => {
    const abbreviations = label.match(/\b\w*[A-Z]\w*[A-Z]\w*\b/g) ?? [];
    return abbreviations.some((word) => !inSentence(label).includes(word));
  });
  expect(broken).toEqual([]);
});

it("is how labels come into sentences: making all of one small breaks TTFT, KV and PUE", () => {
  const files = execFileSync("git", ["ls-files", "lib/view", "components"], { encoding: "utf8" }).split("\n");
  const wrong = files
    .filter((path) => /\.tsx?$/.test(path))
    .filter((path) => /\b(label|title|short|of|name)\.toLowerCase\(\)/.test(readFileSync(path, "utf8")));
  expect(wrong).toEqual([]);
});
