import { expect, it } from "vitest";
import { pageFiles } from "../test/files-of-app";
import { deskPages } from "./desk-pages";

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
