import type { ClaimDto } from "@/lib/claims/dto";
import { expect, expectProblem, test, type DeskApi, type Problem } from "../api/desk-api";
import { sql } from "../sessions";
import { actors, nobodySigns, strangers, type Actor } from "./api-actors";
import { claimIn, states, workflowState, type State } from "./claim-in";
import { articleInState } from "./desk-things";

const mayAttest: readonly Actor[] = ["editor, author", "editor, no author", "editor without sign scope"];
const writable: readonly State[] = ["new", "researching", "in-review", "ready", "in-correction"];
const inPublic: readonly State[] = ["published", "in-correction"];

/** A claim, and a route that a rule suggests for the article of its evidence. */
type Scene = ClaimDto & { attributionId: string };

type Action = {
  name: string;
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  path: (claim: Scene) => string;
  body?: (claim: Scene) => unknown;
  /** The refusal that is expected, or `null` when nothing stands against it (it is then not tried: rows stay as they are). */
  refusal: (actor: Actor, state: State) => number | null;
};

const at = (path: string) => (claim: Scene) => `/claims/${claim.id}${path}`;
const tokenRefusal = (actor: Actor) => (strangers.includes(actor) ? 401 : null);
const writeRefusal = (actor: Actor) => tokenRefusal(actor) ?? (actor === "read-only token" ? 403 : null);
const signRefusal = (actor: Actor) => tokenRefusal(actor) ?? (nobodySigns.includes(actor) ? 403 : null);
/** The evidence is words that nobody cut, so that there is nothing to vouch for; who logged it could not in any case. */
const vouchRefusal: Action["refusal"] = (actor, state) => {
  if (writeRefusal(actor) !== null) return writeRefusal(actor);
  if (state === "new") return 404;
  return actor === "checker, author" && writable.includes(state) ? 403 : 422;
};
const firstEvidence = (path: string) => (claim: Scene) =>
  `/evidence/${claim.evidence[0]?.id ?? "none"}${path}`;

/** Bodies are such that, where role and state allow the action, a stale version or hash still refuses it. */
const actions: Action[] = [
  { name: "read", method: "GET", path: at(""), refusal: tokenRefusal },
  { name: "read the gate", method: "GET", path: at("/gate"), refusal: tokenRefusal },
  { name: "read the log", method: "GET", path: () => "/log", refusal: tokenRefusal },
  {
    name: "read the newsroom's figures",
    method: "GET",
    path: () => "/newsroom-figures/agreement.csv",
    refusal: tokenRefusal,
  },
  {
    name: "take the evidence with its captures",
    method: "GET",
    path: at("/bundles/1"),
    refusal: (actor, state) =>
      tokenRefusal(actor) ?? ([...inPublic, "retracted"].includes(state) ? null : 404),
  },
  {
    name: "edit, stale",
    method: "PATCH",
    path: at(""),
    body: () => ({ version: 9_999, place: "Elsewhere" }),
    refusal: (actor) => writeRefusal(actor) ?? 409,
  },
  {
    name: "edit",
    method: "PATCH",
    path: at(""),
    body: (claim) => ({ version: claim.version, place: "Elsewhere" }),
    refusal: (actor, state) => writeRefusal(actor) ?? (writable.includes(state) ? null : 422),
  },
  {
    name: "review",
    method: "POST",
    path: at("/reviews"),
    body: () => ({ mark: "confirmed", rationale: "x" }),
    refusal: (actor, state) =>
      writeRefusal(actor) ?? (["in-review", "ready", "in-correction"].includes(state) ? null : 422),
  },
  {
    name: "log a search",
    method: "POST",
    path: at("/searches"),
    body: () => ({ where: "x", query: "y" }),
    refusal: (actor, state) => writeRefusal(actor) ?? (writable.includes(state) ? null : 422),
  },
  {
    name: "add evidence",
    method: "POST",
    path: at("/evidence"),
    body: ({ evidence: [first] }) => ({
      articleId: first?.articleId ?? "none",
      quote: { exact: "Engines from Norway made up almost €4.5 million of it." },
      stance: "context",
    }),
    refusal: (actor, state) => writeRefusal(actor) ?? (writable.includes(state) ? null : 422),
  },
  {
    name: "vouch for a cut",
    method: "POST",
    path: firstEvidence("/cut-tick"),
    body: () => ({}),
    refusal: vouchRefusal,
  },
  {
    name: "vouch for a region",
    method: "POST",
    path: firstEvidence("/region-confirmation"),
    body: () => ({}),
    refusal: vouchRefusal,
  },
  {
    name: "decide a route for this claim",
    method: "PATCH",
    path: ({ attributionId }) => `/attributions/${attributionId}`,
    body: ({ id }) => ({ status: "confirmed", claimId: id }),
    // No evidence of a new claim comes that way.
    refusal: (actor, state) =>
      writeRefusal(actor) ?? (writable.includes(state) && state !== "new" ? null : 422),
  },
  {
    name: "reopen",
    method: "POST",
    path: at("/events"),
    body: () => ({ event: "reopen" }),
    refusal: (actor, state) => writeRefusal(actor) ?? (state === "declined" ? null : 422),
  },
  {
    name: "open a correction",
    method: "POST",
    path: at("/corrections"),
    body: () => ({ class: "typo", reason: "x" }),
    refusal: (actor, state) => {
      // One that is open already is no reason to open another.
      const notAgain = state === "in-correction" ? 409 : 422;
      return writeRefusal(actor) ?? (state === "published" ? null : notAgain);
    },
  },
  {
    name: "change a correction",
    method: "PATCH",
    path: at("/corrections"),
    body: () => ({ reason: "To be clear." }),
    refusal: (actor, state) => writeRefusal(actor) ?? (state === "in-correction" ? null : 422),
  },
  {
    name: "take a correction back",
    method: "DELETE",
    path: at("/corrections"),
    refusal: (actor, state) => writeRefusal(actor) ?? (state === "in-correction" ? null : 422),
  },
  {
    name: "attest a source that is not there",
    method: "PUT",
    path: () => "/origins/nobody/attestation",
    body: () => ({ reason: "x" }),
    refusal: (actor) => writeRefusal(actor) ?? (mayAttest.includes(actor) ? 404 : 403),
  },
  {
    name: "sign a stale revision",
    method: "POST",
    path: at("/sign-off"),
    body: () => ({ revisionHash: "0".repeat(64) }),
    refusal: (actor) => signRefusal(actor) ?? 409,
  },
  {
    name: "say that one wants to hear of it by no known word",
    method: "PUT",
    path: at("/watch"),
    body: () => ({ state: "loudly" }),
    refusal: (actor) => writeRefusal(actor) ?? 400,
  },
  {
    name: "sign a stale revision for later",
    method: "POST",
    path: at("/sign-off"),
    body: () => ({ revisionHash: "0".repeat(64), publishAt: "2024-06-29T06:00:00+03:00" }),
    refusal: (actor) => signRefusal(actor) ?? 409,
  },
  {
    name: "cancel what does not wait",
    method: "DELETE",
    path: at("/sign-off"),
    refusal: (actor) => writeRefusal(actor) ?? (mayAttest.includes(actor) ? 422 : 403),
  },
  {
    name: "publish at once what does not wait",
    method: "POST",
    path: at("/sign-off/now"),
    body: () => ({}),
    refusal: (actor) => signRefusal(actor) ?? 422,
  },
  {
    name: "sign a notice",
    method: "POST",
    path: at("/notices"),
    body: () => ({ kind: "outdated", text: "x" }),
    refusal: (actor, state) => signRefusal(actor) ?? (inPublic.includes(state) ? null : 422),
  },
  {
    name: "retract a version that is not",
    method: "POST",
    path: at("/retraction"),
    body: () => ({ reason: "x", version: 77 }),
    refusal: (actor, state) => signRefusal(actor) ?? ([...inPublic, "retracted"].includes(state) ? 409 : 422),
  },
  {
    name: "withhold a version that is not",
    method: "POST",
    path: at("/withholding"),
    body: () => ({ version: 77, reasonClass: "safety" }),
    refusal: (actor) => writeRefusal(actor) ?? (actor.startsWith("checker") ? 403 : 404),
  },
];

