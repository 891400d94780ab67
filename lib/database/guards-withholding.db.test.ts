import { describe, expect, it } from "vitest";
import { makeScene, refusalOf } from "../../scripts/test/guard-scene";
import { useTestDatabase } from "../../scripts/test/test-database";

const database = useTestDatabase();
const scene = makeScene(database);
const check = "23514";
const refusedByTrigger = "23000";
const denied = "42501";

async function asking(role = "editor") {
  const { claimId } = await scene.published();
  const slug = await scene.slugOf(claimId);
  const who = await scene.person(role);
  const ask = (more: Record<string, unknown> = {}) =>
    scene.add("withholding", {
      id: scene.id(),
      claimId,
      slug,
      version: 1,
      reasonClass: "safety",
      requestedById: who,
      requestedRole: role,
      requestedAt: new Date(),
      ...more,
    });
  return { slug, who, ask };
}
const confirm = (id: string, by: string) =>
  database.sql(`UPDATE withholding SET "confirmedById" = $2, "confirmedAt" = now() WHERE id = $1`, [id, by]);

describe("withholding a version", () => {
  it("is asked for by an editor or an admin at work, as what they are, with a known reason class", async () => {
    for (const role of ["editor", "admin"]) await (await asking(role)).ask();
    const { ask } = await asking();
    const gone = await scene.person("editor", { deactivatedAt: new Date() });
    const checker = await scene.person("checker");
    for (const more of [
      { requestedById: gone },
      { requestedById: checker },
      { requestedById: checker, requestedRole: "checker" },
      { requestedRole: "admin" },
      { reasonClass: "embarrassing" },
      { confirmedAt: new Date(), confirmedById: await scene.person("admin") },
    ])
      expect((await refusalOf(ask(more))).code, JSON.stringify(more)).toBe(check);
    for (const more of [{ version: 2 }, { claimId: (await scene.published()).claimId }])
      expect((await refusalOf(ask(more))).code).toBe(check);
  });

  it("is confirmed by the other of the two roles alone, once", async () => {
    const { who, ask } = await asking();
    const id = await ask();
    const [admin, editor, checker, gone] = [
      await scene.person("admin"),
      await scene.person("editor"),
      await scene.person("checker"),
      await scene.person("admin", { deactivatedAt: new Date() }),
    ];
    for (const by of [who, editor, checker, gone])
      expect((await refusalOf(confirm(id, by))).code).toBe(check);
    await confirm(id, admin);
    expect((await refusalOf(confirm(id, await scene.person("admin")))).code).toBe(refusedByTrigger);
  });

  it("is never the same person, whatever their role has become", async () => {
    const { who, ask } = await asking();
    const id = await ask();
    await database.sqlOwner(`UPDATE "user" SET role = 'admin' WHERE id = $1`, [who]);
    expect((await refusalOf(confirm(id, who))).code).toBe(check);
  });

  it("is on record for good, and changes nothing of the publication", async () => {
    const { slug, ask } = await asking();
    const read = () => database.sql("SELECT * FROM publication WHERE slug = $1", [slug]);
    const before = await read();
    const id = await ask();
    await confirm(id, await scene.person("admin"));
    expect(await read()).toEqual(before);
    const change = (sql: string) => refusalOf(database.sql(sql, [id]));
    expect((await change(`DELETE FROM withholding WHERE id = $1`)).code).toBe(denied);
    expect((await change(`UPDATE withholding SET slug = 'x' WHERE id = $1`)).code).toBe(denied);
    expect((await change(`UPDATE withholding SET "confirmedAt" = NULL WHERE id = $1`)).code).toBe(
      refusedByTrigger,
    );
    for (const sql of [
      `DELETE FROM withholding WHERE id = $1`,
      `UPDATE withholding SET "reasonClass" = 'court-order' WHERE id = $1`,
    ])
      expect((await refusalOf(database.sqlOwner(sql, [id]))).code).toBe(refusedByTrigger);
  });

  it("takes the version out of lists, and lets it into none again", async () => {
    const { slug, ask } = await asking();
    const list = () =>
      scene.add("publication_listing", {
        slug,
        version: 1,
        month: new Date().toISOString().slice(0, 7),
        firstAt: new Date(),
        changedAt: new Date(),
        language: "en",
        rating: "confirmed",
        ratingLabel: "Confirmed",
        rules: 1,
        words: "",
      });
    await list();
    await confirm(await ask(), await scene.person("admin"));
    expect(await database.sql("SELECT slug FROM publication_listing WHERE slug = $1", [slug])).toEqual([]);
    expect(await refusalOf(list())).toMatchObject({
      code: check,
      message: expect.stringMatching(/withheld/),
    });
  });
});
