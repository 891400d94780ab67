// First: see there.
import { withinRequest } from "@/scripts/test/within-request";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { addComment } from "@/lib/comments/commands";
import type { FormState } from "@/lib/core/form-action.server";
import { newId } from "@/lib/core/new-id.server";
import {
  cookieOf,
  forAnyone,
  headersOf as headersWith,
  here,
  readers,
  type Handler,
} from "@/scripts/test/ask-routes";
import { done } from "@/scripts/test/desk-scene";
import { answerToForm } from "@/scripts/test/form-of-ids";
import { actionFiles, pageFiles, routeFiles, type AppFile } from "@/scripts/test/files-of-app";
import {
  foreignId,
  ownWorkScene,
  secret,
  wantsInternsToSeeOwn,
  type OwnWorkScene,
} from "@/scripts/test/own-work-scene";
import { sealAll } from "@/scripts/test/seal-all";
import { useTestDatabase } from "@/scripts/test/test-database";
import { wordsDrawn } from "@/scripts/test/words-drawn";

const database = useTestDatabase();

type Action = (...given: unknown[]) => Promise<FormState>;
type Page = (props: object) => Promise<unknown>;
type PageFile = { default: Page; generateMetadata?: Page };

let scene: OwnWorkScene;
const cookies = { intern: "", colleague: "" };
type Who = keyof typeof cookies;

beforeAll(async () => {
  // Components that hold state are asked outside a browser's tree, and say so.
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  scene = await ownWorkScene(database);
  await wantsInternsToSeeOwn(database, true);
  cookies.intern = await cookieOf(scene.intern);
  cookies.colleague = await cookieOf(scene.colleague);
  await sealAll(database);
});

afterAll(() => void vi.restoreAllMocks());

const headersOf = (who: Who) =>
  headersWith({ origin: here, cookie: cookies[who], "content-type": "application/json" });

async function call(who: Who, route: AppFile, method: string, id: string, query = "", body = "{}") {
  const module = (await import(/* @vite-ignore */ route.file)) as Record<string, Handler>;
  const headers = headersOf(who);
  headers.set("content-length", String(body.length));
  const address = `${here}${route.address.replace("none", id)}${query}`;
  const request = new NextRequest(address, method === "GET" ? { headers } : { method, headers, body });
  const params = Promise.resolve({ ...route.params, id, version: "1", table: "output" });
  return withinRequest(headers, () => module[method]!(request, { params }));
}

/** Whatever is said of an id, with the id itself and the request's own left out. */
const answerOf = async (response: Response, id: string) => [
  response.status,
  (await response.text()).replaceAll(id, "ID").replace(/"requestId":"[^"]*"/, ""),
];

/** Whatever is not for anybody, as in `every-route.db.test.ts`, is for staff: a new route is walked without being told to. */
const forStaff = routeFiles.filter(
  ({ folder }) => !readers.test(folder) && (!(folder in forAnyone) || folder === "api/v1/tips"),
);
/** Neither of something with an id nor a list; what keeps each from telling an intern what is not theirs. */
const others: Record<string, string> = {
  "api/v1/newsroom-figures/[table]": "cannot be cut to a part, and is refused: below",
  "live/stream": "lib/notifications/told-of-own-work.db.test.ts",
  "preview/pages/[page]": "a page that the newsroom writes about itself, for whoever may write it",
};
const named = forStaff.filter(({ folder }) => folder.includes("[id]"));
const lists = forStaff.filter(({ folder }) => !folder.includes("[") && !(folder in others));

test("each way out is walked below, or says what walks it", () => {
  const walked = [...named, ...lists].map(({ folder }) => folder);
  const left = forStaff.map(({ folder }) => folder).filter((folder) => !walked.includes(folder));
  expect(left.sort()).toEqual(Object.keys(others).sort());
  expect(named.length).toBeGreaterThan(40);
  expect(lists.length).toBeGreaterThan(10);
});

