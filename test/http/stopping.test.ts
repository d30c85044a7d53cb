import { Agent } from "node:http";
import { expect, it } from "vitest";
import { get, pause, serving, wire } from "./serving";

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
  await pause(300);
  const begun = Date.now();
  expect(await door.stop()).toBe(true);
  expect(Date.now() - begun).toBeLessThan(3_000);
  // New connections are refused from then on, and the system may reset one that it had not yet handed over.
  for (const end of await Promise.all(clients)) expect(["ECONNREFUSED", "ECONNRESET"]).toContain(end);
  expect(answered).toBe(taken);
  expect(answered).toBeGreaterThan(100);
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

it("breaks off what takes too long, and says so", async () => {
  const { port, door } = await serving(() => {}, { lastCall: 10, stop: 300 });
  const never = get(port).catch((error: NodeJS.ErrnoException) => error.code);
  await pause(50);
  const begun = Date.now();
  expect(await door.stop()).toBe(false);
  expect(Date.now() - begun).toBeLessThan(2_000);
  expect(await never).toBe("ECONNRESET");
});
