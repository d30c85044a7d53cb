import { idsUnique } from "@/lib/catalog/lint/ids-unique";
import { holds, pick } from "./holds";

holds(idsUnique, [
  [
    "an offer that stands twice",
    ({ prices }) => void prices.push(...prices.slice(0, 1)),
    /prices\/.*stands twice/,
  ],
  [
    "a name that two models claim",
    ({ models }) => {
      pick(models, "llama-2-7b-hf").aliases = ["Qwen/Qwen3-32B"];
    },
    /Qwen\/Qwen3-32B is already the name/,
  ],
]);
