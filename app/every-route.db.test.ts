// First: see there.
import { withinRequest } from "@/scripts/test/within-request";
import { NextRequest } from "next/server";
import { unstable_doesMiddlewareMatch as passesProxy } from "next/experimental/testing/server";
import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import type { FormState } from "@/lib/core/form-action.server";
import { actionFiles, pageFiles, routeFiles } from "@/scripts/test/files-of-app";
import {
  cookieOf,
  forAnyone,
  handlersOf,
  headersOf,
  here,
  readers,
  send,
  type Method,
} from "@/scripts/test/ask-routes";
import { useTestDatabase } from "@/scripts/test/test-database";
import proxy, { config as proxyConfig } from "@/proxy";

const database = useTestDatabase();

type Action = (...given: unknown[]) => Promise<FormState>;
/** How a form comes from elsewhere: from another site, from a sandboxed frame, from who does not say, or by its own word. */
const elsewhere: Record<string, Record<string, string>> = {
  "another site": { origin: "https://elsewhere.example" },
  "a sandboxed frame": { origin: "null" },
  "who does not say": {},
  "another site, by the browser's word": { origin: here, "sec-fetch-site": "cross-site" },
  "a sister site": { origin: here, "sec-fetch-site": "same-site" },
  "a page elsewhere": { origin: here, referer: "https://elsewhere.example/page" },
};

/** People who are signed in, and those whose cookie is worth nothing, by what they send. */
const staff: Record<string, string> = {};
const strangers: Record<string, string> = {};

const endings: Record<string, (viewer: Viewer, sessionId: string) => Promise<unknown>> = {
  revoked: (_, id) => database.sqlOwner(`UPDATE session SET "revokedAt" = now() WHERE id = $1`, [id]),
  expired: (_, id) =>
    database.sqlOwner(`UPDATE session SET "expiresAt" = now() - interval '1 second' WHERE id = $1`, [id]),
  idle: (_, id) =>
    database.sqlOwner(`UPDATE session SET "lastSeenAt" = now() - interval '1 day' WHERE id = $1`, [id]),
  deactivated: ({ id }) => database.sqlOwner(`UPDATE "user" SET "deactivatedAt" = now() WHERE id = $1`, [id]),
};

beforeAll(async () => {
  for (const role of ["checker", "editor", "admin"] as const)
    staff[role] = await cookieOf(await database.makeViewer(role, `Some ${role}`));
  strangers.nobody = "";
  strangers.forged = staff.admin!.replace(/.{6}$/, "AAAAAA");
  for (const [name, end] of Object.entries(endings)) {
    const viewer = await database.makeViewer("admin", `Gone ${name}`);
    await end(viewer, (viewer.via as { sessionId: string }).sessionId);
    strangers[name] = await cookieOf(viewer);
  }
});

