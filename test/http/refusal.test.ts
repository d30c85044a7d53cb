import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodable, refusalOf } from "@/lib/http/door/refusal.mjs";
import { routeMethods } from "@/lib/http/door/route-methods.mjs";

const APP = join(import.meta.dirname, "../../app");
const routes = routeMethods(APP);
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "QUERY"];

describe("methods", () => {
  it("are those that each route's module exports", async () => {
    expect(routes.length).toBeGreaterThan(8);
    for (const { file, methods } of routes) {
      const module: Record<string, unknown> = await import(join(APP, file));
      const exported = METHODS.filter((method) => method in module);
      expect(exported.length, file).toBeGreaterThan(0);
      const implied = [...(exported.includes("GET") ? ["HEAD"] : []), "OPTIONS"];
      expect([...methods].sort(), file).toEqual([...new Set([...exported, ...implied])].sort());
    }
  });

  it.each([
    ["/", ["GET", "HEAD"]],
    ["/s/abc", ["GET", "HEAD"]],
    ["/hardware/nvidia-h100/plan?offer=x", ["GET", "HEAD", "OPTIONS"]],
    ["/api/v1/estimate", ["POST", "OPTIONS"]],
    ["/api/v1/scenarios/abc", ["GET", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]],
    ["/api/v1/scenarios/abc/versions", ["GET", "HEAD", "OPTIONS"]],
    ["/_next/static/x.js", ["GET", "HEAD"]],
  ])("%s answers %j, and others with 405 and Allow", (url, allowed) => {
    for (const method of METHODS) {
      const refusal = refusalOf({ method, url, headers: {} }, routes);
      if (allowed.includes(method)) expect(refusal, method).toBeNull();
      else expect(refusal, method).toMatchObject({ status: 405, headers: { Allow: allowed.join(", ") } });
    }
  });
});

describe("origins", () => {
  const statusOf = (method: string, headers: object) => {
    const routed = [{ file: "", pattern: /^\/api\/v1\/scenarios$/, methods: [method] }];
    const request = { method, url: "/api/v1/scenarios", headers: { host: "plan.example:3000", ...headers } };
    return refusalOf(request, routed)?.status ?? 200;
  };

  it.each([
    ["a program", {}, 200],
    ["our page", { "sec-fetch-site": "same-origin", origin: "http://plan.example:3000" }, 200],
    ["the address bar", { "sec-fetch-site": "none" }, 200],
    [
      "our page behind a proxy that changes Host",
      { "sec-fetch-site": "same-origin", origin: "https://p.example" },
      200,
    ],
    ["our page over plain HTTP", { origin: "http://plan.example:3000" }, 200],
    [
      "our page over plain HTTP behind a proxy",
      { origin: "http://p.example", "x-forwarded-host": "p.example" },
      200,
    ],
    ["another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }, 403],
    ["another site that sends no Origin", { "sec-fetch-site": "cross-site" }, 403],
    ["a sister site", { "sec-fetch-site": "same-site", origin: "http://other.plan.example:3000" }, 403],
    ["another site over plain HTTP", { origin: "http://evil.example" }, 403],
    ["another port", { origin: "http://plan.example:4000" }, 403],
    ["a sandboxed frame", { origin: "null" }, 403],
    ["a file", { origin: "file://" }, 403],
    ["nonsense", { origin: "plan.example:3000" }, 403],
  ])("%s", (_, headers, status) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"])
      expect(statusOf(method, headers), method).toBe(status);
    expect(statusOf("GET", headers)).toBe(200);
  });
});

describe("addresses", () => {
  it("can be decoded whatever bytes they hold, and stay as they are where they could", () => {
    const part = fc.oneof(
      fc.string(),
      fc.string().map(encodeURIComponent),
      fc.constantFrom("%", "%f", "%ff", "%c3%28", "%e2%82", "%00", "%zz", "a%2Fb", "[id]"),
    );
    fc.assert(
      fc.property(fc.array(part), fc.option(fc.string()), (parts, query) => {
        const path = `/${parts.map((text) => text.replaceAll("?", "")).join("/")}`;
        const tail = query === null ? "" : `?${query}`;
        const made = decodable(path + tail);
        expect(made.endsWith(tail)).toBe(true);
        const [madePath = ""] = made.split("?");
        expect(() => decodeURIComponent(madePath)).not.toThrow();
        expect(madePath.split("/")).toHaveLength(path.split("/").length);
        for (const [i, segment] of madePath.split("/").entries()) {
          const before = path.split("/")[i];
          if (segment !== before) expect(() => decodeURIComponent(before ?? "")).toThrow();
        }
      }),
      { numRuns: 2000 },
    );
  });
});
