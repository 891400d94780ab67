import { describe, expect, it } from "vitest";
import { done } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { db } from "../core/db.server";
import { refuse } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { changeRole, deactivatePerson, reactivatePerson, setIntern } from "./commands/manage-people";
import { atBrowser, eventsOf, password, person, signedIn } from "./fixtures/people.server";
import { saveDesk } from "../settings/commands";
import { listPeople } from "./queries";
import { viewerOfSession } from "./sessions.server";
import { signInWithPassword } from "./sign-in.server";
import { createToken, viewerOfToken } from "./tokens.server";

useTestDatabase();

const now = new Date("2026-11-01T09:00:00Z");
const later = new Date(now.getTime() + 11 * 60_000);
const sessionOf = (viewer: Viewer) => (viewer.via.kind === "session" ? viewer.via.sessionId : "");
const rowOf = (id: string) => db().user.findUniqueOrThrow({ where: { id } });

/** Two admins at their browsers, and nobody else who is one. */
async function onlyTwoAdmins(): Promise<[Viewer, Viewer]> {
  const [one, two] = [await signedIn("admin", now), await signedIn("admin", now)];
  const others = { role: "admin", id: { notIn: [one.id, two.id] } };
  await db().user.updateMany({ where: others, data: { deactivatedAt: now } });
  return [one, two];
}

describe("deactivating a person", () => {
  it("ends sessions and tokens at once, and letting in again revives neither", async () => {
    const admin = await signedIn("admin", now);
    const who = await person("editor");
    const viewer = await atBrowser(who, now);
    const { token } = await createToken({
      userId: who.id,
      name: "cms",
      scopes: ["read"],
      expiresAt: new Date("2027-01-01"),
    });
    expect(await deactivatePerson(admin, { accountId: who.id }, now)).toMatchObject({ ok: true });
    expect(await viewerOfSession(sessionOf(viewer), now)).toBeNull();
    expect(await viewerOfToken(token, now)).toBeNull();
    expect((await signInWithPassword({ email: who.email, password }, null, now)).ok).toBe(false);
    expect(await reactivatePerson(admin, { accountId: who.id }, now)).toMatchObject({ ok: true });
    expect(await viewerOfSession(sessionOf(viewer), now)).toBeNull();
    expect(await viewerOfToken(token, now)).toBeNull();
    expect((await signInWithPassword({ email: who.email, password }, null, now)).ok).toBe(true);
    expect(await eventsOf(who.id)).toEqual(["account.deactivated", "account.reactivated"]);
  });

  it("is never done to oneself", async () => {
    const admin = await signedIn("admin", now);
    await signedIn("admin", now);
    for (const done of [
      await deactivatePerson(admin, { accountId: admin.id }, now),
      await changeRole(admin, { accountId: admin.id, role: "checker" }, now),
    ]) {
      expect(done).toMatchObject({ ok: false, error: { kind: "forbidden", code: "own-account" } });
    }
  });

  it("leaves an admin when two remove each other at once", async () => {
    const [one, two] = await onlyTwoAdmins();
    const done = await Promise.all([
      deactivatePerson(one, { accountId: two.id }, now),
      changeRole(two, { accountId: one.id, role: "checker" }, now),
    ]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().user.count({ where: { role: "admin", deactivatedAt: null } })).toBe(1);
  });

  it("leaves an admin whatever the application does: the database refuses the last, of two at once too", async () => {
    const [one, two] = await onlyTwoAdmins();
    const demote = (id: string) => db().user.update({ where: { id }, data: { role: "checker" } });
    const done = await Promise.allSettled([demote(one.id), demote(two.id)]);
    expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const stays = { role: "admin", deactivatedAt: null };
    expect(await db().user.count({ where: stays })).toBe(1);
    const out = { deactivatedAt: now };
    await expect(db().user.updateMany({ where: stays, data: out })).rejects.toThrow(/last-admin/);
    await expect(demote((await db().user.findFirstOrThrow({ where: stays })).id)).rejects.toThrow(
      /last-admin/,
    );
    expect(await db().user.count({ where: stays })).toBe(1);
  });

  it("says so when there is no such person, or they are out already", async () => {
    const admin = await signedIn("admin", now);
    expect(await deactivatePerson(admin, { accountId: "nobody" }, now)).toMatchObject({
      ok: false,
      error: { kind: "not_found" },
    });
    const who = await person("checker");
    await deactivatePerson(admin, { accountId: who.id }, now);
    expect(await deactivatePerson(admin, { accountId: who.id }, now)).toMatchObject({
      ok: false,
      error: { kind: "conflict" },
    });
  });
});

