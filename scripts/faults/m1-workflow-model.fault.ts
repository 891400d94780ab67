import fc from "fast-check";
import { expect, it } from "vitest";
import type { Viewer } from "../../lib/access/viewer";
import { editClaim } from "../../lib/claims/commands/edit-claim";
import { sendEvent } from "../../lib/claims/commands/send-event";
import type { Result } from "../../lib/core/result";
import { openCorrection } from "../../lib/publications/commands/open-correction";
import { retractPublication } from "../../lib/publications/commands/retract-publication";
import { signOffVerdict } from "../../lib/publications/commands/sign-off-verdict";
import { giveReview } from "../../lib/reviews/commands";
import { makeDesk } from "../test/desk-scene";
import { useTestDatabase } from "../test/test-database";
import { isLong, newHistory, timeLeftMs } from "./history";
import { verifyLogOf } from "./verify-log-of";
import { whenNotBusy } from "./when-not-busy";

const database = useTestDatabase();
const desk = makeDesk(database);
const runs = isLong ? 10_000 : 12;
/** This many walks at a time, each with a claim of its own. */
const lanes = 4;

/** All that the rules of the workflow know of a claim. */
type Model = {
  state: string;
  versions: number;
  reviewed: Set<string>;
  isOutdated: boolean;
  hasCorrection: boolean;
};
type Real = { claimId: string; author: Viewer; reviewers: Viewer[]; editor: Viewer; version: number };
type Step =
  | "start-research"
  | "submit"
  | "return"
  | "ready"
  | "decline"
  | "reopen"
  | "edit"
  | "review-0"
  | "review-1"
  | "sign"
  | "correct"
  | "retract";

const isWritable = ({ state }: Model) => ["new", "researching", "in-review", "ready"].includes(state);
const moves: Record<string, [from: string[], to: string]> = {
  "start-research": [["new"], "researching"],
  submit: [["researching"], "in-review"],
  return: [["in-review", "ready"], "researching"],
  ready: [["in-review"], "ready"],
  decline: [["new", "researching"], "declined"],
  reopen: [["declined"], "researching"],
};

/** The model: whether the step succeeds, and what it changes. Written from the table of states, not from the code. */
function expected(model: Model, step: Step): boolean {
  const move = moves[step];
  if (move) {
    const isAllowed = move[0].includes(model.state) && !(step === "decline" && model.versions > 0);
    if (isAllowed) model.state = move[1];
    return isAllowed;
  }
  if (step === "edit") {
    if (!isWritable(model)) return false;
    if (model.state === "ready") model.state = "in-review";
    model.isOutdated = model.reviewed.size > 0;
    return true;
  }
  if (step === "review-0" || step === "review-1") {
    if (!["in-review", "ready"].includes(model.state)) return false;
    // A review again after a change counts for the new basis; the other reviewer's may still be of the old one.
    if (model.isOutdated) model.reviewed = new Set();
    model.isOutdated = false;
    model.reviewed.add(step);
    return true;
  }
  if (step === "sign") {
    const passes = model.state === "ready" && model.reviewed.size === 2 && !model.isOutdated;
    if (passes)
      Object.assign(model, { state: "published", versions: model.versions + 1, hasCorrection: false });
    return passes;
  }
  if (step === "correct") {
    if (model.state !== "published") return false;
    Object.assign(model, { state: "in-review", hasCorrection: true });
    return true;
  }
  // What stands in public is retracted also while it is being corrected.
  if (model.state !== "published" && !model.hasCorrection) return false;
  Object.assign(model, { state: "retracted", versions: model.versions + 1, hasCorrection: false });
  return true;
}

