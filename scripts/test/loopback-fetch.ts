import { expect } from "vitest";
import { fetchPage, type FetchPageOptions } from "../../lib/articles/fetch-page.server";

/** Options that let a test fetch from its own listener at `port`. */
export function options(port: number, more: Partial<FetchPageOptions> = {}): FetchPageOptions {
  return {
    timeoutMs: 5_000,
    maxBytes: 1_000_000,
    maxHops: 3,
    userAgent: "Countersign/1.0 (+https://desk.example)",
    resolve: () => Promise.resolve(["127.0.0.1"]),
    allowLoopbackPort: [port],
    ...more,
  };
}

/** The refusal of a fetch that must fail, with what to do in a whole sentence. */
export async function failure(url: string, with_: FetchPageOptions) {
  const result = await fetchPage(url, with_);
  if (result.ok) throw new Error(`expected a refusal, got ${result.value.contentType}`);
  expect(result.error.kind).toBe("invalid");
  expect(result.error.detail).toMatch(/\.$/);
  return result.error;
}
