import { beforeAll, describe, expect, it } from "vitest";
import { done, makeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { addArticle } from "../articles/commands/add-article";
import { editArticle } from "../articles/commands/edit-article";
import { addAttribution } from "../attributions/commands/decide-attribution";
import { createClaim } from "../claims/commands/create-claim";
import { editClaim } from "../claims/commands/edit-claim";
import { logSearch } from "../claims/commands/log-work";
import { db } from "../core/db.server";
import { noteInterests } from "../attributions/commands/note-interests";
import { openClaim } from "../claims/queries";
import type { EditClaimInput } from "../claims/schema";
import { addEvidence, editEvidence, removeEvidence } from "../evidence/commands";
import { decideComparison } from "../figures/commands";
import { askReply, editReply, remindReply } from "../replies/commands";
import { writeVerdict } from "../verdicts/commands";
import type { WriteVerdictInput } from "../verdicts/schema";
import type { RevisionRecord } from "./record";
import { markDisagreement } from "../disagreements/commands/mark-disagreement";

const database = useTestDatabase();
const desk = makeDesk(database);
const words = "Selby owns 31 ferries, the register says.";

const scene = {
  claimId: "",
  articleId: "",
  wireId: "",
  evidenceId: "",
  originId: "",
  partId: "",
  replyId: "",
};

let writer: Viewer | undefined;

beforeAll(async () => {
  writer = await database.makeViewer("checker", "Writer");
  const now = new Date();
  const { articleId } = await done(addArticle(writer, { text: `A report\n\n${words}\n` }, now));
  const from = { articleId, quote: { exact: "Selby owns 31 ferries" } };
  const { claimId } = await done(createClaim(writer, { text: "Selby owns 34 ferries", from }, now));
  const { evidenceId } = await done(
    addEvidence(writer, claimId, { articleId, quote: { exact: words }, stance: "disputes" }, now),
  );
  const { articleId: wireId } = await done(addArticle(writer, { mention: { outlet: "The Wire" } }, now));
  await done(addAttribution(writer, articleId, { type: "cites", to: { articleId: wireId } }, now));
  const origin = { name: "The registrar", kind: "person", primary: true, naming: "named" } as const;
  await done(addAttribution(writer, articleId, { type: "cites", to: { origin } }, now));
  const { id: originId } = await db().origin.findFirstOrThrow({ where: { name: origin.name } });
  const { claimId: partId } = await done(
    createClaim(writer, { text: "Selby owns ferries", parentId: claimId }, now),
  );
  const asked = { asked: "Selby", role: "claimant", how: "by letter", outcome: "waiting" } as const;
  const { id: replyId } = await done(askReply(writer, claimId, asked, now));
  await desk.event(writer, claimId, "start-research");
  Object.assign(scene, { claimId, articleId, wireId, evidenceId, originId, partId, replyId });
});

const current = async () => (await openClaim(scene.claimId, new Date()))!;

type Change = (by: Viewer) => Promise<unknown>;
type Changes = Record<string, Change>;

const claimWith =
  (changes: Omit<EditClaimInput, "version">): Change =>
  async (by) =>
    done(editClaim(by, scene.claimId, { ...changes, version: (await current()).claim.version }, new Date()));
const verdictWith =
  (changes: Omit<WriteVerdictInput, "version">): Change =>
  async (by) =>
    done(
      writeVerdict(
        by,
        scene.claimId,
        { ...changes, version: (await current()).dossier.verdict.version },
        new Date(),
      ),
    );
const evidenceWith =
  (changes: Parameters<typeof editEvidence>[2]): Change =>
  (by) =>
    done(editEvidence(by, scene.evidenceId, changes, new Date()));
const articleWith =
  (changes: Parameters<typeof editArticle>[2], which: "articleId" | "wireId" = "articleId"): Change =>
  (by) =>
    done(editArticle(by, scene[which], changes, new Date()));

/** What a person does that changes the member of the record; or why no person's words are in it. */
const members: Record<keyof RevisionRecord, Changes | string> = {
  type: "the format",
  schema: "the format",
  slug: "made once from the claim's words",
  publisher: "the newsroom's signed settings",
  label: "the newsroom's signed settings",
  reviews: "reviewing is not authoring",
  correction: "opening a correction, or calling it something else, is not authoring",
  previous: "the version before",
  language: { language: claimWith({ language: "en-GB" }) },
  claim: {
    text: claimWith({ text: "Selby still owns 34 ferries" }),
    figures: claimWith({ text: "Selby still owns 35 ferries" }),
    verbatim: claimWith({ verbatim: "35 ferries" }),
    kind: claimWith({ kind: "said" }),
    claimant: claimWith({ claimant: "The mayor" }),
    saidAt: claimWith({ saidAt: "2024-06-28" }),
    place: claimWith({ place: "Selby" }),
    topics: claimWith({ topics: ["Ships"] }),
    why: claimWith({ why: "It was in every paper." }),
    "where it appeared": articleWith({ title: "What Selby owns" }),
  },
  rating: { rating: verdictWith({ rating: "disputed" }) },
  finding: { finding: verdictWith({ finding: "It owns 31." }) },
  summary: { summary: verdictWith({ summary: ["It owns 31."] }) },
  writeUp: { writeUp: verdictWith({ writeUp: "The register says so." }) },
  notEstablished: { notEstablished: verdictWith({ notEstablished: "Who sold them." }) },
  asOf: { asOf: verdictWith({ asOf: "2024-06-28" }) },
  notInThisCheck: { notInThisCheck: verdictWith({ notInThisCheck: "Their age." }) },
  reconciliation: { reconciliation: verdictWith({ reconciliation: "We talked." }) },
  evidence: {
    stance: evidenceWith({ stance: "context" }),
    shows: evidenceWith({ shows: "How many there are." }),
    decisive: evidenceWith({ decisive: { reason: "The register itself." } }),
    translation: evidenceWith({ translation: { text: "31 Fähren", translator: "A. B." } }),
    outlet: articleWith({ outlet: "The Register" }),
    byline: articleWith({ byline: "A. Writer" }),
    publishedAt: articleWith({ publishedAt: "2024-06-28" }),
    language: articleWith({ language: "uk" }),
    kind: articleWith({ kind: "record" }),
    primary: articleWith({ primary: true }),
    url: articleWith({ url: "https://register.example/ferries" }),
    interests: articleWith({ interests: "It is paid by Selby." }),
    "where they are known from": articleWith({ interestsSource: "The register of gifts" }),
    "another quote": (by) => desk.addQuote(by, scene.claimId),
    "one quote less": async (by) => {
      const { evidence } = (await current()).dossier;
      await done(removeEvidence(by, evidence.find(({ id }) => id !== scene.evidenceId)!.id, new Date()));
    },
  },
  disagreements: {
    marked: async (by) => {
      const { evidenceId } = await desk.addQuote(by, scene.claimId);
      const pair = { a: scene.evidenceId, b: evidenceId, why: "How many there are." };
      await done(markDisagreement(by, scene.claimId, pair, new Date()));
    },
  },
  comparisons: {
    class: async (by) => {
      const [pair] = (await current()).dossier.comparisons;
      await done(decideComparison(by, pair!.id, { class: "different-period" }, new Date()));
    },
  },
  route: {
    "own reporting": (by) => done(addAttribution(by, scene.wireId, { type: "own-reporting" }, new Date())),
    interests: (by) =>
      done(
        noteInterests(
          by,
          scene.originId,
          { interests: "Sells the ferries", source: "The trade register" },
          new Date(),
        ),
      ),
  },
  searches: {
    searched: (by) =>
      done(
        logSearch(
          by,
          scene.claimId,
          { where: "the library", query: "ferries", found: "nothing" },
          new Date(),
        ),
      ),
  },
  replies: {
    "what was asked": (by) => done(editReply(by, scene.replyId, { question: "How many?" }, new Date())),
    "that they were asked again": (by) =>
      done(remindReply(by, scene.replyId, { how: "by telephone" }, new Date())),
    "what came of it": (by) => done(editReply(by, scene.replyId, { outcome: "declined" }, new Date())),
    "their words": (by) => done(editReply(by, scene.replyId, { reply: "We own 34." }, new Date())),
  },
  notObtained: { notObtainable: articleWith({ notObtainable: "The archive is shut." }, "wireId") },
  parts: {
    text: (by) =>
      done(editClaim(by, scene.partId, { text: "Selby owns its ferries", version: 0 }, new Date())),
    central: (by) => done(editClaim(by, scene.partId, { central: false, version: 1 }, new Date())),
    "another part": (by) =>
      done(createClaim(by, { text: "They are ferries", parentId: scene.claimId }, new Date())),
  },
  provisional: { provisional: claimWith({ provisional: true, nextUpdateAt: "2031-01-01T00:00:00Z" }) },
  withheld: { disclosure: evidenceWith({ disclosure: "withheld" }) },
};

const cases = Object.entries(members).flatMap(([member, changes]) =>
  typeof changes === "string"
    ? []
    : Object.entries(changes).map(
        ([name, change]) => [member as keyof RevisionRecord, name, change] as const,
      ),
);

describe("whoever changes what is printed is an author of it", () => {
  it.each(cases)("%s: %s", async (member, name, change) => {
    const before = await current();
    const by = await database.makeViewer("editor", `Changes ${member} ${name}`);
    await change(by);
    const after = await current();
    expect(after.record[member]).not.toEqual(before.record[member]);
    expect(after.dossier.authorIds).toEqual([...before.dossier.authorIds, by.id].sort());
  });
});
