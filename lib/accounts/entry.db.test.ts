import { NextRequest } from "next/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { POST as authRoute } from "../../app/api/auth/[...nextauth]/route";
import { GET as searchPage } from "../../app/(public)/search/route";
import { POST as reportForm } from "../../app/(public)/report/route";
import { POST as addArticle } from "../../app/api/v1/articles/route";
import { GET as claimsSearch } from "../../app/api/v1/claims-search/route";
import { POST as sendTip } from "../../app/api/v1/tips/route";
import { useTestDatabase } from "../../scripts/test/test-database";
import { db } from "../core/db.server";
import { acceptInvitation } from "./commands/accept-invitation";
import { invitePerson, makeResetLink, withdrawInvitation } from "./commands/invite-person";
import { changeRole, deactivatePerson } from "./commands/manage-people";
import { mintToken } from "./commands/own-account";
import {
  beginSecondFactor,
  renewRecoveryCodes,
  resetSecondFactor,
  turnOffSecondFactor,
} from "./commands/second-factor";
import { enrol } from "./fixtures/authenticator.server";
import { atBrowser, password, person, signedIn } from "./fixtures/people.server";
import { countEntry } from "./client-key.server";
import { findInvitation } from "./queries";
import { signInWithPassword } from "./sign-in.server";
import { confirmIdentity } from "./step-up.server";
import { createToken } from "./tokens.server";

const argon = vi.hoisted(() => ({ verified: 0, hashed: 0 }));

vi.mock("@node-rs/argon2", async (load) => {
  const real = await load<typeof import("@node-rs/argon2")>();
  return {
    ...real,
    verify: (...given: Parameters<typeof real.verify>) => ((argon.verified += 1), real.verify(...given)),
    hash: (...given: Parameters<typeof real.hash>) => ((argon.hashed += 1), real.hash(...given)),
  };
});

const address = "192.0.2.55";
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "x-forwarded-for": address, origin: "http://localhost:3000" }),
  cookies: async () => ({ get: () => undefined, set: () => undefined }),
}));

const database = useTestDatabase();

const now = new Date("2026-11-01T09:00:00Z");
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const secretOf = (made: Awaited<ReturnType<typeof makeResetLink>>) =>
  made.ok ? made.value.link.split("/").at(-1)! : "";
const chosen = "eleven copper kettles";

beforeEach(() => db().rateWindow.deleteMany());

describe("who has an account is told to nobody", () => {
  it("by signing in: the same words after the same work, whoever it is", async () => {
    const [known, left, elsewhere, second] = [
      await person("checker"),
      await person("editor"),
      await person("editor"),
      await person("editor"),
    ];
    await db().user.update({ where: { id: left.id }, data: { deactivatedAt: now } });
    await db().user.update({ where: { id: elsewhere.id }, data: { passwordHash: null, oidcSubject: "s-1" } });
    await enrol(await atBrowser(second, now), now);
    const tries: [string, { email: string; password: string; code?: string }][] = [
      ["a wrong password", { email: known.email, password: "not this one" }],
      ["an unknown address", { email: "nobody@people.example", password }],
      ["no address at all", { email: "", password }],
      ["a deactivated account, its password", { email: left.email, password }],
      ["an account of the provider alone", { email: elsewhere.email, password }],
      ["a wrong password before a code", { email: second.email, password: "not this one" }],
      ["a wrong code given at once", { email: second.email, password, code: "000000" }],
    ];
    const said = [];
    for (const [, given] of tries) {
      const before = argon.verified;
      said.push({ answer: await signInWithPassword(given, null, now), work: argon.verified - before });
    }
    for (const [n, [what]] of tries.entries()) expect({ what, ...said[n] }).toEqual({ what, ...said[0]! });
    expect(said[0]).toMatchObject({ work: 1, answer: { error: { code: "wrong-credentials" } } });
  });

  it("by a link: used, withdrawn, run out, of a deactivated account or made up, it is over in the same words after no work", async () => {
    const admin = await signedIn("admin", now);
    const reset = async () => {
      const who = await person("checker");
      return { who, secret: secretOf(await makeResetLink(admin, { accountId: who.id }, now)) };
    };
    const [used, late, gone, alive] = [await reset(), await reset(), await reset(), await reset()];
    await acceptInvitation({ secret: used.secret, password: chosen }, null, now);
    await deactivatePerson(admin, { accountId: gone.who.id }, now);
    const invited = await invitePerson(
      admin,
      { email: "new@people.example", name: "New", role: "checker" },
      now,
    );
    await withdrawInvitation(admin, { invitationId: invited.ok ? invited.value.id : "" }, now);
    const week = 7 * 86_400;
    for (const [secret, at] of [
      [used.secret, 0],
      [late.secret, week],
      [gone.secret, 0],
      [secretOf(invited), 0],
      ["csi_made-up-by-somebody", 0],
    ] as const) {
      const before = { ...argon };
      const done = await acceptInvitation({ secret, password: chosen }, null, after(at));
      expect(done).toMatchObject({ ok: false, error: { kind: "not_found", code: "invitation-over" } });
      expect(await findInvitation(secret, after(at))).toBeNull();
      expect(argon).toEqual(before);
    }
    expect(await findInvitation(alive.secret, now)).not.toBeNull();
  });
});

