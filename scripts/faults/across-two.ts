import { expect, it } from "vitest";
import { sessionCookie, sessionCookieValue } from "../../lib/accounts/session-cookie.server";
import { endSession } from "../../lib/accounts/commands/end-session";
import { createToken } from "../../lib/accounts/tokens.server";
import type { Viewer } from "../../lib/access/viewer";
import { openCorrection } from "../../lib/publications/commands/open-correction";
import { writeVerdict } from "../../lib/verdicts/commands";
import { done, makeDesk } from "../test/desk-scene";
import type { TestDatabase } from "../test/test-database";
import type { newHistory } from "./history";
import type { RunningDesk } from "./running-desk";

/** Lists and verdicts are looked at again after this long by themselves; what is heard comes far sooner. */
const byThemselvesMs = 15_000;

type Two = {
  database: TestDatabase;
  history: ReturnType<typeof newHistory>;
  /** The two once they run. */
  both: () => { a: RunningDesk; b: RunningDesk };
};

async function tokenOf({ id }: Viewer): Promise<Record<string, string>> {
  const expiresAt = new Date(Date.now() + 86_400_000);
  const { token } = await createToken({
    userId: id,
    name: "two",
    scopes: ["read", "write", "sign"],
    expiresAt,
  });
  return { authorization: `Bearer ${token}`, "content-type": "application/json" };
}

/** The cookie of the person's browser session. */
export async function cookieOf(viewer: Viewer): Promise<string> {
  const { sessionId } = viewer.via as { sessionId: string };
  return `${sessionCookie().name}=${await sessionCookieValue(sessionId)}`;
}

/** Milliseconds until `holds`, looking every 20. */
async function untilHolds(holds: () => Promise<boolean>, mostMs: number): Promise<number> {
  const began = Date.now();
  while (!(await holds())) {
    if (Date.now() - began > mostMs) throw new Error(`It did not come to hold within ${mostMs} ms.`);
    await new Promise((wait) => setTimeout(wait, 20));
  }
  return Date.now() - began;
}

/** One address for the two, as behind a proxy that spreads requests over them. */
export const behindOneProxy = (url: string) => ({
  PUBLIC_URL: url,
  NEXTAUTH_URL: url,
  TRUSTED_PROXIES: "1",
});

async function readAtTheOther({ database, history, both }: Two): Promise<void> {
  const desk = makeDesk(database);
  const { a, b } = both();
  const { claimId, slug, author, reviewer, other } = await desk.published("Two processes tell one story");
  const editor = await tokenOf(await database.makeViewer("editor", "Second Signer"));
  const pageAtB = async () => (await fetch(`${b.url}/verdicts/${slug}`)).text();
  for (let n = 0; n < 2; n += 1) expect(await pageAtB()).toContain("They do.");
  await done(openCorrection(author, claimId, { class: "correction", reason: "It was wrong." }, new Date()));
  await done(writeVerdict(author, claimId, { finding: "They do so at noon.", version: 1 }, new Date()));
  for (const one of [reviewer, other]) await desk.review(one, claimId);
  await desk.event(author, claimId, "ready");
  const gate = await fetch(`${a.url}/api/v1/claims/${claimId}/gate`, { headers: editor });
  const { revision } = (await gate.json()) as { revision: { hash: string } };
  const signed = await fetch(`${a.url}/api/v1/claims/${claimId}/sign-off`, {
    method: "POST",
    headers: editor,
    body: JSON.stringify({ revisionHash: revision.hash }),
  });
  expect([signed.status, await signed.text()]).toEqual([200, expect.stringContaining(slug)]);
  const correctionMs = await untilHolds(
    async () => (await pageAtB()).includes("at noon"),
    byThemselvesMs / 2,
  );
  history.figures({ correctionAtTheOtherMs: correctionMs });
}

async function toldAtTheOther({ database, both }: Two): Promise<void> {
  const desk = makeDesk(database);
  const { a, b } = both();
  const { claimId, author } = await desk.inReview("Somebody listens elsewhere");
  const listener = await database.makeViewer("editor", "Listener");
  const gone = new AbortController();
  const stream = await fetch(`${b.url}/live/stream`, {
    headers: { cookie: await cookieOf(listener) },
    signal: gone.signal,
  });
  expect(stream.status).toBe(200);
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
  let heard = "";
  const listening = (async () => {
    for (let part = await reader.read(); !part.done && !heard.includes(claimId); part = await reader.read())
      heard += part.value;
  })();
  const comment = await fetch(`${a.url}/api/v1/claims/${claimId}/comments`, {
    method: "POST",
    headers: await tokenOf(author),
    body: JSON.stringify({ text: "Told at the one." }),
  });
  expect(comment.status).toBe(201);
  await listening;
  gone.abort();
  expect(heard).toContain(claimId);
}

/** Whoever was counted once is not asked for again. */
let lastAddress = 6;

async function countedTogether({ both }: Two): Promise<void> {
  const { a, b } = both();
  const address = `203.0.113.${(lastAddress += 1)}`;
  const tip = async (at: RunningDesk) => {
    const headers = { "content-type": "application/json", "x-forwarded-for": address };
    const body = JSON.stringify({ text: "A tip." });
    return (await fetch(`${at.url}/api/v1/tips`, { method: "POST", headers, body })).status;
  };
  const statuses = [];
  for (const at of [a, a, a, b, b, b, a]) statuses.push(await tip(at));
  expect(statuses).toEqual([201, 201, 201, 201, 201, 429, 429]);
}

async function refusedByTheOther({ database, both }: Two): Promise<void> {
  const { a, b } = both();
  const person = await database.makeViewer("checker", "Leaves");
  const cookie = await cookieOf(person);
  const statusAt = async (at: RunningDesk) =>
    (await fetch(`${at.url}/live/news`, { headers: { cookie } })).status;
  expect([await statusAt(a), await statusAt(b)]).toEqual([200, 200]);
  const { sessionId } = person.via as { sessionId: string };
  await done(endSession(person, { sessionId }, new Date()));
  expect([await statusAt(a), await statusAt(b)]).toEqual([401, 401]);
}

const held: [what: string, check: (two: Two) => Promise<void>][] = [
  ["what is signed at one is served by the other, which had the page before it in its cache", readAtTheOther],
  ["a change at one is told to a browser that listens at the other", toldAtTheOther],
  ["tries are counted together", countedTogether],
  ["a session that was ended is refused by the other at once", refusedByTheOther],
];

/** Tries what must hold across two processes of one database, whatever build each is of. */
export function testAcrossTwo(two: Two): void {
  it.each(held)("%s", (_what, check) => check(two), 120_000);
}
