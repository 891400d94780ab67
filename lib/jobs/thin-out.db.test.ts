import { expect, it } from "vitest";
import { useTestDatabase } from "../../scripts/test/test-database";
import { newId } from "../core/new-id.server";
import { thinOut } from "./thin-out";

const database = useTestDatabase();

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

/** An article with a quote, and what each look at it found, as many days ago as it says: by the schedule, or by a person. */
async function lookedAt(looks: readonly [days: number, outcome: string, quote: string, by?: string][]) {
  const viewer = await database.makeViewer("checker", "Looker");
  const [articleId, captureId, quoteId] = [newId(), newId(), newId()];
  await database.sqlOwner(
    `INSERT INTO article (id, state, url, "createdById", "lastCheckedAt") VALUES ($1, 'captured', $2, $3, now())`,
    [articleId, `https://thin.example/${articleId}`, viewer.id],
  );
  await database.sqlOwner(
    `INSERT INTO capture (id, "articleId", bytes, sha256, "fullText", "mainRanges", method, "capturedAt", "contentType")
     VALUES ($1, $2, 'x', encode(sha256('x'), 'hex'), 'Two ferries.', '[]', 'fetched', $3, 'text/plain')`,
    [captureId, articleId, daysAgo(400)],
  );
  await database.sqlOwner(
    `INSERT INTO quote (id, "articleId", region, description, "createdById") VALUES ($1, $2, 'page=1', 'Page 1', $3)`,
    [quoteId, articleId, viewer.id],
  );
  for (const [days, outcome, quote, by] of looks) {
    const id = newId();
    const isRead = ["same-text", "not-modified", "new-copy"].includes(outcome);
    await database.sqlOwner(
      `INSERT INTO source_check (id, "articleId", "captureId", outcome, method, "failureCode", "checkedById", "checkedAt")
       VALUES ($1, $2, $3, $4, 'fetched', $5, $6, $7)`,
      [
        id,
        articleId,
        isRead ? captureId : null,
        outcome,
        isRead ? null : "timeout",
        by ? viewer.id : null,
        daysAgo(days),
      ],
    );
    await database.sqlOwner(
      `INSERT INTO quote_check (id, "quoteId", "captureId", outcome, was, method, "checkedAt", "lookId")
       VALUES ($1, $2, $3, $4, 'Two ferries.', 'fetched', $5, $6)`,
      [newId(), quoteId, isRead ? captureId : null, quote, daysAgo(days), id],
    );
  }
  return async () => {
    const rows = await database.sqlOwner<{ days: number; quotes: number }>(
      `SELECT round(extract(epoch FROM now() - s."checkedAt") / 86400)::int AS days,
         (SELECT count(*)::int FROM quote_check k WHERE k."lookId" = s.id) AS quotes
       FROM source_check s WHERE s."articleId" = $1 ORDER BY s."checkedAt"`,
      [articleId],
    );
    expect(rows.every(({ quotes }) => quotes === 1)).toBe(true);
    return rows.map(({ days }) => days);
  };
}

it("of looks that say the same in a row the first and the last stay, with all that changed and all of the last 90 days", async () => {
  const left = await lookedAt([
    [300, "same-text", "unchanged"],
    [290, "not-modified", "unchanged"],
    [280, "same-text", "unchanged"],
    [270, "same-text", "altered"],
    [260, "unreachable", "unreachable"],
    [250, "unreachable", "unreachable"],
    [240, "unreachable", "unreachable"],
    [230, "same-text", "unchanged"],
    [220, "same-text", "unchanged"],
    [210, "same-text", "unchanged"],
    [80, "same-text", "unchanged"],
    [70, "same-text", "unchanged"],
    [60, "same-text", "unchanged"],
  ]);
  await thinOut();
  expect(await left()).toEqual([300, 280, 270, 260, 240, 230, 80, 70, 60]);
  await thinOut();
  expect(await left()).toEqual([300, 280, 270, 260, 240, 230, 80, 70, 60]);
});

it("what a person looked at by hand stays, and so does a look after which there was none", async () => {
  const left = await lookedAt([
    [300, "same-text", "unchanged"],
    [290, "same-text", "unchanged", "by hand"],
    [280, "same-text", "unchanged"],
    [270, "same-text", "unchanged"],
  ]);
  await thinOut();
  expect(await left()).toEqual([300, 290, 270]);
});

