import { expect, it } from "vitest";
import { sources } from "@/lib/catalog";
import { sourceSchema } from "@/lib/catalog/schema";

const source = { id: "a", title: "A", kind: "vendor" };

it.each(["https://example.org (mirror)", "https://exa mple.org", "https://", "http://[x"])(
  "%s is refused as the address of a source",
  (where) => expect(sourceSchema.safeParse({ ...source, where }).success).toBe(false),
);

it.each(["https://example.org/a?b=c", "example/repository at 2ad47a3, a.ts"])("%s is taken", (where) => {
  expect(sourceSchema.safeParse({ ...source, where }).success).toBe(true);
});

it("every address of a source can be followed", () => {
  const addresses = sources().flatMap(({ where }) => (where.startsWith("http") ? [where] : []));
  expect(addresses.length).toBeGreaterThan(20);
  expect(addresses.filter((address) => !URL.canParse(address) || /\s/.test(address))).toEqual([]);
});
