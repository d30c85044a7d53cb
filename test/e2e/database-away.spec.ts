import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, test } from "@playwright/test";
import { freePort } from "../../scripts/setup/port.mjs";

test("a shared link says within the deadline that the database is away, and the planner goes on", async ({
  page,
}) => {
  // Takes connections and never says a word: the worst way to be away.
  const silent = createServer(() => {});
  silent.listen(0, "127.0.0.1");
  await once(silent, "listening");
  const { port: databasePort } = silent.address() as AddressInfo;
  const port = await freePort();
  const env = {
    ...process.env,
    PORT: String(port),
    HOST: "127.0.0.1",
    DATABASE_URL: `postgresql://planner@127.0.0.1:${databasePort}/planner`,
  };
  const start = spawn(process.execPath, ["scripts/start.mjs"], { env, stdio: "ignore" });
  const base = `http://127.0.0.1:${port}`;
  try {
    await expect
      .poll(
        () =>
          page.request.get(`${base}/healthz`).then(
            (answer) => answer.status(),
            () => 0,
          ),
        { timeout: 60_000 },
      )
      .toBe(200);
    // Read once before, so that compiling the page is not counted.
    await page.request.get(`${base}/s/${"A".repeat(22)}`);
    const begun = Date.now();
    const answer = await page.goto(`${base}/s/${"A".repeat(22)}`);
    expect(answer?.status()).toBe(503);
    expect(answer?.headers()["retry-after"]).toBe("2");
    expect(Date.now() - begun).toBeLessThan(3500);
    await expect(
      page.getByRole("heading", { name: "Saved plans cannot be read at the moment" }),
    ).toBeVisible();
    await expect(page).toHaveTitle(/Not available now/);
    expect((await page.goto(base))?.status()).toBe(200);
  } finally {
    start.kill("SIGKILL");
    await once(start, "exit");
    silent.close();
  }
});
