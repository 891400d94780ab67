import type { Api } from "../../e2e/fixtures";
import { inDays, type Desk } from "./desk-people";
import {
  arabicName,
  arabicQuote,
  arabicStory,
  hebrewName,
  longAddress,
  longName,
  plainParagraphs,
  plainWords,
  unbroken,
} from "./hard-texts";

/** One claim with everything on it that a claim can have, each as long as it may be. */
export async function everythingOnOneClaim({ checker, second, editor }: Desk): Promise<void> {
  const { id: articleId } = await checker.post("/articles", {
    text: `${longName} orders ferries\n\n${quotable}\n\n${plainParagraphs(1_500)}`,
    title: `${longName} orders seven electric ferries and asks nobody, says ${unbroken}`,
    outlet: `${unbroken} Herald`,
    byline: `${longName} and ${arabicName}`,
    publishedAt: "2024-06-28T14:26",
  });
  const { id: foreignId } = await checker.post("/articles", {
    text: arabicStory,
    outlet: arabicName,
    title: "ليندفيك تطلب سبع عبّارات كهربائية",
    language: "ar",
  });
  const { id: claimId } = await checker.post("/claims", {
    text: `${longName} ordered seven electric ferries for $42 million in 2024, and the price includes the charging stations on both shores, which an earlier tender of 2021 had left out`,
    verbatim: plainWords(1_500),
    claimant: `${longName} (${hebrewName})`,
    place: longAddress.slice(0, 300),
    topics: [
      "Public transport on the water and along the coast of the islands",
      unbroken.slice(0, 58),
      "Budget",
      "مواصلات",
      "Energy",
    ].map((topic) => topic.slice(0, 60)),
    why: plainWords(250),
    importance: 3,
    reach: 1_900_000_000,
    deadlineAt: inDays(-2),
    saidAt: "2024-06-28",
    kind: "said",
  });
  await checker.post(`/claims/${claimId}/events`, { event: "start-research" });
  const evidence = await moreEvidence(checker, claimId, articleId, foreignId);
  for (const [index, text] of [
    "The order itself was placed in 2024",
    `${longName} paid for the stations`,
  ].entries())
    await checker.post("/claims", { text, parentId: claimId, central: index === 0 });
  await workOn({ checker, second, editor }, claimId);
  await checker.post(`/claims/${claimId}/events`, { event: "submit" });
  await checker.put(`/claims/${claimId}/verdict`, {
    rating: "mostly-confirmed",
    finding: plainWords(55).slice(0, 390),
    summary: [plainWords(80).slice(0, 590), longAddress, arabicQuote],
    writeUp: `${plainWords(40)}[^${evidence}]\n\n${plainParagraphs(3_000)}`,
    notEstablished: plainWords(120),
    notInThisCheck: plainWords(60),
    version: 0,
  });
  await second.post(`/claims/${claimId}/reviews`, {
    mark: "confirmed",
    rating: "confirmed",
    rationale: plainWords(300),
  });
  await editor.post(`/claims/${claimId}/reviews`, {
    mark: "disputed",
    rating: "misleading",
    rationale: longAddress,
  });
  await checker.post(`/claims/${claimId}/reviews`, { mark: "unproven", rationale: arabicQuote });
}

/** Words that stand in the article once, longer than anybody quotes. */
const quotable = `The council of Nordhavn ordered seven electric ferries for $42 million in 2024. An older tender of 2021 had named five boats and $28 million. ${plainWords(400).replaceAll("Lindvik", "Norvik")}`;

async function moreEvidence(
  checker: Api,
  claimId: string,
  articleId: string,
  foreignId: string,
): Promise<string> {
  const log = (data: object) => checker.post(`/claims/${claimId}/evidence`, data);
  const first = await log({
    articleId,
    quote: {
      exact: "The council of Nordhavn ordered seven electric ferries for $42 million in 2024.",
    },
    stance: "supports",
    shows: plainWords(120),
    decisive: { reason: "The budget itself, for what it says." },
  });
  await log({
    articleId,
    quote: { exact: "An older tender of 2021 had named five boats and $28 million" },
    stance: "disputes",
  });
  await log({
    articleId,
    quote: { exact: quotable },
    stance: "context",
    shows: longAddress,
    disclosure: "described",
  });
  await log({
    articleId: foreignId,
    quote: { exact: arabicQuote },
    stance: "supports",
    translation: {
      text: "The harbour administration ordered seven electric ferries for 42 million dollars in 2024, the budget office says.",
      translator: arabicName,
    },
    disclosure: "withheld",
  });
  return first.id;
}

async function workOn(
  { checker, second, editor }: Pick<Desk, "checker" | "second" | "editor">,
  claimId: string,
): Promise<void> {
  await checker.post(`/claims/${claimId}/searches`, {
    where: longAddress.slice(0, 300),
    query: plainWords(120),
    found: "nothing",
    side: "disputes",
    note: plainWords(90),
  });
  await second.post(`/claims/${claimId}/searches`, {
    where: hebrewName,
    query: arabicName,
    found: "something",
  });
  const ask = (data: object) => checker.post(`/claims/${claimId}/reply-requests`, data);
  await ask({
    asked: longName,
    how: `E-mail to ${longAddress}`.slice(0, 490),
    question: plainWords(200),
    deadlineAt: inDays(1),
  });
  await ask({
    asked: arabicName,
    role: "criticised",
    how: "Telephone",
    outcome: "replied",
    reply: plainParagraphs(300),
  });
  await ask({ asked: "Lindvik yard", how: "E-mail", outcome: "declined" });
  await ask({ asked: "Port authority", how: "E-mail", askedAt: inDays(-9), deadlineAt: inDays(-2) });
  await checker.post(`/claims/${claimId}/legal-reads`, { kind: "asked", reader: longName.slice(0, 120) });
  for (const text of [
    plainWords(200),
    longAddress,
    `@Editor One ${arabicQuote}`,
    "@Editor One is the tender enough?",
  ])
    await second.post(`/claims/${claimId}/comments`, { text });
  await editor.post(`/claims/${claimId}/comments`, { text: "It is, for the price." });
}