async function take(real: Real, step: Step): Promise<Result<unknown>> {
  const { claimId, author, reviewers, editor } = real;
  const now = new Date();
  if (step === "edit") {
    const [row] = await database.sql<{ version: number }>("SELECT version FROM claim WHERE id = $1", [
      claimId,
    ]);
    const words = ["two new ferries", "two more ferries"][(real.version += 1) % 2]!;
    return editClaim(
      author,
      claimId,
      {
        text: `Every morning ${words} sail from Selby, ${"again ".repeat(real.version)}`.trim(),
        version: row!.version,
      },
      now,
    );
  }
  if (step === "review-0" || step === "review-1")
    return giveReview(
      reviewers[step === "review-0" ? 0 : 1]!,
      claimId,
      { mark: "confirmed", rationale: "I read it." },
      now,
    );
  if (step === "sign")
    return signOffVerdict(editor, claimId, { revisionHash: await desk.revisionHash(claimId) }, now);
  if (step === "correct")
    return openCorrection(author, claimId, { class: "correction", reason: "More is known." }, now);
  if (step === "retract") {
    const [row] = await database.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM publication WHERE "claimId" = $1`,
      [claimId],
    );
    return retractPublication(editor, claimId, { reason: "Not ours.", version: Math.max(1, row!.n) }, now);
  }
  return sendEvent(
    author,
    claimId,
    { event: step, ...(step === "decline" ? { reason: "opinion" } : {}) },
    now,
  );
}

const steps: Step[] = [
  "start-research",
  "submit",
  "return",
  "ready",
  "ready",
  "decline",
  "reopen",
  "edit",
  "review-0",
  "review-1",
  "sign",
  "sign",
  "correct",
  "retract",
];
const walks = fc.array(fc.constantFrom(...steps), { minLength: 4, maxLength: 24 });

it(`M1: the workflow does what its model does, ${runs} random walks from claims in review and ready`, async () => {
  const history = newHistory("M1");
  const editor = await database.makeViewer("editor", "Editor");
  let [walked, taken, published] = [0, 0, 0];
  const walking = () =>
    fc.asyncProperty(fc.boolean(), walks, async (isReady, walk) => {
      history.pace((walked += 1), runs);
      // Half of the walks begin where an editor may sign: from there the rarer steps are in reach.
      const { claimId, author, reviewer, other } = await whenNotBusy(() =>
        isReady ? desk.ready() : desk.inReview(),
      );
      const real: Real = { claimId, author, reviewers: [reviewer, other], editor, version: 0 };
      const model: Model = {
        state: isReady ? "ready" : "in-review",
        versions: 0,
        reviewed: new Set(isReady ? ["review-0", "review-1"] : []),
        isOutdated: false,
        hasCorrection: false,
      };
      for (const [index, step] of walk.entries()) {
        const path = walk.slice(0, index + 1).join(" → ");
        const result = await whenNotBusy(() => take(real, step));
        expect(result.ok ? "done" : `refused (${result.error.code})`, path).toMatch(
          expected(model, step) ? /^done/ : /^refused/,
        );
        const [row] = await database.sql(
          `SELECT state, (SELECT count(*)::int FROM publication WHERE "claimId" = c.id) AS versions FROM claim c WHERE id = $1`,
          [claimId],
        );
        expect(row, path).toEqual({ state: model.state, versions: model.versions });
        taken += 1;
        if (step === "sign" && result.ok) published += 1;
      }
    });
  const share = {
    numRuns: runs / lanes,
    endOnFailure: true,
    // The first of each lane publishes for sure: a dozen walks at random may not.
    examples: [[true, ["sign", "correct", "edit", "retract"]]] satisfies [[boolean, Step[]]],
    // The longest that a timer takes, where nobody set an end.
    ...(isLong
      ? { interruptAfterTimeLimit: Math.min(timeLeftMs(), 2 ** 31 - 1), markInterruptAsFailure: false }
      : {}),
  };
  await Promise.all(Array.from({ length: lanes }, () => fc.assert(walking(), share)));
  const { ok, checks } = await verifyLogOf(database.home);
  expect({ ok, found: Object.values(checks).flat() }).toEqual({ ok: true, found: [] });
  expect(published).toBeGreaterThan(0);
  history.figures({ walks: walked, steps: taken, published });
});
