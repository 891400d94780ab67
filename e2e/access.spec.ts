import type { ClaimDto, GateDto } from "@/lib/claims/dto";
import { expect, expectProblem, test, type DeskApi, type Problem } from "./api/desk-api";
import { makeReady, publishedClaim, researchedClaim, send, stamp } from "./api/stage";
import type { Holder } from "./tokens";

/** Who tries: the first checker and the first editor wrote parts of every claim here, the others none. */
const actors = {
  anonymous: null,
  "bad token": { token: "cst_nobody" },
  "expired token": "expired",
  "revoked token": "revoked",
  "read-only token": "readOnly",
  "checker, no author": "checker2",
  "checker, author": "checker1",
  "editor, author": "editor1",
  "editor, no author": "editor2",
  "editor without sign scope": "withoutSign",
  admin: "admin",
} as const satisfies Record<string, Holder | { token: string } | null>;
type Actor = keyof typeof actors;

const states = ["new", "researching", "in-review", "ready", "published", "declined", "retracted"] as const;
type State = (typeof states)[number];

const strangers: readonly Actor[] = ["anonymous", "bad token", "expired token", "revoked token"];
const nobodySigns: readonly Actor[] = [
  "read-only token",
  "checker, no author",
  "checker, author",
  "editor without sign scope",
  "admin",
];
const mayAttest: readonly Actor[] = ["editor, author", "editor, no author", "editor without sign scope"];
const writable: readonly State[] = ["new", "researching", "in-review", "ready"];

type Action = {
  name: string;
  method: "GET" | "POST" | "PATCH" | "PUT";
  path: (claim: ClaimDto) => string;
  body?: (claim: ClaimDto) => unknown;
  /** The refusal that is expected, or `null` when nothing stands against it (it is then not tried: rows stay as they are). */
  refusal: (actor: Actor, state: State) => number | null;
};

const at = (path: string) => (claim: ClaimDto) => `/claims/${claim.id}${path}`;
const tokenRefusal = (actor: Actor) => (strangers.includes(actor) ? 401 : null);
const writeRefusal = (actor: Actor) => tokenRefusal(actor) ?? (actor === "read-only token" ? 403 : null);
const signRefusal = (actor: Actor) => tokenRefusal(actor) ?? (nobodySigns.includes(actor) ? 403 : null);

/** Bodies are such that, where role and state allow the action, a stale version or hash still refuses it. */
const actions: Action[] = [
  { name: "read", method: "GET", path: at(""), refusal: tokenRefusal },
  { name: "read the gate", method: "GET", path: at("/gate"), refusal: tokenRefusal },
  { name: "read the log", method: "GET", path: () => "/log", refusal: tokenRefusal },
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
    refusal: (actor, state) => writeRefusal(actor) ?? (["in-review", "ready"].includes(state) ? null : 422),
  },
  {
    name: "log a search",
    method: "POST",
    path: at("/searches"),
    body: () => ({ where: "x", query: "y" }),
    refusal: (actor, state) => writeRefusal(actor) ?? (writable.includes(state) ? null : 422),
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
    refusal: (actor, state) => writeRefusal(actor) ?? (state === "published" ? null : 422),
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
    name: "sign a notice",
    method: "POST",
    path: at("/notices"),
    body: () => ({ kind: "outdated", text: "x" }),
    refusal: (actor, state) => signRefusal(actor) ?? (state === "published" ? null : 422),
  },
  {
    name: "retract a version that is not",
    method: "POST",
    path: at("/retraction"),
    body: () => ({ reason: "x", version: 77 }),
    refusal: (actor, state) => signRefusal(actor) ?? (["published", "retracted"].includes(state) ? 409 : 422),
  },
];

/** A claim in a state, with words that nobody without an account may ever see. */
async function claimIn(api: DeskApi, state: State): Promise<ClaimDto> {
  const text = `Hidden words ${stamp()} on engines`;
  const author = { version: 0, why: "An editor wrote this." };
  if (state === "published" || state === "retracted") {
    const { claimId, version } = await publishedClaim(api, text, {});
    await api.must("editor1", "POST", `/claims/${claimId}/corrections`, {
      class: "clarification",
      reason: "To add why.",
    });
    const claim = await api.must<ClaimDto>("editor1", "GET", `/claims/${claimId}`);
    await api.must("editor1", "PATCH", `/claims/${claimId}`, { ...author, version: claim.version });
    await send(api, "checker2", claimId, "ready");
    const { revision } = await api.must<GateDto>("editor2", "GET", `/claims/${claimId}/gate`);
    await api.must("editor2", "POST", `/claims/${claimId}/sign-off`, { revisionHash: revision.hash }, 200);
    if (state === "retracted")
      await api.must(
        "editor2",
        "POST",
        `/claims/${claimId}/retraction`,
        { reason: "Withdrawn.", version: version + 1 },
        200,
      );
    return api.must<ClaimDto>("editor2", "GET", `/claims/${claimId}`);
  }
  const { claimId } = await researchedClaim(api, text);
  await api.must("editor1", "PATCH", `/claims/${claimId}`, author);
  if (state === "in-review") await send(api, "checker1", claimId, "submit");
  if (state === "ready") await makeReady(api, claimId, `${text}, the report says.`);
  if (state === "declined") await send(api, "checker1", claimId, "decline", { reason: "other" });
  if (state !== "new") return api.must<ClaimDto>("editor2", "GET", `/claims/${claimId}`);
  const fresh = await api.must<ClaimDto>("checker1", "POST", "/claims", { text });
  return api.must<ClaimDto>("editor1", "PATCH", `/claims/${fresh.id}`, author);
}

for (const state of states) {
  test(`a claim that is ${state}: who is refused what, and that nothing changes by it`, async ({ api }) => {
    const claim = await claimIn(api, state);
    expect(claim.state).toBe(state);
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

test("desk pages lead strangers to the sign-in page and tell them nothing", async ({ api }) => {
  const claim = await claimIn(api, "in-review");
  const pages = [
    "/desk",
    "/desk/tips",
    "/desk/published",
    "/desk/articles",
    "/desk/originals",
    "/desk/settings/people",
    "/desk/settings/outlets",
    "/desk/settings/entities",
    "/desk/search?q=Hidden",
  ];
  const ofClaim = [
    "",
    "/edit",
    "/verdict",
    "/sources",
    "/history",
    "/sign-off",
    "/correction",
    "/retraction",
    "/notice",
  ];
  for (const path of [...pages, ...ofClaim.map((page) => `/desk/claims/${claim.id}${page}`)]) {
    const page = await fetch(`${api.origin}${path}`, { redirect: "manual" });
    const text = await page.text();
    expect([302, 303, 307, 308], `${path}: ${page.status}`).toContain(page.status);
    expect(page.headers.get("location"), path).toContain("/sign-in");
    expect(text, path).not.toContain("Hidden words");
  }
  for (const path of [
    `/verdicts/${claim.id}`,
    "/search?q=Hidden+words",
    "/feeds/verdicts.atom",
    "/sitemap.xml",
    "/",
  ])
    expect(await (await fetch(`${api.origin}${path}`)).text(), path).not.toContain(claim.text);
});
