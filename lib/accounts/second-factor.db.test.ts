import { afterEach, describe, expect, it, vi } from "vitest";
import { useTestDatabase } from "../../scripts/test/test-database";
import { can } from "../access/can";
import type { Viewer } from "../access/viewer";
import { db } from "../core/db.server";
import { acceptInvitation } from "./commands/accept-invitation";
import { makeResetLink } from "./commands/invite-person";
import {
  beginSecondFactor,
  confirmSecondFactor,
  renewRecoveryCodes,
  resetSecondFactor,
  turnOffSecondFactor,
} from "./commands/second-factor";
import { codeOf, enrol } from "./fixtures/authenticator.server";
import { atBrowser, eventsOf, password, person, signedIn } from "./fixtures/people.server";
import { secondFactorSetup } from "./second-factor-queries.server";
import { useSecondFactor } from "./second-factor.server";
import { standingOfSession, viewerOfSession } from "./sessions.server";
import { signInWithCode, signInWithPassword } from "./sign-in.server";
import { createToken, viewerOfToken } from "./tokens.server";

const database = useTestDatabase();

const now = new Date("2026-11-01T09:00:00Z");
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const sessionOf = (viewer: Viewer) => (viewer.via.kind === "session" ? viewer.via.sessionId : "");
const outcomes = (all: { ok: boolean }[]) => all.filter(({ ok }) => ok).length;

afterEach(() => vi.unstubAllEnvs());

describe("setting up a second factor", () => {
  it("takes a code of the new secret, ends the other sessions, and writes neither secret nor codes down", async () => {
    const who = await person("checker");
    const [here, there] = [await atBrowser(who, now), await atBrowser(who, now)];
    const { seed, codes } = await enrol(here, now);
    expect(codes).toHaveLength(10);
    expect(await viewerOfSession(sessionOf(there), now)).toBeNull();
    expect(await viewerOfSession(sessionOf(here), now)).toMatchObject({
      via: { proof: "password-and-code" },
    });
    const kept = JSON.stringify(
      [
        await db().user.findMany(),
        await db().recoveryCode.findMany(),
        await db().logPayload.findMany(),
        await db().notification.findMany(),
      ],
      (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value),
    );
    for (const secret of [seed, ...codes, ...codes.map((code) => code.replace("-", ""))])
      expect(kept).not.toContain(secret);
    expect(await eventsOf(who.id)).toEqual(["account.second-factor-on"]);
  });

  it("counts for nothing before a code fits, and is not begun over one that is on", async () => {
    const viewer = await signedIn("editor", now);
    await beginSecondFactor(viewer, {}, now);
    expect(await confirmSecondFactor(viewer, { code: "000000" }, now)).toMatchObject({
      ok: false,
      error: { code: "wrong-code" },
    });
    expect(await signInWithPassword({ email: viewer.email, password }, null, now)).toMatchObject({
      ok: true,
      value: { codeDue: false },
    });
    await enrol(viewer, now);
    expect(await beginSecondFactor(viewer, {}, now)).toMatchObject({
      ok: false,
      error: { kind: "conflict" },
    });
  });

  it("shows its secret to a session that proved who it is lately, and to no other", async () => {
    const viewer = await signedIn("editor", now);
    await beginSecondFactor(viewer, {}, now);
    expect(await secondFactorSetup(viewer, after(599))).toMatchObject({ at: "waiting" });
    expect(await secondFactorSetup(viewer, after(601))).toEqual({ at: "start", asksAgain: true });
  });

  it("keeps a seed that is worth nothing in another account's row", async () => {
    const [one, two] = [await signedIn("checker", now), await signedIn("checker", now)];
    const { seed } = await enrol(one, now);
    await enrol(two, now);
    await database.sql(
      `UPDATE "user" SET "totpSeed" = (SELECT "totpSeed" FROM "user" WHERE id = $1) WHERE id = $2`,
      [one.id, two.id],
    );
    expect((await useSecondFactor(two.id, codeOf(seed, after(60)), null, after(60))).ok).toBe(false);
  });
});

