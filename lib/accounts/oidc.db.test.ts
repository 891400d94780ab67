import { beforeEach, describe, expect, it, vi } from "vitest";
import { done } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { db } from "../core/db.server";
import { invitePerson, withdrawInvitation } from "./commands/invite-person";
import { changeAddress, renamePerson } from "./commands/name-people";
import { atBrowser, eventsOf, person, signedIn } from "./fixtures/people.server";
import { enrol } from "./fixtures/authenticator.server";
import { isProvenAgain, returnFromOidc } from "./oidc-return.server";
import { accountOfOidc } from "./oidc.server";
import { sessionCookieValue } from "./session-cookie.server";
import { noteStepUpAsked, standingOfSession, viewerOfSession } from "./sessions.server";
import { checkPassword } from "./sign-in.server";
import { confirmIdentity } from "./step-up.server";

/** The session cookie of the browser in hand. */
const browser = vi.hoisted(() => ({ cookie: undefined as string | undefined }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) =>
      browser.cookie && name.includes("session") ? { value: browser.cookie } : undefined,
  }),
}));

useTestDatabase();

const now = new Date("2026-11-01T09:00:00Z");
let count = 0;
const subject = () => `subject-${(count += 1)}`;

async function invited(email: string) {
  const admin = await signedIn("admin", now);
  const made = await invitePerson(admin, { email, name: "Dana Lys", role: "editor" }, now);
  if (!made.ok) throw new Error(made.error.detail);
  return { admin, id: made.value.id };
}

describe("a person whom the newsroom's identity provider vouches for", () => {
  it("gets the account of their address, and keeps it by subject when the address changes", async () => {
    const known = await person("checker");
    const who = { subject: subject(), email: known.email.toUpperCase(), name: null };
    expect(await accountOfOidc(who, now)).toEqual({ id: known.id });
    expect(await accountOfOidc({ ...who, email: "married@people.example" }, now)).toEqual({ id: known.id });
  });

  it("keeps the name and the address the desk has, whatever the provider says of either, and whatever they were changed to", async () => {
    const known = await person("checker", "Dana Before");
    const who = { subject: subject(), email: known.email, name: "Name At The Provider" };
    expect(await accountOfOidc(who, now)).toEqual({ id: known.id });
    const admin = await signedIn("admin", now);
    const email = `${known.id}@moved.example`;
    await done(renamePerson(admin, { accountId: known.id, name: "Dana After" }, now));
    await done(changeAddress(admin, { accountId: known.id, email }, now));
    expect(await accountOfOidc(who, now)).toEqual({ id: known.id });
    expect(await db().user.findUnique({ where: { id: known.id } })).toMatchObject({
      name: "Dana After",
      email,
    });
  });

  it("uses an open invitation by signing in: the admin's role, no password, logged", async () => {
    const { id } = await invited("dana@oidc.example");
    const who = { subject: subject(), email: "Dana@oidc.example", name: "D. L." };
    expect(await accountOfOidc(who, now)).toEqual({ id });
    expect(await db().user.findUnique({ where: { id } })).toMatchObject({
      email: "dana@oidc.example",
      name: "Dana Lys",
      role: "editor",
      passwordHash: null,
    });
    expect(await eventsOf(id)).toEqual(["account.invited", "account.created"]);
  });

  it("of ten sign-ins at once with one invitation makes one account", async () => {
    const { id } = await invited("race@oidc.example");
    const who = { subject: subject(), email: "race@oidc.example", name: null };
    const all = await Promise.all(Array.from({ length: 10 }, () => accountOfOidc(who, now)));
    expect(all.filter((found) => "id" in found && found.id === id).length).toBeGreaterThan(0);
    expect(await db().user.count({ where: { email: "race@oidc.example" } })).toBe(1);
  });

  it("without a password is told how to get one before signing", async () => {
    const { id } = await invited("nopass@oidc.example");
    await accountOfOidc({ subject: subject(), email: "nopass@oidc.example", name: null }, now);
    const checked = await checkPassword(id, "whatever it is", now);
    expect(checked).toMatchObject({ ok: false, error: { code: "no-password" } });
  });
});

