import "server-only";
import { request } from "undici";
import { checkUrl } from "../articles/address-guard";
import { checkedAddresses, failureOf, pinnedAgent } from "../articles/fetch-page.server";
import { loopbackPorts, userAgent } from "../articles/fetch-settings.server";
import { fail, ok, type Failure, type Result } from "../core/result";

const timeoutMs = 10_000;

/** What the guards refuse, in words for an address that is told things and not read. */
const words: Record<string, string> = {
  "address-not-allowed":
    "This address cannot be told: give a public one, without user name, password or port number.",
  "name-not-found": "No site answers to this name.",
  refused: "The receiver refused the connection or broke it off.",
  "timed-out": "The receiver took longer than ten seconds.",
  tls: "The receiver's certificate is not valid.",
};

function inOurWords(failure: Failure): Failure {
  return { ...failure, detail: words[failure.code] ?? failure.detail };
}

/** The address as it may be posted to: public, and https but for a test's own loopback port. */
export function checkWebhookUrl(address: string): Result<URL> {
  const checked = checkUrl(address, loopbackPorts());
  if (!checked.ok) return fail(inOurWords(checked.error));
  const { protocol, hostname } = checked.value;
  if (protocol === "https:" || (loopbackPorts().length > 0 && /^(localhost|127\.|\[::1\])/.test(hostname))) {
    return checked;
  }
  return fail({ kind: "invalid", code: "not-https", detail: "Give an address that begins with https." });
}

/**
 * Posts a body to a stranger's address, guarded as a fetched page is: every address of the name is judged and the
 * connection pinned to those, no redirect is followed, nothing of the answer but its status is read. Fails with `invalid`
 * and the codes of `fetchPage`, `not-https`, or `http-status` with `extra.status` for whatever is not 2xx.
 */
export async function postWebhook(
  address: string,
  body: string,
  headers: Record<string, string>,
): Promise<Result<{ status: number }>> {
  const url = checkWebhookUrl(address);
  if (!url.ok) return url;
  const signal = AbortSignal.timeout(timeoutMs);
  const options = { timeoutMs, maxBytes: 0, maxHops: 0, userAgent, allowLoopbackPort: loopbackPorts() };
  try {
    const agent = pinnedAgent(await checkedAddresses(url.value, options, signal), options);
    try {
      const answer = await request(url.value, {
        method: "POST",
        dispatcher: agent,
        signal,
        body,
        headers: { ...headers, "content-type": "application/json", "user-agent": userAgent },
      });
      answer.body.on("error", () => undefined).destroy();
      const status = answer.statusCode;
      if (status >= 200 && status <= 299) return ok({ status });
      return fail({
        kind: "invalid",
        code: "http-status",
        detail: `It answered ${status}.`,
        extra: { status },
      });
    } finally {
      await agent.destroy();
    }
  } catch (error) {
    const failure = failureOf(error, signal);
    if (failure) return fail(inOurWords(failure));
    throw error;
  }
}
