import type { ArticleDto } from "@/lib/articles/dto";
import type { ClaimDto } from "@/lib/claims/dto";
import { tokenCommand } from "../tokens";
import { expect, test } from "./desk-api";
import { publishedClaim, send, stamp } from "./stage";

test("the workflow answers 422 with the events that are possible", async ({ api }) => {
  const claim = await api.must<ClaimDto>("checker1", "POST", "/claims", {
    text: "The timetable changed in May.",
  });
  const early = { body: { mark: "disputed", rationale: "Too early." } };
  const review = await api.refused("checker2", "POST", `/claims/${claim.id}/reviews`, 422, early);
  expect(review.code).toBe("not-in-review");
  for (const event of ["submit", "return", "ready", "reopen"]) {
    const problem = await api.refused("checker1", "POST", `/claims/${claim.id}/events`, 422, {
      body: { event },
    });
    expect(problem).toMatchObject({ code: "event-not-allowed", allowed: ["start-research", "decline"] });
  }
});

test("declined claims keep their reason and come back", async ({ api }) => {
  const claim = await api.must<ClaimDto>("checker1", "POST", "/claims", {
    text: "Ferries are the finest way to travel.",
  });
  const events = `/claims/${claim.id}/events`;
  expect((await api.refused("checker1", "POST", events, 422, { body: { event: "decline" } })).code).toBe(
    "reason-missing",
  );
  expect(await send(api, "checker1", claim.id, "decline", { reason: "opinion" })).toMatchObject({
    state: "declined",
    allowedEvents: ["reopen"],
  });
  expect((await api.refused("checker1", "POST", events, 422, { body: { event: "submit" } })).allowed).toEqual(
    ["reopen"],
  );
  expect((await send(api, "checker1", claim.id, "reopen", { asBefore: true })).state).toBe("new");
  await send(api, "checker1", claim.id, "decline", { reason: "opinion" });
  expect((await send(api, "checker1", claim.id, "reopen")).state).toBe("researching");
  // Each step answers the log's entry of it, by which it is taken back: not over what was done since.
  const declined = await send(api, "checker1", claim.id, "decline", { reason: "opinion" });
  const { entryId, ...shown } = declined;
  expect(shown).toEqual(await api.must<ClaimDto>("checker1", "GET", `/claims/${claim.id}`));
  const back = { event: "reopen", asBefore: true, takesBack: entryId };
  await api.must("checker2", "POST", `/claims/${claim.id}/comments`, { text: "I would check it." }, 201);
  expect((await api.refused("checker1", "POST", events, 409, { body: back })).code).toBe("stale");
  await send(api, "checker1", claim.id, "reopen");
  const words = { reason: "Nobody can measure what is fine." };
  expect((await send(api, "checker1", claim.id, "decline", words)).state).toBe("declined");
});

test("what leans on an article is found when the article falls", async ({ api }) => {
  const { claimId, report, evidence, slug } = await publishedClaim(api, `Blast radius ${stamp()}`);
  const body = { reliability: "retracted", reason: "Withdrawn by its outlet." };
  expect((await api.refused("checker1", "PATCH", `/articles/${report.id}`, 403, { body })).code).toBe("role");
  await api.refused("editor1", "PATCH", `/articles/${report.id}`, 400, {
    body: { reliability: "retracted" },
  });
  expect(await api.must<ArticleDto>("editor1", "PATCH", `/articles/${report.id}`, body)).toMatchObject({
    reliability: "retracted",
  });
  type Dependants = {
    claims: { id: string; evidenceIds: string[]; gateWithout: { passes: boolean } }[];
    publications: { slug: string }[];
    tasks: { claimId: string }[];
  };
  const found = await api.must<Dependants>("editor1", "GET", `/articles/${report.id}/dependants`);
  expect(found.claims).toEqual([
    expect.objectContaining({
      id: claimId,
      evidenceIds: [evidence.id],
      gateWithout: expect.objectContaining({ passes: false }),
    }),
  ]);
  expect(found.publications).toEqual([expect.objectContaining({ slug, version: 1 })]);
  expect(found.tasks).toEqual([expect.objectContaining({ claimId })]);
});

test("a capture is expunged by an admin and an editor together; its hash stays", async ({ api }) => {
  const mark = stamp();
  const text = `A private address stands here by mistake ${mark}. It must not stay. Nobody asked for it.`;
  const headers = { "idempotency-key": `paste-${mark}` };
  const pasted = await api.send<ArticleDto>("checker1", "POST", "/articles", {
    body: { text, outlet: `Expunged ${mark}` },
    headers,
  });
  const { id, capture } = pasted.body;
  const path = `/captures/${capture!.id}/expunge`;
  const body = { reason: "Private address." };
  expect((await api.refused("checker1", "POST", path, 403, { body })).code).toBe("role");
  expect((await api.refused("editor1", "POST", path, 422, { body })).code).toBe("not-asked");
  for (let times = 0; times < 2; times += 1)
    expect(await api.must("admin", "POST", path, body, 202)).toMatchObject({ state: "waiting" });
  expect(await api.must("editor1", "POST", path, body, 200)).toMatchObject({ state: "expunged" });
  const after = await api.get<ArticleDto>("checker1", `/articles/${id}`);
  expect(after.text).not.toContain("private address");
  expect(after.body.captures[0]).toMatchObject({ sha256: capture!.sha256, expunged: true });
  expect((await api.refused("editor1", "POST", path, 409, { body })).code).toBe("already-expunged");
  const retried = await api.send<ArticleDto>("checker1", "POST", "/articles", {
    body: { text, outlet: `Expunged ${mark}` },
    headers,
  });
  expect(retried.body.id).toBe(id);
  expect(retried.text).not.toContain("private address");
});

