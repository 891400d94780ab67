import { beforeAll, describe, expect, it } from "vitest";
import { makeScene, refusalOf, revisionHash, type Scene } from "../../scripts/test/guard-scene";
import { useTestDatabase } from "../../scripts/test/test-database";

const database = useTestDatabase();
let scene: Scene;
const check = "23514";

beforeAll(() => {
  scene = makeScene(database);
});

describe("CHECKs", () => {
  const cases: [string, (by: string) => Promise<unknown>][] = [
    ["a role is one of three", () => scene.person("owner")],
    ["an e-mail address is in small letters", () => scene.person("checker", { email: "A@test.example" })],
    [
      "a token has known scopes",
      (by) =>
        scene.add("token", {
          id: scene.id(),
          userId: by,
          name: "t",
          hash: "h",
          scopes: ["root"],
          expiresAt: new Date(),
        }),
    ],
    ["a claim says something", (by) => scene.claim(by, { text: "  " })],
    ["a claim's kind is one of four", (by) => scene.claim(by, { kind: "rumour" })],
    ["a claim's importance is 1 to 3", (by) => scene.claim(by, { importance: 4 })],
    ["a claim reaches nobody at least", (by) => scene.claim(by, { reach: -1 })],
    [
      "a failed article has its reason",
      (by) => scene.add("article", { id: scene.id(), state: "failed", createdById: by }),
    ],
    [
      "a compromised article has its reason",
      (by) =>
        scene.add("article", {
          id: scene.id(),
          state: "captured",
          reliability: "compromised",
          createdById: by,
        }),
    ],
    [
      "a capture's hash is that of its bytes",
      async (by) => scene.capture(await scene.article(by), by, { sha256: revisionHash("other") }),
    ],
    [
      "a quote lies somewhere",
      async (by) => {
        const articleId = await scene.article(by);
        return scene.add("quote", {
          id: scene.id(),
          articleId,
          exact: "Two",
          sentence: "Two",
          createdById: by,
        });
      },
    ],
    [
      "an attribution has one end",
      async (by) =>
        scene.add("attribution", {
          id: scene.id(),
          type: "cites",
          fromArticleId: await scene.article(by),
          status: "suggested",
          rule: "link",
        }),
    ],
    [
      "a confirmed attribution has a person",
      async (by) =>
        scene.add("attribution", {
          id: scene.id(),
          type: "cites",
          fromArticleId: await scene.article(by),
          toArticleId: await scene.article(by),
          status: "confirmed",
        }),
    ],
    [
      "a suggested attribution has a reason",
      async (by) =>
        scene.add("attribution", {
          id: scene.id(),
          type: "cites",
          fromArticleId: await scene.article(by),
          toArticleId: await scene.article(by),
          status: "suggested",
        }),
    ],
    [
      "a figure belongs to a claim or a quote",
      () =>
        scene.add("figure", {
          id: scene.id(),
          bound: "exact",
          measure: "count",
          scope: [],
          verbatim: "two",
          start: 0,
          end: 3,
        }),
    ],
    [
      "a figure's low is not above its high",
      async (by) =>
        scene.add("figure", {
          id: scene.id(),
          claimId: await scene.claim(by),
          low: 3,
          high: 2,
          bound: "range",
          measure: "count",
          scope: [],
          verbatim: "x",
          start: 0,
          end: 1,
        }),
    ],
    [
      "a quote that begins somewhere ends somewhere",
      async (by) => {
        const articleId = await scene.article(by);
        const captureId = await scene.capture(articleId, by);
        return scene.add("quote", {
          id: scene.id(),
          articleId,
          captureId,
          exact: "Two",
          start: 0,
          sentence: "Two",
          createdById: by,
        });
      },
    ],
    [
      "a token has scopes at all",
      (by) =>
        scene.add("token", {
          id: scene.id(),
          userId: by,
          name: "t",
          hash: "h",
          scopes: null,
          expiresAt: new Date(),
        }),
    ],
    [
      "interests of a person or organisation are known from somewhere",
      () =>
        scene.add("entity", { id: scene.id(), name: "Selby", kind: "organisation", interests: "Owns it" }),
    ],
    [
      "a sheet of a workbook has others beside it",
      (by) =>
        scene.add("import_batch", {
          ...{ id: scene.id(), ownerId: by, name: "a.xlsx", hasHeader: true, createdAt: new Date() },
          ...{ cells: "[]", mapping: "[]", sheets: "[]" },
        }),
    ],
    ["a tip's state is known", () => scene.add("tip", { id: scene.id(), text: "look", state: "published" })],
  ];
  it.each(cases)("%s", async (_name, attempt) => {
    const { code } = await refusalOf(attempt(await scene.person("checker")));
    expect(code).toBe(check);
  });
});
