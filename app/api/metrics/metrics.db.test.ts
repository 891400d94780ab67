import { createServer } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { currentRequestId } from "../../../lib/core/request-context.server";
import { problemResponse } from "../../../lib/core/api-answer.server";
import { notFound } from "../../../lib/core/result";
import { watchRequests } from "../../../lib/metrics/watch-requests.server";
import { queueNames } from "../../../lib/database/queues.server";
import { closeListeners, listen } from "../../../scripts/test/local-listener";
import { useTestDatabase } from "../../../scripts/test/test-database";
import { GET } from "./route";

useTestDatabase();
const token = "scrape-me-0123456789";
const read = (authorization?: string) =>
  GET(new Request("http://localhost/api/metrics", { headers: authorization ? { authorization } : {} }));

beforeEach(() => {
  process.env.METRICS_TOKEN = token;
});
afterEach(async () => {
  delete process.env.METRICS_TOKEN;
  delete process.env.TRUSTED_PROXIES;
  await closeListeners();
});

/** A server as the framework has one, answering with the request's id as our handlers know it. */
const watched = () => {
  watchRequests();
  return listen(
    createServer((_request, response) => {
      setTimeout(() => response.end(currentRequestId()), 1);
    }),
  );
};

describe("the metrics", () => {
  it("are not there without METRICS_TOKEN, and need it otherwise", async () => {
    expect((await read()).status).toBe(401);
    expect((await read("Bearer wrong")).status).toBe(401);
    delete process.env.METRICS_TOKEN;
    expect((await read("Bearer ")).status).toBe(404);
    expect((await read(`Bearer ${token}`)).status).toBe(404);
  });

  it("tell requests by class, jobs by queue, the log, the pool and the process, and no address", async () => {
    const port = await watched();
    await fetch(`http://127.0.0.1:${port}/verdicts/a-private-thing?q=somebody`);
    // The first one opens the connections that the second one counts.
    await read(`Bearer ${token}`);
    const response = await read(`Bearer ${token}`);
    const text = await response.text();
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(text).toContain('countersign_http_requests_total{route="verdict",method="GET",status="200"} 1');
    expect(text).toContain('countersign_http_request_duration_seconds_count{route="verdict"} 1');
    for (const name of queueNames)
      expect(text).toContain(`countersign_jobs{queue="${name}",state="created"} 0`);
    expect(text).toMatch(/countersign_log_entries\{state="unsealed"\} \d+/);
    expect(text).toMatch(/countersign_db_pool\{state="open"\} [1-9]/);
    expect(text).toContain("process_resident_memory_bytes");
    expect(text).not.toMatch(/private|somebody/);
  });
});

describe("a request's id", () => {
  it("is known while it is answered, and goes back in the header and in problem documents", async () => {
    const port = await watched();
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    const id = answer.headers.get("x-request-id");
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await answer.text()).toBe(id);
    expect(currentRequestId()).toBeUndefined();
    const { inRequest } = await import("../../../lib/core/request-context.server");
    const problem = await inRequest({ id: "abc-12345", address: "/" }, () =>
      problemResponse(notFound("claim")),
    ).json();
    expect(problem).toMatchObject({ status: 404, requestId: "abc-12345" });
  });

  it("is the proxy's where a proxy is trusted, and never a stranger's", async () => {
    const port = await watched();
    const ask = (given: string) =>
      fetch(`http://127.0.0.1:${port}/`, { headers: { "X-Request-Id": given } }).then((answer) =>
        answer.text(),
      );
    expect(await ask("edge-0000-0001")).not.toBe("edge-0000-0001");
    process.env.TRUSTED_PROXIES = "1";
    expect(await ask("edge-0000-0001")).toBe("edge-0000-0001");
    expect(await ask("bad id")).not.toBe("bad id");
  });
});