describe("a code", () => {
  it("6.5.1 works once, also for ten at once, and none older works after it", async () => {
    const viewer = await signedIn("checker", now);
    const { codeAt } = await enrol(viewer, now);
    const use = (code: string) => useSecondFactor(viewer.id, code, null, after(60));
    expect((await useSecondFactor(viewer.id, codeAt(now), null, now)).ok).toBe(false);
    expect(outcomes(await Promise.all(Array.from({ length: 8 }, () => use(codeAt(after(60))))))).toBe(1);
    expect((await use(codeAt(after(30)))).ok).toBe(false);
    expect((await use(codeAt(after(90)))).ok).toBe(true);
  });

  it("is used up by no statement twice", async () => {
    const viewer = await signedIn("checker", now);
    await enrol(viewer, now);
    const [row] = await database.sql<{ step: string }>(
      `SELECT "totpLastStep" AS step FROM "user" WHERE id = $1`,
      [viewer.id],
    );
    const set = (step: number | null) =>
      database.sql(`UPDATE "user" SET "totpLastStep" = $2 WHERE id = $1`, [viewer.id, step]);
    for (const step of [Number(row!.step), Number(row!.step) - 1, null])
      await expect(set(step)).rejects.toThrow("totp-step");
    await set(Number(row!.step) + 1);
  });

  it("is refused after ten wrong ones, but not in a browser that its owner signed in with before", async () => {
    const viewer = await signedIn("checker", now);
    const { codeAt } = await enrol(viewer, now);
    for (let n = 0; n < 10; n += 1) await useSecondFactor(viewer.id, "000000", null, after(60));
    const right = codeAt(after(60));
    expect(await useSecondFactor(viewer.id, right, null, after(60))).toMatchObject({
      ok: false,
      error: { kind: "rate_limited" },
    });
    const mark = { id: "their-laptop", accountId: viewer.id };
    expect((await useSecondFactor(viewer.id, right, { ...mark, accountId: "another" }, after(60))).ok).toBe(
      false,
    );
    expect((await useSecondFactor(viewer.id, right, mark, after(60))).ok).toBe(true);
  });
});

describe("a recovery code", () => {
  it("works once, also for ten at once, is logged, and its owner is told", async () => {
    const viewer = await signedIn("checker", now);
    const { codes } = await enrol(viewer, now);
    const typed = codes[3]!.toUpperCase();
    const all = await Promise.all(
      Array.from({ length: 8 }, () => useSecondFactor(viewer.id, typed, null, now)),
    );
    expect(outcomes(all)).toBe(1);
    expect(await eventsOf(viewer.id)).toContain("account.recovery-code-used");
    const [news] = await db().notification.findMany({ where: { userId: viewer.id } });
    expect(news).toMatchObject({ kind: "account", byMail: true, inApp: true });
    expect(news?.text).toContain("9 are left");
    const unuse = database.sql(
      `UPDATE recovery_code SET "usedAt" = NULL WHERE "userId" = $1 AND "usedAt" IS NOT NULL`,
      [viewer.id],
    );
    await expect(unuse).rejects.toThrow("single-use");
  });

  it("is worth nothing once new ones were made", async () => {
    const viewer = await signedIn("checker", now);
    const { codes } = await enrol(viewer, now);
    const renewed = await renewRecoveryCodes(viewer, {}, now);
    expect((await useSecondFactor(viewer.id, codes[0]!, null, now)).ok).toBe(false);
    expect((await useSecondFactor(viewer.id, renewed.ok ? renewed.value.codes[0]! : "", null, now)).ok).toBe(
      true,
    );
  });
});

