import { type AddressInfo, createServer, type Server } from "node:net";
import { afterEach, expect, it } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { take } from "@/lib/db/client-counts";
import { DatabaseUnavailable, OutcomeUnknown } from "@/lib/db/errors";
import { isOutage } from "@/lib/db/outage";
import { checkDatabase, createScenario, readScenario } from "@/lib/db/scenarios";

const SCENARIO = { name: "x", state: {}, result: {}, engineVersion: "1", catalogVersion: "1" };
let silent: Server | undefined;

afterEach(async () => {
  silent?.close();
  await closeDatabase().catch(() => {});
  delete process.env.DATABASE_URL;
});

async function listen(): Promise<number> {
  const server = createServer(() => {});
  silent = server;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

it("says unavailable at once when nothing listens, and again on the next call", async () => {
  const port = await listen();
  await new Promise((resolve) => silent?.close(resolve));
  process.env.DATABASE_URL = `postgresql://planner:secret@127.0.0.1:${port}/planner`;
  await expect(createScenario(SCENARIO)).rejects.toThrow(DatabaseUnavailable);
  await expect(readScenario("A".repeat(22))).rejects.toThrow(DatabaseUnavailable);
});

it("says unavailable within 2.5 s when a server takes the connection and never answers, and then at once", async () => {
  process.env.DATABASE_URL = `postgresql://planner:secret@127.0.0.1:${await listen()}/planner`;
  const share = { name: `silent${Date.now()}`, points: 1, seconds: 60 };
  const begun = Date.now();
  const calls = [checkDatabase, () => createScenario(SCENARIO), () => readScenario("A".repeat(22))];
  const count = take(share, "a", 1);
  for (const call of [...calls, ...calls]) {
    const refused = await call().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DatabaseUnavailable);
    expect(refused).not.toBeInstanceOf(OutcomeUnknown);
    expect(String(refused)).not.toContain("secret");
  }
  expect(await count).toBeNull();
  // All of them together.
  expect(Date.now() - begun).toBeLessThan(2500);
});

it("tells an outage from a wrong query", () => {
  const prismaError = (state: string) =>
    Object.assign(new Error("x"), {
      code: "P2039",
      meta: { driverAdapterError: { cause: { code: state } } },
    });
  for (const state of ["57P01", "57014", "55P03", "53300", "08006"])
    expect(isOutage(prismaError(state))).toBe(true);
  for (const state of ["P0001", "23505", "42P01"]) expect(isOutage(prismaError(state))).toBe(false);
  const kinds = (kind: string) =>
    Object.assign(new Error("x"), { meta: { driverAdapterError: { cause: { kind } } } });
  expect(isOutage(kinds("DatabaseNotReachable"))).toBe(true);
  expect(isOutage(kinds("UniqueConstraintViolation"))).toBe(false);
  expect(isOutage(new Error("Connection terminated unexpectedly"))).toBe(true);
  expect(isOutage(Object.assign(new Error("x"), { code: "ENOENT", syscall: "connect" }))).toBe(true);
  expect(isOutage(Object.assign(new Error("x"), { code: "ENOENT", syscall: "open" }))).toBe(false);
  expect(isOutage(new TypeError("x is undefined"))).toBe(false);
});
