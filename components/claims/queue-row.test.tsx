import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { ClaimRowDto } from "@/lib/claims/dto";
import { QueueRow } from "./queue-row";

const now = "2024-06-29T12:00:00Z";
const claim: ClaimRowDto = {
  ...{ id: "c1", text: "Two ferries", state: "in-review", topics: ["transport"], importance: 2, reach: null },
  ...{ deadlineAt: null, assignee: null, evidenceCount: 1, reviewCount: 0, similar: null, version: 1 },
  ...{ createdAt: now, updatedAt: now, isChanged: false, watch: null, publishAt: null },
  publicState: {
    ...{ version: 2, isRetracted: false, notices: [], isNoticePrepared: false },
    ...{ correction: { class: "correction", state: "in-review", publishAt: null } },
    ...{ isWithheld: false, isWithholdingAsked: false },
  },
};

const row = (one: ClaimRowDto) =>
  renderToStaticMarkup(
    <table>
      <tbody>
        <QueueRow
          {...{ claim: one, now, index: 0, query: "", sort: "newest", shown: "" }}
          {...{ isInHand: false, isSelected: false, isLive: false, onHand: () => {}, onToggle: () => {} }}
        />
      </tbody>
    </table>,
  );

it("says on windows of any width which version stands while a correction is worked on", () => {
  expect(row(claim).match(/version 2 stands meanwhile/g)).toHaveLength(2);
  const { publicState: _none, ...draft } = claim;
  expect(row(draft)).not.toContain("stands meanwhile");
});
