import { afterEach, describe, expect, it, vi } from "vitest";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { db } from "../core/db.server";
import { endOtherSessions, endSession, signOut } from "./commands/end-session";
import { changeOwnPassword, mintToken, revokeToken } from "./commands/own-account";
import { atBrowser, eventsOf, password, person, signedIn } from "./fixtures/people.server";
import { listOwnSessions, listOwnTokens } from "./queries";
import { viewerOfSession } from "./sessions.server";
import { signInWithPassword } from "./sign-in.server";
import { viewerOfToken } from "./tokens.server";

useTestDatabase();

const now = new Date("2026-11-01T09:00:00Z");
const later = new Date(now.getTime() + 11 * 60_000);
const sessionOf = (viewer: Viewer) => (viewer.via.kind === "session" ? viewer.via.sessionId : "");
const wanted = { name: "cms", scopes: ["read", "write"] as ("read" | "write" | "sign")[], days: 30 };

afterEach(() => vi.unstubAllEnvs());

describe("a token", () => {
  it("is seen once, kept as a hash, works as its maker within its scopes, and dies when revoked", async () => {
    const viewer = await signedIn("checker", now);
    const made = await mintToken(viewer, wanted, now);
    if (!made.ok) throw new Error(made.error.detail);
    const { id, token } = made.value;
    expect(await viewerOfToken(token, now)).toMatchObject({
      id: viewer.id,
      scopes: ["read", "write"],
      via: { tokenId: id },
    });
    expect(JSON.stringify([await listOwnTokens(viewer), await db().token.findMany()])).not.toContain(token);
    expect(await revokeToken(viewer, { tokenId: id }, now)).toMatchObject({ ok: true });
    expect(await viewerOfToken(token, now)).toBeNull();
    expect(await eventsOf(id)).toEqual(["token.made", "token.revoked"]);
  });

  it("that signs is made by editors only", async () => {
    for (const role of ["checker", "admin"] as const) {
      const viewer = await signedIn(role, now);
      expect(await mintToken(viewer, { ...wanted, scopes: ["sign"] }, now)).toMatchObject({
        ok: false,
        error: { kind: "forbidden", code: "role" },
      });
    }
  });

  it("that signs lasts eight hours at most outside the demonstration", async () => {
    const editor = await signedIn("editor", now);
    vi.stubEnv("COUNTERSIGN_DEMO", "0");
    const made = await mintToken(editor, { ...wanted, scopes: ["read", "sign"] }, now);
    expect(made).toMatchObject({ ok: true, value: { expiresAt: new Date(now.getTime() + 8 * 3_600_000) } });
    vi.stubEnv("COUNTERSIGN_DEMO", "1");
    const demo = await mintToken(editor, { ...wanted, scopes: ["sign"] }, now);
    expect(demo).toMatchObject({
      ok: true,
      value: { expiresAt: new Date(now.getTime() + 30 * 24 * 3_600_000) },
    });
  });

  it("takes the password again after ten minutes, and no token makes another", async () => {
    const editor = await signedIn("editor", now);
    expect(await mintToken(editor, wanted, later)).toMatchObject({ ok: false, error: { code: "step-up" } });
    expect(await mintToken(editor, { ...wanted, password }, later)).toMatchObject({ ok: true });
    const byToken: Viewer = { ...editor, via: { kind: "token", tokenId: "t" } };
    expect(await mintToken(byToken, { ...wanted, password }, now)).toMatchObject({
      ok: false,
      error: { code: "step-up" },
    });
  });

  it("of someone else does not exist for me", async () => {
    const [one, two] = [await signedIn("checker", now), await signedIn("admin", now)];
    const made = await mintToken(one, wanted, now);
    const tokenId = made.ok ? made.value.id : "";
    expect(await revokeToken(two, { tokenId }, now)).toMatchObject({
      ok: false,
      error: { kind: "not_found" },
    });
    expect(await listOwnTokens(two)).toEqual([]);
  });
});

describe("sessions", () => {
  it("are listed with the present one first, and end one by one or all others at once", async () => {
    const who = await person("checker");
    const [one, two, three] = [
      await atBrowser(who, now),
      await atBrowser(who, now),
      await atBrowser(who, now),
    ];
    const listed = await listOwnSessions(one, now);
    expect(listed.map(({ id, isCurrent }) => [id, isCurrent])).toContainEqual([sessionOf(two), false]);
    expect(listed[0]).toMatchObject({ id: sessionOf(one), isCurrent: true, device: "Firefox on Linux" });
    expect(await endSession(one, { sessionId: sessionOf(two) }, now)).toMatchObject({ ok: true });
    expect(await viewerOfSession(sessionOf(two), now)).toBeNull();
    expect(await endOtherSessions(one, {}, now)).toMatchObject({ ok: true, value: { count: 1 } });
    expect(await viewerOfSession(sessionOf(three), now)).toBeNull();
    expect(await viewerOfSession(sessionOf(one), now)).not.toBeNull();
    expect(await eventsOf(sessionOf(three))).toEqual(["session.ended"]);
  });

  it("of someone else do not exist for me", async () => {
    const [one, two] = [await signedIn("checker", now), await signedIn("admin", now)];
    expect(await endSession(two, { sessionId: sessionOf(one) }, now)).toMatchObject({
      ok: false,
      error: { kind: "not_found" },
    });
    expect(await viewerOfSession(sessionOf(one), now)).not.toBeNull();
  });

  it("are dead after signing out, wherever the cookie was copied to; a second time changes nothing", async () => {
    const viewer = await signedIn("editor", now);
    expect(await signOut(sessionOf(viewer), now)).toMatchObject({ ok: true });
    expect(await signOut(sessionOf(viewer), now)).toMatchObject({ ok: true });
    expect(await viewerOfSession(sessionOf(viewer), now)).toBeNull();
    expect(await eventsOf(sessionOf(viewer))).toEqual(["session.signed-out"]);
  });
});

describe("one's own password", () => {
  it("changes after the present one, and ends every other session", async () => {
    const who = await person("checker");
    const [here, there] = [await atBrowser(who, now), await atBrowser(who, now)];
    const newPassword = "nine wooden bridges";
    expect(
      await changeOwnPassword(here, { password: "wrong from the start", newPassword }, now),
    ).toMatchObject({
      ok: false,
      error: { code: "wrong-password" },
    });
    expect(await changeOwnPassword(here, { password, newPassword: who.email }, now)).toMatchObject({
      ok: false,
      error: { kind: "invalid", issues: [{ field: "newPassword" }] },
    });
    expect(await changeOwnPassword(here, { password, newPassword }, now)).toMatchObject({
      ok: true,
      value: { sessionsEnded: 1 },
    });
    expect(await viewerOfSession(sessionOf(there), now)).toBeNull();
    expect(await viewerOfSession(sessionOf(here), now)).not.toBeNull();
    expect((await signInWithPassword({ email: who.email, password: newPassword }, null, now)).ok).toBe(true);
    expect(await eventsOf(who.id)).toEqual(["account.password-changed"]);
  });

  it("is asked for ten times in a quarter of an hour, then not even the right one counts", async () => {
    const viewer = await signedIn("checker", now);
    const wrong = { password: "wrong from the start", newPassword: "nine wooden bridges" };
    for (let tries = 0; tries < 10; tries += 1) await changeOwnPassword(viewer, wrong, now);
    expect(await changeOwnPassword(viewer, { ...wrong, password }, now)).toMatchObject({
      ok: false,
      error: { kind: "rate_limited" },
    });
  });
});
