import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { afterAll, expect, it } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { DatabaseUnavailable } from "@/lib/db/errors";
import { createScenario, readScenario } from "@/lib/db/scenarios";

const SCENARIO = { name: "x", state: {}, result: {}, engineVersion: "1", catalogVersion: "1" };

/** A stretch of wire to the PostgreSQL server that can be cut, made to hang, and joined again. */
class Wire {
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();
  port = 0;

  constructor(private readonly target: URL) {}

  async join(): Promise<void> {
    const server = createServer((near) => {
      const far = connect(Number(this.target.port || 5432), this.target.hostname);
      for (const socket of [near, far]) {
        this.sockets.add(socket);
        socket.on("error", () => socket.destroy());
        socket.on("close", () => this.sockets.delete(socket));
      }
      near.pipe(far);
      far.pipe(near);
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, "127.0.0.1", resolve));
    this.port = (server.address() as AddressInfo).port;
  }

  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.server?.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** Bytes stop in both directions, and the connections stay open. */
  hang(): void {
    for (const socket of this.sockets) socket.unpipe().pause();
  }
}

const server = process.env.TEST_DATABASE_URL;

it.skipIf(!server)(
  "says unavailable while PostgreSQL is away or silent, and saves again by itself",
  async () => {
    const url = new URL(server ?? "");
    const wire = new Wire(new URL(url));
    await wire.join();
    url.host = `127.0.0.1:${wire.port}`;
    process.env.DATABASE_URL = url.href;
    const first = await createScenario(SCENARIO);

    await wire.cut();
    await expectUnavailable();
    await expectUnavailable();
    await wire.join();
    const second = await createScenario(SCENARIO);

    wire.hang();
    await expectUnavailable();
    await wire.cut();
    await wire.join();
    const third = await createScenario(SCENARIO);

    for (const { viewId } of [first, second, third])
      expect(await readScenario(viewId)).toMatchObject(SCENARIO);
    await closeDatabase();
    await wire.cut();
  },
);

async function expectUnavailable(): Promise<void> {
  const begun = Date.now();
  const refused = await createScenario(SCENARIO).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(DatabaseUnavailable);
  expect(Date.now() - begun).toBeLessThan(2700);
}

afterAll(() => {
  delete process.env.DATABASE_URL;
});
