import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

const nouns =
  "harbour council ferry budget school bridge tunnel minister river factory hospital airport railway market forest museum library stadium police army border bank union farm coast valley island dam reactor pipeline refinery tower castle orchestra election census festival strike drought flood storm harvest virus vaccine satellite".split(
    " ",
  );
const verbs = "bought sold closed opened doubled halved lost found built cut raised lowered".split(" ");
const places = "Selby Goole Hull York Leeds Bergen Oslo Gdansk Riga Turku Vaasa Lviv Odesa Porto Braga".split(
  " ",
);
const states = ["published", "published", "published", "published", "declined", "researching", "new"];
const openStates = [...states, "in-review", "ready"];

/** A number from 0 that depends on nothing but its arguments. */
function pick(n: number, of: number, salt: number): number {
  return ((Math.imul(n + 1, 2654435761) ^ Math.imul(salt + 7, 40503)) >>> 3) % of;
}

/** The line of claim `n` for COPY: words, state, importance, deadline, reach and who has it differ from line to line. */
function lineOf(n: number, people: readonly string[]): string {
  const word = (salt: number) => nouns[pick(n, nouns.length, salt)];
  const id = `00000000-${(n >> 16).toString(16).padStart(4, "0")}-7000-8000-${n.toString(16).padStart(12, "0")}`;
  const text = `The ${word(1)} ${word(2)} of ${places[pick(n, places.length, 3)]} ${verbs[pick(n, verbs.length, 4)]} ${n} ${word(5)} ${word(6)} for the ${word(7)}`;
  const state = openStates[pick(n, openStates.length, 8)]!;
  const deadline =
    n % 3 === 0 ? new Date(1_800_000_000_000 + pick(n, 5000, 9) * 3_600_000).toISOString() : "\\N";
  const reach = n % 4 === 0 ? String(pick(n, 2_000_000, 10)) : "\\N";
  const person = n % 5 === 0 ? people[pick(n, people.length, 11)]! : "\\N";
  const topics = `{${nouns[pick(n, 12, 12)]}}`;
  const reason = state === "declined" ? "opinion" : "\\N";
  const slug = state === "published" ? `claim-${n}` : "\\N";
  return [id, text, state, slug, 1 + pick(n, 3, 13), deadline, reach, person, topics, reason, people[0]].join(
    "\t",
  );
}

/**
 * Puts `count` claims into a database at once, as its owner. The guards are off while it happens: no claim here went
 * its way by events, and none is published in truth. What the desk keeps about a claim's words is made as always.
 */
export async function copyManyClaims(
  ownerUrl: string,
  count: number,
  people: readonly string[],
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("ALTER TABLE claim DISABLE TRIGGER USER");
    const into = client.query(
      copyFrom(
        `COPY claim (id, text, state, slug, importance, "deadlineAt", reach, "assigneeId", topics, "declineReason", "createdById") FROM STDIN`,
      ),
    );
    await pipeline(
      Readable.from(
        (function* lines() {
          for (let n = 0; n < count; n += 1) yield `${lineOf(n, people)}\n`;
        })(),
      ),
      into,
    );
    await client.query(
      "UPDATE claim SET likeness = claim_likeness(text), search = to_tsvector('english', text) WHERE search IS NULL",
    );
    await client.query("ALTER TABLE claim ENABLE TRIGGER USER");
    await client.query(
      `INSERT INTO review (id, "claimId", "reviewerId", mark, rationale, blind, "basisHash", "evidenceIds", "givenAt")
       SELECT 'many-' || c.id, c.id, $1, 'confirmed', 'Read.', true, '', '{}', now() FROM claim c
       WHERE c.state = 'in-review' AND c.importance = 1 ON CONFLICT DO NOTHING`,
      [people[0]],
    );
    await client.query("VACUUM ANALYZE claim");
    await client.query("ANALYZE review");
  } finally {
    await client.end();
  }
}
