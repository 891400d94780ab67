import pg from "pg";
import { expect, it } from "vitest";
import { done, makeDesk, wholeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { editClaim } from "../claims/commands/edit-claim";
import { watchClaim } from "../claims/commands/watch-claim";
import { listClaims } from "../claims/list-claims.server";
import { getClaim } from "../claims/queries";
import { isChangedFor } from "../claims/queue-where.server";
import { db } from "../core/db.server";
import { decideAttribution } from "../attributions/commands/decide-attribution";
import { editEvidence, removeEvidence } from "../evidence/commands";
import { restoreEvidence } from "../evidence/restore-evidence.server";
import { giveReview } from "../reviews/commands";
import { writeVerdict } from "../verdicts/commands";
import { changesBetween, changesSinceSeen } from "./changes-since.server";
import { momentsOf } from "./moments.server";
import { logReach, markSeen } from "./seen-marks.server";

const database = useTestDatabase();
const desk = makeDesk(database);

const look = async (viewer: Viewer, claimId: string) =>
  markSeen(viewer, { claimId, ...(await logReach(claimId)) }, new Date());
const isMarked = async (viewer: Viewer, claimId: string) => {
  const [row] = await db().$queryRaw<{ isChanged: boolean }[]>`
    SELECT ${isChangedFor(viewer)} AS "isChanged" FROM claim c WHERE c.id = ${claimId}`;
  return row!.isChanged;
};
const edit = async (viewer: Viewer, claimId: string, fields: { text?: string; place?: string }) => {
  const { version } = (await getClaim(viewer, claimId, new Date()))!;
  await done(editClaim(viewer, claimId, { ...fields, version }, new Date()));
};

it("marks a claim for who has looked at it once others changed it, and not for their own changes", async () => {
  const { claimId, author, other } = await desk.inReview();
  expect(await isMarked(author, claimId)).toBe(false);
  await look(author, claimId);
  await edit(author, claimId, { place: "Selby" });
  expect(await isMarked(author, claimId)).toBe(false);
  await edit(other, claimId, { place: "Selby harbour" });
  expect(await isMarked(author, claimId)).toBe(true);
  expect(await isMarked(other, claimId)).toBe(false);
  await look(author, claimId);
  expect(await isMarked(author, claimId)).toBe(false);
  expect(await changesSinceSeen(author, claimId, false)).toBeNull();
});

it("does not lose a change that became visible after a later one had been seen", async () => {
  const { claimId, author, other } = await desk.inReview();
  const slow = new pg.Client({ connectionString: database.appUrl });
  await slow.connect();
  await slow.query("BEGIN");
  const early = "01900000-0000-7000-8000-000000000001";
  await slow.query(
    `INSERT INTO log_entry (id, at, "actorId", event, "subjectKind", "subjectId", "claimId", commitment) VALUES ($1, now(), $2, 'search.logged', 'search', 'x', $3, repeat('0', 64))`,
    [early, other.id, claimId],
  );
  await look(author, claimId);
  await slow.query("COMMIT");
  await slow.end();
  expect(await isMarked(author, claimId)).toBe(true);
  expect((await changesSinceSeen(author, claimId, false))!.changes).toMatchObject([
    { what: "other", event: "search.logged" },
  ]);
});

it("does not go back when an older page is left last", async () => {
  const { claimId, author, other } = await desk.inReview();
  const old = await logReach(claimId);
  await edit(other, claimId, { place: "Selby" });
  await look(author, claimId);
  await markSeen(author, { claimId, ...old }, new Date());
  expect(await isMarked(author, claimId)).toBe(false);
});

it("tells in words what others changed: fields, figures, evidence, attributions, the draft", async () => {
  const { claimId, author, other, evidenceId, articleId } = await desk.inReview("Ferries cost $34 million");
  await look(author, claimId);
  await edit(other, claimId, { text: "Ferries cost $15 million" });
  await done(editEvidence(other, evidenceId, { shows: "The timetable." }, new Date()));
  const { evidenceId: added } = await desk.addQuote(other, claimId);
  const [origin] = await database.sqlOwner<{ id: string }>(
    `INSERT INTO origin (id, name, kind, naming) VALUES (gen_random_uuid(), 'The register', 'record', 'named') RETURNING id`,
  );
  const [edge] = await database.sqlOwner<{ id: string }>(
    `INSERT INTO attribution (id, type, "fromArticleId", "toOriginId", status, rule, "createdAt") VALUES (gen_random_uuid(), 'cites', $1, $2, 'suggested', 'x', now()) RETURNING id`,
    [articleId, origin!.id],
  );
  await done(decideAttribution(other, edge!.id, { status: "confirmed" }, new Date()));
  await done(writeVerdict(other, claimId, { finding: "They do, mostly.", version: 1 }, new Date()));
  const { changes } = (await changesSinceSeen(author, claimId, false))!;
  expect(changes).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ what: "field", of: "claim", field: "text", who: [other.name] }),
      expect.objectContaining({ what: "figures", gone: ["$34 million"], come: ["$15 million"] }),
      expect.objectContaining({ what: "field", of: "evidence", field: "shows" }),
      expect.objectContaining({ what: "evidence", event: "evidence.added", id: added }),
      expect.objectContaining({ what: "attribution", words: expect.stringContaining("The register") }),
      expect.objectContaining({
        what: "field",
        of: "verdict",
        field: "finding",
        diff: expect.arrayContaining([{ op: "ins", text: ", mostly" }]),
      }),
    ]),
  );
});

