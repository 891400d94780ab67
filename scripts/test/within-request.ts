// First: it gives Next the storage that its other modules look for as they load.
import "next/dist/server/node-environment-baseline";
import { workAsyncStorage } from "next/dist/server/app-render/work-async-storage.external";
import { workUnitAsyncStorage } from "next/dist/server/app-render/work-unit-async-storage.external";
import { RequestCookies } from "next/dist/server/web/spec-extension/cookies";

/**
 * Runs `work` as Next runs code of a request with these headers: `headers()` and `cookies()` of `next/headers` answer
 * from them, to pages, actions and libraries alike. For tests; what a request may change of itself is not there.
 */
export function withinRequest<T>(headers: Headers, work: () => T): T {
  const cookies = new RequestCookies(headers);
  const request = { type: "request", phase: "action", headers, cookies, userspaceMutableCookies: cookies };
  const place = { route: "/", page: "/", incrementalCache: {}, pendingRevalidatedTags: [] };
  return workAsyncStorage.run(place as never, () => workUnitAsyncStorage.run(request as never, work));
}