test("tips come from anybody and are decided once", async ({ api }) => {
  const text = `Please check the ferry engines ${stamp()}`;
  const tip = await api.must<{ id: string }>(null, "POST", "/tips", { text });
  await api.refused(null, "POST", "/tips", 400, { body: { text, colour: "red" } });
  await api.refused(null, "GET", "/tips", 401);
  const { items } = await api.must<{ items: { id: string; text: string }[] }>(
    "checker1",
    "GET",
    "/tips?state=new",
  );
  expect(items.find(({ id }) => id === tip.id)?.text).toBe(text);
  const chosen = await api.must<{ claimId: string }>(
    "checker1",
    "POST",
    `/tips/${tip.id}/decision`,
    { decision: "choose" },
    200,
  );
  expect((await api.get<ClaimDto>("checker1", `/claims/${chosen.claimId}`)).body.text).toBe(text);
  const late = await api.refused("checker2", "POST", `/tips/${tip.id}/decision`, 409, {
    body: { decision: "decline" },
  });
  expect(late.winner).toMatchObject({ name: "Checker One" });
});

test("earlier checks are found by their words, for the desk and in Google's shape", async ({ api }) => {
  const word = `Q${stamp()}`;
  const { claimId, slug } = await publishedClaim(api, `The engines of the ${word} came from Norway`);
  type Match = { claimId: string; slug?: string; score: number; reasons: string[] };
  const matches = await api.must<Match[]>(
    "checker1",
    "GET",
    `/matches?text=${encodeURIComponent(`The ${word} had engines from Norway`)}`,
  );
  expect(matches[0]).toMatchObject({ claimId, slug, reasons: [expect.stringContaining(word.toLowerCase())] });
  type Search = { claims: { text: string; claimReview: Record<string, unknown>[] }[] };
  const theirs = `${api.origin}/v1alpha1/claims:search`;
  for (const path of ["/claims:search", "/claims%3Asearch", theirs]) {
    const { claims } = await api.must<Search>(
      null,
      "GET",
      `${path}?query=${word}&languageCode=en&key=ignored`,
    );
    expect(claims).toHaveLength(1);
    expect(claims[0]!.claimReview[0]).toMatchObject({
      textualRating: "Confirmed",
      languageCode: "en",
      url: expect.stringContaining(`/verdicts/${slug}`),
      publisher: { name: expect.any(String), site: expect.any(String) },
    });
  }
});

test("the documents that clients start from", async ({ api }) => {
  const openApi = await api.must<{
    openapi: string;
    paths: Record<string, unknown>;
    "x-gate": { code: string; overridable: unknown }[];
  }>(null, "GET", "/openapi.json");
  expect(openApi.openapi).toMatch(/^3\.1/);
  expect(Object.keys(openApi.paths)).toEqual(
    expect.arrayContaining(["/claims", "/claims/{id}/sign-off", "/claims:search", "/log/checkpoint"]),
  );
  expect(openApi["x-gate"]).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ code: "four-eyes" }),
      expect.objectContaining({ code: "quote-cut", overridable: true }),
    ]),
  );
  expect((await api.get(null, `${api.origin}/api/health`)).status).toBe(200);
  expect((await api.get(null, `${api.origin}/api/ready`)).body).toMatchObject({ ready: true });
  await expect.poll(async () => (await api.get(null, "/log/checkpoint")).status).toBe(200);
  const log = await api.must<{ items: { seq: number }[]; nextCursor: string }>(
    "checker1",
    "GET",
    "/log?limit=5",
  );
  const next = await api.must<{ items: { seq: number }[] }>(
    "checker1",
    "GET",
    `/log?after=${log.nextCursor}&limit=5`,
  );
  expect([...log.items, ...next.items].map(({ seq }) => seq)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test("npm run token prints the token alone on its last line", async ({ api }) => {
  const token = (await tokenCommand("checker1@demo.local", "--scope", "read")).trimEnd().split("\n").at(-1)!;
  expect(token).toMatch(/^cst_[\w-]{40,}$/);
  expect((await api.send({ token }, "GET", "/claims?limit=1")).status).toBe(200);
  await api.refused({ token }, "POST", "/claims", 403, { body: { text: "a b" } });
});
