import { afterAll, beforeAll, expect, test } from "vitest";
import { cookieOf, forAnyone, handlersOf, here, readers, send } from "@/scripts/test/ask-routes";
import { closeDb } from "@/lib/core/db.server";
import { routeFiles } from "@/scripts/test/files-of-app";
import { useTestDatabase } from "@/scripts/test/test-database";

const database = useTestDatabase();
let cookie = "";

beforeAll(async () => {
  cookie = await cookieOf(await database.makeViewer("admin", "Some admin"));
  await closeDb();
  process.env.DATABASE_URL = "postgresql://nobody:nothing@127.0.0.1:1/none";
});
afterAll(async () => {
  await closeDb();
  process.env.DATABASE_URL = database.appUrl;
});

const calls = routeFiles.filter(({ folder }) => /^(api|live|preview)\//.test(folder));

test.each(calls.map((route) => [route.folder, route] as const))(
  "when the database is away it answers 503, and when to come back, or what needs no database: %s",
  async (folder, route) => {
    for (const [method, handler] of await handlersOf(route)) {
      const answer = await send(route, handler, method, { cookie, origin: here });
      const cell = `${method}: ${answer.status}`;
      const isOpen = readers.test(folder) || forAnyone[folder]?.includes(method);
      if (answer.status === 405 || (isOpen && answer.status < 500) || folder === "api/ready") continue;
      expect([cell, answer.headers.get("content-type")]).toEqual([
        `${method}: 503`,
        "application/problem+json; charset=utf-8",
      ]);
      expect([cell, Number(answer.headers.get("retry-after")) > 0]).toEqual([cell, true]);
      const { code, detail } = (await answer.json()) as { code: string; detail: string };
      expect([cell, code]).toEqual([cell, "database-away"]);
      expect(detail, cell).toContain("The desk cannot reach its database just now.");
    }
  },
);
