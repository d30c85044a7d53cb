import { expect, it } from "vitest";
import { databaseLocation } from "@/lib/db/location.mjs";

it("is a folder unless a server is named", () => {
  expect(databaseLocation({})).toEqual({ kind: "embedded", dataDir: ".data" });
  expect(databaseLocation({ DATA_DIR: "/x", DATABASE_URL: "" })).toEqual({ kind: "embedded", dataDir: "/x" });
  const url = "postgres://u:p@h:5432/d";
  expect(databaseLocation({ DATABASE_URL: url })).toEqual({ kind: "postgresql", url, poolSize: 10 });
  expect(databaseLocation({ DATABASE_URL: url, DATABASE_POOL_SIZE: "3" })).toMatchObject({ poolSize: 3 });
});

it.each([
  ["mysql://u:secret@h/d", /must begin with postgresql:\/\//],
  ["h:5432/secret", /must begin with postgresql:\/\//],
  ["postgresql://u:se#cret@h:5432/d", /cannot be read.*%23/],
  ["postgresql://u:secret@h:port/d", /cannot be read/],
])("says in plain words what is wrong with %s, without repeating it", (url, words) => {
  const read = () => databaseLocation({ DATABASE_URL: url });
  expect(read).toThrow(words);
  expect(read).not.toThrow(/secret|cret@/);
});

it.each(["0", "-1", "1.5", "501", "many"])("refuses a pool of %s connections", (size) => {
  expect(() => databaseLocation({ DATABASE_URL: "postgresql://h/d", DATABASE_POOL_SIZE: size })).toThrow(
    `DATABASE_POOL_SIZE must be a whole number from 1 to 500, not "${size}".`,
  );
});
