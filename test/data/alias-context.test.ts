import { aliasContext } from "@/lib/catalog/lint/alias-context";
import { holds, pick } from "./holds";

holds(aliasContext, [
  [
    "a record shorter than one of its names",
    ({ models }) => {
      pick(models, "kimi-k2-instruct").contextMax = 131_072;
    },
    /kimi-k2-instruct\.toml: aliasContexts: moonshotai\/Kimi-K2-Instruct-0905 takes 262144 tokens, the record 131072/,
  ],
  [
    "a context of a name that the record has not",
    ({ models }) => {
      pick(models, "qwen3-32b").aliasContexts = { "someone/else": 1 };
    },
    /qwen3-32b\.toml: aliasContexts: someone\/else is no name/,
  ],
  [
    "a later checkpoint of which nobody looked",
    ({ models }) => {
      delete pick(models, "qwen3-235b-a22b").aliasContexts;
    },
    /qwen3-235b-a22b\.toml: aliasContexts: expected how many tokens Qwen\/Qwen3-235B-A22B-Instruct-2507 takes/,
  ],
]);
