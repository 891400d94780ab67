import { expect, it } from "vitest";
import { done, makeDesk, wholeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import { addArticle } from "../articles/commands/add-article";
import { addAttribution } from "../attributions/commands/decide-attribution";
import { claimHistory } from "./claim-history.server";

const database = useTestDatabase();
const desk = makeDesk(database);

it("history says in words who has it from whom, with no arrow that could be read against the picture's", async () => {
  const { claimId, articleId, other } = await desk.inReview();
  const text = "The wire\n\nFour cranes were ordered.\n";
  const wire = {
    articleId: (await done(addArticle(other, { text, title: "The wire" }, new Date()))).articleId,
  };
  const origin = {
    origin: { name: "The register", kind: "record", naming: "named", primary: true },
  } as const;
  await done(addAttribution(other, articleId, { type: "cites", to: origin }, new Date()));
  await done(addAttribution(other, articleId, { type: "uncredited-rewrite", to: wire }, new Date()));
  const { entries } = await claimHistory(wholeDesk, claimId, { isBlind: false });
  const said = entries.filter(({ event }) => event === "attribution.added").map(({ detail }) => detail ?? "");
  expect(said).toHaveLength(2);
  expect(said[0]).toMatch(/^\S.* rewrites, without credit, The wire$/);
  expect(said[1]).toMatch(/^\S.* credits The register$/);
  expect(said.join()).not.toContain("→");
});
