import { describe, expect, it } from "vitest";
import { DatabaseLost } from "@/lib/db/errors";
import { isOutage, isRaced } from "@/lib/db/outage";

const coded = (code: unknown, more: object = {}) => Object.assign(new Error("x"), { code, ...more });
const adapter = (cause: object) => coded("P2010", { meta: { driverAdapterError: { cause } } });

describe("an outage", () => {
  it.each([
    // PostgreSQL's states: connection, authorisation, a transaction that idled, no such database, resources, a lock, an operator, the system.
    ...["08000", "08006", "28P01", "25P03", "3D000", "53300", "55P03", "57014", "57P01", "58030"],
    ...["P1001", "P1017", "P2024", "P2028"],
    ...["ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "ETIMEDOUT", "EPIPE"],
    ...["ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"],
  ])("is a code %s", (code) => {
    expect(isOutage(coded(code))).toBe(true);
  });

  it.each([
    ...["25001", "25P02", "55000", "55006", "23505", "42P01", "40001", "22P02", "XX08", "155P03", "25P035"],
    ...[
      "P2002",
      "P2025",
      "P2034",
      "P100",
      "P10011",
      "XP1001",
      "ENOENT",
      "EACCES",
      "XEPIPE",
      "EPIPEX",
      "",
      57,
    ],
  ])("is not a code %s", (code) => {
    expect(isOutage(coded(code))).toBe(false);
  });

  it.each([
    "Connection terminated",
    "Connection terminated unexpectedly",
    "Connection terminated due to connection timeout",
    "timeout expired",
    "timeout exceeded when trying to connect",
    "Query read timeout",
    "Client was closed and is not queryable",
    "Client has encountered a connection error and is not queryable",
  ])("is the driver's own word %s, at the beginning alone", (message) => {
    expect(isOutage(new Error(message))).toBe(true);
    expect(isOutage(new Error(`he said: ${message}`))).toBe(false);
  });

  it.each([
    "DatabaseNotReachable",
    "ConnectionClosed",
    "SocketTimeout",
    "TlsConnectionError",
    "TooManyConnections",
    "AuthenticationFailed",
    "DatabaseAccessDenied",
    "DatabaseDoesNotExist",
  ])("is the adapter's kind %s, inside Prisma's error or as its cause", (kind) => {
    expect(isOutage(adapter({ kind }))).toBe(true);
    expect(isOutage(Object.assign(new Error("x"), { cause: { kind } }))).toBe(true);
    expect(isOutage(adapter({ kind: `${kind}s` }))).toBe(false);
    expect(isOutage(adapter({ kind: `No${kind}` }))).toBe(false);
  });

  it("is a state that the adapter kept, its own before the one that it made of it", () => {
    expect(isOutage(adapter({ kind: "postgres", originalCode: "57P01", code: "x" }))).toBe(true);
    expect(isOutage(adapter({ kind: "postgres", code: "57P01" }))).toBe(true);
    expect(isOutage(adapter({ kind: "postgres", originalCode: "42P01", code: "57P01" }))).toBe(false);
    expect(isOutage(adapter({}))).toBe(false);
    expect(isOutage(coded("P2010", { meta: undefined }))).toBe(false);
    expect(isOutage(coded("P2010", { meta: {} }))).toBe(false);
  });

  it("is found in what caused an error, and in any of several at once", () => {
    const deep = new Error("x", { cause: new Error("y", { cause: coded("ECONNREFUSED") }) });
    expect(isOutage(deep)).toBe(true);
    expect(isOutage(new Error("x", { cause: new Error("y") }))).toBe(false);
    expect(isOutage(new AggregateError([new Error("a"), coded("ECONNREFUSED")]))).toBe(true);
    expect(isOutage(new AggregateError([new Error("a"), coded("ENOENT")]))).toBe(false);
    expect(isOutage(new AggregateError([]))).toBe(false);
  });

  it("is that nothing listens, whatever the code, and a database that ended", () => {
    expect(isOutage(coded("ENOENT", { syscall: "connect" }))).toBe(true);
    expect(isOutage(coded("ENOENT", { syscall: "open" }))).toBe(false);
    expect(isOutage(new DatabaseLost("it ended"))).toBe(true);
  });

  it("is an error, whatever else looks like one", () => {
    for (const other of ["ECONNREFUSED", { code: "ECONNREFUSED" }, null, undefined, 57])
      expect(isOutage(other)).toBe(false);
  });
});

describe("a transaction that another one ended", () => {
  it.each(["40001", "40P01"])("is known by the state %s under the driver's own", (state) => {
    expect(isRaced(adapter({ kind: "postgres", originalCode: state }))).toBe(true);
    expect(isRaced(adapter({ kind: "postgres", code: state }))).toBe(true);
  });

  it("is known by Prisma's code, and nothing else is one", () => {
    expect(isRaced(coded("P2034"))).toBe(true);
    for (const other of [coded("P2002"), coded("40001"), new Error("40001"), "40001", undefined, null])
      expect(isRaced(other)).toBe(false);
    expect(isRaced(adapter({ kind: "postgres", code: "23505" }))).toBe(false);
  });
});
