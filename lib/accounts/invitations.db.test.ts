import { describe, expect, it } from "vitest";
import { useTestDatabase } from "../../scripts/test/test-database";
import { db } from "../core/db.server";
import { acceptInvitation } from "./commands/accept-invitation";
import { invitePerson, makeResetLink, withdrawInvitation } from "./commands/invite-person";
import { deactivatePerson } from "./commands/manage-people";
import { atBrowser, eventsOf, password, person, signedIn } from "./fixtures/people.server";
import { findInvitation, listOpenInvitations } from "./queries";
import { hashSecret, newSecret } from "./secrets.server";
import { viewerOfSession } from "./sessions.server";
import { signInWithPassword } from "./sign-in.server";

const database = useTestDatabase();

const now = new Date("2026-11-01T09:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 24 * 3_600_000);
const secretOf = (link: string) => link.slice(link.lastIndexOf("/") + 1);
const chosen = "eleven copper kettles";

async function invited(address: string) {
  const admin = await signedIn("admin", now);
  const made = await invitePerson(admin, { email: address, name: "Dana Lys", role: "editor" }, now);
  if (!made.ok) throw new Error(made.error.detail);
  return { admin, id: made.value.id, secret: secretOf(made.value.link) };
}

describe("an invitation", () => {
  it("makes an account with the admin's role and the person's own name, signs in, and logs both ends", async () => {
    const { id, secret, admin } = await invited("dana@new.example");
    const done = await acceptInvitation({ secret, name: "Dana Lis", password: chosen }, null, now);
    expect(done).toMatchObject({ ok: true, value: { userId: id } });
    const viewer = done.ok ? await viewerOfSession(done.value.sessionId, now) : null;
    expect(viewer).toMatchObject({ id, email: "dana@new.example", name: "Dana Lis", role: "editor" });
    expect(await eventsOf(id)).toEqual(["account.invited", "account.created"]);
    expect((await listOpenInvitations(admin, now))?.map((link) => link.id)).not.toContain(id);
  });

  it("of an intern makes an intern, so that they never see more than they should", async () => {
    const admin = await signedIn("admin", now);
    const given = { email: "learner@new.example", name: "Learner", role: "checker" as const, intern: true };
    const made = await invitePerson(admin, given, now);
    if (!made.ok) throw new Error(made.error.detail);
    expect(
      (await acceptInvitation({ secret: secretOf(made.value.link), password: chosen }, null, now)).ok,
    ).toBe(true);
    expect(await db().user.findUniqueOrThrow({ where: { id: made.value.id } })).toMatchObject({
      role: "checker",
      isIntern: true,
    });
  });

  it("says who made it, before it is used and to whoever opens it", async () => {
    const { id, secret, admin } = await invited("whose@new.example");
    const { name } = await db().user.findUniqueOrThrow({ where: { id: admin.id } });
    expect(await findInvitation(secret, now)).toMatchObject({ madeBy: name, role: "editor" });
    expect((await listOpenInvitations(admin, now))?.find((link) => link.id === id)?.madeBy).toBe(name);
  });

  it("keeps only a hash of its secret", async () => {
    const { id, secret } = await invited("hash@new.example");
    const row = await db().invitation.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(row.secretHash).toBe(hashSecret(secret));
  });

  it("lets in one of ten who use it at once", async () => {
    const { id, secret } = await invited("race@new.example");
    const all = await Promise.all(
      Array.from({ length: 10 }, () => acceptInvitation({ secret, password: chosen }, null, now)),
    );
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().user.count({ where: { email: "race@new.example" } })).toBe(1);
    expect(await eventsOf(id)).toEqual(["account.invited", "account.created"]);
  });

  it("survives a weak password and works with a good one", async () => {
    const { secret } = await invited("weak@new.example");
    const weak = await acceptInvitation({ secret, password: "weak@new.example" }, null, now);
    expect(weak).toMatchObject({ ok: false, error: { kind: "invalid", issues: [{ field: "password" }] } });
    expect((await acceptInvitation({ secret, password: chosen }, null, now)).ok).toBe(true);
  });

  it("works for seven days", async () => {
    const { secret } = await invited("late@new.example");
    expect(await findInvitation(secret, days(6.9))).toMatchObject({
      purpose: "invite",
      email: "late@new.example",
    });
    expect(await findInvitation(secret, days(7))).toBeNull();
    expect(await acceptInvitation({ secret, password: chosen }, null, days(7))).toMatchObject({
      ok: false,
      error: { kind: "not_found", code: "invitation-over" },
    });
  });

  it("ends when it is withdrawn, when a newer one is made, and when its admin is deactivated", async () => {
    const first = await invited("again@new.example");
    const second = await invited("again@new.example");
    expect(await findInvitation(first.secret, now)).toBeNull();
    expect((await withdrawInvitation(second.admin, { invitationId: second.id }, now)).ok).toBe(true);
    expect(await findInvitation(second.secret, now)).toBeNull();
    const third = await invited("again@new.example");
    const other = await signedIn("admin", now);
    expect((await deactivatePerson(other, { accountId: third.admin.id }, now)).ok).toBe(true);
    expect(await findInvitation(third.secret, now)).toBeNull();
  });

  it("is not made for an address that has an account", async () => {
    const admin = await signedIn("admin", now);
    const { email } = await person("checker");
    const done = await invitePerson(admin, { email, name: "Twice", role: "admin" }, now);
    expect(done).toMatchObject({ ok: false, error: { kind: "conflict", code: "already-there" } });
  });

  it("is not made by checkers and editors, whatever called the command", async () => {
    for (const role of ["checker", "editor"] as const) {
      const viewer = await signedIn(role, now);
      const done = await invitePerson(viewer, { email: `${role}@x.example`, name: "X", role: "admin" }, now);
      expect(done).toMatchObject({ ok: false, error: { kind: "forbidden", code: "role" } });
      expect(await listOpenInvitations(viewer, now)).toBeNull();
    }
  });
});