describe("a token", () => {
  it("that is made in a command is not there when the command comes to nothing", async () => {
    const who = await person("checker");
    const wish = {
      userId: who.id,
      name: "cms",
      scopes: ["read" as const],
      expiresAt: new Date("2027-01-01"),
    };
    let token = "";
    await runCommand(async (tx) => {
      ({ token } = await createToken(wish, tx));
      refuse({ kind: "invalid", code: "x", detail: "x" });
    });
    expect(token).toMatch(/^cst_/);
    expect(await viewerOfToken(token, now)).toBeNull();
  });
});

describe("changing a role", () => {
  it("ends the person's sessions and signing tokens, and is logged from and to", async () => {
    const admin = await signedIn("admin", now);
    const who = await person("editor");
    const viewer = await atBrowser(who, now);
    const expiresAt = new Date("2027-01-01");
    const signing = await createToken({ userId: who.id, name: "sign", scopes: ["read", "sign"], expiresAt });
    const reading = await createToken({ userId: who.id, name: "read", scopes: ["read"], expiresAt });
    expect(await changeRole(admin, { accountId: who.id, role: "checker" }, now)).toMatchObject({ ok: true });
    expect((await rowOf(who.id)).role).toBe("checker");
    expect(await viewerOfSession(sessionOf(viewer), now)).toBeNull();
    expect(await viewerOfToken(signing.token, now)).toBeNull();
    expect(await viewerOfToken(reading.token, now)).toMatchObject({ role: "checker" });
    const entry = await db().logEntry.findFirstOrThrow({ where: { subjectId: who.id } });
    expect(entry).toMatchObject({
      event: "account.role-changed",
      fromState: "editor",
      toState: "checker",
      actorId: admin.id,
    });
  });

  it("asks for the password when it was not given in the last ten minutes", async () => {
    const admin = await signedIn("admin", now);
    const who = await person("checker");
    const input = { accountId: who.id, role: "editor" as const };
    expect(await changeRole(admin, input, later)).toMatchObject({
      ok: false,
      error: { kind: "forbidden", code: "step-up", issues: [{ field: "password" }] },
    });
    expect(await changeRole(admin, { ...input, password: "not this one at all" }, later)).toMatchObject({
      ok: false,
      error: {
        kind: "forbidden",
        code: "wrong-password",
        detail: "The password is wrong. Nothing was changed.",
      },
    });
    expect((await rowOf(who.id)).role).toBe("checker");
    expect(await changeRole(admin, { ...input, password }, later)).toMatchObject({ ok: true });
    const session = await db().session.findUniqueOrThrow({ where: { id: sessionOf(admin) } });
    expect(session.stepUpAt).toEqual(later);
  });

  it("is refused where another admin changed the role after it was shown, and says what it is by now", async () => {
    const [admin, other] = [await signedIn("admin", now), await signedIn("admin", now)];
    const who = await person("checker");
    await done(changeRole(other, { accountId: who.id, role: "admin", was: "checker" }, now));
    const shownBefore = { accountId: who.id, role: "editor", was: "checker" } as const;
    expect(await changeRole(admin, shownBefore, now)).toMatchObject({
      ok: false,
      error: { kind: "conflict", code: "stale", detail: expect.stringContaining("is admin by now") },
    });
    expect((await rowOf(who.id)).role).toBe("admin");
    await done(changeRole(admin, { ...shownBefore, was: "admin" }, now));
    expect((await rowOf(who.id)).role).toBe("editor");
  });

  it("takes no token for a person", async () => {
    const admin = await signedIn("admin", now);
    const who = await person("checker");
    const byToken: Viewer = { ...admin, via: { kind: "token", tokenId: "t" } };
    expect(await changeRole(byToken, { accountId: who.id, role: "editor", password }, now)).toMatchObject({
      ok: false,
      error: { kind: "forbidden", code: "step-up" },
    });
  });

  it("is refused to whoever lost the role while the request was under way", async () => {
    const [admin, other] = [await signedIn("admin", now), await signedIn("admin", now)];
    const who = await person("checker");
    await changeRole(other, { accountId: admin.id, role: "editor" }, now);
    expect(await changeRole(admin, { accountId: who.id, role: "admin" }, now)).toMatchObject({
      ok: false,
      error: { kind: "forbidden", code: "role" },
    });
    expect((await rowOf(who.id)).role).toBe("checker");
  });
});

