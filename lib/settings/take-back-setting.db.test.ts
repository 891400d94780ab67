import { beforeAll, describe, expect, it } from "vitest";
import { done, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { password, signedIn } from "../accounts/fixtures/people.server";
import type { Viewer } from "../access/viewer";
import { db } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { changedSince } from "../undo/own-entry.server";
import { takeBack } from "../undo/take-back.server";
import {
  addRating,
  editRating,
  removeRating,
  saveDesk,
  saveGate,
  saveShelfLife,
  saveSite,
  saveWatch,
} from "./commands";
import { loadSettingsToEdit, type SettingsToEdit } from "./queries";
import type { Saved } from "./save-setting.server";

const database = useTestDatabase();
const now = new Date("2026-11-01T09:00:00Z");
const later = new Date(now.getTime() + 11 * 60_000);

let admin: Viewer, other: Viewer;
beforeAll(async () => {
  [admin, other] = [await signedIn("admin", now), await signedIn("admin", now)];
});

const undo = (viewer: Viewer, { entryId }: Saved) => takeBack(viewer, { entryId }, later);
const version = async (key: keyof SettingsToEdit["versions"]) => (await loadSettingsToEdit()).versions[key];
const stale = { kind: "conflict", code: "stale", detail: changedSince.detail };
const searchesShown = async (viewer: Viewer, showsSearches: boolean) =>
  done(saveDesk(viewer, { showsSearches, version: await version("desk") }, now));

describe("taking back that a setting was saved", () => {
  it("gives each setting the value from before, once, as a change that is logged", async () => {
    const { ratings, versions, ...before } = await loadSettingsToEdit();
    const site = { name: "Other Desk", language: "uk", label: "Demonstration", timeZone: "Europe/Kyiv" };
    const watch = { ...before.watch, isOn: !before.watch.isOn, maxPerRun: 7 };
    const byKind = { said: 5, so: null, forecast: 9, "image-or-video": null };
    const shelfLife = { byKind, byTopic: [{ topic: "Prices", days: 30 }] };
    const saved = [
      await done(saveSite(admin, { ...site, version: versions.site }, now)),
      await done(saveWatch(admin, { ...watch, version: versions.watch }, now)),
      await done(saveShelfLife(admin, { ...shelfLife, version: versions.shelfLife }, now)),
      await searchesShown(admin, !before.desk.showsSearches),
    ];
    expect(await loadSettingsToEdit()).toMatchObject({ site, watch, shelfLife });
    // Twice, as by whoever lost the answer: it is put back once.
    for (let twice = 0; twice < 2; twice += 1) for (const one of saved) await done(undo(admin, one));
    const after = await loadSettingsToEdit();
    expect(after).toMatchObject(before);
    const keys = ["site", "watch", "shelfLife", "desk"] as const;
    for (const key of keys) expect(after.versions[key]).toBe(versions[key] + 2);
    const changes = await database.sql(
      `SELECT 1 FROM log_entry WHERE event = 'setting.changed' AND "subjectId" = ANY($1)`,
      [keys],
    );
    expect(changes).toHaveLength(2 * keys.length);
    expect(after.ratings).toEqual(ratings);
  });

  it("is refused once it was saved again, for somebody else, and for who is no admin", async () => {
    const { desk } = await loadSettingsToEdit();
    const mine = await searchesShown(admin, !desk.showsSearches);
    expect(await refused(undo(other, mine))).toMatchObject({ kind: "not_found" });
    expect(await refused(undo({ ...admin, role: "editor" }, mine))).toMatchObject({ kind: "forbidden" });
    const theirs = await done(
      saveDesk(
        other,
        { showsSearches: !desk.showsSearches, internsSeeOwn: true, version: mine.version },
        now,
      ),
    );
    expect(await refused(undo(admin, mine))).toMatchObject(stale);
    expect((await loadSettingsToEdit()).desk).toEqual({
      showsSearches: !desk.showsSearches,
      internsSeeOwn: true,
    });
    // Once theirs is back as well, mine is what stands, and still not the version that I saved.
    await done(undo(other, theirs));
    expect(await refused(undo(admin, mine))).toMatchObject(stale);
  });

  it("is not for the gate, which asks for the password", async () => {
    const before = await loadSettingsToEdit();
    const gate = { originsNeeded: 4, onePersonDesk: false, password, version: before.versions.gate };
    const saved = await done(saveGate(admin, gate, now));
    expect(await refused(undo(admin, saved))).toMatchObject({ kind: "not_found" });
    expect((await loadSettingsToEdit()).gate.originsNeeded).toBe(4);
  });
});

describe("taking back a change of the scale", () => {
  const rating = { code: "satire", label: "Satire", meaning: "nobody meant it", number: null };
  const add = async () =>
    done(addRating(admin, { ...rating, marks: ["unproven"], version: await version("ratings") }, now));

  it("gives words and places back, takes a new rating off and puts one that was taken off where it was", async () => {
    const { ratings } = await loadSettingsToEdit();
    const edit = { code: "disputed", label: "False", meaning: "it is not so", position: 1 };
    const undone = async (saved: Saved) => {
      for (let twice = 0; twice < 2; twice += 1) await done(undo(admin, saved));
      expect((await loadSettingsToEdit()).ratings).toEqual(ratings);
    };
    await undone(await done(editRating(admin, { ...edit, version: await version("ratings") }, now)));
    await undone(await add());
    const gone = { code: "reported", version: await version("ratings") };
    await undone(await done(removeRating(admin, gone, now)));
  });

  it("keeps a rating that a verdict took meanwhile", async () => {
    const saved = await add();
    const claimId = newId();
    await db().claim.create({ data: { id: claimId, text: "A claim.", topics: [], createdById: admin.id } });
    await db().verdict.create({ data: { claimId, rating: rating.code, summary: [] } });
    expect(await refused(undo(admin, saved))).toMatchObject({ code: "rating-in-use" });
    expect((await loadSettingsToEdit()).ratings.at(-1)).toMatchObject(rating);
  });
});
