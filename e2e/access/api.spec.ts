import type { ClaimDto } from "@/lib/claims/dto";
import { expect, expectProblem, test, type Problem } from "../api/desk-api";
import type { Holder } from "../tokens";
import { claimIn, states, type State } from "./claim-in";

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
