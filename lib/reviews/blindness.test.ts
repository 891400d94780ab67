import { describe, expect, test } from "vitest";
import { dossierFixture, reviewFixture } from "../claims/dossier-fixture";
import type { ClaimState, Role } from "../claims/vocabulary";
import { givesBlind, isBlind } from "./blindness";

const checker = { id: "me", role: "checker" as Role };
const editor = { id: "me", role: "editor" as Role };

function claim(over: { state?: ClaimState; writers?: string[]; authors?: string[]; reviewers?: string[] }) {
  const dossier = dossierFixture();
  return {
    ...dossier,
    claim: { ...dossier.claim, state: over.state ?? ("in-review" as const) },
    writerIds: over.writers ?? ["writer"],
    authorIds: over.authors ?? ["writer"],
    reviews: (over.reviewers ?? []).map((id) => reviewFixture(id)),
  };
}

describe("the draft is", () => {
  test.each([
    ["hidden from who wrote nothing and gave no mark", checker, claim({}), true],
    ["hidden from who only wrote about an article", checker, claim({ authors: ["writer", "me"] }), true],
    ["shown to who wrote the claim", checker, claim({ writers: ["me"] }), false],
    ["shown to who gave a mark", checker, claim({ reviewers: ["me"] }), false],
    ["shown to an editor", editor, claim({}), false],
    ["hidden from an admin like from anyone", { id: "me", role: "admin" as Role }, claim({}), true],
    ["shown to all once it is public", checker, claim({ state: "published" }), false],
  ])("%s", (_name, viewer, dossier, blind) => {
    expect(isBlind(viewer, dossier)).toBe(blind);
  });
});

describe("a review is recorded as", () => {
  test.each([
    ["blind when everything was hidden", checker, claim({ reviewers: ["other"] }), ["writer"], true],
    ["not blind when another’s draft was shown", checker, claim({ writers: ["me"] }), ["other"], false],
    [
      "not blind when another’s mark was shown",
      checker,
      claim({ writers: ["me"], reviewers: ["other"] }),
      [],
      false,
    ],
    ["blind when the draft is the reviewer’s own", checker, claim({ writers: ["me"] }), ["me"], true],
    [
      "not blind when somebody wrote into it too",
      checker,
      claim({ writers: ["me"] }),
      ["me", "other"],
      false,
    ],
    [
      "not blind the second time, once others answered",
      checker,
      claim({ reviewers: ["me", "other"] }),
      [],
      false,
    ],
    ["blind for an editor while nobody answered", editor, claim({}), [], true],
    ["not blind for an editor who could look at a draft", editor, claim({}), ["writer"], false],
  ])("%s", (_name, viewer, dossier, answerers, blind) => {
    expect(givesBlind(viewer, dossier, answerers)).toBe(blind);
  });
});
