import { describe, expect, it } from "vitest";
import { done } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { db } from "../core/db.server";
import { listNews } from "../notifications/queries";
import { deactivatePerson } from "./commands/manage-people";
import { invitePerson, makeResetLink } from "./commands/invite-person";
import { changeAddress, changeOwnName, renamePerson } from "./commands/name-people";
import { atBrowser, eventsOf, password, person, signedIn } from "./fixtures/people.server";
import { findInvitation } from "./queries";
import { changeAddressSchema, changeOwnNameSchema } from "./schema";
import { viewerOfSession } from "./sessions.server";
import { signInWithPassword } from "./sign-in.server";
import { createToken, viewerOfToken } from "./tokens.server";

const database = useTestDatabase();

const now = new Date("2026-11-01T09:00:00Z");
const later = new Date(now.getTime() + 11 * 60_000);
const sessionOf = (viewer: Viewer) => (viewer.via.kind === "session" ? viewer.via.sessionId : "");
const rowOf = (id: string) => db().user.findUniqueOrThrow({ where: { id } });
const asToken = (viewer: Viewer): Viewer => ({ ...viewer, via: { kind: "token", tokenId: "t" } });

async function entriesOf(id: string) {
  const where = { subjectId: id };
  const rows = await db().logEntry.findMany({ where, orderBy: { id: "asc" }, include: { payload: true } });
  return rows.map(({ payload, ...entry }) => ({ entry, body: payload?.body }));
}

describe("one's own name", () => {
  it("is changed after the password alone, stays within the session, and is logged in words that can be erased", async () => {
    const viewer = await signedIn("editor", now, "Ann Berg");
    const input = { name: "Ann Lund", expected: { name: "Ann Berg" } };
    for (const refused of [
      await changeOwnName(viewer, input, later),
      await changeOwnName(viewer, { ...input, password: "not this one at all" }, later),
      await changeOwnName(asToken(viewer), { ...input, password }, now),
    ])
      expect(refused).toMatchObject({ ok: false, error: { kind: "forbidden" } });
    expect(await done(changeOwnName(viewer, { ...input, password }, later))).toEqual({
      accountId: viewer.id,
      isChanged: true,
    });
    expect(await viewerOfSession(sessionOf(viewer), later)).toMatchObject({
      id: viewer.id,
      name: "Ann Lund",
    });
    const [{ entry, body } = { entry: {}, body: {} }] = await entriesOf(viewer.id);
    expect(entry).toMatchObject({ event: "account.renamed", actorId: viewer.id });
    expect(JSON.stringify(entry)).not.toMatch(/Berg|Lund/);
    expect(body).toEqual({ changes: { name: "Ann Lund" }, was: { name: "Ann Berg" } });
  });

  it("is not written over by a page that read another one, which shows both; the same name changes nothing", async () => {
    const viewer = await signedIn("checker", now, "First Name");
    await done(changeOwnName(viewer, { name: "Second Name", expected: { name: "First Name" } }, now));
    const stale = await changeOwnName(viewer, { name: "Third", expected: { name: "First Name" } }, now);
    expect(stale).toMatchObject({
      ok: false,
      error: {
        kind: "conflict",
        code: "stale",
        extra: {
          current: { name: "Second Name" },
          conflict: [{ field: "name", mine: "Third", theirs: "Second Name" }],
        },
      },
    });
    const same = { name: "Second Name", expected: { name: "First Name" } };
    expect(await done(changeOwnName(viewer, same, now))).toMatchObject({ isChanged: false });
    expect(await eventsOf(viewer.id)).toEqual(["account.renamed"]);
  });

  it("is a line of 120 characters at most", () => {
    const isName = (name: string) => changeOwnNameSchema.safeParse({ name }).success;
    const names = [" Ann ", "x".repeat(120), "نام‌خانوادگی", "李小龍"];
    expect(names.filter((name) => !isName(name))).toEqual([]);
    const unfit = ["", "   ", "x".repeat(121), "Ann\nBerg", "Ann\u2028Berg", "\u200b", "Ann\u202egreB", "…"];
    expect(unfit.filter(isName)).toEqual([]);
  });

  it("is not a colleague's, however it is written; one who left has none any more", async () => {
    const viewer = await signedIn("checker", now, "Ada Solo");
    const colleague = await signedIn("editor", now, "Mia Lund");
    const take = () =>
      changeOwnName(viewer, { name: "mia LUND", expected: { name: "Ada Solo" }, password }, later);
    expect(await take()).toMatchObject({ ok: false, error: { code: "already-there" } });
    await database.sql(`UPDATE "user" SET "deactivatedAt" = now() WHERE id = $1`, [colleague.id]);
    expect(await take()).toMatchObject({ ok: true, value: { isChanged: true } });
  });
});

