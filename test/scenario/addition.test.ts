import fc from "fast-check";
import { expect, it } from "vitest";
import { type Addition, decodeAddition, encodeAddition } from "@/lib/scenario/addition";
import { jsonToText } from "@/lib/scenario/json-text";

const offer = {
  pricePerHour: 2.9,
  provider: "Lambda",
  term: "reserved-1y",
  area: "US",
  region: "us-east-1",
  asOf: "2026-05-24",
};
const additions: Addition[] = [
  { kind: "model", model: "deepseek-v3" },
  { kind: "accelerator", accelerator: "nvidia-l4" },
  { kind: "accelerator", accelerator: "nvidia-l4", offer },
];

it("is read as it was written, for every kind", () => {
  for (const addition of additions) expect(decodeAddition(encodeAddition(addition))).toEqual(addition);
});

it("is nothing where a member is missing, unknown or not what it should be", () => {
  for (const addition of additions) {
    for (const key of Object.keys(addition)) {
      const { [key as keyof Addition]: _, ...rest } = addition;
      if (key !== "offer") expect(decodeAddition(jsonToText(rest)), key).toBeUndefined();
      expect(decodeAddition(jsonToText({ ...addition, [key]: 7 })), key).toBeUndefined();
    }
    expect(decodeAddition(jsonToText({ ...addition, more: 1 }))).toBeUndefined();
  }
  expect(decodeAddition(jsonToText({ ...additions[2], model: "deepseek-v3" }))).toBeUndefined();
});

it("is nothing, and no exception, for any other text", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(decodeAddition(text)).toBeUndefined();
    }),
  );
  expect(decodeAddition("")).toBeUndefined();
});

it("is read up to 2,000 characters, so that no link keeps a page busy", () => {
  const written = (bytes: number) =>
    Buffer.from(JSON.stringify(additions[0]).padEnd(bytes)).toString("base64url");
  expect(written(1500)).toHaveLength(2000);
  expect(decodeAddition(written(1500))).toEqual(additions[0]);
  expect(decodeAddition(written(1501))).toBeUndefined();
});
