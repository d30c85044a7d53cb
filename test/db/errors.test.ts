import { expect, it } from "vitest";
import * as errors from "@/lib/db/errors";
import { isOutage } from "@/lib/db/outage";

const { DatabaseLost, DatabaseUnavailable, DiskFull, MigrationError, OutcomeUnknown, UnstorableText } =
  errors;
const classes = {
  DatabaseLost,
  DatabaseUnavailable,
  DiskFull,
  MigrationError,
  OutcomeUnknown,
  UnstorableText,
};

/** One error of each class, as a copy of the module makes them. */
const made = (copy: typeof errors) => ({
  DatabaseLost: new copy.DatabaseLost("x"),
  DatabaseUnavailable: new copy.DatabaseUnavailable("x"),
  DiskFull: new copy.DiskFull("/x", 1e6, 64e6),
  MigrationError: new copy.MigrationError("x"),
  OutcomeUnknown: new copy.OutcomeUnknown("x"),
  UnstorableText: new copy.UnstorableText("x"),
});

it("knows an error for what it is whichever copy of the module made it", async () => {
  const address = new URL("../../lib/db/errors.ts", import.meta.url).pathname;
  const copy: typeof errors = await import(/* @vite-ignore */ `${address}?copy`);
  expect(copy.DiskFull).not.toBe(DiskFull);
  for (const one of [made(errors), made(copy)]) {
    for (const [name, error] of Object.entries(one)) {
      const is = Object.entries(classes).filter(([, kind]) => error instanceof kind);
      const parents = name === "DiskFull" || name === "OutcomeUnknown" ? ["DatabaseUnavailable"] : [];
      expect(is.map(([kind]) => kind).sort()).toEqual([...parents, name].sort());
      expect([error.name, error instanceof Error]).toEqual([name, true]);
      expect(isOutage(error)).toBe(name === "DatabaseLost");
    }
  }
  for (const other of [new Error("x"), null, undefined, "x", {}]) {
    expect(Object.values(classes).some((kind) => (other as unknown) instanceof kind)).toBe(false);
  }
});
