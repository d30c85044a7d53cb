import { Agent } from "node:http";
import { expect, it } from "vitest";
import { get, pause, serving, stormFromElsewhere, wire } from "./serving";

it("ends under keep-alive traffic: each request is answered, each connection told to close", async () => {
  let taken = 0;
  const { port, door } = await serving(async (_, response) => {
    taken++;
    await pause(20);
    response.end("done");
  });
  let answered = 0;
  let last = "";
  const client = async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (;;) {
      const answer = await get(port, "/", agent).catch((error: NodeJS.ErrnoException) => error.code);
      if (typeof answer !== "object") {
        agent.destroy();
        return answer;
      }
      expect(answer).toMatchObject({ status: 200, text: "done" });
      last = answer.headers.connection ?? "";
      answered++;
    }
  };
  const clients = Array.from({ length: 20 }, client);
  while (answered < 60) await pause(10);
  const begun = Date.now();
  expect(await door.stop()).toBe(true);
  expect(Date.now() - begun).toBeLessThan(3_000);
  for (const end of await Promise.all(clients)) expect(end).toBe("ECONNREFUSED");
  expect(answered).toBe(taken);
  expect(last).toBe("close");
});

it("waits for a slow answer and for a body on its way, and takes connections that are just being made", async () => {
  const { port, door } = await serving((request, response) => {
    request.resume().once("end", () => setTimeout(() => response.end("done"), 700));
  });
  const slow = get(port);
  const upload = wire(port, "POST /api/save HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{");
  await pause(50);
  const stopped = door.stop();
  const late = Array.from({ length: 40 }, () => get(port));
  setTimeout(() => upload.socket.write("}"), 500);
  expect(await slow).toMatchObject({ status: 200, text: "done" });
  for (const answer of await Promise.all(late)) expect(answer.headers.connection).toBe("close");
  expect(await upload.said).toMatch(/^HTTP\/1.1 200[\s\S]*connection: close[\s\S]*done$/i);
  expect(await stopped).toBe(true);
});

it("waits for a body that comes slowly, and not for one that stands still", async () => {
  const { port, door } = await serving(
    (request, response) => void request.resume().once("end", () => response.end("done")),
    { stalled: 200, silent: 0 },
  );
  const half = "POST /api/save HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n\r\n{";
  const [stands, comes] = [wire(port, half), wire(port, half)];
  await pause(50);
  const stopped = door.stop();
  for (let at = 0; at < 5; at++) setTimeout(() => comes.socket.write("}"), 100 * (at + 1));
  expect(await stands.said).toBe("");
  expect(await comes.said).toMatch(/^HTTP\/1.1 200[\s\S]*done$/);
  expect(await stopped).toBe(true);
});

it("waits for a body that is there and that nobody has come to read", async () => {
  const LENGTH = 200_000;
  const { port, door } = await serving(
    async (request, response) => {
      await pause(500);
      request.resume().once("end", () => response.end("done"));
    },
    { stalled: 200, silent: 0 },
  );
  const head = `POST /api/save HTTP/1.1\r\nHost: a\r\nContent-Length: ${LENGTH}\r\n\r\n`;
  const { said } = wire(port, head + "x".repeat(LENGTH));
  await pause(50);
  expect(await door.stop()).toBe(true);
  expect(await said).toMatch(/^HTTP\/1.1 200[\s\S]*done$/);
});

it("breaks off what takes too long, and says so", async () => {
  const { port, door } = await serving(() => {}, { lastCall: 10, stop: 300 });
  const never = get(port).catch((error: NodeJS.ErrnoException) => error.code);
  await pause(50);
  const begun = Date.now();
  expect(await door.stop()).toBe(false);
  expect(Date.now() - begun).toBeLessThan(2_000);
  expect(await never).toBe("ECONNRESET");
});