describe("the name of somebody else", () => {
  it("is changed by an admin after the password; the person stays signed in and is told", async () => {
    const admin = await signedIn("admin", now);
    const viewer = await signedIn("checker", now, "Ola Vik");
    const input = { accountId: viewer.id, name: "Ola Nes", expected: { name: "Ola Vik" } };
    expect(await renamePerson(admin, input, later)).toMatchObject({ ok: false, error: { code: "step-up" } });
    await done(renamePerson(admin, { ...input, password }, later));
    expect(await viewerOfSession(sessionOf(viewer), later)).toMatchObject({ name: "Ola Nes" });
    const { items } = await listNews(viewer);
    expect(items[0]?.text).toBe(
      `${admin.name} changed your name to Ola Nes. What was signed keeps the name it was signed with.`,
    );
    expect(await renamePerson(admin, { ...input, name: "Ola Li", password }, later)).toMatchObject({
      ok: false,
      error: { code: "stale", detail: expect.stringContaining(`${admin.name} changed this name`) },
    });
    expect(await done(renamePerson(admin, { ...input, name: "Ola Nes" }, now))).toMatchObject({
      isChanged: false,
    });
    expect((await listNews(viewer)).items).toHaveLength(1);
  });

  it("is nobody's but an admin's to change, and never of one's own account, one that is closed, or none", async () => {
    const [admin, other] = [await signedIn("admin", now), await signedIn("admin", now)];
    const who = await person("checker");
    const named = (accountId: string) => ({ accountId, name: "Somebody Else" });
    const addressed = (accountId: string) => ({ accountId, email: "somebody.else@people.example" });
    for (const role of ["checker", "editor"] as const) {
      const viewer = await signedIn(role, now);
      for (const refused of [
        await renamePerson(viewer, named(who.id), now),
        await changeAddress(viewer, addressed(who.id), now),
      ])
        expect(refused).toMatchObject({ ok: false, error: { kind: "forbidden", code: "role" } });
    }
    for (const refused of [
      await renamePerson(admin, named(admin.id), now),
      await changeAddress(admin, addressed(admin.id), now),
    ])
      expect(refused).toMatchObject({ ok: false, error: { code: "own-account" } });
    const closed = await person("checker");
    await done(deactivatePerson(other, { accountId: closed.id }, now));
    for (const id of [closed.id, "nobody"])
      for (const refused of [
        await renamePerson(admin, named(id), now),
        await changeAddress(admin, addressed(id), now),
      ])
        expect(refused).toMatchObject({ ok: false, error: { kind: "not_found" } });
    expect([await rowOf(who.id), await rowOf(closed.id)]).toMatchObject([who, closed]);
  });
});

