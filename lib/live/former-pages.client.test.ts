// @vitest-environment jsdom
import { beforeEach, expect, it } from "vitest";
import { notesItsPages, wasInThisTab } from "./former-pages.client";

beforeEach(() => sessionStorage.clear());

/** A page of this tab, by its name; answers how it is left. */
function openPage(id: string): () => void {
  const stop = notesItsPages(id);
  return () => {
    window.dispatchEvent(new PageTransitionEvent("pagehide"));
    stop();
  };
}

const known = (own: string) =>
  ["one", "two", "three", "four", "five", "another"].filter((id) => wasInThisTab(id, own));

it("a page knows those that stood in its tab before it, the last three, and takes no other for its own", () => {
  for (const id of ["one", "two", "three", "four"]) openPage(id)();
  openPage("five");
  expect(known("five")).toEqual(["two", "three", "four"]);
});

it("a tab that is opened as a copy of one that goes on takes it for another", () => {
  openPage("one");
  // The copy has the store of the first.
  openPage("two");
  expect(known("two")).toEqual([]);
});

it("a page that is come back to as it was is the one in its tab again", () => {
  const leave = openPage("one");
  leave();
  openPage("one");
  window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  openPage("two");
  expect(known("two")).toEqual([]);
});
