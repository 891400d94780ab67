import { expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { openClaim } from "../claims/queries";
import { coverSentence, writeVerdict } from "./commands";
import { draftSentences } from "./draft-sentences";
import { gateIssues } from "./requirements";

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

it("refuses words that the draft no longer has, and evidence of another claim", async () => {
  const { claimId, author, current } = await drafted();
  const given = { field: "writeUp" as const, index: 0, evidenceIds: [], background: "Known." };
  expect(
    await refused(coverSentence(author, claimId, { ...given, text: "Oslo ordered 3." }, now)),
  ).toMatchObject({ kind: "conflict", code: "sentence-changed" });
  const strange = { ...given, text: "Oslo ordered 2.", evidenceIds: ["elsewhere"], background: null };
  expect(await refused(coverSentence(author, claimId, strange, now))).toMatchObject({
    code: "unknown-evidence",
  });
  expect((await current()).dossier.verdict.version).toBe(2);
});
