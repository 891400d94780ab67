import { randomUUID } from "node:crypto";
import { people, sql } from "../../e2e/sessions";
import type { Desk } from "./desk-people";
import {
  arabicClaim,
  arabicName,
  arabicQuote,
  hebrewName,
  longAddress,
  longName,
  plainParagraphs,
  plainWords,
  unbroken,
} from "./hard-texts";

const tips: [text: string, url: string | null, contact: string | null][] = [
  ["Is it true that the ferries cost $42 million?", null, null],
  [plainWords(700), longAddress, longName.slice(0, 290)],
  [arabicClaim, "https://news.example/ar/42", arabicName],
  [`Aurus imported at least $34 million in South Korean parts. ${unbroken}`, null, "reader@mail.example"],
];

/** What people outside of the claims' own pages left: tips, sheets, views, sources that failed, what is due. */
export async function aroundTheClaims({ checker, second }: Desk): Promise<void> {
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
     SELECT $1, 'failed', NULL, $2, 'blocked', 'The page refuses visits by programs. Open it yourself and paste or upload it.', id FROM "user" WHERE email = $3`,
    [randomUUID(), longAddress, people.checker],
  );
  await sheets();
  await entities();
  for (const [name, isTeam] of [
    ["Before the evening edition, foreign desk and coast", true],
    [unbroken.slice(0, 60), false],
  ] as const)
    await sql(
      `INSERT INTO queue_view (id, name, query, "ownerId", "isTeam", "createdAt", "updatedAt")
       SELECT $1, $2, 'needs=all&importance=2&sort=deadline', id, $3, now(), now() FROM "user" WHERE email = $4`,
      [randomUUID(), name, isTeam, people.editor],
    );
  // Days that somebody chose: counted ones would have to begin before anything here was published.
  await sql(
    `UPDATE shelf_life SET "recheckAt" = now(), "isChosen" = true, "lookedById" = (SELECT id FROM "user" WHERE email = $1)
     WHERE "claimId" IN (SELECT "claimId" FROM shelf_life ORDER BY "recheckAt" LIMIT 3)`,
    [people.editor],
  );
}

/** Two names that may be one organisation, with an outlet that belongs to it and what it has to gain. */
async function entities(): Promise<void> {
  const [owner, branch] = [randomUUID(), randomUUID()];
  const put = `INSERT INTO entity (id, name, kind, "otherNames", interests, "interestsSource") VALUES ($1, $2, 'organisation', $3, $4, $5)`;
  await sql(put, [
    owner,
    longName.slice(0, 120),
    [arabicName, unbroken.slice(0, 60)],
    plainWords(60),
    longAddress,
  ]);
  await sql(put, [branch, `${longName.slice(0, 40)}, coast`, [arabicName], null, null]);
  await sql(
    `INSERT INTO entity_link (id, kind, "fromId", "toId", reason) VALUES ($1, 'same-as', $2, $3, $4)`,
    [randomUUID(), branch, owner, arabicName],
  );
  await sql(`UPDATE outlet SET "ownerId" = $1 WHERE name = (SELECT min(name) FROM outlet)`, [owner]);
}

/** What each row of the sheet said by itself: its verdict, and who checked. */
const said = [
  ["Mostly true, with what the budget office said of the stations left out", longName.slice(0, 90)],
  [plainWords(80), arabicName],
  ["", ""],
  ["خاطئ", hebrewName],
  ["", ""],
  ["Not checked yet", ""],
];

/** One sheet to be looked through and one that became claims, for the editor who looks at them. */
async function sheets(): Promise<void> {
  const head = [
    ...["Claim", "Who said it", "Date", "Link", "Quote", "Notes of the desk", "Importance"],
    ...["Verdict", "Checked by"],
  ];
  const rows = [
    ["The board ordered seven ferries", longName, "2024-06-28", longAddress, plainWords(60), "", "high"],
    [plainWords(300), arabicName, "28.6.2024", "not an address", "", plainWords(40), "perhaps"],
    ["", "Nobody", "", "", "", "", ""],
    [arabicClaim, hebrewName, "yesterday", "https://news.example/ar", arabicQuote, unbroken, "1"],
    ["The board ordered seven ferries", "", "", "", "", "", ""],
    [`The yard delivers the boats in ${unbroken}`, "", "2024-07-02", "", "", "", "2"],
  ].map((row, index) => [...row, ...(said[index] ?? ["", ""])]);
  const give = async (name: string) => {
    const id = randomUUID();
    await sql(
      `INSERT INTO import_batch (id, "ownerId", name, cells, "hasHeader", mapping, "createdAt")
       SELECT $1, id, $2, $3, true, '["text","claimant","saidAt","url","quote",null,"importance","sheetSaid","sheetSaid"]', now() FROM "user" WHERE email = $4`,
      [id, name, JSON.stringify([head, ...rows]), people.editor],
    );
    return id;
  };
  const done = await give(`${unbroken}.xlsx`);
  for (const [line, outcome, message] of [
    [2, "created", ""],
    [6, "there", "Nothing was added to it."],
    [
      7,
      "failed",
      "Something broke here, not in your sheet. Try it again; if it fails again, tell whoever runs this desk.",
    ],
  ] as const)
    await sql(
      `INSERT INTO import_row ("batchId", line, outcome, message, "claimId", at)
       SELECT $1, $2, $3, $4, CASE WHEN $3 = 'failed' THEN NULL ELSE (SELECT id FROM claim ORDER BY "createdAt" LIMIT 1) END, now()`,
      [done, line, outcome, message],
    );
  await give("Claims of the week.csv");
}
