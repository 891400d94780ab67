import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { randomBytes } from "node:crypto";
import { afterEach, expect, it } from "vitest";
import {
  checkFirstLoads,
  firstLoadLimitBytes,
  firstLoads,
  laterLimitBytes,
  readClientManifest,
} from "./first-load";

let folder = "";
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function build(files: Record<string, string | Buffer>): string {
  if (folder) rmSync(folder, { recursive: true, force: true });
  folder = mkdtempSync(join(tmpdir(), "countersign-first-load-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const page = (entries: Record<string, string[]>) =>
  `globalThis.__RSC_MANIFEST = {};\nglobalThis.__RSC_MANIFEST["/(desk)/desk/page"] = ${JSON.stringify({ entryJSFiles: entries })};`;
const shared = JSON.stringify({ rootMainFiles: ["a.js"], polyfillFiles: ["p.js"] });
const big = randomBytes(firstLoadLimitBytes);

it("adds up each script of a page once, and a build with a page over the limit fails, by name", () => {
  const built = build({
    "a.js": randomBytes(1000),
    "b.js": randomBytes(2000),
    "big.js": big,
    "p.js": big,
    "server/app/(desk)/desk/page/build-manifest.json": shared,
    "server/app/(desk)/desk/page_client-reference-manifest.js": page({ layout: ["b.js"], page: ["b.js"] }),
    "server/app/(desk)/desk/claims/[id]/page/build-manifest.json": shared,
    "server/app/(desk)/desk/claims/[id]/page_client-reference-manifest.js": page({ page: ["big.js"] }),
  });
  const loads = firstLoads(built, "(desk)");
  expect(loads.map(({ route, files }) => [route, files])).toEqual([
    ["/desk/claims/[id]", 2],
    ["/desk", 2],
  ]);
  expect(loads[1]!.bytes).toBeGreaterThan(3000);
  expect(loads[1]!.bytes).toBeLessThan(3200);
  const said: string[] = [];
  expect(() => checkFirstLoads((line) => said.push(line), built)).toThrow("/desk/claims/[id].");
  expect(said.join()).toContain("/desk/claims/[id]  over the limit");
});

it("adds up what scripts fetch later, and what that fetches, apart; too much of it fails a build too, by name", () => {
  const [editor, inner] = ["static/chunks/0a~b.js", "static/chunks/2-c.js"];
  const pages = (more: Record<string, Buffer>) =>
    build({
      "a.js": `load("${editor}"); load("static/chunks/not-there.js")`,
      "b.js": "",
      [editor]: `load("${inner}"); load("a.js")`,
      [inner]: randomBytes(5000),
      "server/app/(desk)/desk/page/build-manifest.json": shared,
      "server/app/(desk)/desk/page_client-reference-manifest.js": page({ page: ["b.js"] }),
      ...more,
    });
  const built = pages({});
  const [load] = firstLoads(built, "(desk)");
  expect(load!.bytes).toBeLessThan(300);
  expect(load!.laterBytes).toBeGreaterThan(5000);
  expect(load!.laterBytes).toBeLessThan(5300);
  expect(() => checkFirstLoads(() => {}, built)).not.toThrow();
  const heavy = pages({ [inner]: randomBytes(laterLimitBytes) });
  expect(() => checkFirstLoads(() => {}, heavy)).toThrow("fetched later: /desk.");
});

it("fails aloud when the build no longer says which scripts a page loads", () => {
  expect(() => readClientManifest("export default {}")).toThrow(/another form/);
  const path = build({
    "server/app/(desk)/desk/page/build-manifest.json": shared,
    "server/app/(desk)/desk/page_client-reference-manifest.js": page({}),
  });
  expect(() => firstLoads(path, "(desk)")).toThrow(/names no scripts/);
  const closed = build({
    "a.js": "",
    "server/app/(desk)/desk/page/build-manifest.json": shared,
    "server/app/(desk)/desk/page_client-reference-manifest.js": page({ page: ["a.js"] }),
  });
  expect(() => checkFirstLoads(() => {}, closed)).toThrow(/names what it fetches later/);
});

it("is asked by what builds the image, and by what is built ahead of a start", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  const image = [...readFileSync("deploy/Dockerfile", "utf8").matchAll(/^RUN npm run (\S+)/gm)];
  expect(image.map(([, name]) => name)).toContain("standalone");
  for (const name of ["build", ...image.map(([, run]) => run!)]) {
    const file = /scripts\/\S+\.ts/.exec(scripts[name] ?? "")?.[0] ?? "";
    const [, afterBuild = ""] = readFileSync(file, "utf8").split("await ensureBuilt(");
    expect(afterBuild, file).toMatch(/^\s+checkFirstLoads\(/m);
  }
});
