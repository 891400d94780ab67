import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { ClaimRowDto } from "@/lib/claims/dto";
import type { DeskState } from "@/lib/publications/desk-state";
import { QueueHead, QueueList } from "./queue-list";

const row = (id: string, more: Partial<ClaimRowDto> = {}): ClaimRowDto => ({
  id,
  text: `Claim ${id}`,
  state: "ready",
  topics: [],
  importance: 2,
  deadlineAt: null,
  reach: null,
  assignee: null,
  evidenceCount: 1,
  reviewCount: 2,
  similar: null,
  version: 1,
  createdAt: "2024-06-29T10:00:00Z",
  updatedAt: "2024-06-29T10:00:00Z",
  isChanged: false,
  watch: null,
  publishAt: null,
  ...more,
});

/** The rows above and below the head of the list, by their claims' ids. */
function rowsAround(claims: ClaimRowDto[], current: ClaimRowDto) {
  const router = new Proxy({}, { get: () => () => undefined }) as never;
  const html = renderToStaticMarkup(
    <AppRouterContext value={router}>
      <QueueList
        claims={claims}
        current={current}
        head={<QueueHead label="Needs you" href="/desk" count={String(claims.length)} />}
        nextHref={null}
        empty="needs-me"
        now="2024-06-29T12:00:00Z"
      />
    </AppRouterContext>,
  );
  const [above = "", below = ""] = html.split(">Needs you<");
  const ids = (part: string) => [...part.matchAll(/\/desk\/claims\/([\w-]+)/g)].map(([, id]) => id);
  return { html, above: ids(above), below: ids(below) };
}

it("counts the rows under its head: the claim in hand stands apart when it is not one of them", () => {
  const { html, above, below } = rowsAround([row("one")], row("two"));
  expect([above, below]).toEqual([["two"], ["one"]]);
  expect(html).toContain("is not in the list below");
  const within = rowsAround([row("one"), row("two")], row("two"));
  expect([within.above, within.below]).toEqual([[], ["one", "two"]]);
  expect(within.html).not.toContain("is not in the list below");
});

it("says of a claim that is signed for later that it is scheduled, and for when", () => {
  const { html } = rowsAround([row("one", { publishAt: "2024-06-30T04:00:00Z" }), row("two")], row("two"));
  expect(html).toMatch(/scheduled for (<!-- -->)?<time[^>]*>tomorrow, 04:00<\/time>/);
  expect(html.match(/ready for an editor/g)).toHaveLength(1);
});

it("says of what is published what a search says too: which version stands, that a correction is open, which notice is out", () => {
  const publicState: DeskState = {
    ...{ version: 2, isRetracted: false, notices: ["under-review"], isNoticePrepared: false },
    ...{ correction: { class: "correction", state: "in-review", publishAt: null } },
    ...{ isWithheld: false, isWithholdingAsked: false },
  };
  const { html } = rowsAround([row("one", { state: "in-review", publicState })], row("two"));
  const apart = rowsAround([row("two")], row("one", { state: "in-review", publicState })).html;
  for (const words of ["version 2 stands meanwhile", "correction open", "notice: Under review"]) {
    expect(html).toContain(words);
    expect(apart).toContain(words);
  }
});