async function sceneIn(api: DeskApi, state: State): Promise<Scene> {
  const claim = await claimIn(api, state);
  const [row] = await sql(
    `INSERT INTO attribution (id, type, "fromArticleId", "toArticleId", status, rule)
     VALUES (gen_random_uuid(), 'own-reporting', $1, $1, 'suggested', 'own-reporting-cue') RETURNING id`,
    [claim.evidence[0]?.articleId ?? (await articleInState("captured"))],
  );
  return { ...claim, attributionId: String(row?.id) };
}

for (const state of states) {
  test(`a claim that is ${state}: who is refused what, and that nothing changes by it`, async ({ api }) => {
    const claim = await sceneIn(api, state);
    expect(claim.state).toBe(workflowState(state));
    const before = (await api.get<ClaimDto>("editor2", `/claims/${claim.id}`)).text;
    for (const action of actions) {
      for (const actor of Object.keys(actors) as Actor[]) {
        const wanted = action.refusal(actor, state);
        if (wanted === null && action.method !== "GET") continue;
        const sent = action.body ? { body: action.body(claim) } : {};
        const answer = await api.send<Problem>(actors[actor], action.method, action.path(claim), sent);
        expect(`${actor}, ${action.name}: ${answer.status}`).toBe(
          `${actor}, ${action.name}: ${wanted ?? 200}`,
        );
        if (wanted === null) continue;
        expectProblem(answer);
        if (wanted < 404) expect(answer.text).not.toContain("Hidden words");
      }
    }
    expect((await api.get<ClaimDto>("editor2", `/claims/${claim.id}`)).text).toBe(before);
  });
}

test("what readers reach tells nothing of a claim that is not published", async ({ api }) => {
  const claim = await claimIn(api, "in-review");
  for (const path of [
    `/verdicts/${claim.id}`,
    "/search?q=Hidden+words",
    "/feeds/verdicts.atom",
    "/sitemap.xml",
    "/",
  ])
    expect(await (await fetch(`${api.origin}${path}`)).text(), path).not.toContain(claim.text);
});

type Paths = Record<string, Record<string, { security?: unknown[] }>>;
const methods = { get: "GET", post: "POST", patch: "PATCH", put: "PUT", delete: "DELETE" } as const;

test("every call that the OpenAPI document does not call public asks who it is, and every write asks for more than a token to read", async ({
  api,
}) => {
  const answer = await api.send<{ paths: Paths }>(null, "GET", "/openapi.json");
  const calls = Object.entries(answer.body.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([, { security }]) => security?.length !== 0)
      .map(([method]) => ({
        method: methods[method as keyof typeof methods],
        path: path.replace(/\{\w+\}/g, "none"),
      })),
  );
  expect(calls.length).toBeGreaterThan(30);
  for (const { method, path } of calls) {
    const sent = method === "GET" ? {} : { body: {} };
    for (const stranger of strangers) await api.refused(actors[stranger], method, path, 401, sent);
    if (method !== "GET")
      // Where only editors may, that comes first: this token is a checker's.
      expect(["scope", "role"]).toContain((await api.refused("readOnly", method, path, 403, sent)).code);
  }
});
