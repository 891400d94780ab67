import { expect, it } from "vitest";
import { pageFiles, routeFiles } from "../test/files-of-app";
import { deskPages } from "./desk-pages";
import { readerPages } from "./reader-pages";

it("every page on disk is pictured at an address without brackets, a new one too", async () => {
  const { pages, missing } = await deskPages(async () => [{ id: "some" }]);
  expect(missing).toEqual([]);
  expect(pages.map(({ path }) => path).filter((path) => /[[\]]/.test(path))).toEqual([]);
  const own = new Set(pages.filter(({ as }) => as === "").map(({ route }) => route));
  const onDisk = pageFiles.map(
    ({ folder }) => `/${folder.replace(/(^|\/)\([^)]*\)/g, "").replace(/^\//, "")}`,
  );
  expect([...own].sort()).toEqual(onDisk.sort());
});

it("every readers' page on disk is pictured; what else readers' routes answer is a file or leads elsewhere", async () => {
  const { pages, missing } = await readerPages(async () => [{ row: "some" }]);
  expect(missing).toEqual([]);
  const pictured = new Set(pages.map(({ route }) => route));
  const others = routeFiles
    .filter(({ folder }) => folder.startsWith("(public)"))
    .map(({ folder }) => folder.replace("(public)", "") || "/")
    .filter((route) => !pictured.has(route));
  expect(others.filter((route) => !/\.\w+$|\/\[(file|topic)\]$/.test(route))).toEqual([
    "/oembed",
    "/verdicts",
  ]);
  expect(pages.map(({ path }) => path).filter((path) => /[[\]]/.test(path))).toEqual([]);
});