describe("the address that somebody signs in with", () => {
  it("is changed by an admin: the new one lets in and the old one does not, sessions and links end, tokens go on", async () => {
    const admin = await signedIn("admin", now);
    const who = await person("editor");
    const viewer = await atBrowser(who, now);
    const token = {
      userId: who.id,
      name: "cms",
      scopes: ["read" as const],
      expiresAt: new Date("2027-01-01"),
    };
    const { token: secret } = await createToken(token);
    const { link } = await done(makeResetLink(admin, { accountId: who.id }, now));
    const email = changeAddressSchema.parse({
      accountId: who.id,
      email: ` ${who.id.toUpperCase()}@Married.example`,
    }).email;
    const input = { accountId: who.id, email, expected: { email: who.email } };
    expect(await changeAddress(admin, input, later)).toMatchObject({ ok: false, error: { code: "step-up" } });
    await done(changeAddress(admin, { ...input, password }, later));

    expect(await viewerOfSession(sessionOf(viewer), later)).toBeNull();
    expect(await viewerOfToken(secret, later)).toMatchObject({ id: who.id });
    expect(await findInvitation(link.split("/").at(-1)!, later)).toBeNull();
    expect((await signInWithPassword({ email: who.email, password }, null, later)).ok).toBe(false);
    const typed = `${who.id.toUpperCase()}@MARRIED.example`;
    expect((await signInWithPassword({ email: typed, password }, null, later)).ok).toBe(true);
    const changed = (await entriesOf(who.id)).find(({ entry }) => entry.event === "account.address-changed");
    expect(JSON.stringify(changed?.entry)).not.toContain("example");
    expect(changed?.body).toEqual({ changes: { email }, was: { email: who.email }, sessionsEnded: 1 });
  });

  it("is told at the bell, by mail to the new address, and at once by a mail to the old one that names neither", async () => {
    const admin = await signedIn("admin", now);
    const who = await person("checker");
    const email = `${who.id}@moved.example`;
    await done(changeAddress(admin, { accountId: who.id, email }, now));
    const viewer = await atBrowser(who, now);
    const { items } = await listNews(viewer);
    expect(items).toHaveLength(1);
    const text = `${admin.name} gave your account another e-mail address to sign in with, and ended your sessions.`;
    expect(items[0]!.text).toContain(text);
    const rows = await db().notification.findMany({ where: { userId: who.id }, orderBy: { id: "asc" } });
    const [digest, ...more] = await db().digest.findMany({ where: { userId: who.id } });
    expect(more).toEqual([]);
    expect(digest).toMatchObject({ address: who.email, state: "waiting" });
    expect(rows.map(({ inApp, byMail, digestId }) => ({ inApp, byMail, digestId }))).toEqual([
      { inApp: true, byMail: true, digestId: null },
      { inApp: false, byMail: true, digestId: digest!.id },
    ]);
    for (const row of rows) expect(row.text).not.toMatch(/@|example/);
  });

  it("is not one that an account or an open invitation has, whichever way it is written", async () => {
    const admin = await signedIn("admin", now);
    const [who, taken, closed] = [await person("checker"), await person("checker"), await person("checker")];
    await done(deactivatePerson(admin, { accountId: closed.id }, now));
    const invited = "invited@moved.example";
    await done(invitePerson(admin, { email: invited, name: "New", role: "checker" }, now));
    for (const email of [taken.email, closed.email, invited])
      expect(await changeAddress(admin, { accountId: who.id, email }, now)).toMatchObject({
        ok: false,
        error: { kind: "conflict", code: "already-there", issues: [{ field: "email" }] },
      });
    expect(await rowOf(who.id)).toMatchObject({ email: who.email });
    expect(await eventsOf(who.id)).toEqual([]);
  });

  it("is not written over by an admin who read another one", async () => {
    const [admin, other] = [await signedIn("admin", now), await signedIn("admin", now)];
    const who = await person("checker");
    const to = (email: string) => ({ accountId: who.id, email, expected: { email: who.email } });
    const [one, two] = [`1-${who.id}@moved.example`, `2-${who.id}@moved.example`];
    await done(changeAddress(other, to(one), now));
    expect(await changeAddress(admin, to(two), now)).toMatchObject({
      ok: false,
      error: { code: "stale", extra: { conflict: [{ field: "email", mine: two, theirs: one }] } },
    });
    expect(await done(changeAddress(admin, to(one), now))).toMatchObject({ isChanged: false });
    expect((await rowOf(who.id)).email).toBe(one);
  });
});
