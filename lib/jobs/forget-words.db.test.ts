import pg from "pg";
import { afterEach, describe, expect, it, vi } from "vitest";
import { done } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { createClaim } from "../claims/commands/create-claim";
import { editClaim } from "../claims/commands/edit-claim";
import { forgetAllWords, forgetDroppedWords } from "./forget-words";

const database = useTestDatabase();
const open: pg.Client[] = [];

const claim = async (text: string) => {
  const viewer = await database.makeViewer("checker", "Typist");
  const { claimId } = await done(createClaim(viewer, { text }, new Date()));
  return { viewer, claimId };
};
const kept = async (...words: string[]) =>
  (
    await database.sqlOwner<{ word: string }>(
      "SELECT word FROM search_word WHERE kind = 'claim' AND word = ANY ($1) ORDER BY word",
      [words],
    )
  ).map(({ word }) => word);

/** A connection in the middle of a transaction. */
async function begun(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  open.push(client);
  await client.query("BEGIN");
  return client;
}

const addAs = (client: pg.Client, id: string, text: string) =>
  client.query(
    `INSERT INTO claim (id, text, state, "createdById") SELECT $1, $2, 'new', u.id FROM "user" u LIMIT 1`,
    [id, text],
  );

afterEach(async () => {
  for (const client of open.splice(0)) await client.end();
});

describe("words to search by", () => {
  it("go once no claim has them, and stay while one does", async () => {
    const { viewer, claimId } = await claim("Zygmuntova owns the Quaystone ferry");
    await claim("A quaystone was moved");
    expect(await kept("quayston", "zygmuntova")).toEqual(["quayston", "zygmuntova"]);
    await done(editClaim(viewer, claimId, { text: "Somebody owns the ferry", version: 0 }, new Date()));
    await forgetAllWords("claim");
    expect(await kept("quayston", "zygmuntova")).toEqual(["quayston"]);
  });

  it("go at once when the last claim that has them says something else", async () => {
    const { viewer, claimId } = await claim("Wolkenstein bought a tram");
    forgetDroppedWords();
    await vi.waitFor(async () => {
      const listening = await database.sqlOwner(
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN countersign_words'",
      );
      expect(listening).toHaveLength(1);
    });
    await done(editClaim(viewer, claimId, { text: "A tram was bought", version: 0 }, new Date()));
    await vi.waitFor(async () => expect(await kept("wolkenstein")).toEqual([]));
  });

  it("stay while somebody adds one of them again, and is not done", async () => {
    const { viewer, claimId } = await claim("Ottokarson sold a bus");
    const client = await begun();
    await addAs(client, "again", "Ottokarson sold two");
    await done(editClaim(viewer, claimId, { text: "A bus was sold", version: 0 }, new Date()));
    const [row] = await database.sql<{ gone: boolean }>(
      "SELECT forget_words('claim', ARRAY['ottokarson']) AS gone",
    );
    expect(row).toEqual({ gone: false });
    await client.query("COMMIT");
    await forgetAllWords("claim");
    expect(await kept("ottokarson")).toEqual(["ottokarson"]);
  });

  it("that two bring at once, each in another order, let neither wait for the other, and are kept once in the end", async () => {
    const [one, other] = [await begun(), await begun()];
    await addAs(one, "one-1", "Abernathyville");
    await addAs(other, "other-1", "Zwickenbach");
    await addAs(one, "one-2", "Zwickenbach");
    await addAs(other, "other-2", "Abernathyville");
    await one.query("COMMIT");
    await other.query("COMMIT");
    expect(await kept("abernathyvill", "zwickenbach")).toHaveLength(4);
    await forgetAllWords("claim");
    expect(await kept("abernathyvill", "zwickenbach")).toEqual(["abernathyvill", "zwickenbach"]);
  });

  it("are nothing that the application writes or takes away by itself", async () => {
    await expect(database.sql("DELETE FROM search_word")).rejects.toThrow(/permission denied/);
    await expect(
      database.sql("INSERT INTO search_word (kind, word) VALUES ('claim', 'invented')"),
    ).rejects.toThrow(/permission denied/);
  });
});
