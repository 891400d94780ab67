import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

type RequestContext = { id: string; address: string };
const held = globalThis as { countersignRequest?: AsyncLocalStorage<RequestContext> };

/** One for the process: the framework bundles this file into many. */
function storage(): AsyncLocalStorage<RequestContext> {
  held.countersignRequest ??= new AsyncLocalStorage();
  return held.countersignRequest;
}

/** Runs `work`, and whatever it starts, as part of the request with this id and address. */
export function inRequest<T>(context: RequestContext, work: () => T): T {
  return storage().run(context, work);
}

/** The id of the request that is being answered; undefined outside of one, as in a job. */
export function currentRequestId(): string | undefined {
  return storage().getStore()?.id;
}

/** Path and query as the browser asked for them, whatever handler they were handed to; undefined outside of a request. */
export function askedAddress(): string | undefined {
  return storage().getStore()?.address;
}
