import type { Failure } from "../core/result";

const blockedStatuses = [401, 403, 451];

const words = {
  "address-not-allowed":
    "This address leads into a private network. Give the page’s public address, or paste its text.",
  "name-not-found": "No site answers to this name. Check the spelling of the address, or try again later.",
  refused: "The site refused the connection or broke it off. Try again later, or paste its text.",
  stopped: "The fetch was stopped. Try again, or paste the page’s text.",
  "timed-out": "The site took too long to answer. Try again later, or paste the page’s text.",
  tls: "The site’s certificate is not valid, so nobody can be sure who answers. Paste the page’s text.",
  "too-many-redirects":
    "The address leads on and on to other addresses. Open it yourself and paste the page.",
  "unsupported-type":
    "This is not a web page, plain text, PDF or Word document. Upload a readable copy, or paste the text.",
};

/** Why a page could not be fetched, and what a person can do. */
export function problem(code: keyof typeof words): Failure {
  return { kind: "invalid", code, detail: words[code] };
}

/** A page of more than this many bytes. */
export function tooLarge(maxBytes: number): Failure {
  const size = maxBytes >= 1e6 ? `${Math.floor(maxBytes / 1e6)} MB` : `${maxBytes} bytes`;
  const detail = `The page is larger than ${size}. Upload the file, or paste the text you need.`;
  return { kind: "invalid", code: "too-large", detail };
}

function retryAfterSeconds(value: string, now: Date | undefined): number | undefined {
  if (/^\d{1,6}$/.test(value)) return Number(value);
  const seconds = now ? Math.ceil((Date.parse(value) - now.getTime()) / 1000) : NaN;
  return seconds > 0 ? seconds : undefined;
}

/**
 * An answer that is not the page: `blocked` (401, 403, 451) or `http-status`, with `extra.status` and the seconds that the
 * site asks to wait.
 */
export function statusFailure(status: number, retryAfter: string, now: Date | undefined): Failure {
  const known = { kind: "invalid", extra: { status } } as const;
  if (blockedStatuses.includes(status)) {
    const detail = `The site does not let us open this page (${status}). Open it yourself and paste or upload it.`;
    return { ...known, code: "blocked", detail };
  }
  const gone = status === 404 || status === 410;
  const advice = gone ? "Check the address, or look for an archived copy." : "Try again later, or paste it.";
  const detail = `The site answered ${status} instead of the page. ${advice}`;
  const wait = retryAfterSeconds(retryAfter, now);
  return {
    ...known,
    code: "http-status",
    detail,
    ...(wait === undefined ? {} : { retryAfterSeconds: wait }),
  };
}