describe("an id of what is not the intern's, in an address", () => {
  test.each(named.map((route) => [route.folder, route] as const))(
    "answers every method as an id of nothing does: %s",
    async (folder, route) => {
      const id = foreignId(scene, folder)!;
      expect(id, "say above what this address names").toBeTruthy();
      const module = (await import(/* @vite-ignore */ route.file)) as Record<string, unknown>;
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
        if (!(method in module)) continue;
        const unknown = newId();
        const [hidden, nothing] = [
          await answerOf(await call("intern", route, method, id), id),
          await answerOf(await call("intern", route, method, unknown), unknown),
        ];
        expect([method, ...hidden]).toEqual([method, ...nothing]);
        expect(hidden[1]).not.toContain(secret);
        if (method !== "GET" || hidden[0] === 405) continue;
        expect([folder, hidden[0]]).toEqual([folder, 404]);
        // There is no picture, PDF or recording in the scene, for anybody; and a colleague, no editor, signs nothing.
        if (/\/(?:picture|document|recording|pages\/\[page\]|retraction|notice)$/.test(folder)) continue;
        const theirs = await call("colleague", route, method, id);
        expect([folder, theirs.status]).toEqual([folder, 200]);
        await theirs.body?.cancel();
      }
    },
  );
});

describe("a list of the API", () => {
  test.each(lists.map((route) => [route.folder, route] as const))(
    "has neither words nor ids of what is not the intern's: %s",
    async (folder, route) => {
      const module = (await import(/* @vite-ignore */ route.file)) as Record<string, unknown>;
      if (!("GET" in module)) return;
      for (const query of ["", `?q=${secret}`, `?text=${encodeURIComponent(scene.own.text)}`, "?state=new"]) {
        const response = await call("intern", route, "GET", "", query);
        const text = await response.text();
        for (const word of [secret, ...Object.values(scene.foreign)])
          expect([folder, query, text.includes(word)]).toEqual([folder, query, false]);
      }
    },
  );

  test("has what is the intern's own, and everything for others", async () => {
    const claims = routeFiles.find(({ folder }) => folder === "api/v1/claims")!;
    const items = async (who: Who, query = "") =>
      ((await (await call(who, claims, "GET", "", query)).json()) as { items: { id: string }[] }).items.map(
        ({ id }) => id,
      );
    expect(await items("intern")).toEqual([scene.own.claimId]);
    expect(await items("intern", "?limit=1")).toEqual([scene.own.claimId]);
    expect(await items("colleague")).toEqual(
      expect.arrayContaining([scene.own.claimId, scene.foreign.claimId]),
    );
  });

  test("of the log is of what they did and see; its dump is of the whole desk, and refused", async () => {
    const route = (folder: string) => routeFiles.find((one) => one.folder === folder)!;
    const log = await call("intern", route("api/v1/log"), "GET", "");
    const { items } = (await log.json()) as { items: { claimId: string | null }[] };
    expect(items.length).toBeGreaterThan(2);
    expect([...new Set(items.map(({ claimId }) => claimId))].sort()).toEqual(
      [scene.own.claimId, null].sort(),
    );
    const figures = route("api/v1/newsroom-figures/[table]");
    for (const whole of [route("api/v1/log/dump"), figures]) {
      expect((await call("intern", whole, "GET", "")).status, whole.folder).toBe(403);
      expect((await call("colleague", whole, "GET", "")).status, whole.folder).not.toBe(403);
    }
  });
});

