import { Agent } from "node:http";
import { afterEach, describe, expect, it, vi } from "vitest";
import { SECURITY_HEADERS } from "@/lib/http/door/headers.mjs";
import { get, pause, serving, stormFromElsewhere, wire } from "./serving";

let end = () => {};
afterEach(() => end());

async function open(...given: Parameters<typeof serving>) {
  const opened = await serving(...given);
  end = opened.end;
  return opened;
}

const CHECKED_OFTEN = { check: 50 };

describe("what a peer may hold", () => {
  it("bounds the time for headers and for a body, and leaves a kept connection alone", async () => {
    const limits = { ...CHECKED_OFTEN, headers: 300, request: 600, keepAlive: 5_000 };
    const { port } = await open((request, response) => {
      request.resume().once("end", () => response.end("read"));
    }, limits);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    await get(port, "/", agent);
    const begun = Date.now();
    const halves = [
      "GET / HTTP/1.1\r\nHost: a\r\nX-Half: ",
      "POST /api/save HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{",
      "POST /api/save HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{",
      "",
    ];
    const said = await Promise.all(halves.map((half) => wire(port, half).said));
    expect(Date.now() - begun).toBeLessThan(5_000);
    for (const text of said.slice(0, 3)) expect(text).toMatch(/^HTTP\/1.1 408/);
    const again = await get(port, "/", agent);
    expect(again.status).toBe(200);
    agent.destroy();
  });

  it("closes connections that only wait when there are many, and takes no more than the limit", async () => {
    const { port, door } = await open((_, response) => void response.end("here"), { connections: 20 });
    const agents = Array.from({ length: 30 }, () => new Agent({ keepAlive: true }));
    for (const agent of agents) expect((await get(port, "/", agent)).status).toBe(200);
    const held = await new Promise<number>((resolve) =>
      door.server.getConnections((_, count) => resolve(count)),
    );
    expect(held).toBeLessThanOrEqual(20);
    for (const agent of agents) agent.destroy();
  });
});

describe("a body that is refused before its end", () => {
  const head = "POST /api/save HTTP/1.1\r\nHost: a\r\n";
  const part = `10000\r\n${"x".repeat(65_536)}\r\n`;
  it.each([
    ["chunked", `${head}Transfer-Encoding: chunked\r\n\r\n${part.repeat(8)}`],
    ["of a declared length", `${head}Content-Length: 1000000\r\n\r\n${"x".repeat(200_000)}`],
  ])("closes its connection, so that its rest is no request (%s)", async (_, bytes) => {
    const { port } = await open((_request, response) => void response.writeHead(413).end("too large"));
    const said = await wire(port, bytes).said;
    expect(said).toMatch(/^HTTP\/1.1 413/);
    expect(said).toMatch(/^connection: close/im);
    expect(said.match(/HTTP\/1.1/g)).toHaveLength(1);
  });

  it("and its sender gets the answer, however much it goes on sending", async () => {
    const { port } = await open((_request, response) => void response.writeHead(413).end("too large"));
    const send = async () => {
      const { socket, said } = wire(port, `${head}Transfer-Encoding: chunked\r\n\r\n`);
      const more = setInterval(() => socket.write(part), 1);
      return said.finally(() => clearInterval(more));
    };
    for (const said of await Promise.all(Array.from({ length: 10 }, send)))
      expect(said).toMatch(/ 413 [\s\S]*too large/);
  });

  it("and one that was read whole keeps it", async () => {
    const { port } = await open((request, response) => {
      request.resume().once("end", () => response.end("read"));
    });
    const two = `${head}Transfer-Encoding: chunked\r\n\r\n${part.repeat(8)}0\r\n\r\n${head}Connection: close\r\n\r\n`;
    expect((await wire(port, two).said).match(/HTTP\/1.1 200/g)).toHaveLength(2);
  });
});

