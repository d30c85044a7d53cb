import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { afterEach, expect, it } from "vitest";
import { probe } from "@/lib/db/probe";

/** Ticks of 100 ms in the program. */
const TICK_MS = 2;
let server: Server | undefined;
const sockets = new Set<Socket>();
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  server?.close();
});

/** The address of a server that answers a connection so. */
async function serving(answer: (socket: Socket) => void): Promise<string> {
  server = createServer((socket) => {
    sockets.add(socket.on("error", () => {}));
    answer(socket);
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return `postgresql://planner:secret@127.0.0.1:${(server.address() as AddressInfo).port}/planner`;
}

/** A message of PostgreSQL's protocol. */
function message(kind: string, body: string | Buffer): Buffer {
  const content = Buffer.from(body);
  const head = Buffer.alloc(5);
  head.write(kind);
  head.writeInt32BE(content.length + 4, 1);
  return Buffer.concat([head, content]);
}
const refusal = (state: string) => message("E", `SFATAL\0C${state}\0Mno\0\0`);
const WELCOME = [message("R", Buffer.alloc(4)), message("Z", "I")];
const ROW = [message("C", "SELECT 1\0"), message("Z", "I")];

it("finds a server away where nothing listens, and where it ends the connection", async () => {
  const url = await serving((socket) => socket.destroy());
  await expect(probe(url, TICK_MS)).rejects.toThrow(/terminated|ECONNRESET/);
  await new Promise((resolve) => server?.close(resolve));
  await expect(probe(url, TICK_MS)).rejects.toThrow("ECONNREFUSED");
});

it("finds a server away that takes the connection and says nothing, or nothing more", async () => {
  for (const answer of [() => {}, (socket: Socket) => socket.write(WELCOME[0] ?? "")]) {
    const found = await probe(await serving(answer), TICK_MS).catch((error: Error) => error.message);
    expect(found).toBe("no word from it in 1000 ms");
  }
});

it.each([
  ...["08006", "57P01", "57P02", "57P03"].map((state) => ({ state, away: true })),
  ...["53300", "28P01", "3D000", "55000", "57014", "XX000", "X57P01"].map((state) => ({
    state,
    away: false,
  })),
])("finds a server that refuses with $state away: $away", async ({ state, away }) => {
  const url = await serving((socket) => socket.end(refusal(state)));
  const found = await probe(url, TICK_MS).then(
    () => false,
    () => true,
  );
  expect(found).toBe(away);
});

/** Counted in ticks as the probe counts them: a busy machine makes both late. */
function afterTicks(ticks: number, then: () => void): void {
  let count = 0;
  const timer = setInterval(() => {
    if (++count < ticks) return;
    clearInterval(timer);
    then();
  }, TICK_MS);
}

it("takes a slow server for a slow one, unless it is slower than anybody waits", async () => {
  const slow = await serving((socket) => {
    const answers = [WELCOME, ROW].map((parts) => Buffer.concat(parts));
    socket.on("data", () => afterTicks(7, () => socket.write(answers.shift() ?? "")));
  });
  await expect(probe(slow, TICK_MS)).resolves.toBeUndefined();
  const endless = await serving((socket) => {
    const notice = message("N", "SNOTICE\0C00000\0Mwait\0\0");
    const timer = setInterval(() => socket.write(notice), 3 * TICK_MS);
    socket.on("close", () => clearInterval(timer));
  });
  await expect(probe(endless, TICK_MS)).rejects.toThrow("no answer in 2500 ms");
});

it("does not take this process's own delay for the server's", async () => {
  const url = await serving((socket) => {
    const answers = [WELCOME, ROW].map((parts) => Buffer.concat(parts));
    socket.on("data", () => socket.write(answers.shift() ?? ""));
  });
  const found = probe(url, TICK_MS);
  // Busy for as long as it would wait for a word, over and over: each turn of the loop reads a little.
  for (let turn = 0; turn < 5; turn++) {
    const until = performance.now() + 15 * TICK_MS;
    while (performance.now() < until);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await expect(found).resolves.toBeUndefined();
});
