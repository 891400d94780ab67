import type { APIRequestContext, PlaywrightWorkerArgs } from "@playwright/test";
import { JSDOM } from "jsdom";
import type { ArticleDto } from "@/lib/articles/dto";
import { expect, test } from "./fixtures";
import { password, readyClaim, reviewedClaim } from "./scenes";
import { openSessionOf, sql, type Person } from "./sessions";

type Fields = Record<string, string>;
type Sender = { name: string; headers: () => Promise<Record<string, string>> };

const filled: Fields = {
  reason: "x",
  text: "x",
  where: "x",
  query: "x",
  asked: "x",
  how: "x",
  rationale: "x",
  exact: "x",
  finding: "x",
};

async function cookieOf(person: Person): Promise<string> {
  const { cookie } = await openSessionOf(person);
  return `${cookie.name}=${cookie.value}`;
}

async function revokedCookie(): Promise<string> {
  const { id, cookie } = await openSessionOf("checker");
  await sql(`UPDATE "session" SET "revokedAt" = now() WHERE id = $1`, [id]);
  return `${cookie.name}=${cookie.value}`;
}

/** The forms of a page as a browser without scripts would send them, each field filled. */
async function formsOf(request: APIRequestContext, path: string, person: Person): Promise<Fields[]> {
  const page = await request.get(path, { headers: { cookie: await cookieOf(person) } });
  const { document } = new JSDOM(await page.text()).window;
  return [...document.querySelectorAll("form")].flatMap((form) => {
    const fields: Fields = {};
    for (const field of form.querySelectorAll<HTMLInputElement>("input, textarea, select, button[name]")) {
      if (!field.name || (field.type === "radio" && field.name in fields)) continue;
      fields[field.name] = field.value || filled[field.name] || (field.name === "password" ? password : "");
    }
    return Object.keys(fields).some((name) => name.startsWith("$ACTION_")) ? [fields] : [];
  });
}

/** Everything of a claim that an action could change. */
async function stateOf(claimId: string): Promise<unknown> {
  return sql(
    `SELECT c.state, c.version, c.text, v.version AS verdict, (SELECT count(*) FROM log_entry WHERE "claimId" = c.id) AS log,
      (SELECT count(*) FROM review WHERE "claimId" = c.id) AS reviews, (SELECT count(*) FROM publication WHERE "claimId" = c.id) AS published
     FROM claim c LEFT JOIN verdict v ON v."claimId" = c.id WHERE c.id = $1`,
    [claimId],
  );
}

const newRequest = (playwright: PlaywrightWorkerArgs["playwright"], baseURL: string | undefined) =>
  playwright.request.newContext({ ...(baseURL ? { baseURL } : {}), maxRedirects: 0 });

async function expectNothing(
  request: APIRequestContext,
  path: string,
  claimId: string,
  forms: Fields[],
  senders: Sender[],
) {
  const before = await stateOf(claimId);
  for (const sender of senders) {
    const headers = await sender.headers();
    for (const multipart of forms) {
      // What is answered is not asked here: to another site the framework itself says 500 before our code runs.
      await request.post(path, { headers, multipart });
      expect(await stateOf(claimId), `${sender.name} on ${path}`).toEqual(before);
    }
  }
}

test("no action of a claim's pages does anything for whoever is not signed in here, or comes from elsewhere", async ({
  api,
  playwright,
  baseURL,
}) => {
  // Each action for each sender.
  test.setTimeout(180_000);
  const { claimId } = await reviewedClaim(await api("checker"), await api("second"));
  const request = await newRequest(playwright, baseURL);
  const origin = baseURL ?? "";
  const senders: Sender[] = [
    { name: "nobody", headers: async () => ({ origin }) },
    {
      name: "a forged cookie",
      headers: async () => ({ origin, cookie: (await cookieOf("checker")).replace(/.{6}$/, "AAAAAA") }),
    },
    { name: "a session that was ended", headers: async () => ({ origin, cookie: await revokedCookie() }) },
    {
      name: "another site",
      headers: async () => ({ origin: "https://elsewhere.example", cookie: await cookieOf("checker") }),
    },
    { name: "no origin", headers: async () => ({ cookie: await cookieOf("checker") }) },
  ];
  for (const path of [
    `/desk/claims/${claimId}`,
    `/desk/claims/${claimId}/edit`,
    `/desk/claims/${claimId}/verdict`,
    `/desk/claims/${claimId}/sources`,
  ]) {
    const forms = await formsOf(request, path, "checker");
    expect(forms.length, path).toBeGreaterThan(0);
    await expectNothing(request, path, claimId, forms.slice(0, 12), senders);
  }
  await request.dispose();
});

test("the form that takes a capture's content out does so for an editor only, and only after an admin asked", async ({
  api,
  playwright,
  baseURL,
}) => {
  const checker = await api("checker");
  const article = await checker.post<ArticleDto>("/articles", { text: "A note\n\nNobody was told of it." });
  const captureId = article.capture!.id;
  const path = `/desk/captures/${captureId}`;
  const stateOfCapture = () =>
    sql(
      `SELECT c."expungedAt", (SELECT count(*) FROM expunge_request WHERE "captureId" = c.id) AS asked FROM capture c WHERE id = $1`,
      [captureId],
    );
  const origin = baseURL ?? "";
  const request = await newRequest(playwright, baseURL);
  const post = async (person: Person, multipart: Fields) =>
    request.post(path, { headers: { origin, cookie: await cookieOf(person) }, multipart });
  const [asking] = (await formsOf(request, path, "admin")).filter((fields) => "captureId" in fields);
  const before = await stateOfCapture();
  for (const person of ["checker", "second", "editor"] as const) {
    await post(person, asking!);
    expect(await stateOfCapture(), person).toEqual(before);
  }
  await post("admin", asking!);
  const asked = await stateOfCapture();
  expect(asked).toEqual([{ expungedAt: null, asked: "1" }]);
  const [confirming] = (await formsOf(request, path, "editor")).filter((fields) => "captureId" in fields);
  for (const person of ["checker", "second", "admin"] as const) {
    await post(person, confirming!);
    expect(await stateOfCapture(), person).toEqual(asked);
  }
  await post("editor", confirming!);
  expect((await stateOfCapture())[0]!.expungedAt).not.toBeNull();
  await request.dispose();
});

test("the signing form signs for no checker, no admin and no author, whoever opened it", async ({
  api,
  playwright,
  baseURL,
}) => {
  const { claimId } = await readyClaim(await api("checker"), await api("second"));
  const request = await newRequest(playwright, baseURL);
  const path = `/desk/claims/${claimId}/sign-off`;
  const forms = (await formsOf(request, path, "editor")).filter((fields) => "revisionHash" in fields);
  expect(forms).toHaveLength(1);
  const senders = (["checker", "second", "admin"] as const).map((person): Sender => ({
    name: person,
    headers: async () => ({ origin: baseURL ?? "", cookie: await cookieOf(person) }),
  }));
  await expectNothing(request, path, claimId, forms, senders);
  await request.dispose();
});