describe("who does not get in", () => {
  it("somebody who was not invited, or whose address nobody vouches for", async () => {
    const known = await person("checker");
    const refused = { refused: "no-account" };
    expect(
      await accountOfOidc({ subject: subject(), email: "nobody@oidc.example", name: null }, now),
    ).toEqual(refused);
    expect(await accountOfOidc({ subject: subject(), email: null, name: known.name }, now)).toEqual(refused);
  });

  it("somebody whose invitation ran out or was withdrawn", async () => {
    const { admin, id } = await invited("late@oidc.example");
    const who = { subject: subject(), email: "late@oidc.example", name: null };
    const later = new Date(now.getTime() + 60 * 24 * 3_600_000);
    expect(await accountOfOidc(who, later)).toEqual({ refused: "no-account" });
    await withdrawInvitation(admin, { invitationId: id }, now);
    expect(await accountOfOidc(who, now)).toEqual({ refused: "no-account" });
  });

  it("somebody who has the address of an account that another subject holds", async () => {
    const known = await person("editor");
    await accountOfOidc({ subject: subject(), email: known.email, name: null }, now);
    expect(await accountOfOidc({ subject: subject(), email: known.email, name: null }, now)).toEqual({
      refused: "no-account",
    });
  });

  it("a deactivated person, known by subject or by address", async () => {
    const [bySubject, byAddress] = [await person("checker"), await person("checker")];
    const who = { subject: subject(), email: bySubject.email, name: null };
    await accountOfOidc(who, now);
    await db().user.updateMany({
      where: { id: { in: [bySubject.id, byAddress.id] } },
      data: { deactivatedAt: now },
    });
    expect(await accountOfOidc(who, now)).toEqual({ refused: "deactivated" });
    expect(await accountOfOidc({ subject: subject(), email: byAddress.email, name: null }, now)).toEqual({
      refused: "deactivated",
    });
  });
});

describe("coming back from the provider", () => {
  const later = new Date(now.getTime() + 60 * 60_000);
  const seconds = (at: Date, more = 0) => Math.floor(at.getTime() / 1000) + more;

  beforeEach(() => {
    browser.cookie = undefined;
  });

  /** A person who signed in there an hour ago, in their browser. */
  async function atTheirBrowser() {
    const known = await person("editor");
    const who = { subject: subject(), email: known.email, name: null, authTime: seconds(now) };
    const came = await returnFromOidc(who, now);
    const sessionId = "sessionId" in came ? came.sessionId : "";
    browser.cookie = await sessionCookieValue(sessionId);
    return { who, sessionId };
  }

  it("opens a session, or one that waits for a code when the account has a second factor", async () => {
    const { sessionId } = await atTheirBrowser();
    expect(await viewerOfSession(sessionId, now)).toMatchObject({ via: { proof: "provider" } });
    expect(await eventsOf(sessionId)).toEqual(["session.opened"]);
    const second = await person("editor");
    await enrol(await atBrowser(second, now), now);
    browser.cookie = undefined;
    const came = await returnFromOidc(
      { subject: subject(), email: second.email, name: null, authTime: null },
      now,
    );
    const standing = "sessionId" in came ? await standingOfSession(came.sessionId, now) : null;
    expect(standing).toMatchObject({ kind: "code-due", userId: second.id });
  });

  it("proves again who is there, when the provider asked again: what is published needs no password then", async () => {
    const { who, sessionId } = await atTheirBrowser();
    const confirm = async () =>
      confirmIdentity((await viewerOfSession(sessionId, later))!, {}, later, { each: true });
    expect(await confirm()).toMatchObject({ ok: false, error: { code: "step-up" } });
    await noteStepUpAsked(sessionId, later);
    expect(await returnFromOidc(who, later)).toEqual({ refused: "not-asked-again" });
    expect(await returnFromOidc({ ...who, authTime: null }, later)).toEqual({ refused: "not-asked-again" });
    const other = {
      subject: subject(),
      email: (await person("editor")).email,
      name: null,
      authTime: seconds(later),
    };
    expect(await returnFromOidc(other, later)).toEqual({ refused: "somebody-else" });
    expect(await confirm()).toMatchObject({ ok: false });
    expect(await returnFromOidc({ ...who, authTime: seconds(later, 5) }, later)).toEqual({ sessionId });
    expect(await confirm()).toMatchObject({ ok: true });
  });

  it.each([
    [0, 0, true],
    [0, -59, true],
    [0, -61, false],
    [-599, -599, true],
    [-601, -600, false],
  ])("asked %i s ago, authenticated at %i s: %s", (asked, authenticated, counts) => {
    const askedAt = new Date(later.getTime() + asked * 1000);
    expect(isProvenAgain(askedAt, seconds(later, authenticated), later)).toBe(counts);
  });
});
