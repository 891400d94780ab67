import { describe, expect, it } from "vitest";
import { done, makeDesk, refused, wholeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { eventsOf, signedIn } from "../accounts/fixtures/people.server";
import type { Viewer } from "../access/viewer";
import { createClaim } from "../claims/commands/create-claim";
import { editClaim } from "../claims/commands/edit-claim";
import { claimHistory } from "../log/claim-history.server";
import { abandonCorrection } from "../publications/commands/change-correction";
import { openCorrection } from "../publications/commands/open-correction";
import { loadSettingsToEdit } from "../settings/queries";
import { mergeTopic, renameTopic, retireTopic } from "./commands";
import { listTopics, offeredTopics } from "./queries";

const database = useTestDatabase();
const desk = makeDesk(database);
const now = new Date();

const version = async () => (await loadSettingsToEdit()).versions.topics;
const topicsOf = async (claimId: string) =>
  (await database.sql<{ topics: string[] }>("SELECT topics FROM claim WHERE id = $1", [claimId]))[0]?.topics;
const claimWith = (viewer: Viewer, ...topics: string[]) =>
  done(createClaim(viewer, { text: `About ${topics.join(" and ")}`, topics }, new Date()));

describe("a topic that is renamed", () => {
  it("is renamed on every claim, in each claim's history, and where its old name is typed again", async () => {
    const [admin, checker] = [await signedIn("admin", now), await database.makeViewer("checker", "Typist")];
    const { claimId } = await claimWith(checker, "Harbour", "Money");
    const input = { name: "Harbour", to: "Ports", version: await version() };
    expect(await done(renameTopic(admin, input, now))).toMatchObject({ name: "Ports", claims: 1 });
    expect(await topicsOf(claimId)).toEqual(["Ports", "Money"]);
    expect((await claimHistory(wholeDesk, claimId, { isBlind: false })).entries[0]).toMatchObject({
      event: "claim.edited",
      who: admin.name,
      fields: ["topics"],
    });
    const next = await claimWith(checker, "Harbour");
    expect(await topicsOf(next.claimId)).toEqual(["Ports"]);
    expect(await listTopics(wholeDesk)).toContainEqual(
      expect.objectContaining({ name: "Ports", claims: 2, before: ["Harbour"] }),
    );
    expect(await eventsOf("Ports")).toEqual(["topic.renamed"]);
  });

  it("is meant by its old name in what somebody was writing meanwhile, which is saved; what people changed is not written over", async () => {
    const [admin, checker] = [await signedIn("admin", now), await database.makeViewer("checker", "Writer")];
    const { claimId } = await claimWith(checker, "Quay", "Dock", "Money");
    await done(mergeTopic(admin, { name: "Quay", into: "Dock", version: await version() }, now));
    await done(renameTopic(admin, { name: "Dock", to: "Wharf", version: await version() }, now));
    const written = { topics: ["Quay", "Dock", "Money", "Barges"], place: "Selby", version: 0 };
    await done(editClaim(checker, claimId, written, new Date()));
    expect(await topicsOf(claimId)).toEqual(["Wharf", "Money", "Barges"]);
    const [kept] = await database.sql("SELECT version, place FROM claim WHERE id = $1", [claimId]);
    expect(kept).toEqual({ version: 3, place: "Selby" });

    await done(renameTopic(admin, { name: "Barges", to: "Hulls", version: await version() }, now));
    const late = editClaim(checker, claimId, { topics: ["Quay"], place: "Hull", version: 2 }, new Date());
    expect(await refused(late)).toMatchObject({ code: "stale" });
    expect(await topicsOf(claimId)).toEqual(["Wharf", "Money", "Hulls"]);
  });

  it("makes its renamer an author and sends what was ready back to review; what is signed stays", async () => {
    const admin = await signedIn("admin", now);
    const tagged = async (claimId: string) => {
      await database.sqlOwner(`UPDATE claim SET topics = '{Sea}' WHERE id = $1`, [claimId]);
      return claimId;
    };
    const ready = await desk.ready("Ferries at sea");
    await tagged(ready.claimId);
    const signed = await desk.published("Ferries signed at sea");
    const before = await database.sql('SELECT "recordText" FROM publication WHERE slug = $1', [signed.slug]);
    await tagged(signed.claimId);
    await done(renameTopic(admin, { name: "Sea", to: "Water", version: await version() }, now));
    const [row] = await database.sql<{ state: string }>("SELECT state FROM claim WHERE id = $1", [
      ready.claimId,
    ]);
    expect(row?.state).toBe("in-review");
    const authors = await database.sql("SELECT 1 FROM claim_authors($1) a(id) WHERE a.id = $2", [
      ready.claimId,
      admin.id,
    ]);
    expect(authors).toHaveLength(1);
    expect(await topicsOf(signed.claimId)).toEqual(["Water"]);
    expect(await database.sql('SELECT "recordText" FROM publication WHERE slug = $1', [signed.slug])).toEqual(
      before,
    );
  });

  it("does not stand in the way of taking a correction back", async () => {
    const admin = await signedIn("admin", now);
    const { claimId, author } = await desk.published("Ferries corrected back", ["Lakes"]);
    await done(renameTopic(admin, { name: "Lakes", to: "Inland", version: await version() }, now));
    await done(openCorrection(author, claimId, { class: "update", reason: "New." }, new Date()));
    await done(abandonCorrection(author, claimId, new Date()));
  });

  it("takes no name that is a topic, and no version but the one that was read", async () => {
    const admin = await signedIn("admin", now);
    await claimWith(admin, "One", "Two");
    expect(
      await refused(renameTopic(admin, { name: "One", to: "Two", version: await version() }, now)),
    ).toMatchObject({ code: "topic-there" });
    expect(
      await refused(renameTopic(admin, { name: "One", to: "Three", version: (await version()) - 1 }, now)),
    ).toMatchObject({ code: "stale" });
    const editor = await signedIn("editor", now);
    expect(
      await refused(renameTopic(editor, { name: "One", to: "Three", version: await version() }, now)),
    ).toMatchObject({ kind: "forbidden" });
  });
});

it("two topics become one, once on a claim that had both, and in the views that ask for the first", async () => {
  const admin = await signedIn("admin", now);
  const both = await claimWith(admin, "Boats", "Ships");
  const first = await claimWith(admin, "Boats");
  await database.sqlOwner(
    `INSERT INTO queue_view (id, name, query, "ownerId", "createdAt", "updatedAt") VALUES ('v', 'V', 'topic=Boats&sort=oldest', $1, now(), now())`,
    [admin.id],
  );
  await done(mergeTopic(admin, { name: "Boats", into: "Ships", version: await version() }, now));
  expect([await topicsOf(both.claimId), await topicsOf(first.claimId)]).toEqual([["Ships"], ["Ships"]]);
  expect(await database.sql("SELECT query FROM queue_view WHERE id = 'v'")).toEqual([
    { query: "topic=Ships&sort=oldest" },
  ]);
});

it("a retired topic stays where it is, is given to no other claim, and can come back", async () => {
  const admin = await signedIn("admin", now);
  const { claimId } = await claimWith(admin, "Weather");
  await done(retireTopic(admin, { name: "Weather", isRetired: true, version: await version() }, now));
  const edit = { topics: ["Weather", "Rain"], version: 0 };
  await done(editClaim(admin, claimId, edit, new Date()));
  const other = createClaim(admin, { text: "Another", topics: ["Weather"] }, now);
  expect(await refused(other)).toMatchObject({ code: "topic-retired", issues: [{ field: "topics" }] });
  await done(retireTopic(admin, { name: "Weather", isRetired: false, version: await version() }, now));
  await claimWith(admin, "Weather");
});

describe("topics to offer", () => {
  it("are those in use, the most used first, and never one that is retired", async () => {
    const [admin, checker] = [await signedIn("admin", now), await database.makeViewer("checker", "Namer")];
    await claimWith(checker, "Ferries", "Canals", "Locks");
    await claimWith(checker, "Ferries", "Canals");
    await claimWith(checker, "Ferries");
    await done(retireTopic(admin, { name: "Locks", isRetired: true, version: await version() }, now));
    const offered = await offeredTopics(wholeDesk);
    expect(offered.filter((name) => ["Ferries", "Canals", "Locks"].includes(name))).toEqual([
      "Ferries",
      "Canals",
    ]);
  });

  it("are for an intern those of their own claims and of what is public", async () => {
    const [checker, someone] = [
      await database.makeViewer("checker", "Staff"),
      await database.makeViewer("checker", "Intern"),
    ];
    await claimWith(checker, "Hidden");
    await claimWith(someone, "Theirs");
    await desk.published("Two ferries sail from Goole", ["Public"]);
    const offered = await offeredTopics({ ...someone, sees: "own" });
    expect(offered.filter((name) => ["Hidden", "Theirs", "Public"].includes(name))).toEqual([
      "Public",
      "Theirs",
    ]);
  });
});