describe("a page of the desk", () => {
  const pages = pageFiles.filter(
    ({ folder }) => folder.startsWith("(desk)/") && folder !== "(desk)/desk/[...rest]",
  );
  const queries: Record<string, string>[] = [
    {},
    { q: secret, needs: "all" },
    { needs: "all", show: "done", state: "chosen" },
  ];

  /** What the person reads there; or what it sent them to instead. */
  async function draw(who: Who, page: AppFile, id: string, query: Record<string, string>): Promise<string> {
    const { default: open } = (await import(/* @vite-ignore */ page.file)) as PageFile;
    const props = { params: Promise.resolve({ ...page.params, id }), searchParams: Promise.resolve(query) };
    return withinRequest(headersOf(who), async () => {
      try {
        return await wordsDrawn(await open(props));
      } catch (error) {
        return (error as { digest?: string }).digest ?? Promise.reject(error as Error);
      }
    });
  }

  test.each(pages.map((page) => [page.folder, page] as const))(
    "shows nothing of what is not the intern's: %s",
    async (folder, page) => {
      const id = folder.includes("[id]") && !folder.includes("import") ? foreignId(scene, folder) : null;
      if (id) {
        expect([folder, await draw("intern", page, id, {})]).toEqual([
          folder,
          "NEXT_HTTP_ERROR_FALLBACK;404",
        ]);
        expect(await draw("intern", page, newId(), {})).toBe("NEXT_HTTP_ERROR_FALLBACK;404");
        return;
      }
      const { foreign } = scene;
      for (const query of queries) {
        const words = await draw("intern", page, "none", query);
        // What was searched for stands on the page of its results.
        expect([folder, query, !query.q && words.includes(secret)]).toEqual([folder, query, false]);
        for (const id of [foreign.claimId, foreign.articleId, foreign.evidenceId, foreign.tipId])
          expect([folder, query, words.includes(id)]).toEqual([folder, query, false]);
      }
      const filling = { original: foreign.articleId };
      if (folder.endsWith("articles/new"))
        expect(await draw("intern", page, "none", filling)).toBe("NEXT_HTTP_ERROR_FALLBACK;404");
    },
  );

  /** What the window is called, which is sent with the answer that nothing is there. */
  async function title(who: Who, page: AppFile, id: string): Promise<string | null> {
    const { generateMetadata } = (await import(/* @vite-ignore */ page.file)) as PageFile;
    if (!generateMetadata) return null;
    const props = { params: Promise.resolve({ ...page.params, id }), searchParams: Promise.resolve({}) };
    return withinRequest(headersOf(who), async () => JSON.stringify(await generateMetadata(props)));
  }

  test("is called what a page of nothing is called where it is not the intern's", async () => {
    const called = [];
    for (const page of pages.filter(({ folder }) => folder.includes("[id]"))) {
      const id = foreignId(scene, page.folder);
      const words = id && (await title("intern", page, id));
      if (!id || !words) continue;
      expect([page.folder, words]).toEqual([page.folder, await title("intern", page, newId())]);
      if ((await title("colleague", page, id))!.includes(secret)) called.push(page.folder);
    }
    expect(called.length).toBeGreaterThan(5);
  });

  test("has a frame without words or ids of what is not the intern's, that counts none of it", async () => {
    const { DeskFrame } = await import("./(desk)/desk-frame");
    const frame = withinRequest(headersOf("intern"), async () =>
      wordsDrawn(await DeskFrame({ children: null })),
    );
    const words = await frame;
    for (const word of [secret, ...Object.values(scene.foreign)]) expect(words).not.toContain(word);
    const news = routeFiles.find(({ folder }) => folder === "live/news")!;
    const counts = async (who: Who) => (await (await call(who, news, "GET", "")).json()) as object;
    expect(await counts("intern")).toMatchObject({ tips: 0, tasks: 0, unread: 0 });
    expect(await counts("colleague")).not.toMatchObject({ tips: 0 });
    expect(await counts("colleague")).not.toMatchObject({ tasks: 0 });
  });

  const read = ["", "/articles", "/articles/[id]", "/captures/[id]", "/claims/[id]", "/claims/[id]/sources"];
  test.each([...read, "/search", "/tasks", "/tips"])(
    "is looked through: a colleague reads there what the intern does not: %s",
    async (folder) => {
      const page = pages.find((one) => one.folder === `(desk)/desk${folder}`)!;
      const query: Record<string, string> = folder === "/search" ? { q: secret } : {};
      const words = await draw("colleague", page, foreignId(scene, page.folder) ?? "none", query);
      expect(words).toContain(folder === "/search" ? scene.foreign.claimId : secret);
    },
  );

  test("of the intern's own shows their own, and leaves out what is like it elsewhere", async () => {
    const { own, foreign } = scene;
    for (const folder of ["claims/[id]", "claims/[id]/sources", "claims/[id]/history", "articles/[id]"]) {
      const page = pages.find((one) => one.folder === `(desk)/desk/${folder}`)!;
      const words = await draw("intern", page, folder.startsWith("a") ? own.articleId : own.claimId, {
        article: foreign.articleId,
      });
      expect(words, folder).toContain(folder.startsWith("a") ? "Cranes" : own.text);
      expect(words, folder).not.toContain(secret);
    }
  });
});

