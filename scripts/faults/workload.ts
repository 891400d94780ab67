import { randomUUID } from "node:crypto";
import type { newHistory } from "./history";
import type { Answer } from "./running-desk";

type History = ReturnType<typeof newHistory>;
export type Written = { text: string; isAcknowledged: boolean };

const pause = (ms: number) => new Promise((wait) => setTimeout(wait, ms));

/** 201: done. 4xx: refused for good. Anything else, no answer included: it may have happened. */
function outcomeOf(answer: Answer | null) {
  if (answer?.status === 201) return "ok" as const;
  return answer && answer.status < 500 ? ("fail" as const) : ("unknown" as const);
}

/**
 * Eight clients write claims, each with a key of its own, until `isOver`. Half of what ends unknown is tried again under
 * the same key until it is answered; the rest is left as it is, so that both 0 and 1 effects can be met.
 */
export async function writeUntil(
  isOver: () => boolean,
  history: History,
  post: (path: string, body: object, key: string) => Promise<Answer>,
): Promise<Written[]> {
  const written: Written[] = [];
  const client = async (name: string) => {
    for (let n = 0; !isOver(); n += 1) {
      const [key, text] = [randomUUID(), `${name} writes claim ${n} of ${randomUUID()}`];
      const attempt = async () => {
        const operation = history.invoke(name, text);
        const answer = await post("/api/v1/claims", { text }, key).catch(() => null);
        history.end(operation, outcomeOf(answer), answer?.status);
        return operation.outcome;
      };
      let outcome = await attempt();
      for (let tries = 0; outcome === "unknown" && n % 2 === 0 && tries < 40; tries += 1) {
        await pause(250);
        outcome = await attempt();
      }
      if (outcome !== "fail") written.push({ text, isAcknowledged: outcome === "ok" });
      if (outcome === "unknown") await pause(100);
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, n) => client(`client-${n}`)));
  return written;
}

/** Waits until `more` operations were acknowledged since, and then a moment that differs from round to round. */
export async function untilBusy(history: History, more: number, round: number): Promise<void> {
  const enough = history.count("ok") + more;
  const until = Date.now() + 60_000;
  while (history.count("ok") < enough && Date.now() < until) await pause(20);
  await pause((round * 7_919) % 500);
}

/** Answers that say "a bug", which a database that is away or busy is not: that is said with 503. */
export function bugsIn(history: History): string[] {
  return history.operations.filter(({ answer }) => answer === 500).map(({ what }) => what);
}

/** What does not hold: an acknowledged claim that is not there exactly once, or an unknown one that is there twice. */
export function violationsOf(written: Written[], counts: Map<string, number>): string[] {
  return written.flatMap(({ text, isAcknowledged }) => {
    const times = counts.get(text) ?? 0;
    if (isAcknowledged && times !== 1) return [`"${text}" was acknowledged and is there ${times} times`];
    return times > 1 ? [`"${text}" is there ${times} times`] : [];
  });
}
