import { randomUUID } from "node:crypto";
import { request } from "playwright";
import { Api } from "../../e2e/fixtures";
import {
  claimWithEvidence,
  ferryStory,
  publishedClaim,
  readyClaim,
  reviewedClaim,
  type Scene,
} from "../../e2e/scenes";
import { instance, openSessionOf, people, sql, type Person } from "../../e2e/sessions";
import {
  arabicClaim,
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

const dayMs = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString();

async function apiOf(person: Person): Promise<Api> {
  const { cookie } = await openSessionOf(person);
  const { url } = instance();
  const headers = { cookie: `${cookie.name}=${cookie.value}`, origin: url };
  return new Api(await request.newContext({ baseURL: url, extraHTTPHeaders: headers, timeout: 180_000 }));
}

type Desk = Record<Person, Api>;
type Gate = { revision: { hash: string }; issues: { code: string; overridable: boolean }[] };

/** One claim with everything on it that a claim can have, each as long as it may be. */
async function everythingOnOneClaim({ checker, second, editor }: Desk): Promise<void> {
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

const tips: [text: string, url: string | null, contact: string | null][] = [
  ["Is it true that the ferries cost $42 million?", null, null],
  [plainWords(700), longAddress, longName.slice(0, 290)],
  [arabicClaim, "https://news.example/ar/42", arabicName],
  [`Aurus imported at least $34 million in South Korean parts. ${unbroken}`, null, "reader@mail.example"],
];

/** What people outside of the claims' own pages left: tips, sheets, views, sources that failed, what is due. */
async function aroundTheClaims({ checker, second }: Desk): Promise<void> {
  for (const [text, url, contact] of tips)
    await sql(`INSERT INTO tip (id, text, url, contact) VALUES ($1, $2, $3, $4)`, [
      randomUUID(),
      text,
      url,
      contact,
    ]);
  await sql(
    `INSERT INTO tip (id, text, state, reason, note, "decidedById", "decidedAt")
     SELECT $1, $2, 'declined', 'low-reach', $3, id, now() FROM "user" WHERE email = $4`,
    [randomUUID(), plainWords(60), plainWords(80), people.checker],
  );
  await checker.post("/articles", {
    mention: { outlet: longName.slice(0, 190), title: plainWords(60).slice(0, 480), url: longAddress },
  });
  await second.post("/articles", {
    text: plainParagraphs(600),
    outlet: hebrewName,
    title: unbroken.repeat(4),
  });
  await sql(
    `INSERT INTO article (id, state, title, url, "failureCode", "failureMessage", "createdById")
     SELECT $1, 'failed', NULL, $2, 'blocked', 'The page refuses visits by programs. Open it in your browser, copy all of it and paste it here.', id FROM "user" WHERE email = $3`,
    [randomUUID(), longAddress, people.checker],
  );
  await sheets();
  for (const [name, isTeam] of [
    ["Before the evening edition, foreign desk and coast", true],
    [unbroken.slice(0, 60), false],
  ] as const)
    await sql(
      `INSERT INTO queue_view (id, name, query, "ownerId", "isTeam", "createdAt", "updatedAt")
       SELECT $1, $2, 'needs=all&importance=2&sort=deadline', id, $3, now(), now() FROM "user" WHERE email = $4`,
      [randomUUID(), name, isTeam, people.editor],
    );
  await sql(
    `UPDATE shelf_life SET "recheckAt" = now() - interval '3 days' WHERE "claimId" IN (SELECT "claimId" FROM shelf_life ORDER BY "recheckAt" LIMIT 3)`,
  );
}

/** One sheet to be looked through and one that became claims, for the editor who looks at them. */
async function sheets(): Promise<void> {
  const head = ["Claim", "Who said it", "Date", "Link", "Quote", "Notes of the desk", "Importance"];
  const rows = [
    ["The board ordered seven ferries", longName, "2024-06-28", longAddress, plainWords(60), "", "high"],
    [plainWords(300), arabicName, "28.6.2024", "not an address", "", plainWords(40), "perhaps"],
    ["", "Nobody", "", "", "", "", ""],
    [arabicClaim, hebrewName, "yesterday", "https://news.example/ar", arabicQuote, unbroken, "1"],
    ["The board ordered seven ferries", "", "", "", "", "", ""],
  ];
  const give = async (name: string) => {
    const id = randomUUID();
    await sql(
      `INSERT INTO import_batch (id, "ownerId", name, cells, "hasHeader", mapping, "createdAt")
       SELECT $1, id, $2, $3, true, '["text","claimant","saidAt","url","quote",null,"importance"]', now() FROM "user" WHERE email = $4`,
      [id, name, JSON.stringify([head, ...rows]), people.editor],
    );
    return id;
  };
  const done = await give(`${unbroken}.xlsx`);
  for (const [line, outcome, message] of [
    [2, "created", ""],
    [3, "failed", "Write a date as 2024-06-28. The importance is none of: 1, 2, 3."],
    [4, "there", ""],
  ] as const)
    await sql(
      `INSERT INTO import_row ("batchId", line, outcome, message, "claimId", at)
       SELECT $1, $2, $3, $4, CASE WHEN $3 = 'failed' THEN NULL ELSE (SELECT id FROM claim ORDER BY "createdAt" LIMIT 1) END, now()`,
      [done, line, outcome, message],
    );
  await give("Claims of the week.csv");
}

/** What is made, and the statement that finds it when it is there. */
const fills: [(desk: Desk) => Promise<void>, string][] = [
  [
    everythingOnOneClaim,
    `SELECT 1 FROM verdict v JOIN claim c ON c.id = v."claimId" WHERE c.text LIKE '${longName}%'`,
  ],
  [claimsInStates, `SELECT 1 FROM claim WHERE provisional`],
  [aroundTheClaims, `SELECT 1 FROM import_row`],
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
