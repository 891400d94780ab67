import { EventEmitter } from "node:events";
import type { IncomingMessage } from "node:http";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { endLateBody } from "./late-body.server";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Given = { url?: string; headers?: Record<string, string> };

function requestOf({ url = "/api/v1/articles", headers = { "content-length": "10" } }: Given) {
  const destroy = vi.fn();
  const request = Object.assign(new EventEmitter(), { url, headers, complete: false, socket: { destroy } });
  endLateBody(request as unknown as IncomingMessage);
  return { request, destroy };
}

it.each<[string, Given, number]>([
  ["of a known length", {}, 1],
  ["of an unknown length", { headers: { "transfer-encoding": "chunked" } }, 1],
  ["to another address under that of recordings", { url: "/api/v1/recordings/x" }, 1],
  ["of none", { headers: {} }, 0],
  ["that says it is empty", { headers: { "content-length": "0" } }, 0],
  ["with a recording", { url: "/api/v1/recordings?x=1" }, 0],
])("the connection of a body that is not in after five minutes ends: %s", (_what, given, times) => {
  const { destroy } = requestOf(given);
  vi.advanceTimersByTime(299_999);
  expect(destroy).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(destroy).toHaveBeenCalledTimes(times);
});

it("a body that came leaves its connection alone, and nothing behind", () => {
  const { request, destroy } = requestOf({});
  request.complete = true;
  request.emit("close");
  expect(vi.getTimerCount()).toBe(0);
  const answered = requestOf({});
  answered.request.complete = true;
  vi.advanceTimersByTime(300_000);
  expect([destroy.mock.calls, answered.destroy.mock.calls]).toEqual([[], []]);
});
