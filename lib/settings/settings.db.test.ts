import { describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { eventsOf, password, signedIn } from "../accounts/fixtures/people.server";
import { db } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { signOffVerdict } from "../publications/commands/sign-off-verdict";
import { listPublished } from "../publications/list-published.server";
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
import { loadSettingsToEdit } from "./queries";
import { defaultRatings } from "./ratings";

const database = useTestDatabase();

const now = new Date("2026-11-01T09:00:00Z");
const later = new Date(now.getTime() + 11 * 60_000);
const site = {
  name: "Desk of Two",
  language: "uk",
  label: null,
};

describe("what readers are told about the newsroom", () => {
  it("is saved by version, and of ten who save at once one wins", async () => {
    const admin = await signedIn("admin", now);
    const { version } = { version: (await loadSettingsToEdit()).versions.site };
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        saveSite(admin, { ...site, name: `Desk ${index}`, version }, now),
      ),
    );
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await loadSettingsToEdit()).versions.site).toBe(version + 1);
    expect(all.find(({ ok }) => !ok)).toMatchObject({
      ok: false,
      error: { kind: "conflict", code: "stale" },
    });
  });

  it("shows both sides of each field to who was slower, and the version to save over", async () => {
    const admin = await signedIn("admin", now);
    const { versions } = await loadSettingsToEdit();
    await saveSite(admin, { ...site, name: "Theirs", version: versions.site }, now);
    const slower = await saveSite(admin, { ...site, name: "Mine", version: versions.site }, now);
    expect(slower).toMatchObject({
      ok: false,
      error: {
        extra: {
          version: versions.site + 1,
          conflict: [{ field: "name", mine: "Mine", theirs: "Theirs" }],
        },
      },
    });
    expect((await loadSettingsToEdit()).site.name).toBe("Theirs");
  });

  it("is changed by admins only, whatever called the command, and logged", async () => {
    const editor = await signedIn("editor", now);
    const { versions } = await loadSettingsToEdit();
    const before = await eventsOf("site");
    expect(await saveSite(editor, { ...site, version: versions.site }, now)).toMatchObject({
      ok: false,
      error: { kind: "forbidden" },
    });
    expect(await eventsOf("site")).toEqual(before);
    await saveSite(await signedIn("admin", now), { ...site, version: versions.site }, now);
    expect(await eventsOf("site")).toEqual([...before, "setting.changed"]);
  });
});

describe("what the gate asks for", () => {
  it("takes the password, and logs when one person may write and sign", async () => {
    const admin = await signedIn("admin", now);
    const version = (await loadSettingsToEdit()).versions.gate;
    const gate = { originsNeeded: 3, onePersonDesk: true, version };
    expect(await saveGate(admin, gate, later)).toMatchObject({
      ok: false,
      error: { kind: "forbidden", code: "step-up" },
    });
    expect((await loadSettingsToEdit()).gate.onePersonDesk).toBe(false);
    expect(await saveGate(admin, { ...gate, password }, later)).toMatchObject({ ok: true });
    expect((await loadSettingsToEdit()).gate).toMatchObject({ originsNeeded: 3, onePersonDesk: true });
    expect(await eventsOf("gate")).toEqual(["setting.changed", "setting.one-person-desk-on"]);
    expect(await saveGate(admin, { ...gate, onePersonDesk: false }, now)).toMatchObject({
      ok: false,
      error: { code: "stale" },
    });
    await saveGate(admin, { ...gate, onePersonDesk: false, version: version + 1 }, now);
    expect((await eventsOf("gate")).at(-1)).toBe("setting.one-person-desk-off");
    const read = { originsNeeded: 3, onePersonDesk: false, password, legalRead: "always" } as const;
    await saveGate(admin, { ...read, version: version + 2 }, now);
    await saveGate(admin, { ...gate, onePersonDesk: false, password, version: version + 3 }, now);
    // A caller that says nothing of legal reads leaves them as they are.
    expect((await loadSettingsToEdit()).gate.legalRead).toBe("always");
    await saveGate(admin, { ...read, legalRead: "off", version: version + 4 }, now);
  });
});

describe("a setting that another admin saved meanwhile", () => {
  it("is refused with both sides of each field that differs, as its form has them, and stays theirs", async () => {
    const admin = await signedIn("admin", now);
    const { gate, watch, desk, shelfLife, versions } = await loadSettingsToEdit();
    await done(
      saveGate(admin, { ...gate, originsNeeded: 4, legalReadTopics: ["a"], version: versions.gate }, now),
    );
    await done(saveWatch(admin, { ...watch, isOn: !watch.isOn, version: versions.watch }, now));
    await done(saveDesk(admin, { ...desk, showsSearches: true, version: versions.desk }, now));
    const byTopic = [{ topic: "Prices", days: 30 }];
    await done(saveShelfLife(admin, { ...shelfLife, byTopic, version: versions.shelfLife }, now));
    const slower = async (save: Parameters<typeof refused>[0]) => (await refused(save)).extra;
    const box = (isOn: boolean) => (isOn ? "on" : "");
    expect(
      await slower(saveGate(admin, { ...gate, legalReadTopics: ["b", "c"], version: versions.gate }, now)),
    ).toEqual({
      version: versions.gate + 1,
      conflict: [
        { field: "originsNeeded", mine: `${gate.originsNeeded}`, theirs: "4" },
        { field: "legalReadTopics", mine: "b\nc", theirs: "a" },
      ],
    });
    expect(await slower(saveWatch(admin, { ...watch, version: versions.watch }, now))).toMatchObject({
      conflict: [{ field: "isOn", mine: box(watch.isOn), theirs: box(!watch.isOn) }],
    });
    expect(
      await slower(saveDesk(admin, { ...desk, showsSearches: false, version: versions.desk }, now)),
    ).toMatchObject({ conflict: [{ field: "showsSearches", mine: "", theirs: "on" }] });
    const days = { ...shelfLife.byKind, so: 7 };
    expect(
      await slower(saveShelfLife(admin, { byKind: days, byTopic: [], version: versions.shelfLife }, now)),
    ).toMatchObject({
      conflict: [
        { field: "days.so", mine: "7", theirs: `${shelfLife.byKind.so}` },
        { field: "topics", mine: "", theirs: "Prices: 30" },
      ],
    });
    const kept = await loadSettingsToEdit();
    expect(kept.gate).toMatchObject({ originsNeeded: 4, legalReadTopics: ["a"] });
    expect(kept.shelfLife.byTopic).toEqual(byTopic);
  });
});

