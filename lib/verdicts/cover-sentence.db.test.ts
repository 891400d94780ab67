import { expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { openClaim } from "../claims/queries";
import { coverSentence, writeVerdict } from "./commands";
import { draftSentences } from "./draft-sentences";
import { gateIssues } from "./requirements";
import { takeBackDraft } from "./take-back-draft.server";

const database = useTestDatabase();
const desk = makeDesk(database);
const now = new Date();

async function drafted() {
  const { claimId, author } = await desk.inReview();
  const draft = { finding: "Oslo ordered 2.", writeUp: "Oslo ordered 2. Oslo is a city.", version: 1 };
  await done(writeVerdict(author, claimId, draft, now));
  const current = async () => (await openClaim(claimId, now))!;
  return { claimId, author, current, evidenceId: (await current()).dossier.evidence[0]!.id };
}

it("marks one sentence, gives the same answer as the gate, and brings back what was there before", async () => {
  const { claimId, author, current, evidenceId } = await drafted();
  const at = (field: "finding" | "writeUp", index: number, text: string) => ({ field, index, text });
  const cite = { evidenceIds: [evidenceId], background: null };
  const cited = await done(
    coverSentence(author, claimId, { ...at("writeUp", 0, "Oslo ordered 2."), ...cite }, now),
  );
  expect(cited.was).toEqual({ evidenceIds: [], background: null });
  const known = { evidenceIds: [], background: "Everybody knows it." };
  await done(coverSentence(author, claimId, { ...at("writeUp", 1, "Oslo is a city."), ...known }, now));
  const { dossier, settings, basisHash } = await current();
  expect(dossier.verdict.writeUp).toBe(`Oslo ordered 2.[^${evidenceId}] Oslo is a city.[^background]`);
  expect(draftSentences(dossier).map(({ cover }) => cover)).toMatchObject([
    { kind: "evidence", from: 0 },
    { kind: "evidence", from: null },
    { kind: "background", reason: "Everybody knows it." },
  ]);
  const gate = gateIssues(dossier, {
    ratings: settings.ratings,
    settings: settings.gate,
    signerId: null,
    basisHash,
    now: now.toISOString(),
  });
  expect(gate.filter(({ code }) => code === "sentence-uncovered")).toEqual([]);
  const undone = await done(
    coverSentence(author, claimId, { ...at("writeUp", 0, "Oslo ordered 2."), ...cited.was }, now),
  );
  expect(undone.was).toEqual(cite);
  expect((await current()).dossier.verdict.writeUp).toBe("Oslo ordered 2. Oslo is a city.[^background]");
});

it("of two people who mark one sentence, the second takes nothing of the first's away, nor does taking it back", async () => {
  const { claimId, author, current, evidenceId } = await drafted();
  const sentence = { field: "writeUp" as const, index: 0, text: "Oslo ordered 2." };
  const [open, cite] = [
    { evidenceIds: [], background: null },
    { evidenceIds: [evidenceId], background: null },
  ];
  const mark = (given: object) => coverSentence(author, claimId, { ...sentence, ...open, ...given }, now);
  const writeUp = async () => (await current()).dossier.verdict.writeUp;
  const background = { evidenceIds: [], background: "Known." };
  const first = await done(mark({ ...background, expected: open }));
  expect(await refused(mark({ ...cite, expected: open }))).toMatchObject({
    kind: "conflict",
    code: "sentence-changed",
    detail: expect.stringContaining("marked this sentence as background meanwhile"),
    // Both sides, and what the next try is to be about.
    extra: {
      current: background,
      conflict: [
        { field: "evidenceIds", mine: evidenceId, theirs: "" },
        { field: "background", mine: "", theirs: "Known." },
      ],
    },
  });
  expect(await writeUp()).toBe("Oslo ordered 2.[^background] Oslo is a city.");
  // The same mark again is what was wanted.
  await done(mark({ ...background, expected: open }));
  const second = await done(mark({ ...cite, expected: first.is }));
  expect(await refused(mark({ ...first.was, expected: first.is }))).toMatchObject({
    code: "sentence-changed",
  });
  expect(await writeUp()).toBe(`Oslo ordered 2.[^${evidenceId}] Oslo is a city.`);
  await done(mark({ ...second.was, expected: second.is }));
  expect(await writeUp()).toBe("Oslo ordered 2.[^background] Oslo is a city.");
});

it("refuses words that the draft no longer has, and evidence of another claim", async () => {
  const { claimId, author, current } = await drafted();
  const given = { field: "writeUp" as const, index: 0, evidenceIds: [], background: "Known." };
  expect(
    await refused(coverSentence(author, claimId, { ...given, text: "Oslo ordered 3." }, now)),
  ).toMatchObject({
    kind: "conflict",
    code: "sentence-changed",
    extra: { conflict: [{ field: "text", mine: "Oslo ordered 3.", theirs: "Oslo ordered 2." }] },
  });
  const strange = { ...given, text: "Oslo ordered 2.", evidenceIds: ["elsewhere"], background: null };
  expect(await refused(coverSentence(author, claimId, strange, now))).toMatchObject({
    code: "unknown-evidence",
  });
  expect((await current()).dossier.verdict.version).toBe(2);
});

it("takes back all that one person wrote since the page was opened, as a write of its own", async () => {
  const { claimId, author, current } = await drafted();
  const before = (await current()).dossier.verdict;
  const save = (input: object, version: number) =>
    done(writeVerdict(author, claimId, { ...input, version }, now));
  await save({ finding: "Oslo ordered 3." }, 2);
  await save({ finding: "Oslo ordered 30.", summary: ["Two boats."], rating: null }, 3);
  await done(takeBackDraft(author, claimId, { since: 2, version: 4 }, now));
  const after = (await current()).dossier.verdict;
  expect({ ...after, version: 0 }).toEqual({ ...before, version: 0 });
  expect(after.version).toBe(5);
  await done(takeBackDraft(author, claimId, { since: 0, version: 5 }, now));
  expect((await current()).dossier.verdict).toMatchObject({ finding: "", writeUp: "", rating: null });
});

it("takes nothing back over what somebody else wrote, nor for whoever may not see the draft", async () => {
  const { claimId, author, current } = await drafted();
  const other = await database.makeViewer("checker", "Other");
  const editor = await database.makeViewer("editor", "Editor");
  await done(writeVerdict(editor, claimId, { finding: "Oslo ordered 4.", version: 2 }, now));
  for (const [since, version] of [
    [1, 2],
    [1, 3],
  ] as const)
    expect(await refused(takeBackDraft(author, claimId, { since, version }, now))).toMatchObject({
      kind: "conflict",
      code: "stale",
    });
  expect(await refused(takeBackDraft(other, claimId, { since: 2, version: 3 }, now))).toMatchObject({
    code: "stale",
  });
  expect((await current()).dossier.verdict).toMatchObject({ finding: "Oslo ordered 4.", version: 3 });
});

it("gives back what somebody else had written, when their version was saved over", async () => {
  const { claimId, author, current } = await drafted();
  const editor = await database.makeViewer("editor", "Editor");
  const save = (viewer: Viewer, input: object, version: number) =>
    done(writeVerdict(viewer, claimId, { ...input, version }, now));
  await save(author, { summary: ["Before."] }, 2);
  await save(editor, { finding: "Oslo ordered 4." }, 3);
  // The page was opened at version 2; of the two findings the own one was kept.
  await save(author, { finding: "Oslo ordered 5." }, 4);
  await done(takeBackDraft(author, claimId, { since: 2, version: 5 }, now));
  expect((await current()).dossier.verdict).toMatchObject({
    finding: "Oslo ordered 4.",
    summary: ["Before."],
    version: 6,
  });
});

it("says that a claim is not there before it says anything of its draft", async () => {
  const { author } = await drafted();
  expect(await refused(takeBackDraft(author, "nowhere", { since: 0, version: 1 }, now))).toMatchObject({
    kind: "not_found",
  });
});