describe("more requests than can be answered", () => {
  it("are told so at once, and those in work are answered; a slow sender takes nobody's place", async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    const { port, door } = await open(
      async (request, response) => {
        if (request.method === "GET" && request.url !== "/readyz") await released;
        response.end("done");
      },
      { inWork: 5 },
    );
    const slow = Array.from({ length: 10 }, () =>
      wire(port, "POST /api/save HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{"),
    );
    const first = Array.from({ length: 5 }, () => get(port));
    while (door.inWork() < 5) await pause(5);
    const refused = await get(port);
    expect(refused).toMatchObject({ status: 503, headers: { "retry-after": "2" } });
    expect(JSON.parse(refused.text)).toMatchObject({ title: "The server is busy" });
    expect((await get(port, "/readyz")).status).toBe(200);
    release();
    for (const answer of await Promise.all(first)) expect(answer.text).toBe("done");
    expect((await get(port)).status).toBe(200);
    for (const { socket } of slow) socket.destroy();
    while (door.inWork() > 0) await pause(5);
  });

  /** Keeps the thread busy, as drawing a page does. */
  const draw = (ms: number) => {
    for (const until = performance.now() + ms; performance.now() < until; );
  };

  it.each([
    ["at once", { inWork: 20 }, 0],
    ["one after another", { queue: 5, wait: 100 }, 4],
  ])("are refused while the thread is busy too, and soon nobody waits (%s)", async (_, limits, everyMs) => {
    const { port, door } = await open(async (_request, response) => {
      draw(20);
      response.end("done");
    }, limits);
    const answers = await stormFromElsewhere(port, { count: 200, everyMs });
    const count = (status: number) => answers.filter((one) => one.status === status).length;
    expect(count(200)).toBeGreaterThan(5);
    expect(count(503)).toBeGreaterThan(50);
    expect(count(200) + count(503)).toBe(200);
    while (door.inWork() > 0) await pause(5);
    expect((await get(port)).status).toBe(200);
  });

  it("but a burst that can be answered is answered whole", async () => {
    const { port } = await open(async (_, response) => {
      draw(10);
      response.end("done");
    });
    const answers = await Promise.all(Array.from({ length: 60 }, () => get(port)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it("counts nothing twice and nothing for ever, however a request ends", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    const { port, door } = await open(async (request, response) => {
      if (request.url === "/throws") throw new Error("expected in this test");
      if (request.url === "/breaks") response.destroy();
      else if (request.url === "/late") setTimeout(() => response.end("late"), 100);
      else response.end("done");
    });
    const paths = ["/", "/throws", "/breaks", "/late"];
    await Promise.allSettled(Array.from({ length: 40 }, (_, i) => get(port, paths[i % 4])));
    const left = wire(port, "GET /late HTTP/1.1\r\nHost: a\r\n\r\n");
    while (door.inWork() === 0) await pause(1);
    left.socket.destroy();
    while (door.inWork() > 0) await pause(5);
    expect((await get(port, "/throws")).status).toBe(500);
    expect(door.inWork()).toBe(0);
    expect(said).toHaveBeenCalledTimes(11);
    said.mockRestore();
  });
});

it("every answer carries the security headers, refusals too", async () => {
  const { port } = await open((_, response) => void response.end("here"), { inWork: 1 });
  for (const path of ["/", "/%ff", "/api/save"]) {
    const { headers } = await get(port, path);
    const { "Content-Security-Policy": policy, ...same } = SECURITY_HEADERS;
    for (const [name, value] of Object.entries(same))
      expect(headers[name.toLowerCase()], `${path} ${name}`).toBe(value);
    for (const part of policy.split("; ")) expect(headers["content-security-policy"], path).toContain(part);
  }
});

it("gives each page a nonce of its own, and takes none from a client", async () => {
  const seen: unknown[] = [];
  const { port } = await open((request, response) => {
    seen.push(request.headers["content-security-policy"], request.headers["x-nonce"]);
    response.end("here");
  });
  const asked = async (path: string) => {
    const forged = { "content-security-policy": "script-src 'nonce-forged'", "x-nonce": "forged" };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: forged });
    return response.headers.get("content-security-policy") ?? "";
  };
  const policies = [await asked("/"), await asked("/s/x")];
  const nonces = policies.map(
    (policy) => /script-src 'nonce-([^']{22,})' 'strict-dynamic'/.exec(policy)?.[1],
  );
  expect(new Set(nonces).size).toBe(2);
  expect(seen).toEqual([policies[0], nonces[0], policies[1], nonces[1]]);
  expect(await asked("/api/v1/catalog")).not.toContain("script-src");
  expect(seen.slice(4)).toEqual([undefined, undefined]);
});
