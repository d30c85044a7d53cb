import { placesResolve } from "@/lib/catalog/lint/places-resolve";
import { holds, pick } from "./holds";

holds(placesResolve, [
  [
    "a place in one that is not there",
    ({ energy }) => (pick(energy, "germany").within = "atlantis"),
    /germany\.toml: within: no file/,
  ],
  [
    "a place in itself",
    ({ energy }) => (pick(energy, "world").within = "germany"),
    /it lies in itself: .*germany.*world/,
  ],
  [
    "a region in a place that is not there",
    ({ regions }) => Object.assign(pick(regions, "aws").region[0] ?? {}, { within: "atlantis" }),
    /aws\.toml: region\.within/,
  ],
  [
    "an offer in a region that its cloud has not",
    ({ prices }) =>
      Object.assign(prices.find(({ region }) => region === "us-east-1") ?? {}, { region: "us-east-9" }),
    /no region "us-east-9"/,
  ],
  [
    "an offer in the wrong part of the world",
    ({ prices }) => Object.assign(prices.find(({ region }) => region === "us-east-1") ?? {}, { area: "EU" }),
    /expected "US", got "EU"/,
  ],
]);
