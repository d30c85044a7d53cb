import { announcedNamed } from "@/lib/catalog/lint/announced-named";
import { holds, pick } from "./holds";

holds(announcedNamed, [
  [
    "an announced chip named like one that is sold",
    ({ accelerators }) => {
      pick(accelerators, "amd-mi455x").name = "AMD Instinct MI455X";
    },
    /amd-mi455x\.toml: name: expected the word announced/,
  ],
]);
