import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { FolderInUse, lockFolder, unlockFolder } from "../../lib/db/folder-lock.mjs";
import { SECURITY_HEADERS } from "../../lib/http/door/headers.mjs";

test("an address that is no UTF-8 names nothing, on every route", async ({ request }) => {
  for (const part of ["%ff", "%c3%28", "%zz", "%"]) {
    for (const path of ["/", "/s/", "/models/", "/hardware/", "/accuracy/", "/models/x/plan/"]) {
      expect((await request.get(path + part)).status(), path + part).toBe(404);
    }
    for (const path of ["scenarios/", "catalog/models/", "catalog/accelerators/"]) {
      const answer = await request.get(`/api/v1/${path}${part}`);
      expect(answer.status(), path + part).toBe(404);
      expect(answer.headers()["content-type"]).toBe("application/problem+json");
    }
  }
});

test("pages, answers of the API, files and errors carry the security headers", async ({ request, page }) => {
  for (const path of [
    "/",
    "/models",
    "/nothing",
    "/icon.svg",
    "/api/v1/catalog/models/nothing",
    "/healthz",
  ]) {
    const headers = (await request.get(path)).headers();
    const { "Content-Security-Policy": policy, ...same } = SECURITY_HEADERS;
    for (const [name, value] of Object.entries(same))
      expect(headers[name.toLowerCase()], `${path} ${name}`).toBe(value);
    for (const part of policy.split("; ")) expect(headers["content-security-policy"], path).toContain(part);
  }
  const refused: string[] = [];
  page.on("console", (message) => message.type() === "error" && refused.push(message.text()));
  await page.goto("/");
  await expect(page.getByRole("heading").first()).toBeVisible();
  expect(refused).toEqual([]);
});

test("a page of another origin can change nothing, and a method that nothing answers is named", async ({
  request,
}) => {
  const headers = { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" };
  expect((await request.post("/api/v1/scenarios", { headers, data: "{}" })).status()).toBe(403);
  const trace = await request.fetch("/api/v1/estimate", { method: "TRACE" });
  expect(trace.status()).toBe(405);
  expect(trace.headers().allow).toBe("POST, OPTIONS");
  expect((await request.delete("/")).status()).toBe(405);
});

test("kill -TERM of npm start ends the server: its port and its folder are free", async () => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), "inference-planner-stop-"));
  // That a new folder gets a database is not what is asked here.
  if (process.env.EMPTY_DATABASE) cpSync(process.env.EMPTY_DATABASE, folder, { recursive: true });
  const env = { ...process.env, PORT: "", HOST: "127.0.0.1", DATA_DIR: folder, DATABASE_URL: "" };
  const npm = spawn("npm", ["start"], { env, stdio: ["ignore", "pipe", "inherit"] });
  // Where it serves is its own choice, and said: a port chosen here may be taken before it starts.
  const { origin: url, port } = await new Promise<URL>((resolve, reject) => {
    let said = "";
    npm.stdout.on("data", (chunk) => {
      said += chunk;
      const [, address] = /Ready: (http\S+)/.exec(said) ?? [];
      if (address) resolve(new URL(address));
    });
    npm.once("exit", (code) => reject(new Error(`npm start ended with code ${code}: ${said}`)));
  });
  const ready = () =>
    fetch(`${url}/readyz`).then(
      ({ status }) => status,
      () => 0,
    );
  await expect.poll(ready).toBe(200);
  await expect(lockFolder(folder)).rejects.toThrow(FolderInUse);
  // A connection that is kept and one whose request is half sent must not hold the server up.
  await (await fetch(`${url}/healthz`)).text();
  const half = connect(Number(port), "127.0.0.1");
  half.on("error", () => {}).write("POST /api/v1/estimate HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{");
  await expect.poll(ready).toBe(200);
  const begun = Date.now();
  npm.kill("SIGTERM");
  await once(npm, "exit");
  expect(Date.now() - begun).toBeLessThan(10_000);
  expect(await ready()).toBe(0);
  await lockFolder(folder);
  await unlockFolder(folder);
  rmSync(folder, { recursive: true });
});
