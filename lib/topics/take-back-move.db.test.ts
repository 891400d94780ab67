import { describe, expect, it } from "vitest";
import { done, makeDesk, refused, wholeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { signedIn } from "../accounts/fixtures/people.server";
import type { Viewer } from "../access/viewer";
import { createClaim } from "../claims/commands/create-claim";
import { editClaim } from "../claims/commands/edit-claim";
import { claimHistory } from "../log/claim-history.server";
import { loadSettingsToEdit } from "../settings/queries";
import { changedSince } from "../undo/own-entry.server";
import { takeBack } from "../undo/take-back.server";
import { mergeTopic, renameTopic, retireTopic } from "./commands";
import { listTopics } from "./queries";

const database = useTestDatabase();
const desk = makeDesk(database);
const now = new Date();

const version = async () => (await loadSettingsToEdit()).versions.topics;
const decided = async () => (await loadSettingsToEdit()).topics;
const claimRow = async (claimId: string) =>
  (
    await database.sql<{ topics: string[]; version: number; state: string }>(
      "SELECT topics, version, state FROM claim WHERE id = $1",
      [claimId],
    )
  )[0]!;
const topicsOf = async (claimId: string) => (await claimRow(claimId)).topics;
const claimWith = async (viewer: Viewer, ...topics: string[]) =>
  (await done(createClaim(viewer, { text: `About ${topics.join(" and ")}`, topics }, new Date()))).claimId;
const edit = async (viewer: Viewer, claimId: string, topics: string[]) =>
  done(editClaim(viewer, claimId, { topics, version: (await claimRow(claimId)).version }, new Date()));
const rename = async (viewer: Viewer, name: string, to: string) =>
  done(renameTopic(viewer, { name, to, version: await version() }, new Date()));
const merge = async (viewer: Viewer, name: string, into: string) =>
  done(mergeTopic(viewer, { name, into, version: await version() }, new Date()));
const undo = (viewer: Viewer, { entryId }: { entryId: string }) => takeBack(viewer, { entryId }, new Date());
const view = async (id: string, topic: string, owner: Viewer) =>
  database.sqlOwner(
    `INSERT INTO queue_view (id, name, query, "ownerId", "createdAt", "updatedAt") VALUES ($1, $1, $2, $3, now(), now())`,
    [id, `topic=${topic}&sort=oldest`, owner.id],
  );
const asks = async (id: string) =>
  (await database.sql<{ query: string }>("SELECT query FROM queue_view WHERE id = $1", [id]))[0]!.query;
const stale = { kind: "conflict", code: "stale", detail: changedSince.detail };

describe("taking back that a topic was renamed", () => {
  it("gives every claim, view and decision the name from before, and leaves no trace of the other", async () => {
    const admin = await signedIn("admin", now);
    const claimId = await claimWith(admin, "Tides", "Money");
    await view("tides", "Tides", admin);
    const before = await decided();
    const renamed = await rename(admin, "Tides", "Tidez");
    const since = await claimWith(admin, "Tides");
    expect(await topicsOf(since)).toEqual(["Tidez"]);
    // Twice, as by whoever lost the answer: it is put back once.
    for (let twice = 0; twice < 2; twice += 1) await done(undo(admin, renamed));
    expect([await topicsOf(claimId), await topicsOf(since)]).toEqual([["Tides", "Money"], ["Tides"]]);
    expect(await asks("tides")).toBe("topic=Tides&sort=oldest");
    expect(await decided()).toEqual(before);
    expect((await listTopics(wholeDesk)).map(({ name }) => name)).not.toContain("Tidez");
    expect((await claimHistory(wholeDesk, claimId, { isBlind: false })).entries.slice(0, 2)).toMatchObject([
      { event: "claim.edited", fields: ["topics"] },
      { event: "claim.edited", fields: ["topics"] },
    ]);
  });

  it("is a change like any other: it makes an author, and what was ready goes back to review", async () => {
    const admin = await signedIn("admin", now);
    await claimWith(admin, "Gales");
    const renamed = await rename(admin, "Gales", "Galez");
    const { claimId } = await desk.ready("Ferries in gales");
    await database.sqlOwner(`UPDATE claim SET topics = '{Galez}' WHERE id = $1`, [claimId]);
    await done(undo(admin, renamed));
    expect(await claimRow(claimId)).toMatchObject({ topics: ["Gales"], state: "in-review" });
    const authors = await database.sql("SELECT 1 FROM claim_authors($1) a(id) WHERE a.id = $2", [
      claimId,
      admin.id,
    ]);
    expect(authors).toHaveLength(1);
  });

  it("is refused once something else was decided about topics, for somebody else, and for who is no admin", async () => {
    const [admin, other] = [await signedIn("admin", now), await signedIn("admin", now)];
    const claimId = await claimWith(admin, "Frost", "Ice");
    const renamed = await rename(admin, "Frost", "Frozt");
    expect(await refused(undo(other, renamed))).toMatchObject({ kind: "not_found" });
    expect(await refused(undo({ ...admin, role: "editor" }, renamed))).toMatchObject({ kind: "forbidden" });
    await done(retireTopic(other, { name: "Ice", isRetired: true, version: await version() }, new Date()));
    expect(await refused(undo(admin, renamed))).toMatchObject(stale);
    expect(await topicsOf(claimId)).toEqual(["Frozt", "Ice"]);
  });
});

describe("taking back that two topics are one", () => {
  it("gives each claim that was moved what it had, and no claim that had the second, or was changed since", async () => {
    const admin = await signedIn("admin", now);
    const moved = await claimWith(admin, "Mud", "Sand");
    const both = await claimWith(admin, "Mud", "Silt", "Sand");
    const had = await claimWith(admin, "Silt");
    const changed = await claimWith(admin, "Mud");
    await view("mud", "Mud", admin);
    await view("silt", "Silt", admin);
    const before = await decided();
    const merged = await merge(admin, "Mud", "Silt");
    const since = await claimWith(admin, "Mud");
    await edit(admin, changed, ["Silt", "Gravel"]);
    const told = await done(undo(admin, merged));
    expect(told).toEqual({ stays: expect.stringMatching(/^One claim .* “Silt” is right there\.$/) });
    // Twice, as by whoever lost the answer: it is put back once.
    expect(await done(undo(admin, merged))).toEqual({ stays: null });
    expect(await topicsOf(moved)).toEqual(["Mud", "Sand"]);
    expect(await topicsOf(both)).toEqual(["Mud", "Silt", "Sand"]);
    expect(await topicsOf(had)).toEqual(["Silt"]);
    expect(await topicsOf(changed)).toEqual(["Silt", "Gravel"]);
    expect(await topicsOf(since)).toEqual(["Silt"]);
    expect([await asks("mud"), await asks("silt")]).toEqual([
      "topic=Mud&sort=oldest",
      "topic=Silt&sort=oldest",
    ]);
    expect(await decided()).toEqual(before);
    // Once it is taken back it is no longer what becomes of the name.
    expect(await topicsOf(await claimWith(admin, "Mud"))).toEqual(["Mud"]);
  });

  it("says nothing of claims that stay when every one has back what it had", async () => {
    const admin = await signedIn("admin", now);
    const claimId = await claimWith(admin, "Moss");
    await claimWith(admin, "Peat");
    expect(await done(undo(admin, await merge(admin, "Moss", "Peat")))).toEqual({ stays: null });
    expect(await topicsOf(claimId)).toEqual(["Moss"]);
  });

  it("is refused once something else was decided about topics", async () => {
    const admin = await signedIn("admin", now);
    const claimId = await claimWith(admin, "Clay");
    await claimWith(admin, "Loam");
    const merged = await merge(admin, "Clay", "Loam");
    await rename(admin, "Loam", "Soil");
    expect(await refused(undo(admin, merged))).toMatchObject(stale);
    expect(await topicsOf(claimId)).toEqual(["Soil"]);
  });
});