describe("a link", () => {
  it("is used by one of two statements at once, and used stays used", async () => {
    const admin = await signedIn("admin", now);
    const ids: string[] = [];
    for (const email of ["raw@people.example", "raw2@people.example"]) {
      const made = await invitePerson(admin, { email, name: "Raw", role: "checker" }, now);
      ids.push(made.ok ? made.value.id : "");
    }
    const who = await person("checker");
    const made = await makeResetLink(admin, { accountId: who.id }, now);
    ids.push(made.ok ? made.value.id : "");
    const take = (id: string) =>
      database.sql(`UPDATE invitation SET "usedAt" = now() WHERE id = $1 AND "usedAt" IS NULL RETURNING id`, [
        id,
      ]);
    for (const id of ids) {
      const taken = await Promise.all([take(id), take(id), take(id), take(id)]);
      expect(taken.flat()).toHaveLength(1);
      for (const change of [
        `"usedAt" = NULL`,
        `"expiresAt" = now() + interval '1 year'`,
        `"secretHash" = 'x'`,
      ])
        await expect(database.sql(`UPDATE invitation SET ${change} WHERE id = $1`, [id])).rejects.toThrow(
          "single-use",
        );
    }
  });
});

/** The routes that ASVS 2.4.1 names here, each with a first request that is let through to where it is counted. */
const origin = "http://localhost:3000";
const from = { "x-forwarded-for": address };
const json = { ...from, "content-type": "application/json" };
const limited: Record<string, (token: string) => Promise<Response>> = {
  "login, at next-auth's own address": async () => {
    await countEntry({ client: address, mark: null }, new Date());
    const request = new NextRequest(`${origin}/api/auth/callback/credentials`, {
      method: "POST",
      headers: from,
    });
    return isFull
      ? authRoute(request, { params: Promise.resolve({ nextauth: ["callback", "credentials"] }) })
      : new Response();
  },
  "tips, by the API": () =>
    sendTip(
      new NextRequest(`${origin}/api/v1/tips`, {
        method: "POST",
        headers: json,
        body: JSON.stringify({ text: "Look at this claim." }),
      }),
    ),
  "tips, by the form": () =>
    reportForm(
      new NextRequest(`${origin}/report`, {
        method: "POST",
        headers: {
          ...from,
          origin,
          host: "localhost:3000",
          "content-type": "application/x-www-form-urlencoded",
        },
        body: new URLSearchParams({ what: "Look at this claim." }).toString(),
      }),
      {} as never,
    ),
  "search, the readers' page": () =>
    searchPage(new NextRequest(`${origin}/search?q=cars`, { headers: from }), {} as never),
  "search, by the API": () =>
    claimsSearch(new NextRequest(`${origin}/api/v1/claims:search?query=cars`, { headers: from }), {
      params: Promise.resolve({}),
    }),
  fetch: (token) =>
    addArticle(
      new NextRequest(`${origin}/api/v1/articles`, {
        method: "POST",
        headers: { ...json, authorization: `Bearer ${token}` },
        body: JSON.stringify({ url: "https://source.example/story" }),
      }),
      { params: Promise.resolve({}) },
    ),
};
let isFull = false;

