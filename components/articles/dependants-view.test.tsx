import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import {
  isOver,
  type DependantClaimDto,
  type DependantPublicationDto,
  type DependantTaskDto,
} from "@/lib/articles/dependants-dto";
import { DependantsView } from "./dependants-view";

const sentence = { text: "It ordered seven ferries.", evidenceIds: ["e"], alone: true };
const claim = (id: string, state: DependantClaimDto["state"]): DependantClaimDto => ({
  id,
  text: `Claim ${id}`,
  state,
  publishAt: null,
  evidenceIds: ["e"],
  direct: true,
  ways: [],
  sentences: [sentence],
  gateWithout: { passes: false, issues: [], newIssues: [] },
});
const version = (claimId: string, number: number): DependantPublicationDto => ({
  slug: claimId,
  version: number,
  kind: "publication",
  claimId,
  publishedAt: "2024-06-28T12:00:00.000Z",
  standing: number === 2,
  retracted: false,
  evidenceIds: ["e"],
  sentences: [sentence],
});
const shown = (
  claims: DependantClaimDto[],
  publications: DependantPublicationDto[] = [],
  elsewhere = 0,
  tasks: DependantTaskDto[] = [],
) => {
  const over = claims.filter(({ state }) => isOver(state)).length;
  const counts = { current: claims.length - over + elsewhere, over };
  const dependants = { claims, publications, tasks, counts, nextCursor: elsewhere ? "next" : null };
  return renderToStaticMarkup(<DependantsView dependants={dependants} />);
};

test("claims that were retracted or declined are counted apart", () => {
  const html = shown([claim("a", "published"), claim("b", "retracted"), claim("c", "declined")]);
  expect(html).toContain("One claim leans on this source; it would lose");
  expect(html).toContain("2 more, retracted or declined");
  expect(shown([claim("b", "retracted")])).toContain("No claim that is worked on or published leans on");
});

test("a page of many says how many there are in all, and of what it tells no more than of itself", () => {
  const html = shown([claim("a", "published")], [version("a", 2)], 41);
  expect(html).toContain(
    "42 claims lean on this source, the oldest first. Of the 1 on this page one would lose",
  );
  expect(html).toContain("and one page that readers see now rests on one of them.");
  expect(shown([claim("b", "retracted")], [], 41)).toContain("None on this page is worked on or published.");
});

test("a sentence that its claim lists is not listed again with every version", () => {
  const html = shown([claim("a", "published")], [version("a", 1), version("a", 2)]);
  expect(html.split(sentence.text)).toHaveLength(2);
  expect(html).toContain("replaced");
  const alone = { ...claim("a", "published"), sentences: { hidden: true as const } };
  expect(shown([alone], [version("a", 2)])).toContain(sentence.text);
});

test("a sentence that would cite nothing is counted, and told once with what the gate asks for", () => {
  const one = claim("a", "published");
  const standing = { ...one, gateWithout: { passes: true, issues: [], newIssues: [] } };
  const html = shown([standing]);
  expect(html).toContain("it would lose what its gate asks for, or what a sentence cites.");
  expect(html).toContain("Passes its gate without this source, but one sentence would cite nothing.");
  expect(html).not.toContain("✓");
  const message = "“It ordered seven ferries.” would cite nothing.";
  const lost = { code: "sentence-uncovered", field: "verdict.writeUp.0", message } as const;
  const falling = shown([{ ...one, gateWithout: { passes: false, issues: [lost], newIssues: [lost] } }]);
  expect(falling.split(sentence.text)).toHaveLength(2);
  expect(falling).toContain("Without this source one sentence would cite nothing.");
  const held = { ...standing, sentences: [{ ...sentence, alone: false }] };
  expect(shown([held])).toContain("Passes its gate without this source.");
  expect(shown([held])).toContain("none would lose");
});

test("a version of an address that was retracted is not called replaced", () => {
  const html = shown([claim("a", "retracted")], [{ ...version("a", 1), retracted: true }]);
  expect(html).toContain("· retracted");
  expect(html).not.toContain("replaced");
});

test("open re-checks of claims that lean on the source no more are listed apart, the others with their claims", () => {
  const task = (claimId: string, done = false): DependantTaskDto => ({
    id: `task-${claimId}`,
    kind: "re-check",
    text: "It was marked retracted.",
    claimId,
    claimText: `Claim ${claimId}`,
    done,
    note: null,
  });
  const html = shown([claim("a", "published")], [], 0, [task("a"), task("b"), task("c", true)]);
  const [own = "", others = ""] = html.split("Other re-checks that are open");
  expect(own).toContain("Waits to be checked again");
  expect(others).toContain("Claim b");
  expect(others).not.toMatch(/Claim [ac]/);
  expect(shown([], [], 0, [task("b")])).toContain("Claim b");
  expect(shown([claim("a", "published")], [], 0, [task("a")])).not.toContain("Other re-checks");
  const many = Array.from({ length: 32 }, (_, index) => task(`n${index}`));
  expect(shown([], [], 0, many)).toContain("And 2 more.");
});
