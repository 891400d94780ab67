import { beforeAll, describe, expect, it } from "vitest";
import { done, makeDesk } from "../../scripts/test/desk-scene";
import { copyManyClaims } from "../../scripts/test/many-claims";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { claimsLeaningOn } from "../attributions/claims-leaning.server";
import { db, type Prisma } from "../core/db.server";
import { removeEvidence } from "../evidence/commands";
import { restoreEvidence } from "../evidence/restore-evidence.server";
import { noteCommonKeys } from "../jobs/note-common-keys";
import { createClaim } from "./commands/create-claim";
import { editClaim } from "./commands/edit-claim";
import { sendEvent } from "./commands/send-event";
import { claimsQuery, countLimit, countQueues, countsQuery, listClaims } from "./list-claims.server";
import { openClaim } from "./queries";
import { readQueueFilters } from "./queue-filters";
import type { ListClaimsInput } from "./schema";

const now = new Date("2027-02-01T12:00:00Z");

/** The rows that an address of the queue shows, all pages of them. */
async function allPages(viewer: Viewer, query: string, limit: number) {
  const seen: Awaited<ReturnType<typeof listClaims>>["items"] = [];
  let cursor: string | undefined;
  do {
    const filters = readQueueFilters(Object.fromEntries(new URLSearchParams(query)));
    const page = await listClaims(viewer, { ...filters, limit, ...(cursor ? { cursor } : {}) }, now);
    seen.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return seen;
}

describe("a small queue", () => {
  const database = useTestDatabase();
  const desk = makeDesk(database);
  let checker: Viewer;
  const make = async (text: string, more: Record<string, unknown> = {}) =>
    (await done(createClaim(checker, { text, ...more }, new Date()))).claimId;

  beforeAll(async () => {
    checker = await database.makeViewer("checker", "Author");
  });

  it("shows what rests on an article, all pages of it, as many as its attributions say they count for", async () => {
    const first = await desk.inReview("Two ferries rest on it");
    const where = { id: first.evidenceId };
    const { quoteId } = await db().evidence.findUniqueOrThrow({ where, select: { quoteId: true } });
    const appeared = await make("It appeared there");
    const declined = await make("It was declined");
    const elsewhere = await make("It rests on nothing");
    await database.sqlOwner(`UPDATE claim SET "appearanceQuoteId" = $1 WHERE id = ANY($2)`, [
      quoteId,
      [appeared, declined],
    ]);
    await done(sendEvent(checker, declined, { event: "decline", reason: "opinion" }, new Date()));
    const shown = (await allPages(checker, `article=${first.articleId}`, 1)).map(({ id }) => id);
    expect(shown).toEqual([first.claimId, appeared].sort().reverse());
    expect(shown).not.toContain(elsewhere);
    const from = { articleId: first.articleId, outlet: null, title: null };
    const leaning = await claimsLeaningOn(checker, [{ from, onClaims: [] }]);
    expect(leaning.get(first.articleId)?.count).toBe(shown.length);
  });

  it.each(["newest", "oldest", "importance", "deadline", "reach"])(
    "shows each claim once, whatever the page size, sorted by %s",
    async (sort) => {
      for (const n of [1, 2, 3, 4, 5])
        await make(`Sorted by ${sort}: quay number ${n}`, {
          topics: [sort],
          importance: (n % 3) + 1,
          ...(n % 2 ? { deadlineAt: `2027-02-0${n}T00:00:00Z`, reach: n * 100 } : {}),
        });
      const query = `topic=${sort}&sort=${sort}`;
      const [small, whole] = [await allPages(checker, query, 2), await allPages(checker, query, 50)];
      expect(small.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
      expect(new Set(small.map(({ id }) => id)).size).toBe(5);
    },
  );

  it.each(["New Quay", "new quay", "NEW QUAY", "tidal", "TIDAL"])(
    "finds a topic in capitals or not: %s",
    async (typed) => {
      const claimId = await make("The quayside was sold", { topics: ["New Quay", "TIDAL"] });
      const found = await allPages(checker, `topic=${encodeURIComponent(typed)}`, 50);
      expect(found.map(({ id }) => id)).toContain(claimId);
    },
  );

  it.each(["no-topic", "No topic", "no topic"])(
    "finds what has no topic, and only that: %s",
    async (typed) => {
      const bare = await make(`Nobody gave this a topic: ${typed}`);
      const named = await make(`Somebody gave this one: ${typed}`, { topics: ["Named"] });
      const found = await allPages(checker, String(new URLSearchParams({ topic: typed })), 50);
      expect(found.map(({ id }) => id)).toContain(bare);
      expect(found.map(({ id }) => id)).not.toContain(named);
      expect(found.filter(({ topics }) => topics.length > 0)).toEqual([]);
    },
  );

  it.each(["limo", "limousine", "LIMO golden", "limousines gold", "the limo", "Олен", "golden -ferry"])(
    "finds a claim by its words and by how they begin: %s",
    async (words) => {
      const id = await make("A golden limousine was given away", { claimant: "Олена Приклад" });
      const query = new URLSearchParams({ q: words });
      expect((await allPages(checker, String(query), 50)).map((row) => row.id)).toContain(id);
      for (const other of ["limoges", "lim golden bus", '"limo"', "golden -limousine"]) {
        const rows = await allPages(checker, String(new URLSearchParams({ q: other })), 50);
        expect(rows.map((row) => row.id)).not.toContain(id);
      }
    },
  );

  it("puts the furthest reach first and the unknown last", async () => {
    const rows = await allPages(checker, "topic=reach&sort=reach", 2);
    expect(rows.map(({ reach }) => reach)).toEqual([500, 300, 100, null, null]);
  });

  it.each([
    ["due=overdue", ["deadline 2027-01-31"]],
    ["due=day", ["deadline 2027-01-31", "deadline 2027-02-02"]],
    ["due=week", ["deadline 2027-01-31", "deadline 2027-02-02", "deadline 2027-02-06"]],
  ])("%s finds what it says", async (query, expected) => {
    const topic = `due ${query}`;
    for (const day of ["2027-01-31", "2027-02-02", "2027-02-06", "2027-03-01"])
      await make(`Due at the quay, deadline ${day}`, {
        topics: [topic],
        deadlineAt: `${day}T10:00:00Z`,
      });
    const rows = await allPages(checker, `${query}&topic=${encodeURIComponent(topic)}&sort=deadline`, 50);
    expect(rows.map(({ text }) => text.replace("Due at the quay, ", ""))).toEqual(expected);
  });

  it("needs=evidence finds open claims without any that stands: before it is filed, and after it was removed", async () => {
    const claimId = await make("Nobody filed anything on the pier of Amble", { topics: ["bare"] });
    const found = async () => (await allPages(checker, "needs=evidence&topic=bare", 50)).map(({ id }) => id);
    expect(await found()).toEqual([claimId]);
    const { evidenceId } = await desk.addQuote(checker, claimId);
    expect(await found()).toEqual([]);
    await done(removeEvidence(checker, evidenceId, new Date()));
    expect(await found()).toEqual([claimId]);
    await done(restoreEvidence(checker, evidenceId, new Date()));
    expect(await found()).toEqual([]);
  });

  it("flags a claim that says much the same, not one that says something else", async () => {
    const first = await make("Fjordkraft sold engines worth $4 million to the shipyard in Goole");
    const second = await make("Fjordkraft sold engines worth $5 million to a shipyard in Goole in 2024");
    const other = await make("Seven teachers left the grammar school of Pocklington");
    const rows = await allPages(checker, "needs=all", 50);
    const similarTo = (id: string) => rows.find((row) => row.id === id)?.similar?.id ?? null;
    expect([first, second, other].map(similarTo)).toEqual([second, first, null]);
  });

  it("flags no part for saying what its whole says", async () => {
    const whole = await make("Vaasa bought twelve trams and nine buses for its northern suburbs");
    const part = await make("Vaasa bought twelve trams for its northern suburbs", { parentId: whole });
    const rows = await allPages(checker, "needs=all", 50);
    expect(rows.find(({ id }) => id === part)?.similar).toBeNull();
  });

  it("keeps reach, importance and deadline out of what is published, and out of its hash", async () => {
    const { claimId, hash, author } = await desk.ready("Three new ferries sail from Goole");
    const work = { reach: 40_000, importance: 3, deadlineAt: "2027-02-03T00:00:00Z", version: 0 };
    await done(editClaim(author, claimId, work, new Date()));
    const current = await openClaim(claimId, now);
    expect(current?.revision.hash).toBe(hash);
    expect(current?.claim.reach).toBe(40_000);
    expect(current?.claim.state).toBe("ready");
  });
});

describe("a large queue", () => {
  const database = useTestDatabase();
  let checker: Viewer;
  let editor: Viewer;

  beforeAll(async () => {
    checker = await database.makeViewer("checker", "Author");
    editor = await database.makeViewer("editor", "Editor");
    await copyManyClaims(database.ownerUrl, 12_000, [checker.id, editor.id]);
  }, 120_000);

  async function planOf(query: Prisma.Sql): Promise<string> {
    const rows = await db().$queryRaw<{ "QUERY PLAN": string }[]>`EXPLAIN ${query}`;
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  }

  const inputOf = (query: string): ListClaimsInput =>
    readQueueFilters(Object.fromEntries(new URLSearchParams(query)));

  it.each([
    ["", "claim_needs_me_by_deadline"],
    ["needs=all", "claim_pkey"],
    ["needs=all&sort=oldest", "claim_pkey"],
    ["needs=all&sort=importance", "claim_queue_by_importance"],
    ["needs=all&sort=deadline", "claim_queue_by_deadline"],
    ["needs=all&sort=reach", "claim_queue_by_reach"],
    ["q=harbour+reactor+%22tunnel%22", "claim_search_idx"],
    ["due=week&sort=deadline", "claim_needs_me_by_deadline"],
    ["needs=evidence", "claim_without_evidence"],
  ])("the page of %j is read by %s, and its likenesses are asked for row by row", async (query, index) => {
    const plan = await planOf(await claimsQuery(checker, inputOf(query), now));
    expect(plan).toContain(index);
    expect(plan).toContain("Function Scan on claims_alike");
    expect(plan).not.toContain("Seq Scan on claim");
  });

  it("likenesses are found by claim_alike, however few are wanted", async () => {
    // What a function does inside is in no plan: its body, under its own settings.
    const plan = await db().$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
      await tx.$executeRaw`SET LOCAL enable_indexscan = off`;
      return tx.$queryRaw<{ "QUERY PLAN": string }[]>`
        EXPLAIN SELECT o.id FROM claim o WHERE o.likeness && ARRAY[1, 2, 3] LIMIT 8`;
    });
    expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toContain("claim_alike");
    const [kept] = await database.sql<{ settings: string[] }>(
      "SELECT proconfig AS settings FROM pg_proc WHERE proname = 'claims_alike'",
    );
    expect(kept!.settings).toEqual(expect.arrayContaining(["enable_seqscan=off", "enable_indexscan=off"]));
  });

  it("keys that hundreds of claims have are not looked for, once the worker noted them", async () => {
    await database.sqlOwner("ANALYZE claim");
    await noteCommonKeys();
    const noted = await database.sql<{ key: number; claims: number }>(
      "SELECT key, (SELECT count(*)::int FROM claim WHERE likeness @> ARRAY[key]) AS claims FROM common_likeness",
    );
    expect(noted.length).toBeGreaterThan(0);
    // Counted in a sample, so that about as many is near enough.
    expect(noted.filter(({ claims }) => claims < 50)).toEqual([]);
    const [told] = await database.sql<{ keys: number[] }>(
      `SELECT telling_keys(ARRAY[${noted[0]!.key}, 7]) AS keys`,
    );
    expect(told!.keys).toEqual([7]);
    await database.sqlOwner(`INSERT INTO common_likeness VALUES (7) ON CONFLICT DO NOTHING`);
    await noteCommonKeys();
    expect(await database.sql("SELECT 1 FROM common_likeness WHERE key = 7")).toEqual([]);
  });

  it("continues a page by the same index that began it", async () => {
    for (const sort of ["importance", "deadline", "reach", "oldest", "newest"]) {
      const first = await listClaims(checker, inputOf(`needs=all&sort=${sort}`), now);
      const input = inputOf(`needs=all&sort=${sort}&cursor=${first.nextCursor}`);
      expect(await planOf(await claimsQuery(checker, input, now))).not.toContain("Seq Scan on claim");
    }
  });

  it("counts exactly to a thousand and stops there", async () => {
    const [all, tens] = await countQueues(checker, [inputOf("needs=all"), inputOf("q=%2212%22")], now);
    expect(all).toBe(countLimit + 1);
    const [exact] = await database.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM claim WHERE search @@ websearch_to_tsquery('english', '"12"')`,
    );
    expect(tens).toBe(exact?.n);
  });

  it("counts all views in one query", async () => {
    const { sql } = await countsQuery(editor, [inputOf(""), inputOf("needs=all"), inputOf("state=new")], now);
    expect(sql.match(/UNION ALL/g)).toHaveLength(2);
  });
});
