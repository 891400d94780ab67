import { noteAnswer, notePageHeld } from "./connection";

/** What a proxy answers while the desk behind it does not. */
const unanswered = new Set([502, 504]);

/**
 * Stands between the framework's router and the network. When a page that it asks for cannot come, the router would leave
 * the asking to the browser, whose own page would take the place of this one: instead this page stays, and the banner says
 * so. Nothing is asked beforehand, so a page that can come is as quick as without. Pages fetched ahead, forms and all other
 * requests fail as ever. Answers how to step aside.
 */
export function holdRouter(): () => void {
  const sent = window.fetch;
  const holding: typeof fetch = async (input, init) => {
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

/** Whether this is the router asking for what a person wants to see; what it fetches ahead is of low priority. */
function asksForAPage(init: RequestInit | undefined): boolean {
  if (!init || init.priority === "low" || (init.method ?? "GET") !== "GET") return false;
  return new Headers(init.headers).get("rsc") === "1";
}
