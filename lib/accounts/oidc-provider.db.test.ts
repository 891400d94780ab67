// First: see there.
import { withinRequest } from "../../scripts/test/within-request";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  startIdentityProvider,
  type Fault,
  type IdentityProvider,
} from "../../scripts/test/identity-provider";
import { useTestDatabase } from "../../scripts/test/test-database";
import { enrol } from "./fixtures/authenticator.server";
import { atBrowser, person } from "./fixtures/people.server";
import { invitePerson } from "./commands/invite-person";
import { noteStepUpAsked, standingOfSession, viewerOfSession } from "./sessions.server";
import { confirmIdentity } from "./step-up.server";

const database = useTestDatabase();
const desk = "http://localhost:3000";
let provider: IdentityProvider;

beforeAll(async () => {
  provider = await startIdentityProvider(desk);
  // Read as the modules load that the tests import below.
  Object.assign(process.env, {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: "desk",
    OIDC_CLIENT_SECRET: "known to the desk alone",
  });
});
afterAll(() => provider?.stop());

/** A browser: what the desk and the provider each gave it to keep. */
type Jars = { desk: Map<string, string>; provider: Map<string, string> };
const newBrowser = (): Jars => ({ desk: new Map(), provider: new Map() });
const cookieOf = (jar: Map<string, string>) => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");

function keep(jar: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
    if (value === "" || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name!);
    else jar.set(name!, value!);
  }
}

/** Begins at the desk; answers where the browser is sent. */
async function begin({ desk: jar }: Jars, asksAgain: boolean): Promise<string> {
  const { startOidc } = await import("./oidc-start.server");
  const begun = await startOidc("/desk/published", { asksAgain });
  for (const { name, value } of begun.cookies) jar.set(name, encodeURIComponent(value));
  return begun.location;
}

/** Goes through the provider's pages over HTTP, typing `login` where it asks; answers the address of the way back. */
async function passThrough({ provider: jar }: Jars, from: string, login: string): Promise<string> {
  let [at, asked] = [from, 0];
  for (let hops = 0; hops < 12; hops += 1) {
    const how = { redirect: "manual", headers: { cookie: cookieOf(jar) } } as const;
    let response = await fetch(at, how);
    if (response.status === 200) {
      asked += 1;
      response = await fetch(at, { ...how, method: "POST", body: new URLSearchParams({ login }) });
    }
    keep(jar, response);
    const location = response.headers.get("location");
    if (location === null) throw new Error(`${response.status} at ${at}: ${await response.text()}`);
    at = new URL(location, at).toString();
    if (at.startsWith(desk)) return at;
  }
  throw new Error(`No way back after ${asked} pages.`);
}

/** The way back to the desk, by its own route; answers the page that the browser is sent to. */
async function comeBack({ desk: jar }: Jars, address: string): Promise<string> {
  const { GET } = await import("@/app/api/auth/[...nextauth]/route");
  const headers = new Headers({ host: "localhost:3000", cookie: cookieOf(jar) });
  const params = Promise.resolve({ nextauth: ["callback", "oidc"] });
  const answer = await withinRequest(headers, () => GET(new NextRequest(address, { headers }), { params }));
  keep(jar, answer);
  return (
    new URL(answer.headers.get("location") ?? "", desk).pathname +
    new URL(answer.headers.get("location") ?? "", desk).search
  );
}

async function signIn(browser: Jars, login: string, asksAgain = false): Promise<string> {
  return comeBack(browser, await passThrough(browser, await begin(browser, asksAgain), login));
}

/** The session that the browser's cookie stands for. */
async function sessionIn({ desk: jar }: Jars): Promise<string> {
  const { browserSessionId } = await import("../access/viewer.server");
  const headers = new Headers({ cookie: cookieOf(jar) });
  return (await withinRequest(headers, browserSessionId)) ?? "";
}

const sessionsOf = (id: string) => database.sql(`SELECT id FROM session WHERE "userId" = $1`, [id]);

async function known(role: "checker" | "editor", more: { email_verified?: boolean } = {}) {
  const who = await person(role);
  provider.people[who.id] = { email: who.email, ...more };
  return who;
}