it("what a reader wrote in the draft between others' entries is not told as theirs", async () => {
  const { claimId, author, other } = await desk.inReview();
  let { version } = (await db().verdict.findUnique({ where: { claimId } })) ?? { version: 0 };
  const write = async (viewer: Viewer, finding: string) => {
    await done(writeVerdict(viewer, claimId, { finding, version }, new Date()));
    version += 1;
  };
  await write(author, "They cost four.");
  await look(author, claimId);
  await edit(other, claimId, { place: "Selby" });
  await write(author, "They cost five.");
  await write(other, "They cost five million.");
  const { changes } = (await changesSinceSeen(author, claimId, false))!;
  const finding = changes.find((change) => change.what === "field" && change.field === "finding");
  expect(finding).toMatchObject({ who: [other.name] });
  const words =
    finding?.what === "field" ? finding.diff.map(({ op, text }) => `${op}:${text}`).join("|") : "";
  expect(words).not.toContain("four");
  expect(words).toContain("million");
});

it("tells a blind reviewer that others wrote and reviewed, and nothing of what", async () => {
  const { claimId, author, reviewer, other } = await desk.inReview();
  await look(reviewer, claimId);
  const mark = { mark: "disputed", rating: "misleading", rationale: "Secret rationale." } as const;
  await done(giveReview(other, claimId, mark, new Date()));
  await done(writeVerdict(author, claimId, { finding: "Secret finding.", version: 1 }, new Date()));
  const since = JSON.stringify(await changesSinceSeen(reviewer, claimId, true));
  expect(since).toContain("verdict.written");
  for (const secret of ["Secret", "disputed", "misleading", "finding"]) expect(since).not.toContain(secret);
});

it("compares the claim with what it was at any entry of its history, and at no other claim's", async () => {
  const { claimId, author } = await desk.inReview();
  const another = await desk.inReview();
  const { entryId } = await logReach(claimId);
  await edit(author, claimId, { place: "Selby" });
  expect(
    (await changesBetween(wholeDesk, claimId, { after: entryId!, until: null }, false))!.changes,
  ).toMatchObject([{ what: "field", field: "place" }]);
  expect(
    await changesBetween(wholeDesk, another.claimId, { after: entryId!, until: null }, false),
  ).toBeNull();
});

it("puts removed evidence back, once, and its writers stay authors whoever takes it away or puts it back", async () => {
  const { claimId, author, reviewer, other, evidenceId } = await desk.inReview();
  await done(editEvidence(other, evidenceId, { shows: "The timetable." }, new Date()));
  await done(removeEvidence(author, evidenceId, new Date()));
  await Promise.all([1, 2].map(() => done(restoreEvidence(reviewer, evidenceId, new Date()))));
  expect((await getClaim(author, claimId, new Date()))!.evidence.map(({ id }) => id)).toEqual([evidenceId]);
  const open = await database.sql<{ userId: string }>(
    `SELECT DISTINCT "userId" FROM contribution WHERE "subjectId" = $1 AND "removedCycle" IS NULL`,
    [evidenceId],
  );
  expect(open.map(({ userId }) => userId).toSorted()).toEqual([author.id, other.id, reviewer.id].toSorted());
});

it("compares any two moments, in whichever order they are named, and tells a blind reviewer no words of the draft", async () => {
  const { claimId, author } = await desk.inReview();
  await edit(author, claimId, { place: "Selby" });
  await done(writeVerdict(author, claimId, { finding: "They do, daily.", version: 1 }, new Date()));
  await edit(author, claimId, { place: "Selby harbour" });
  const moments = await momentsOf(wholeDesk, claimId);
  const places = moments.filter(({ event }) => event === "claim.edited");
  const written = moments.filter(({ event }) => event === "verdict.written");
  const [late, early] = [places[0]!.id, places[1]!.id];
  const compared = await changesBetween(wholeDesk, claimId, { after: late, until: early }, false);
  expect(compared).toEqual(await changesBetween(wholeDesk, claimId, { after: early, until: late }, false));
  expect(compared!.changes.map((change) => "field" in change && change.field)).toEqual(["finding", "place"]);
  const before = { after: moments.at(-1)!.id, until: written.at(-1)!.id };
  expect(JSON.stringify((await changesBetween(wholeDesk, claimId, before, false))!.changes)).toContain(
    "They do.",
  );
  for (const range of [before, { after: early, until: late }]) {
    const blind = (await changesBetween(wholeDesk, claimId, range, true))!.changes;
    expect(JSON.stringify(blind)).not.toContain("They do");
  }
  const { claimId: anotherId } = await desk.inReview();
  const [stranger] = await momentsOf(wholeDesk, anotherId);
  expect(await changesBetween(wholeDesk, claimId, { after: early, until: stranger!.id }, false)).toBeNull();
});

it("the queue marks and finds what changed since its reader looked, and whether they watch it", async () => {
  const { claimId, author, other } = await desk.inReview();
  const rowFor = async (viewer: Viewer, needs?: "changed") =>
    (
      await listClaims(viewer, { ...(needs ? { needs } : {}), sort: "newest", limit: 100 }, new Date())
    ).items.find(({ id }) => id === claimId);
  await look(author, claimId);
  expect(await rowFor(author, "changed")).toBeUndefined();
  await edit(other, claimId, { place: "Selby" });
  expect(await rowFor(author)).toMatchObject({ isChanged: true, watch: null });
  expect(await rowFor(author, "changed")).toMatchObject({ isChanged: true });
  expect((await rowFor(other))?.isChanged).toBe(false);
  expect(await rowFor(other, "changed")).toBeUndefined();
  for (const [state, watch] of [
    ["watching", "watching"],
    ["usual", null],
  ] as const) {
    await done(watchClaim(author, claimId, { state }, new Date()));
    expect((await rowFor(author))?.watch).toBe(watch);
  }
});