describe("the list of people", () => {
  it("is for admins, and holds no secrets", async () => {
    expect(await listPeople(await signedIn("editor", now))).toBeNull();
    const admin = await signedIn("admin", now, "Aaron Admin");
    const people = await listPeople(admin);
    expect(people?.find(({ id }) => id === admin.id)).toEqual({
      id: admin.id,
      name: "Aaron Admin",
      email: admin.email,
      role: "admin",
      deactivatedAt: null,
      isIntern: false,
      hasSecondFactor: false,
      lastSeenAt: now.toISOString(),
    });
    expect(JSON.stringify(people)).not.toContain("argon2");
  });
});

describe("an intern", () => {
  it("is a checker whom an admin marked, once, until another role or the admin ends it", async () => {
    const admin = await signedIn("admin", now);
    const who = await person("checker");
    const mark = (intern: boolean, at = now) => setIntern(admin, { accountId: who.id, intern }, at);
    expect(await mark(true, later)).toMatchObject({ ok: false, error: { code: "step-up" } });
    expect(await mark(true)).toMatchObject({ ok: true });
    expect(await mark(true)).toMatchObject({ ok: false, error: { code: "already-there" } });
    expect((await listPeople(admin))!.find(({ id }) => id === who.id)).toMatchObject({ isIntern: true });
    await changeRole(admin, { accountId: who.id, role: "editor" }, now);
    expect(await rowOf(who.id)).toMatchObject({ role: "editor", isIntern: false });
    expect(await mark(true)).toMatchObject({ ok: false, error: { code: "not-a-checker" } });
    expect(await eventsOf(who.id)).toEqual(["account.intern-begun", "account.role-changed"]);
    await expect(db().user.update({ where: { id: who.id }, data: { isIntern: true } })).rejects.toThrow(
      /user_intern_checks/,
    );
  });

  it("sees everything until the newsroom says otherwise, and then at once what is their own", async () => {
    const admin = await signedIn("admin", now);
    const who = await person("checker");
    const viewer = await atBrowser(who, now);
    await setIntern(admin, { accountId: who.id, intern: true }, now);
    const sees = async () => (await viewerOfSession(sessionOf(viewer), now))!.sees;
    expect(await sees()).toBe("everything");
    const { version } = await done(
      saveDesk(admin, { showsSearches: true, internsSeeOwn: true, version: 0 }, now),
    );
    expect(await sees()).toBe("own");
    // What a form leaves out stays as it is.
    await done(saveDesk(admin, { showsSearches: true, version }, now));
    expect(await sees()).toBe("own");
    await setIntern(admin, { accountId: who.id, intern: false }, now);
    expect(await sees()).toBe("everything");
  });
});