it("nobody deletes a look that says something of its own, the tables' owner neither", async () => {
  const left = await lookedAt([
    [300, "same-text", "unchanged"],
    [290, "same-text", "moved"],
    [280, "same-text", "unchanged"],
  ]);
  await expect(database.sqlOwner(`DELETE FROM quote_check`)).rejects.toThrow(/deleted only where/);
  await expect(
    database.sqlOwner(`DELETE FROM source_check s WHERE NOT EXISTS (SELECT 1 FROM quote_check k WHERE k."lookId" = s.id)
      OR s."checkedAt" > now() - interval '1 year'`),
  ).rejects.toThrow(/deleted only where/);
  await expect(database.sql(`DELETE FROM source_check`)).rejects.toThrow(/permission denied/);
  expect(await left()).toEqual([300, 290, 280]);
});

it("news that was read goes after 90 days, unread news after a year, and sites that nobody went to", async () => {
  const person = await database.makeViewer("checker", "Reader");
  for (const [id, days, isRead] of [
    ["1-unread", 366, false],
    ["2-read", 364, true],
    ["3-unread", 364, false],
    ["4-read", 91, true],
    ["5-read", 89, true],
    ["6-unread", 1, false],
  ] as const)
    await database.sqlOwner(
      `INSERT INTO notification (id, "userId", kind, text, "createdAt", "readAt") VALUES ($1, $2, 'claim', 'News.', $3, $4)`,
      [id, person.id, daysAgo(days), isRead ? daysAgo(1) : null],
    );
  for (const [host, visit, rests, read] of [
    ["gone.example", 91, null, 100],
    ["rests.example", 91, 1, 100],
    ["read.example", 91, null, 1],
    ["new.example", 89, null, null],
  ] as const)
    await database.sqlOwner(
      `INSERT INTO watched_host (host, "nextVisitAt", "restsUntil", "robotsReadAt") VALUES ($1, $2, $3, $4)`,
      [host, daysAgo(visit), rests && daysAgo(rests), read && daysAgo(read)],
    );
  await thinOut();
  const left = async (column: string, table: string) =>
    (await database.sqlOwner<{ it: string }>(`SELECT ${column} AS it FROM ${table} ORDER BY 1`)).map(
      ({ it }) => it,
    );
  expect(await left("id", "notification")).toEqual(["3-unread", "5-read", "6-unread"]);
  expect(await left("host", "watched_host")).toEqual(["new.example", "read.example", "rests.example"]);
});

it("messages and mails that ended go after 90 days, what still waits stays", async () => {
  const person = await database.makeViewer("checker", "Mailed");
  const webhook = newId();
  await database.sqlOwner(
    `INSERT INTO webhook (id, url, events, "sealedSecret", "secretMadeAt", "createdById", "createdAt")
     VALUES ($1, 'https://hook.example/', '{publication.published}', '', now(), $2, now())`,
    [webhook, person.id],
  );
  const slot = (n: number) => daysAgo(200 + n);
  for (const [n, [id, state, days]] of (
    [
      ["sent-old", "sent", 91],
      ["sent-new", "sent", 89],
      ["waits-old", "waiting", 91],
      ["unsure-old", "uncertain", 91],
    ] as const
  ).entries())
    await database.sqlOwner(
      `INSERT INTO digest (id, "userId", slot, state, "createdAt") VALUES ($1, $2, $3, $4, $5)`,
      [id, person.id, slot(n), state, daysAgo(days)],
    );
  for (const [id, status, days] of [
    ["told-old", "delivered", 91],
    ["told-new", "delivered", 89],
    ["pending-old", "pending", 91],
    ["failed-old", "failed", 91],
  ] as const)
    await database.sqlOwner(
      `INSERT INTO webhook_delivery (id, "webhookId", event, body, status, "createdAt") VALUES ($1, $2, 'x', '{}', $3, $4)`,
      [id, webhook, status, daysAgo(days)],
    );
  await thinOut();
  const ids = async (table: string) =>
    (await database.sqlOwner<{ id: string }>(`SELECT id FROM ${table} ORDER BY id`)).map(({ id }) => id);
  expect(await ids("digest")).toEqual(["sent-new", "waits-old"]);
  expect(await ids("webhook_delivery")).toEqual(["pending-old", "told-new"]);
});