it("code, PKCE, state and nonce lead a person with an account to where they were going, in a session of theirs", async () => {
  const [who, browser] = [await known("checker"), newBrowser()];
  expect(await signIn(browser, who.id)).toBe("/desk/published");
  expect(await viewerOfSession(await sessionIn(browser), new Date())).toMatchObject({
    id: who.id,
    via: { proof: "provider" },
  });
});

it.each(["state", "nonce", "code_challenge", "issuer"] as const satisfies Fault[])(
  "an answer with another %s lets nobody in",
  async (fault) => {
    const [who, browser] = [await known("editor"), newBrowser()];
    provider.fault = fault;
    try {
      const at = await begin(browser, false);
      expect(await comeBack(browser, await passThrough(browser, at, who.id))).toContain("error=");
    } finally {
      provider.fault = null;
    }
    expect(await sessionsOf(who.id)).toEqual([]);
  },
);

it("an answer that another browser began, and one that was used, let nobody in", async () => {
  const [who, theirs, victims] = [await known("editor"), newBrowser(), newBrowser()];
  const address = await passThrough(theirs, await begin(theirs, false), who.id);
  expect(await comeBack(victims, address)).toContain("error=");
  expect(await sessionsOf(who.id)).toEqual([]);
  expect(await comeBack(theirs, address)).toBe("/desk/published");
  expect(await comeBack(theirs, address)).toContain("error=");
  expect(await sessionsOf(who.id)).toHaveLength(1);
});

it("only the invited get in, and nobody whose address the provider does not vouch for", async () => {
  const admin = await atBrowser(await person("admin"), new Date());
  provider.people["dana"] = { email: "dana@newsroom.example", name: "D. L." };
  expect(await signIn(newBrowser(), "dana")).toBe("/sign-in?error=no-account");
  const invitation = { email: "dana@newsroom.example", name: "Dana Lys", role: "checker" } as const;
  expect(await invitePerson(admin, invitation, new Date())).toMatchObject({ ok: true });
  expect(await signIn(newBrowser(), "dana")).toBe("/desk/published");
  expect(await database.sql(`SELECT name FROM "user" WHERE email = 'dana@newsroom.example'`)).toEqual([
    { name: "Dana Lys" },
  ]);
  const unverified = await known("checker", { email_verified: false });
  expect(await signIn(newBrowser(), unverified.id)).toBe("/sign-in?error=no-account");
  expect(await sessionsOf(unverified.id)).toEqual([]);
});

it("who has a second factor here is asked for it after the provider too", async () => {
  const [who, browser] = [await known("editor"), newBrowser()];
  await enrol(await atBrowser(who, new Date()), new Date());
  await signIn(browser, who.id);
  expect(await standingOfSession(await sessionIn(browser), new Date())).toMatchObject({ kind: "code-due" });
});

it("before something is signed the provider asks again (max_age=0), and only a newer auth_time of the same person counts", async () => {
  const [who, other, browser] = [await known("editor"), await known("editor"), newBrowser()];
  await signIn(browser, who.id);
  const sessionId = await sessionIn(browser);
  // Signed in long ago, by the desk's clock.
  const past = new Date(Date.now() - 60 * 60_000);
  await database.sql(`UPDATE session SET "stepUpAt" = $2 WHERE id = $1`, [sessionId, past]);
  const mayPublish = async () =>
    (await confirmIdentity((await viewerOfSession(sessionId, new Date()))!, {}, new Date(), { each: true }))
      .ok;
  expect(await mayPublish()).toBe(false);

  // The provider knows them still: a plain way through it asks nothing, says no time, and proves nothing.
  await noteStepUpAsked(sessionId, new Date());
  expect(await signIn(browser, "nobody is asked")).toBe("/sign-in/confirm?error=not-asked-again");
  expect(await mayPublish()).toBe(false);

  expect(await signIn({ ...newBrowser(), desk: browser.desk }, other.id, true)).toBe(
    "/sign-in/confirm?error=somebody-else",
  );
  expect(await mayPublish()).toBe(false);

  expect(await signIn(browser, who.id, true)).toBe("/desk/published");
  expect(await mayPublish()).toBe(true);
  expect(await sessionIn(browser)).toBe(sessionId);
});