describe("2.4.1 tries are counted in the database", () => {
  it.each(Object.entries(limited))(
    "%s: 429 with the seconds to wait once other processes used them up",
    async (_name, send) => {
      const who = await person("checker");
      const expiresAt = new Date(Date.now() + 3_600_000);
      const { token } = await createToken({
        userId: who.id,
        name: "limits",
        scopes: ["read", "write"],
        expiresAt,
      });
      isFull = false;
      expect((await send(token)).status).toBeLessThan(400);
      const full = await database.sql(`UPDATE rate_window SET hits = 1000000 RETURNING bucket`);
      expect(full.length).toBeGreaterThan(0);
      isFull = true;
      const refused = await send(token);
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
      const said = await refused.text();
      expect(said).not.toMatch(/rate_window|\bat .*:\d+:\d+/);
      expect(said).toMatch(/[Ww]ait|again/);
    },
  );

  it("signing in: ten wrong passwords from anywhere close an account to strangers for a quarter of an hour, never to a browser that its owner used", async () => {
    const who = await person("editor");
    const from = { userAgent: null, client: "198.51.100.9", mark: null };
    const home = { ...from, client: "203.0.113.4", mark: { id: "laptop", accountId: who.id } };
    for (let n = 0; n < 10; n += 1)
      await signInWithPassword({ email: who.email, password: "not this one" }, from, now);
    const right = { email: who.email, password };
    expect(await signInWithPassword(right, from, now)).toMatchObject({
      ok: false,
      error: { kind: "rate_limited" },
    });
    expect((await signInWithPassword(right, home, now)).ok).toBe(true);
    expect(
      (await signInWithPassword(right, { ...home, mark: { id: "x", accountId: "another" } }, now)).ok,
    ).toBe(false);
    expect((await signInWithPassword(right, from, after(901))).ok).toBe(true);
    await countEntry(from, now);
    await database.sql(`UPDATE rate_window SET hits = 1000000`);
    expect((await countEntry(from, now)).ok).toBe(false);
    expect((await countEntry({ client: "203.0.113.4", mark: home.mark }, now)).ok).toBe(true);
  });
});

describe("a proof of who is at the browser", () => {
  it("lasts ten minutes, then takes password and code, which a password alone does not make longer", async () => {
    const viewer = await signedIn("editor", now);
    const { codeAt } = await enrol(viewer, now);
    const later = after(700);
    const confirm = (given: object, at: Date, who = viewer) => confirmIdentity(who, given, at);
    expect((await confirm({}, after(599))).ok).toBe(true);
    for (const given of [{}, { password }, { code: codeAt(later) }])
      expect(await confirm(given, later)).toMatchObject({ ok: false, error: { code: "step-up" } });
    expect(await confirm({ password: "not this", code: codeAt(later) }, later)).toMatchObject({
      ok: false,
      error: { code: "wrong-password" },
    });
    const proven = await confirm({ password, code: codeAt(later) }, later);
    const fresh = proven.ok ? proven.value : viewer;
    expect(fresh.via).toMatchObject({ stepUpAt: later });
    const again = await confirmIdentity(fresh, { password }, after(1_000), { each: true });
    expect(again).toMatchObject({ ok: true, value: { via: { stepUpAt: later } } });
    expect((await confirmIdentity(fresh, {}, after(1_000), { each: true })).ok).toBe(false);
  });

  it("is asked for before each of these, whatever page or call led there", async () => {
    const later = after(601);
    const [admin, editor, who] = [
      await signedIn("admin", now),
      await signedIn("editor", now),
      await person("checker"),
    ];
    await enrol(editor, now);
    const refused = { ok: false, error: { kind: "forbidden", code: "step-up" } };
    const invite = (role: "checker" | "editor" | "admin") =>
      invitePerson(admin, { email: `${role}@step.example`, name: "New", role }, later);
    const mint = { name: "cms", scopes: ["sign" as const], days: 1 };
    for (const asked of [
      changeRole(admin, { accountId: who.id, role: "editor" }, later),
      makeResetLink(admin, { accountId: who.id }, later),
      resetSecondFactor(admin, { accountId: editor.id }, later),
      invite("editor"),
      invite("admin"),
      mintToken(editor, mint, later),
      turnOffSecondFactor(editor, {}, later),
      renewRecoveryCodes(editor, {}, later),
      beginSecondFactor(admin, {}, later),
    ])
      expect(await asked).toMatchObject(refused);
    expect(await invite("checker")).toMatchObject({ ok: true });
  });
});
