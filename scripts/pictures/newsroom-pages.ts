import { randomUUID } from "node:crypto";
import { people, sql } from "../../e2e/sessions";
import { hashSecret } from "../../lib/accounts/secrets.server";
import { invited, openInvitation } from "./desk-pages";
import type { Desk } from "./desk-people";
import { longAddress, longEmail, plainWords, ukrainianName, unbroken } from "./hard-texts";

/** People, tokens, templates and systems whose names are as long as they may be, in letters that are wide. */
async function longNames(): Promise<void> {
  await sql(`INSERT INTO "user" (id, email, name, role, "isIntern") VALUES ($1, $2, $3, 'checker', true)`, [
    randomUUID(),
    longEmail,
    ukrainianName,
  ]);
  await sql(
    `INSERT INTO token (id, "userId", name, hash, scopes, "createdAt", "expiresAt")
     SELECT $1, id, $2, $1, '{read,write}', now(), now() + interval '90 days' FROM "user" WHERE email = $3`,
    [randomUUID(), `${ukrainianName} ${unbroken}`.slice(0, 100), people.admin],
  );
  await sql(
    `INSERT INTO template (id, kind, name, body, "createdById", "createdAt", "updatedAt")
     SELECT $1, 'reply-letter', $2, $3, id, now(), now() FROM "user" WHERE email = $4`,
    [randomUUID(), ukrainianName.slice(0, 80), `${longAddress} ${ukrainianName}`, people.editor],
  );
}

/** What an admin left: an invitation that works, and a page about the newsroom that waits for a signature. */
export async function aroundTheNewsroom({ checker }: Desk): Promise<void> {
  await sql(
    `INSERT INTO invitation (id, "secretHash", purpose, email, name, role, "createdById", "expiresAt")
     SELECT $1, $2, 'invite', $3, 'Iryna Kovalenko', 'editor', id, now() + interval '6 days' FROM "user" WHERE email = $4`,
    [randomUUID(), hashSecret(openInvitation), invited, people.admin],
  );
  await longNames();
  const content = {
    text: `## Who we are\n\nA demonstration of Countersign on the case of the Aurus limousine. ${plainWords(120)}\n\n## Who pays\n\nNobody does. [What we may print](${longAddress})\n\n- ${plainWords(30)}\n- ${plainWords(20)}`,
  };
  await sql(
    `INSERT INTO site_draft (id, page, number, content, "forSignature", "authorId", "savedAt")
     SELECT $1, 'about', (SELECT coalesce(max(number), 0) + 1 FROM site_draft WHERE page = 'about'), $2, true, id, now() FROM "user" WHERE email = $3`,
    [randomUUID(), JSON.stringify(content), people.admin],
  );
  await checker.post("/articles", {
    html: `<!doctype html><html lang="en"><title>Lindvik counts its passengers</title><body><header><nav><a href="/">Home</a> <a href="/news">News</a></nav></header><article><h1>Lindvik counts its passengers</h1><p class="byline">By <b>Ane Holt</b>, 14 March 2025</p><p>${plainWords(70)}</p><h2>What it cost</h2><table border="1"><tr><th>Year</th><th>Boats</th><th>Price</th></tr><tr><td>2021</td><td>5</td><td>$28 million</td></tr><tr><td>2024</td><td>7</td><td>$42 million</td></tr></table><blockquote>${plainWords(40)}</blockquote><p>${plainWords(160)}</p><ul><li>${plainWords(18)}</li><li>${plainWords(24)}</li></ul></article><footer>Lindvik Herald</footer></body></html>`,
    url: "https://herald.example/lindvik-counts",
    outlet: "Lindvik Herald",
    title: "Lindvik counts its passengers",
    publishedAt: "2025-03-14",
  });
}
