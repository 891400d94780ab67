import { afterAll, beforeAll, expect, it } from "vitest";
import { sessionCookie, sessionCookieValue } from "../../lib/accounts/session-cookie.server";
import { endSession } from "../../lib/accounts/commands/end-session";
import { createToken } from "../../lib/accounts/tokens.server";
import type { Viewer } from "../../lib/access/viewer";
import { renewedWords } from "../../lib/core/renewed-desk.server";
import { openCorrection } from "../../lib/publications/commands/open-correction";
import { sealLog } from "../../lib/log/seal.server";
import { writeVerdict } from "../../lib/verdicts/commands";
import { done, makeDesk } from "../test/desk-scene";
import { useTestDatabase } from "../test/test-database";
import { newHistory } from "./history";
import { startDesk, type RunningDesk } from "./running-desk";
import { verifyLogOf } from "./verify-log-of";
import { untilBusy, violationsOf, writeUntil } from "./workload";

const database = useTestDatabase();
const desk = makeDesk(database);
const history = newHistory("TWO");
/** Lists and verdicts are looked at again after this long by themselves; what is heard comes far sooner. */
const byThemselvesMs = 15_000;

let [a, b] = [null as unknown as RunningDesk, null as unknown as RunningDesk];

beforeAll(async () => {
  // One address for the two, as behind a proxy that spreads requests over them.
  const env = {
    PUBLIC_URL: "http://localhost:3000",
    NEXTAUTH_URL: "http://localhost:3000",
    TRUSTED_PROXIES: "1",
  };
  a = await startDesk(database, { env });
  b = await startDesk(database, { env });
}, 240_000);
afterAll(() => Promise.all([a?.end(), b?.end()]));

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

async function cookieOf(viewer: Viewer): Promise<string> {
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

it("what is signed at one is served by the other, which had the page before it in its cache", async () => {
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
}, 120_000);

it("a change at one is told to a browser that listens at the other", async () => {
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
}, 60_000);

it("tries are counted together", async () => {
  const tip = async (at: RunningDesk) => {
    const headers = { "content-type": "application/json", "x-forwarded-for": "203.0.113.7" };
    const body = JSON.stringify({ text: "A tip." });
    return (await fetch(`${at.url}/api/v1/tips`, { method: "POST", headers, body })).status;
  };
  const statuses = [];
  for (const at of [a, a, a, b, b, b, a]) statuses.push(await tip(at));
  expect(statuses).toEqual([201, 201, 201, 201, 201, 429, 429]);
});

it("a session that was ended is refused by the other at once", async () => {
  const person = await database.makeViewer("checker", "Leaves");
  const cookie = await cookieOf(person);
  const statusAt = async (at: RunningDesk) =>
    (await fetch(`${at.url}/live/news`, { headers: { cookie } })).status;
  expect([await statusAt(a), await statusAt(b)]).toEqual([200, 200]);
  const { sessionId } = person.via as { sessionId: string };
  await done(endSession(person, { sessionId }, new Date()));
  expect([await statusAt(a), await statusAt(b)]).toEqual([401, 401]);
});

it("a form of another build does nothing, and says so in words: to the page's script by its mark, without one as text", async () => {
  const cookie = await cookieOf(await database.makeViewer("checker", "Opened It Yesterday"));
  const unknown = "60aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
  const words = "Words written under the old build";
  const post = (fields: Record<string, string>, headers: Record<string, string> = {}) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const all = { cookie, origin: "http://localhost:3000", ...headers };
    return fetch(`${b.url}/desk/claims/new`, { method: "POST", headers: all, body });
  };
  const script = { "next-action": unknown, accept: "text/x-component" };
  const byScript = await post({ _1_text: words, 0: JSON.stringify([null, "$K1"]) }, script);
  expect([byScript.status, byScript.headers.get("x-nextjs-action-not-found")]).toEqual([409, "1"]);
  const descriptor = JSON.stringify({ id: unknown, bound: "$@1" });
  const reference = {
    $ACTION_REF_1: "",
    "$ACTION_1:0": descriptor,
    "$ACTION_1:1": "[null]",
    $ACTION_KEY: "k0",
  };
  const byHand = await post({ ...reference, text: words });
  expect([byHand.status, await byHand.text()]).toEqual([409, renewedWords]);
  expect(await database.sql("SELECT 1 FROM claim WHERE text LIKE 'Words written under%'")).toEqual([]);
});

it("one that is asked to stop ends what it began, the other goes on, and the log has it all once", async () => {
  let [isOver, at] = [false, a];
  const writing = writeUntil(
    () => isOver,
    history,
    (path, body, key) => at.post(path, body, key),
  );
  await untilBusy(history, 30, 0);
  const ending = a.end();
  // A proxy sends the next requests to the one that is left.
  at = b;
  await untilBusy(history, 30, 1);
  // Two seal at once, as two workers would: one waits for the other.
  await Promise.all([sealLog(new Date()), sealLog(new Date()), ending]);
  isOver = true;
  const written = await writing;
  const rows = await database.sql<{ text: string; n: number }>(
    "SELECT text, count(*)::int AS n FROM claim GROUP BY text",
  );
  expect(violationsOf(written, new Map(rows.map(({ text, n }) => [text, n])))).toEqual([]);
  expect(await verifyLogOf(database.home)).toMatchObject({ ok: true });
  history.figures({
    acknowledged: history.count("ok"),
    unknown: history.count("unknown"),
    refused: history.count("fail"),
  });
}, 120_000);
