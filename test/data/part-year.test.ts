import { partYear } from "@/lib/catalog/lint/part-year";
import { holds, pick } from "./holds";

holds(partYear, [
  [
    "a part that is younger than the other form of its chip",
    ({ accelerators }) => {
      pick(accelerators, "nvidia-b300-sxm").year = { value: 2026, source: "huggingface-hardware" };
    },
    /nvidia-b300-sxm\.toml: year: 2026, and nvidia-gb300 of the same chip is of 2025: say so in unlike/,
  ],
  [
    "a part that is younger than a document that speaks of it",
    ({ accelerators }) => {
      pick(accelerators, "nvidia-rtx-a6000").year = { value: 2021, source: "huggingface-hardware" };
    },
    /nvidia-rtx-a6000\.toml: year: 2021, and servethehome-a6000 of 2020-10 has its /,
  ],
]);