it("resets nobody whom it let in, though more than it can do never cease to come", async () => {
  let taken = 0;
  const { port, door } = await serving(
    (request, response) => {
      taken++;
      for (const until = performance.now() + 10; performance.now() < until; );
      request.resume().once("end", () => response.end("done"));
    },
    { inWork: 20 },
  );
  const storm = stormFromElsewhere(port, {
    path: "/api/save",
    method: "POST",
    body: "{}",
    count: 300,
    everyMs: 4,
  });
  while (taken < 30) await pause(5);
  // As the first use of a page's code does: longer than the last call itself.
  for (const until = performance.now() + 300; performance.now() < until; );
  expect(await door.stop()).toBe(true);
  const answers = await storm;
  const said = new Set(answers.map(({ status, text }) => (status === 0 ? text : status)));
  for (const one of said) expect([200, 503, "ECONNREFUSED"]).toContain(one);
  for (const { status, retryAfter } of answers) expect(retryAfter !== undefined).toBe(status === 503);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(taken);
});

it("closes the port when it has looked who is there, however long it was held up", async () => {
  const { port, door } = await serving((_, response) => void response.end("done"), { lull: 5, lastCall: 10 });
  const storm = stormFromElsewhere(port, { count: 60, everyMs: 5 });
  await get(port);
  const stopped = door.stop();
  // Many come meanwhile, and the time of the last call passes.
  for (const until = performance.now() + 150; performance.now() < until; );
  expect(await stopped).toBe(true);
  const said = new Set((await storm).map(({ status, text }) => (status === 0 ? text : status)));
  for (const one of said) expect([200, "ECONNREFUSED"]).toContain(one);
});

it("takes no more from the last call than may be in work, and says when to come again", async () => {
  const { port, door } = await serving(
    (request, response) => {
      request.resume().once("end", () => setTimeout(() => response.end("done"), 50));
    },
    { inWork: 5 },
  );
  const stopped = door.stop();
  const calls = Array.from(
    { length: 30 },
    () => wire(port, "POST /api/save HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}").said,
  );
  const said = (await Promise.all(calls)).map((text) => text.split("\r\n")[0]?.split(" ")[1]);
  expect(await stopped).toBe(true);
  expect(said).toContain("503");
  expect(said.filter((status) => status === "200").length).toBeLessThan(15);
});

it("says meanwhile that it is not ready, takes a kept connection's request, and ends unused ones", async () => {
  const { port, door } = await serving((_, response) => void response.end("done"));
  const agents = [1, 2].map(() => new Agent({ keepAlive: true, maxSockets: 1 }));
  for (const agent of agents) await get(port, "/", agent);
  // As browsers make them beforehand.
  const unused = wire(port, "");
  await pause(50);
  const begun = Date.now();
  const stopped = door.stop();
  const ready = await get(port, "/readyz");
  expect(ready).toMatchObject({ status: 503, headers: { connection: "close", "retry-after": "2" } });
  while (door.server.listening) await pause(1);
  const late = await get(port, "/", agents[0]);
  expect(late).toMatchObject({ status: 200, headers: { connection: "close" } });
  expect(await stopped).toBe(true);
  expect(await unused.said).toBe("");
  expect(Date.now() - begun).toBeLessThan(3_000);
  for (const agent of agents) agent.destroy();
});

it.each(["stops", "has many connections"])(
  "gives a slow reader all of a long answer while it %s",
  async (why) => {
    const LENGTH = 12_000_000;
    const { port, door, end } = await serving(
      (_, response) => void response.end(Buffer.alloc(LENGTH)),
      why === "stops" ? {} : { connections: 8 },
    );
    let got = 0;
    const { socket, said } = wire(port, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    socket.on("data", (bytes) => {
      got += bytes.length;
      if (got > LENGTH) return void socket.end();
      socket.pause();
      setTimeout(() => socket.resume(), 2);
    });
    await pause(50);
    if (why === "stops") expect(await door.stop()).toBe(true);
    else for (let count = 0; count < 10; count++) wire(port, "");
    await said;
    expect(got).toBeGreaterThan(LENGTH);
    end();
  },
);