describe("the scale", () => {
  const current = async () => loadSettingsToEdit();

  it("is renamed, reordered and added to; codes stay", async () => {
    const admin = await signedIn("admin", now);
    let { version } = { version: (await current()).versions.ratings };
    const edit = { code: "disputed", label: "False", meaning: "the evidence shows it is wrong", position: 1 };
    expect(await editRating(admin, { ...edit, version }, now)).toMatchObject({ ok: true });
    version = (await current()).versions.ratings;
    const added = {
      code: "satire",
      label: "Satire",
      meaning: "nobody meant it",
      number: null,
      marks: ["unproven" as const],
    };
    expect(await addRating(admin, { ...added, version }, now)).toMatchObject({ ok: true });
    const { ratings } = await current();
    expect(ratings[0]).toMatchObject({ code: "disputed", label: "False", number: 1, marks: ["disputed"] });
    expect(ratings.at(-1)).toEqual(added);
    expect(ratings).toHaveLength(defaultRatings.length + 1);
  });

  it("shows whoever was slower what the rating says by now, and where it stands", async () => {
    const admin = await signedIn("admin", now);
    const { versions, ratings } = await current();
    const at = ratings.findIndex(({ code }) => code === "misleading");
    const shown = {
      code: "misleading",
      label: "Misleading",
      meaning: ratings[at]!.meaning,
      position: at + 1,
    };
    const theirs = { ...shown, meaning: "it leads astray", position: 1 };
    await done(editRating(admin, { ...theirs, version: versions.ratings }, now));
    const mine = editRating(admin, { ...shown, label: "Askew", version: versions.ratings }, now);
    expect((await refused(mine)).extra?.conflict).toEqual([
      { field: "label", mine: "Askew", theirs: ratings[at]!.label },
      { field: "meaning", mine: shown.meaning, theirs: "it leads astray" },
      { field: "position", mine: `${at + 1}`, theirs: "1" },
    ]);
  });

  it("has one word for one rating", async () => {
    const admin = await signedIn("admin", now);
    const { versions } = await current();
    const edit = { code: "unproven", label: "CONFIRMED", meaning: "m", version: versions.ratings };
    expect(await editRating(admin, edit, now)).toMatchObject({
      ok: false,
      error: { kind: "invalid", code: "label-twice" },
    });
  });

  it("keeps a rating that a verdict uses, and lets go of one that none does", async () => {
    const admin = await signedIn("admin", now);
    const claimId = newId();
    await db().claim.create({ data: { id: claimId, text: "A claim.", topics: [], createdById: admin.id } });
    await db().verdict.create({ data: { claimId, rating: "misleading", summary: [] } });
    let { ratings, versions } = await current();
    expect(await removeRating(admin, { code: "misleading", version: versions.ratings }, now)).toMatchObject({
      ok: false,
      error: { kind: "invalid", code: "rating-in-use" },
    });
    expect(await removeRating(admin, { code: "unproven", version: versions.ratings }, now)).toMatchObject({
      ok: true,
    });
    ({ ratings, versions } = await current());
    expect(ratings.map(({ code }) => code)).not.toContain("unproven");
    expect(await removeRating(admin, { code: "unproven", version: versions.ratings }, now)).toMatchObject({
      ok: false,
      error: { kind: "not_found" },
    });
  });

  it("is not saved over someone's newer one", async () => {
    const admin = await signedIn("admin", now);
    const { versions } = await current();
    const edit = { code: "reported", label: "Reported", meaning: "m" };
    expect(await editRating(admin, { ...edit, version: versions.ratings - 1 }, now)).toMatchObject({
      ok: false,
      error: { kind: "conflict", code: "stale", extra: { version: versions.ratings } },
    });
  });

  it("changes no word that was signed, and what was ready must be read again before it is", async () => {
    const desk = makeDesk(database);
    const [signed, ready] = [await desk.published("Ferries rated"), await desk.ready("Ferries to be rated")];
    const told = async () => {
      const publication = await db().publication.findFirstOrThrow({ where: { slug: signed.slug } });
      const listing = await db().publicationListing.findFirstOrThrow({ where: { slug: signed.slug } });
      return { recordText: publication.recordText, label: listing.ratingLabel };
    };
    const before = await told();
    expect(JSON.parse(before.recordText)).toMatchObject({ rating: { label: "Confirmed" } });
    const admin = await signedIn("admin", now);
    const { versions } = await current();
    const edit = { code: "confirmed", label: "True", meaning: "so it is", version: versions.ratings };
    expect(await editRating(admin, edit, now)).toMatchObject({ ok: true });
    expect(await told()).toEqual(before);
    const listed = (await listPublished(undefined)).items.find(({ slug }) => slug === signed.slug);
    expect(listed?.ratingLabel).toBe("Confirmed");
    const sign = signOffVerdict(signed.editor, ready.claimId, { revisionHash: ready.hash }, new Date());
    expect(await refused(sign)).toMatchObject({ code: "stale" });
  });
});