/** What an answer of this method carries that it must not, or lacks; for staff nothing may be stored. */
function headerFaults({ headers }: Response): string[] {
  const policy = headers.get("content-security-policy") ?? "";
  const wanted: [string, boolean][] = [
    ["default-src 'none'", policy.includes("default-src 'none'")],
    ["object-src 'none'", policy.includes("object-src 'none'")],
    ["base-uri 'none'", policy.includes("base-uri 'none'")],
    ["frame-ancestors", /frame-ancestors '(none|self)'/.test(policy)],
    ["no scripts", !/script-src '(?!none)/.test(policy)],
    ["nosniff", headers.get("x-content-type-options") === "nosniff"],
    ["referrer policy", headers.get("referrer-policy") === "same-origin"],
    ["permissions policy", headers.has("permissions-policy")],
    ["resource policy", headers.get("cross-origin-resource-policy") === "same-origin"],
    ["no-store", headers.get("cache-control")?.includes("no-store") ?? false],
  ];
  return wanted.filter(([, holds]) => !holds).map(([name]) => name);
}

const written = async () => {
  const [row] = await database.sqlOwner<{ n: string }>("SELECT count(*)::text AS n FROM log_entry");
  return row!.n;
};

/** Changes to which no cookie lends anybody's rights, so that no Origin is asked for. */
const withoutOrigin: Record<string, Method[]> = { "api/v1/tips": ["POST"] };
const staffRoutes = routeFiles.filter(({ folder }) => !readers.test(folder));

describe.each(staffRoutes.map((route) => [route.folder, route] as const))("%s", (folder, route) => {
  test("ASVS 8.3.1, 14.3.2: answers nothing to whoever is not signed in, and stores it nowhere", async () => {
    for (const [method, handler] of await handlersOf(route)) {
      if (forAnyone[folder]?.includes(method)) continue;
      for (const [who, cookie] of Object.entries(strangers)) {
        const answer = await send(route, handler, method, { cookie, origin: here });
        const cell = `${method} by ${who}`;
        expect([cell, [401, 405].includes(answer.status) ? "refused" : answer.status]).toEqual([
          cell,
          "refused",
        ]);
        expect([cell, headerFaults(answer)]).toEqual([cell, []]);
      }
    }
  });

  test("ASVS 3.5.1 to 3.5.3: changes nothing for a page of another site, though the person is signed in", async () => {
    const before = await written();
    for (const [method, handler] of await handlersOf(route)) {
      if (method === "GET" || withoutOrigin[folder]?.includes(method)) continue;
      for (const [from, headers] of Object.entries(elsewhere)) {
        const answer = await send(route, handler, method, { cookie: staff.admin!, ...headers });
        const cell = `${method} from ${from}`;
        if (answer.status === 405) continue;
        expect([cell, answer.status]).toEqual([cell, 403]);
        expect(((await answer.json()) as { code: string }).code, cell).toBe("cross-site");
      }
    }
    expect(await written()).toBe(before);
  });

  test("ASVS 3.4, 14.3.2: sends its headers with every answer to staff, and nobody stores one", async () => {
    for (const [method, handler] of await handlersOf(route)) {
      for (const [who, cookie] of Object.entries(staff)) {
        const answer = await send(route, handler, method, { cookie, origin: here });
        await answer.body?.cancel();
        const cell = `${method} by ${who}: ${answer.status}`;
        expect([cell, headerFaults(answer)]).toEqual([cell, []]);
        expect(answer.status, cell).toBeLessThan(500);
      }
    }
  });
});

test("what is named above as open is there", async () => {
  for (const [folder, open] of Object.entries(forAnyone)) {
    const route = staffRoutes.find((one) => one.folder === folder);
    const found = route ? (await handlersOf(route)).map(([method]) => method) : [];
    expect(found, folder).toEqual(expect.arrayContaining(open));
  }
});

describe("every page of staff", () => {
  // The last shows nothing to anybody.
  const pages = pageFiles.filter(
    ({ folder }) => folder.startsWith("(desk)/") && folder !== "(desk)/desk/[...rest]",
  );

  test("stands at an address that the proxy gives its headers, a nonce of its own each time", () => {
    expect(pages.length).toBeGreaterThan(40);
    const nonces = new Set<string>();
    for (const { folder, address } of pageFiles) {
      expect([folder, passesProxy({ config: proxyConfig, url: address })]).toEqual([folder, true]);
      const { headers } = proxy(new NextRequest(here + address));
      const policy = headers.get("content-security-policy")!;
      nonces.add(/script-src 'nonce-([^']+)' 'strict-dynamic';/.exec(policy)![1]!);
      expect(policy, folder).toMatch(
        /^default-src 'none'; object-src 'none'; base-uri 'none';.* form-action 'self'; frame-ancestors 'none'$/,
      );
      expect([folder, headers.get("cache-control")]).toEqual([folder, "no-store"]);
    }
    expect(nonces.size).toBe(pageFiles.length);
  });

  test("is refused at the door when a form comes to it from elsewhere", () => {
    for (const { folder, address } of pageFiles)
      for (const [from, headers] of Object.entries(elsewhere)) {
        const request = new NextRequest(here + address, { method: "POST", headers: headersOf(headers) });
        expect([folder, from, proxy(request).status]).toEqual([folder, from, 403]);
      }
  });

  type Page = (props: object) => Promise<unknown>;
  test.each(pages.map((page) => [page.folder, page] as const))(
    "asks by itself who it is: %s",
    async (_, { file, params }) => {
      const { default: draw } = (await import(/* @vite-ignore */ file)) as { default: Page };
      const props = { params: Promise.resolve(params), searchParams: Promise.resolve({}) };
      for (const [who, cookie] of Object.entries(strangers)) {
        const drawn = withinRequest(headersOf({ cookie }), async () => draw(props));
        await expect(drawn, who).rejects.toMatchObject({
          digest: expect.stringMatching(/;\/sign-in\?from=/),
        });
      }
    },
  );
});

describe("every server action", () => {
  /** What came of it: the message of a refusal, or where it was sent instead. */
  async function outcome(action: Action, given: Record<string, string>): Promise<string> {
    // Whatever a page binds comes first; then the earlier state and the form, or the form alone.
    const form = new FormData();
    const rest = Array.from({ length: Math.max(0, action.length - 2) }, () => "none");
    const all = action.length === 0 ? [form] : action.length === 1 ? [form] : [...rest, null, form];
    try {
      const state = await withinRequest(headersOf(given), () => action(...all));
      return state?.ok === false ? (state.message ?? "") : `done: ${JSON.stringify(state)}`;
    } catch (error) {
      return (error as { digest?: string }).digest ?? String(error);
    }
  }

  test("is in a file of actions below app/", () => {
    expect(actionFiles.length).toBeGreaterThan(25);
  });

  test.each(actionFiles.map(({ folder, file }) => [`${folder}/${file.split("/").at(-1)}`, file] as const))(
    "does nothing for a form from elsewhere, or for a stranger: %s",
    async (_, file) => {
      const actions = Object.entries((await import(/* @vite-ignore */ file)) as Record<string, Action>);
      expect(actions.length).toBeGreaterThan(0);
      const before = await written();
      for (const [name, action] of actions) {
        for (const [from, headers] of Object.entries(elsewhere)) {
          const came = await outcome(action, { cookie: staff.admin!, ...headers });
          expect([name, from, came]).toEqual([
            name,
            from,
            expect.stringMatching(/another site|;\/(sign-in|desk);/),
          ]);
        }
        if (file.includes("(auth)")) continue;
        for (const [who, cookie] of Object.entries(strangers)) {
          const came = await outcome(action, { cookie, origin: here });
          expect([name, who, came]).toEqual([name, who, expect.stringContaining("Your session has ended.")]);
        }
      }
      expect(await written()).toBe(before);
    },
  );
});
