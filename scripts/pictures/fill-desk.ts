import {
  claimWithEvidence,
  ferryStory,
  publishedClaim,
  readyClaim,
  reviewedClaim,
  type Scene,
} from "../../e2e/scenes";
import { people, sql, type Person } from "../../e2e/sessions";
import { aroundTheClaims } from "./around-claims";
import { invited } from "./desk-pages";
import { apiOf, inDays, type Desk } from "./desk-people";
import { everythingOnOneClaim } from "./full-claim";
import { arabicClaim, arabicName, longName, plainWords } from "./hard-texts";
import { aroundTheNewsroom } from "./newsroom-pages";

type Gate = { revision: { hash: string }; issues: { code: string; overridable: boolean }[] };

/** A claim in each state that the demonstration does not hold. */
async function claimsInStates(desk: Desk): Promise<void> {
  const { checker, second, editor, otherEditor } = desk;
  await checker.post("/claims", {
    text: arabicClaim,
    language: "ar",
    claimant: arabicName,
    topics: ["مواصلات"],
    deadlineAt: inDays(0.1),
  });
  await checker.post("/claims", {
    text: `${longName.slice(0, 60)} ${plainWords(400)}`,
    verbatim: plainWords(1_500),
  });
  await reviewedClaim(checker, second);
  const waiting = await readyClaim(checker, second);
  const gate = await editor.get<Gate>(`/claims/${waiting.claimId}/gate`);
  const codes = [...new Set(gate.issues.filter(({ overridable }) => overridable).map(({ code }) => code))];
  await editor.post(`/claims/${waiting.claimId}/sign-off`, {
    revisionHash: gate.revision.hash,
    overrides: codes.map((code) => ({
      code,
      reason: "The tender is public; the stations were asked about.",
    })),
    publishAt: inDays(0.6),
  });
  const corrected = await publishedClaim(checker, second, editor);
  await editor.post(`/claims/${corrected.claimId}/corrections`, {
    class: "correction",
    reason: plainWords(90),
  });
  const retracted = await publishedClaim(checker, second, editor);
  await otherEditor.post(`/claims/${retracted.claimId}/retraction`, {
    reason: "The tender was a forgery.",
    version: 1,
  });
  await changedSource(desk, await publishedClaim(checker, second, editor));
  await editor.post(`/claims/${(await publishedClaim(checker, second, editor)).claimId}/notices`, {
    kind: "under-review",
    text: "We are looking at this again since the board published a new tender.",
  });
  const first = await claimWithEvidence(second);
  await sql(
    `UPDATE claim SET provisional = true, "nextUpdateAt" = now() + interval '3 hours' WHERE id = $1`,
    [first.claimId],
  );
}

async function changedSource({ checker, editor }: Desk, scene: Scene & { slug: string }): Promise<void> {
  const changed = ferryStory(scene.town).replace("$42 million", "$43 million");
  await checker.post(`/articles/${scene.articleId}/captures`, { text: changed });
  await checker.post(`/articles/${scene.articleId}/captures`, { text: ferryStory(scene.town) });
  await checker.post(`/articles/${scene.articleId}/captures`, { text: changed });
  await editor.request.patch(`/api/v1/articles/${scene.articleId}`, {
    data: { reliability: "corrected", reason: "The paper printed a correction." },
  });
}

/** What is made, and the statement that finds it when it is there. */
const fills: [(desk: Desk) => Promise<void>, string][] = [
  [
    everythingOnOneClaim,
    `SELECT 1 FROM verdict v JOIN claim c ON c.id = v."claimId" WHERE c.text LIKE '${longName}%'`,
  ],
  [claimsInStates, `SELECT 1 FROM claim WHERE provisional`],
  [aroundTheClaims, `SELECT 1 FROM import_row`],
  [aroundTheNewsroom, `SELECT 1 FROM invitation WHERE email = '${invited}'`],
];

/** Fills the demonstration with what layouts break on, once. What cannot be made is told, and the rest is looked at without it. */
export async function fillDesk(): Promise<void> {
  const names = Object.keys(people) as Person[];
  const opened = await Promise.all(names.map(async (name) => [name, await apiOf(name)] as const));
  const desk = Object.fromEntries(opened) as Desk;
  for (const [fill, probe] of fills) {
    if ((await sql(probe)).length > 0) continue;
    await fill(desk).catch((error: unknown) =>
      console.log(`${fill.name}  ! ${String(error).split("Call log")[0]}`),
    );
  }
  await Promise.all(names.map((name) => desk[name].request.dispose()));
}
