import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterEach, expect, it } from "vitest";
import { closeListeners, listen } from "../../scripts/test/local-listener";
import { renewedWords, sayWhenRenewed } from "./renewed-desk.server";

afterEach(closeListeners);

/** What the framework does with a form of another build. */
function refuse(_request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("x-nextjs-action-not-found", "1");
  response.setHeader("content-type", "text/plain");
  response.statusCode = 409;
  if (!response.headersSent) response.end("Server Action unavailable.");
}

async function post(headers: Record<string, string>, work = refuse) {
  const server = createServer((request, response) => {
    sayWhenRenewed(request, response);
    work(request, response);
  });
  const port = await listen(server);
  const answer = await fetch(`http://127.0.0.1:${port}/desk/claims/new`, {
    method: "POST",
    headers,
    body: "x",
  });
  return { status: answer.status, type: answer.headers.get("content-type"), text: await answer.text() };
}

it("a form of an earlier build, posted without scripts, is answered with what to do", async () => {
  expect(await post({})).toEqual({ status: 409, type: "text/plain; charset=utf-8", text: renewedWords });
});

it("one posted by a script is left to the script, and any other answer to whoever gives it", async () => {
  expect((await post({ "next-action": "40aa" })).text).toBe("Server Action unavailable.");
  const other = await post({}, (_request, response) => response.setHeader("X-Other", "1").end("done"));
  expect([other.status, other.text]).toEqual([200, "done"]);
});
