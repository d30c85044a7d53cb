import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { faultsOf, VARIABLES } from "@/scripts/setup/environment.mjs";

it("takes an empty environment, and a whole one", () => {
  expect(faultsOf({})).toEqual([]);
  expect(faultsOf({ PORT: "", LOG_LEVEL: "" })).toEqual([]);
  const whole = {
    PORT: "8080",
    HOST: "::",
    DATA_DIR: "/data",
    DATABASE_URL: "postgresql://a:b@c/d",
    DATABASE_POOL_SIZE: "20",
    PUBLIC_URL: "https://planner.example.com",
    COMPUTE_THREADS: "0",
    RATE_LIMIT: "2",
    TRUSTED_PROXIES: "1",
    METRICS_PORT: "9090",
    METRICS_HOST: "0.0.0.0",
    LOG_LEVEL: "info",
  };
  expect(Object.keys(whole).sort()).toEqual(VARIABLES.map(({ name }) => name).sort());
  expect(faultsOf(whole)).toEqual([]);
});

it("says all that is wrong at once, each with its name, and repeats no password", () => {
  const faults = faultsOf({
    PORT: "abc",
    METRICS_PORT: "70000",
    LOG_LEVEL: "loud",
    DATABASE_POOL_SIZE: "0",
    DATABASE_URL: "mysql://root:secret@db/x",
  });
  for (const name of ["PORT", "METRICS_PORT", "LOG_LEVEL", "DATABASE_POOL_SIZE", "DATABASE_URL"])
    expect(
      faults.filter((fault) => fault.startsWith(`${name} `)),
      name,
    ).toHaveLength(1);
  expect(faults.join()).not.toContain("secret");
  expect(faultsOf({ PORT: "3000", METRICS_PORT: "3000" })).toEqual([
    "METRICS_PORT must be another port than PORT.",
  ]);
});

it("is told of whole in the README", () => {
  const readme = readFileSync("README.md", "utf8");
  for (const { name, default: preset } of VARIABLES) expect(readme).toContain(`| \`${name}\` | ${preset} |`);
});

it("is all that image and compose file set", () => {
  const known = new Set([...VARIABLES.map(({ name }) => name), "NODE_ENV", "NEXT_TELEMETRY_DISABLED"]);
  const image = [...readFileSync("Dockerfile", "utf8").matchAll(/^ENV (.+)$/gm)].flatMap(([, pairs = ""]) =>
    [...pairs.matchAll(/(\w+)=/g)].map(([, name]) => name),
  );
  const [service = ""] = /^x-planner[\s\S]*?^services:/m.exec(readFileSync("compose.yaml", "utf8")) ?? [];
  const composed = [...service.matchAll(/^ {4}([A-Z_]+):/gm)].map(([, name]) => name);
  expect(image.length).toBeGreaterThan(3);
  expect(composed.length).toBeGreaterThan(3);
  expect([...image, ...composed].filter((name = "") => !known.has(name))).toEqual([]);
});