describe("signing in with a second factor", () => {
  it("opens nothing by the password alone, and the desk by the code; the session that waited is over", async () => {
    const viewer = await signedIn("editor", now);
    const { codeAt } = await enrol(viewer, now);
    const waiting = await signInWithPassword({ email: viewer.email, password }, null, after(60));
    const sid = waiting.ok ? waiting.value.sessionId : "";
    expect(waiting).toMatchObject({ ok: true, value: { codeDue: true } });
    expect(await viewerOfSession(sid, after(60))).toBeNull();
    expect(await standingOfSession(sid, after(661))).toBeNull();
    expect(await signInWithCode(sid, "000000", null, after(60))).toMatchObject({
      ok: false,
      error: { code: "wrong-code" },
    });
    const done = await signInWithCode(sid, codeAt(after(60)), null, after(60));
    expect(await viewerOfSession(done.ok ? done.value.sessionId : "", after(60))).toMatchObject({
      id: viewer.id,
    });
    expect(await standingOfSession(sid, after(60))).toBeNull();
    expect((await signInWithCode(sid, codeAt(after(90)), null, after(90))).ok).toBe(false);
  });

  it("in one step says the same of a wrong code as of a wrong password", async () => {
    const viewer = await signedIn("editor", now);
    const { codeAt } = await enrol(viewer, now);
    const at = after(60);
    const wrongCode = await signInWithPassword({ email: viewer.email, password, code: "000000" }, null, at);
    const wrongPassword = await signInWithPassword(
      { email: viewer.email, password: "not this", code: codeAt(at) },
      null,
      at,
    );
    expect(wrongCode).toEqual(wrongPassword);
    expect(
      await signInWithPassword({ email: viewer.email, password, code: codeAt(at) }, null, at),
    ).toMatchObject({ ok: true, value: { codeDue: false } });
  });

  it("is asked for after a new password by link too", async () => {
    const [admin, who] = [await signedIn("admin", now), await person("editor")];
    await enrol(await atBrowser(who, now), now);
    const made = await makeResetLink(admin, { accountId: who.id }, now);
    const secret = made.ok ? made.value.link.split("/").at(-1)! : "";
    expect(await acceptInvitation({ secret, password: "eleven copper kettles" }, null, now)).toMatchObject({
      ok: true,
      value: { codeDue: true },
    });
  });
});

describe("where it is required", () => {
  it("opens the setting up of it, and nothing else, to editors and admins; not to checkers, nor to tokens", async () => {
    for (const role of ["editor", "admin", "checker"] as const) {
      vi.stubEnv("COUNTERSIGN_SECOND_FACTOR", "offered");
      const before = await signedIn(role, now);
      vi.stubEnv("COUNTERSIGN_SECOND_FACTOR", undefined);
      const standing = await standingOfSession(sessionOf(before), now);
      const { token } = await createToken({
        userId: before.id,
        name: "cms",
        scopes: ["read"],
        expiresAt: after(600),
      });
      expect(await viewerOfToken(token, now)).toMatchObject({ id: before.id, scopes: ["read"] });
      if (role === "checker") {
        expect(standing?.kind).toBe("in");
        continue;
      }
      expect(await viewerOfSession(sessionOf(before), now)).toBeNull();
      if (standing?.kind !== "must-enrol") throw new Error(`${role}: ${standing?.kind}`);
      expect(can(standing.viewer, "desk.read") || can(standing.viewer, "own.account")).toBe(false);
      await enrol(standing.viewer, now);
      expect(await viewerOfSession(sessionOf(before), now)).toMatchObject({ id: before.id });
      await turnOffSecondFactor(standing.viewer, {}, now);
      expect(await viewerOfSession(sessionOf(before), now)).toBeNull();
    }
  });
});

describe("taking somebody's second factor away", () => {
  it("ends their sessions, is logged, tells them, and is for another admin who proves who they are", async () => {
    const [admin, who] = [await signedIn("admin", now), await person("editor")];
    const theirs = await atBrowser(who, now);
    await enrol(theirs, now);
    const editor = await signedIn("editor", now);
    expect(await resetSecondFactor(editor, { accountId: who.id }, now)).toMatchObject({
      ok: false,
      error: { code: "role" },
    });
    expect(await resetSecondFactor(admin, { accountId: admin.id }, now)).toMatchObject({
      ok: false,
      error: { code: "own-account" },
    });
    expect(await resetSecondFactor(admin, { accountId: who.id }, after(601))).toMatchObject({
      ok: false,
      error: { code: "step-up" },
    });
    expect(await resetSecondFactor(admin, { accountId: who.id }, now)).toMatchObject({ ok: true });
    expect(await viewerOfSession(sessionOf(theirs), now)).toBeNull();
    expect(await eventsOf(who.id)).toContain("account.second-factor-reset");
    expect(await db().notification.count({ where: { userId: who.id, kind: "account" } })).toBe(1);
    expect(await db().recoveryCode.count({ where: { userId: who.id } })).toBe(0);
    expect(await resetSecondFactor(admin, { accountId: who.id }, now)).toMatchObject({
      ok: false,
      error: { kind: "conflict" },
    });
  });
});
