import { releasedNamed } from "@/lib/catalog/lint/released-named";
import { holds, pick } from "./holds";

holds(releasedNamed, [
  [
    "the date of an earlier model of that name",
    ({ models }) => {
      pick(models, "mistral-large-instruct-2407").released = "2024-02-26";
    },
    /mistral-large-instruct-2407\.toml: released: expected 2024-07 or later by the name, got 2024-02-26/,
  ],
  [
    "the same where month and year are written out",
    ({ models }) => {
      pick(models, "command-a-plus-05-2026").released = "2025-03-13";
    },
    /command-a-plus-05-2026\.toml: released: expected 2026-05 or later/,
  ],
]);