describe("a form", () => {
  const written = async () =>
    (
      await database.sqlOwner<{ n: string }>(
        `SELECT count(*)::text AS n FROM log_entry WHERE "claimId" = ANY($1) OR "subjectId" = ANY($1)`,
        [Object.values(scene.foreign)],
      )
    )[0]!.n;

  /** Ids that were sent, and those of what was made meanwhile, differ from one time to the next. */
  const withoutIds = (answer: string) => answer.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "ID");

  test.each(
    actionFiles
      .filter(({ folder }) => folder.startsWith("(desk)"))
      .map(({ folder, file }) => [`${folder}/${file.split("/").at(-1)}`, file] as const),
  )(
    "does nothing to what is not the intern's, and says of it what it says of nothing: %s",
    async (_, file) => {
      const before = await written();
      const nothing = Object.fromEntries(Object.keys(scene.foreign).map((name) => [name, newId()]));
      for (const [name, action] of Object.entries(
        (await import(/* @vite-ignore */ file)) as Record<string, Action>,
      )) {
        const send = (ids: Record<string, string>) =>
          withinRequest(headersOf("intern"), () => answerToForm(action, ids));
        const hidden = await send(scene.foreign);
        expect([name, withoutIds(hidden)]).toEqual([name, withoutIds(await send(nothing))]);
        expect(hidden).not.toContain(secret);
      }
      expect(await written()).toBe(before);
    },
  );
});

describe("what makes something the intern's own", () => {
  const sees = async (id: string) => {
    const route = routeFiles.find(({ folder }) => folder === "api/v1/claims/[id]")!;
    return (await call("intern", route, "GET", id)).status === 200;
  };

  test("is that they are asked by name or given it, until somebody else has it", async () => {
    const { claimId } = scene.published;
    expect(await sees(claimId)).toBe(false);
    await database.sqlOwner(`UPDATE claim SET "assigneeId" = $1 WHERE id = $2`, [scene.intern.id, claimId]);
    expect(await sees(claimId)).toBe(true);
    await database.sqlOwner(`UPDATE claim SET "assigneeId" = NULL WHERE id = $1`, [claimId]);
    expect(await sees(claimId)).toBe(false);
    const ask = () =>
      done(addComment(scene.colleague, claimId, { text: "@Learner, please review." }, new Date()));
    // Whoever names them learns that this shows them the claim.
    expect(await ask()).toMatchObject({ told: ["Learner"], opened: ["Learner"] });
    expect(await sees(claimId)).toBe(true);
    expect(await ask()).toMatchObject({ told: ["Learner"], opened: [] });
  });

  test("is asked at each request: everything is there again once the setting is off", async () => {
    await wantsInternsToSeeOwn(database, false);
    expect(await sees(scene.foreign.claimId)).toBe(true);
    await wantsInternsToSeeOwn(database, true);
    expect(await sees(scene.foreign.claimId)).toBe(false);
  });
});
