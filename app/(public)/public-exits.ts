import { readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { unzipSync } from "fflate";
import { siteUrl } from "./reader-test";

const app = resolve("app");
const forStaff = ["api/v1/log", "api/v1/log/dump"];

/** Public routes as they lie on disk, for tests of what must not leave by any: a new one is driven without being told to. */
export const publicExits = ["(public)", ".well-known", "api/health", "api/ready", "api/metrics"]
  .concat(
    ["claims-search", "exports", "log", "pages", "publications", "openapi.json"].map(
      (name) => `api/v1/${name}`,
    ),
  )
  .flatMap((place) => readdirSync(join(app, place), { recursive: true, withFileTypes: true }))
  .filter(({ name }) => /^route\.tsx?$/.test(name))
  .map(({ parentPath }) => relative(app, parentPath))
  .filter((route) => !forStaff.includes(route));

/** What a dynamic part of a route's address is where a test says nothing else. */
function usualValue(part: string, route: string, version: string): string | undefined {
  return {
    n: version,
    month: new Date().toISOString().slice(0, 7),
    page: "about",
    "...path": "nothing",
    file: route.includes("cards")
      ? `${version}.png`
      : route.includes("sitemaps")
        ? "1.xml"
        : "verify-bundle.mjs",
  }[part];
}

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response> | Response;

/**
 * What the handler of a route answers: status, and headers with body as text. `valueOf` says what the dynamic parts are;
 * one that nobody gives a value fails.
 */
export async function askExit(
  route: string,
  valueOf: (part: string, route: string) => string | undefined,
  query?: string,
): Promise<{ status: number; text: string }> {
  const valueIn = (part: string) => {
    const value = valueOf(part, route) ?? usualValue(part, route, valueOf("version", route) ?? "1");
    if (value === undefined) throw new Error(`${route}: what is [${part}]? Give it a value in the test.`);
    return value;
  };
  const parts = [...route.matchAll(/\[([^\]]+)\]/g)].map(([, part]) => part!);
  const params = Object.fromEntries(parts.map((part) => [part.replace("...", ""), valueIn(part)]));
  const path = route
    .replace(/^\(public\)\/?/, "")
    .replace(/\[([^\]]+)\]/g, (_, part: string) => valueIn(part));
  const asked = query ?? (route.endsWith("log/consistency") ? "from=1" : undefined);
  const file = readdirSync(join(app, route)).find((name) => /^route\.tsx?$/.test(name))!;
  const { GET } = (await import(/* @vite-ignore */ join(app, route, file))) as { GET: Handler };
  const request = new Request(`${siteUrl}/${path}${asked ? `?${asked}` : ""}`);
  const given = params.path ? { path: [params.path] } : params;
  const response = await GET(request, { params: Promise.resolve(given) });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const headers = JSON.stringify([...response.headers]);
  return { status: response.status, text: headers + readable(bytes) };
}

/** Bytes as text, a ZIP's files too. */
function readable(bytes: Uint8Array): string {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const parts = isZip ? Object.values(unzipSync(bytes)) : [bytes];
  return parts.map((part) => new TextDecoder().decode(part)).join("\n");
}
