// First: see there.
import { withinRequest } from "@/scripts/test/within-request";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, test } from "vitest";
import type { FormState } from "@/lib/core/form-action.server";
import { encodeCursor } from "@/lib/core/cursor";
import { countExportPart, countSearch } from "@/lib/publications/search-limit.server";
import { cookieOf, headersOf, here, type Handler } from "@/scripts/test/ask-routes";
import { actionFiles, routeFiles } from "@/scripts/test/files-of-app";
import { useTestDatabase } from "@/scripts/test/test-database";

const database = useTestDatabase();

type Action = (...given: unknown[]) => Promise<FormState>;

let cookie: string;
beforeAll(async () => {
  cookie = await cookieOf(await database.makeViewer("checker", "Some checker"));
});

describe("ASVS 2.4.1: what anybody could do without end", () => {
  const json = (path: string, body: object) =>
    new NextRequest(here + path, {
      method: "POST",
      headers: headersOf({ origin: here, cookie, "content-type": "application/json" }),
      body: JSON.stringify(body),
    });
  const form = (path: string, fields: Record<string, string>) =>
    new NextRequest(here + path, {
      method: "POST",
      headers: headersOf({ origin: here, "content-type": "application/x-www-form-urlencoded" }),
      body: new URLSearchParams(fields).toString(),
    });

  const upload = (path: string) => {
    const file = new FormData();
    file.set("file", new File(["no recording"], "a.mp3"));
    const { headers, body } = new Response(file);
    const given = { origin: here, cookie, "content-type": headers.get("content-type")! };
    const init = { method: "POST", headers: headersOf(given), body, duplex: "half" };
    return new NextRequest(here + path, init as never);
  };

  /** One more of each is refused once the counters of the database are full. */
  const counted: [string, () => NextRequest][] = [
    ["api/v1/tips", () => json("/api/v1/tips", { text: "A tip." })],
    ["(public)/report", () => form("/report", { what: "It is wrong." })],
    ["(public)/tip", () => form("/tip", { what: "Is it true?" })],
    [
      "api/auth/[...nextauth]",
      () => form("/api/auth/callback/credentials", { email: "a@b.example", password: "x" }),
    ],
    ["api/v1/recordings", () => upload("/api/v1/recordings")],
    ["api/v1/articles", () => json("/api/v1/articles", { url: "https://news.example/a" })],
  ];

  const postTo = async (folder: string, request: NextRequest) => {
    const route = routeFiles.find((one) => one.folder === folder)!;
    const { POST } = (await import(/* @vite-ignore */ route.file)) as { POST: Handler };
    const params = Promise.resolve(
      folder.includes("nextauth") ? { nextauth: ["callback", "credentials"] } : {},
    );
    return withinRequest(request.headers, () => POST(request, { params }));
  };

  const fillCounters = () => database.sqlOwner("UPDATE rate_window SET hits = 1000000");

  test.each(counted)("is counted for everybody together: %s", async (folder, request) => {
    await database.sqlOwner("DELETE FROM rate_window");
    expect((await postTo(folder, request())).status).not.toBe(429);
    await fillCounters();
    const { status, headers } = await postTo(folder, request());
    expect([status, Number(headers.get("retry-after"))]).toEqual([429, expect.closeTo(450, -3)]);
  });

  test.each([
    ["sign-in", "signIn", { email: "a@b.example", password: "a wrong password" }],
    ["invite/[secret]", "accept", { secret: "x".repeat(43), name: "X", password: "a long new password" }],
  ])("is counted where a password or a link is tried: %s", async (folder, name, fields) => {
    await database.sqlOwner("DELETE FROM rate_window");
    const { file } = actionFiles.find((one) => one.folder === `(auth)/${folder}`)!;
    const actions = (await import(/* @vite-ignore */ file)) as Record<string, Action>;
    const sent = new FormData();
    for (const [field, value] of Object.entries(fields)) sent.set(field, value);
    const attempt = () => withinRequest(headersOf({ origin: here }), () => actions[name]!(null, sent));
    expect((await attempt())?.message).not.toContain("Too many");
    await fillCounters();
    expect((await attempt())?.message).toContain("Too many tries. Wait");
  });

  test("is counted where parts of an export are read anew, which the first part is not", async () => {
    await database.sqlOwner("DELETE FROM rate_window");
    const route = routeFiles.find((one) => one.folder === "api/v1/exports/publications.json")!;
    const { GET } = (await import(/* @vite-ignore */ route.file)) as { GET: Handler };
    const ask = async (query: string) => {
      const request = new NextRequest(`${here}/api/v1/exports/publications.json${query}`);
      return (await GET(request, { params: Promise.resolve({}) })).status;
    };
    const before = `?before=${encodeURIComponent(encodeCursor(["2031-01-01T00:00:00.000Z", "x"]))}`;
    for (let part = 0; part < 60; part += 1) await countExportPart(new Headers(), new Date());
    expect([await ask(before), await ask("")]).toEqual([429, 200]);
  });

  test("is counted where readers and machines search", async () => {
    for (let search = 0; search < 240; search += 1) await countSearch(new Headers(), new Date());
    for (const folder of ["(public)/search", "api/v1/claims-search"]) {
      const route = routeFiles.find((one) => one.folder === folder)!;
      const { GET } = (await import(/* @vite-ignore */ route.file)) as { GET: Handler };
      const request = new NextRequest(`${here}/search?q=cars&query=cars`);
      const { status, headers } = await GET(request, { params: Promise.resolve({}) });
      expect([folder, status, headers.has("retry-after")]).toEqual([folder, 429, true]);
    }
  });
});