describe("a link for a new password", () => {
  it("sets it, ends the old sessions, and changes nothing else", async () => {
    const admin = await signedIn("admin", now);
    const who = await person("checker");
    const before = await atBrowser(who, now);
    const made = await makeResetLink(admin, { accountId: who.id, password }, now);
    const secret = made.ok ? secretOf(made.value.link) : "";
    const sessionId = before.via.kind === "session" ? before.via.sessionId : "";
    expect(await viewerOfSession(sessionId, now)).not.toBeNull();
    const done = await acceptInvitation(
      { secret, name: "Someone Else", email: "else@x.example", password: chosen },
      null,
      now,
    );
    expect(done).toMatchObject({ ok: true, value: { userId: who.id } });
    expect(await viewerOfSession(sessionId, now)).toBeNull();
    expect((await signInWithPassword({ email: who.email, password }, null, now)).ok).toBe(false);
    expect((await signInWithPassword({ email: who.email, password: chosen }, null, now)).ok).toBe(true);
    expect(await db().user.findUnique({ where: { id: who.id } })).toMatchObject({
      name: who.name,
      email: who.email,
      role: "checker",
    });
    expect(await eventsOf(who.id)).toEqual(["account.reset-link-made", "account.password-reset"]);
  });

  it("dies with the account", async () => {
    const admin = await signedIn("admin", now);
    const who = await person("editor");
    const made = await makeResetLink(admin, { accountId: who.id }, now);
    await deactivatePerson(admin, { accountId: who.id }, now);
    const done = await acceptInvitation(
      { secret: made.ok ? secretOf(made.value.link) : "", password: chosen },
      null,
      now,
    );
    expect(done).toMatchObject({ ok: false, error: { code: "invitation-over" } });
  });
});

describe("the link of the first admin", () => {
  it("works only while there is no active admin", async () => {
    // A desk as it is before its first admin: with others' accounts the database keeps one.
    await database.sqlOwner(`ALTER TABLE "user" DISABLE TRIGGER user_last_admin`);
    await db().user.updateMany({ where: { role: "admin" }, data: { deactivatedAt: now } });
    await database.sqlOwner(`ALTER TABLE "user" ENABLE TRIGGER user_last_admin`);
    const links = [newSecret("csi"), newSecret("csi")];
    for (const [index, { hash }] of links.entries()) {
      await db().invitation.create({
        data: {
          id: `first-${index}`,
          secretHash: hash,
          purpose: "first-admin",
          role: "admin",
          createdAt: now,
          expiresAt: days(1),
        },
      });
    }
    const input = { secret: links[0]!.secret, password: chosen };
    expect(await acceptInvitation(input, null, now)).toMatchObject({
      ok: false,
      error: { issues: [{ field: "email" }] },
    });
    const all = await Promise.all(
      links.map(({ secret }, index) =>
        acceptInvitation(
          { secret, password: chosen, email: `first${index}@x.example`, name: "First" },
          null,
          now,
        ),
      ),
    );
    expect(all.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await db().user.count({ where: { role: "admin", deactivatedAt: null } })).toBe(1);
  });
});
