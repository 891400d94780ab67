import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { renewedWords } from "../../lib/core/renewed-desk.server";
import { sealLog } from "../../lib/log/seal.server";
import { useTestDatabase } from "../test/test-database";
import { behindOneProxy, cookieOf, testAcrossTwo } from "./across-two";
import { newHistory } from "./history";
import { startDesk, type RunningDesk } from "./running-desk";
import { verifyLogOf } from "./verify-log-of";
import { untilBusy, violationsOf, writeUntil } from "./workload";

const database = useTestDatabase();
const history = newHistory("TWO");

let [a, b] = [null as unknown as RunningDesk, null as unknown as RunningDesk];

beforeAll(async () => {
  const env = behindOneProxy("http://localhost:3000");
  [a, b] = await Promise.all([startDesk(database, { env }), startDesk(database, { env })]);
}, 240_000);
afterAll(() => Promise.all([a?.end(), b?.end()]));

testAcrossTwo({ database, history, both: () => ({ a, b }) });

it("a form of another build does nothing, and says so in words: to the page's script by its mark, without one as text", async () => {
  const cookie = await cookieOf(await database.makeViewer("checker", "Opened It Yesterday"));
  const unknown = "60aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
  const words = "Words written under the old build";
  const post = (fields: Record<string, string>, headers: Record<string, string> = {}) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const all = { cookie, origin: b.url, ...headers };
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

it("the name of a form's action depends on the build's key, its file and its own name, so that builds with one key know each other's", () => {
  const manifest = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")) as {
    encryptionKey: string;
    node: Record<string, { filename: string; exportedName: string }>;
  };
  for (const [id, { filename, exportedName }] of Object.entries(manifest.node)) {
    const name = `${manifest.encryptionKey}${filename}:${exportedName}`;
    expect(id.slice(2)).toBe(createHash("sha1").update(name).digest("hex"));
  }
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
