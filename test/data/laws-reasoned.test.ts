import { lawsReasoned } from "@/lib/catalog/lint/laws-reasoned";
import { holds } from "./holds";

const law = (copy: Parameters<Parameters<typeof holds>[1][number][1]>[0]) => {
  const found = copy.calibration.find(({ id }) => id === "global");
  if (!found) throw new Error("there are no laws");
  return found;
};

holds(lawsReasoned, [
  [
    "a law without prior or reason",
    (copy) => {
      delete law(copy).reasons?.excessRead;
    },
    /global\.toml: constants\.excessRead: give it a prior, or a reason/,
  ],
  [
    "a law with both",
    (copy) => {
      Object.assign(law(copy).reasons ?? {}, { kneeOrder: "a guess" });
    },
    /global\.toml: constants\.kneeOrder: give it a prior, or a reason, and not both/,
  ],
  [
    "a reason for nothing",
    (copy) => {
      Object.assign(law(copy).reasons ?? {}, { excesRead: "half" });
    },
    /global\.toml: reasons\.excesRead: no constant has this name/,
  ],
]);
