import { beforeAll, describe, expect, test } from "vitest";
import { makeScene, refusalOf, type Scene } from "../../scripts/test/guard-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { withClient } from "../database/migrate.server";
import { fillListings } from "../database/fill-listings.server";
import { encodeCursor } from "../core/cursor";
import { aurusRecord } from "./fixtures/aurus-dossier";
import { foundSource, namedSource, verdictsSource } from "./list-verdicts.server";
import { rowsQuery, type ListSource } from "./queries";
import { readQuery, soughtWords } from "./search-query";
import { listingRules } from "./listing";

const database = useTestDatabase();
let scene: Scene;
let [slug, claimId, editor] = ["", "", ""];

beforeAll(async () => {
  scene = makeScene(database);
  ({ claimId, editor } = await scene.published());
  slug = await scene.slugOf(claimId);
});

const listed = () =>
  database.sql<{ slug: string; rules: number }>("SELECT slug, rules FROM publication_listing ORDER BY slug");

/** Puts a whole record in the place of the scene's short one, as if it had been published so. */
async function giveRecord(): Promise<void> {
  const text = JSON.stringify({ ...aurusRecord(), slug });
  await withClient(database.ownerUrl, async (client) => {
    await client.query("SET session_replication_role = replica");
    await client.query(
      `UPDATE publication SET "recordText" = $2, sha256 = encode(sha256(convert_to($2, 'UTF8')), 'hex') WHERE slug = $1`,
      [slug, text],
    );
  });
}

describe("what lists know", () => {
  test("is filled in for what was published before there were lists, once, and again for newer rules", async () => {
    const fill = () => withClient(database.ownerUrl, fillListings);
    expect(await fill()).toBe(0); // a record that cannot be read is left out
    await giveRecord();
    expect(await fill()).toBe(1);
    expect(await fill()).toBe(0);
    await database.sqlOwner("UPDATE publication_listing SET rules = 0");
    expect(await fill()).toBe(1);
    expect(await listed()).toEqual([{ slug, rules: listingRules }]);
    const names = await database.sql("SELECT kind, key FROM publication_name WHERE slug = $1 ORDER BY 1, 2", [
      slug,
    ]);
    expect(names).toContainEqual({ kind: "outlet", key: "reuters" });
  });

  test("cannot be changed or taken away by the application's role", async () => {
    for (const table of ["publication_listing", "publication_name", "publication_word"]) {
      expect((await refusalOf(database.sql(`DELETE FROM ${table}`))).code, table).toBe("42501");
      expect(
        (
          await refusalOf(
            database.sql(`UPDATE ${table} SET ${table === "publication_word" ? "stem" : "rating"} = ''`),
          )
        ).code,
      ).toBe("42501");
    }
    expect((await refusalOf(database.sql("SELECT forget_listing()"))).code).toMatch(/42501|0A000/);
  });

  test("is of the version that stands and of nothing else", async () => {
    const insert = (of: string, version: number) =>
      refusalOf(
        database.sql(
          `INSERT INTO publication_listing (slug, version, month, "firstAt", "changedAt", language, rating, "ratingLabel", rules, words)
           VALUES ($1, $2, '2024-06', '2024-06-01Z', '2024-06-01Z', 'en', 'confirmed', 'Confirmed', 1, '')`,
          [of, version],
        ),
      );
    expect((await insert("never-published", 1)).code).toBe("23514");
    expect((await insert(slug, 2)).code).toBe("23514");
  });

  test("goes with the next version, whoever writes it", async () => {
    expect(await listed()).toHaveLength(1);
    const hash = await scene.corrected(claimId, editor);
    const signOffId = await scene.signOff(claimId, editor, hash, { action: "retract" });
    await scene.publication(claimId, signOffId, hash, 2, { kind: "retraction", rating: null });
    expect(await listed()).toEqual([]);
    expect(await database.sql("SELECT 1 FROM publication_name")).toEqual([]);
  });
});

/** So many verdicts that choosing the right index pays; by the owner, past the guards: only the plan is looked at. */
async function fillMany(count: number): Promise<void> {
  await withClient(database.ownerUrl, async (client) => {
    await client.query("SET session_replication_role = replica");
    await client.query(
      `INSERT INTO publication_listing (slug, version, month, "firstAt", "changedAt", language, rating, "ratingLabel", rules, words)
       SELECT 'v-' || n, 1, to_char(at, 'YYYY-MM'), at AT TIME ZONE 'UTC', at AT TIME ZONE 'UTC', 'en', 'rating-' || n % 100,
         'Rating', 1, to_tsvector('english', 'common word' || n % 997 || ' rare' || n)
       FROM generate_series(1, $1::int) n, LATERAL (SELECT timestamp '2020-01-01' + n * interval '1 hour' AS at) t`,
      [count],
    );
    await client.query(
      `INSERT INTO publication_name (kind, key, slug, name, roles, rating, "ratingLabel", "firstAt")
       SELECT kind, 'name-' || abs(hashtext(slug)) % 300, slug, 'Name', '{}', rating, 'Rating', "firstAt"
       FROM publication_listing, unnest(ARRAY['topic', 'claimant', 'outlet']) kind`,
    );
    await client.query(
      `INSERT INTO publication_word (word, shown, stem, near) SELECT w, w, w, w FROM (SELECT 'word' || n AS w FROM generate_series(1, $1::int) n) t`,
      [count],
    );
    // The words that were just put in wait beside their index until somebody cleans up.
    await client.query("VACUUM ANALYZE publication_listing, publication_name, publication_word");
  });
}

describe("with 20,000 verdicts", () => {
  beforeAll(() => fillMany(20_000));

  const cursor = encodeCursor(["2021-03-01T00:00:00.000Z", "v-9"]);
  async function planOf(source: ListSource): Promise<string> {
    const { text, values } = rowsQuery(source, { limit: 20, before: cursor });
    const rows = await database.sql<{ "QUERY PLAN": string }>(`EXPLAIN ${text}`, [...values]);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  }
  const search = (words: string, filter = {}) => {
    const read = readQuery(words);
    return foundSource(read, soughtWords(read), filter);
  };

  test.each<[what: string, source: ListSource, index: string]>([
    ["all, from a place on", verdictsSource({}), "publication_listing_firstAt_slug_idx"],
    [
      "those of a rating",
      verdictsSource({ rating: "rating-3" }),
      "publication_listing_rating_firstAt_slug_idx",
    ],
    [
      "those of a month",
      verdictsSource({ firstDay: "2020-06-01", lastDay: "2020-06-30" }),
      "publication_listing_firstAt_slug_idx",
    ],
    ["those of a name", namedSource("claimant", "name-7"), "publication_name_kind_key_firstAt_slug_idx"],
    ["words that few have", search("word12 common"), "publication_listing_words_idx"],
    [
      "words with filters",
      search("word12", { topic: "name-7", rating: "rating-3" }),
      "publication_listing_words_idx",
    ],
    ["the forms of words in print", search("word12"), "publication_word_stem_idx"],
  ])("%s are found by an index", async (_what, source, index) => {
    const plan = await planOf(source);
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/Seq Scan on publication_(?:listing|name)/);
  });
});
