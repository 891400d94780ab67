import { saveKeyField } from "@/lib/core/save-key-field";
import { noteAnswer, notePageHeld } from "./connection";

/** What a proxy answers while the desk behind it does not. */
const unanswered = new Set([502, 504]);

/**
 * After this time without an answer, a save that the desk makes by itself is given up: the router sends one form after the
 * other, so one that hangs would hold up whatever the person does next. It is sent again under its key.
 */
export const saveLimitMs = 15_000;

/**
 * Stands between the framework's router and the network. When a page that it asks for cannot come, the router would leave
 * the asking to the browser, whose own page would take the place of this one: instead this page stays, and the banner says
 * so. Nothing is asked beforehand, so a page that can come is as quick as without. A save that the desk makes by itself has
 * a limit. Pages fetched ahead, forms and all other requests fail as ever. Answers how to step aside.
 */
export function holdRouter(): () => void {
  const sent = window.fetch;
  const holding: typeof fetch = async (input, init) => {
    if (savesItself(init)) return sent(input, { signal: AbortSignal.timeout(saveLimitMs), ...init });
    if (!asksForAPage(init)) return sent(input, init);
    const answer = await sent(input, init).catch((error: unknown) => {
      if (init?.signal?.aborted) throw error;
      return null;
    });
    if (answer && !unanswered.has(answer.status)) return answer;
    noteAnswer(false);
    notePageHeld();
    // The router lets go of the page that it waits for, and what is sent next does not wait behind it.
    history.replaceState(null, "", location.href);
    return new Promise<never>(() => {});
  };
  window.fetch = holding;
  return () => {
    if (window.fetch === holding) window.fetch = sent;
  };
}

/** Whether this is a save under a key, which may be given up: it goes again, and is saved once. */
function savesItself(init: RequestInit | undefined): boolean {
  // The router puts a number before the name of each field: "_1_saveKey".
  return init?.body instanceof FormData && [...init.body.keys()].some((name) => isSaveKey.test(name));
}

const isSaveKey = new RegExp(`(?:^|_)${saveKeyField}$`);

/** Whether this is the router asking for what a person wants to see; what it fetches ahead is of low priority. */
function asksForAPage(init: RequestInit | undefined): boolean {
  if (!init || init.priority === "low" || (init.method ?? "GET") !== "GET") return false;
  return new Headers(init.headers).get("rsc") === "1";
}
