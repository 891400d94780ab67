import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { DueDto } from "@/lib/shelf-life/dto";
import { taskKindWords } from "@/components/tasks/task-words";
import { DueList } from "./due-list";
import { ShelfLifeLine } from "./shelf-life-line";

const now = "2024-06-28T10:00:00Z";
const due = (group: DueDto["group"]) =>
  ({
    ...{ claimId: "c1", text: "It is so", kind: "so", topics: [], group, recheckAt: "2024-06-01T00:00:00Z" },
    ...{ since: "2024-01-01T00:00:00Z", asOf: null, lookedBy: null, isInCorrection: false, finding: null },
  }) as unknown as DueDto;

it.each([
  ["overdue", "was due"],
  ["later", "due"],
] as const)("what is %s is called alike in the task, on the claim and in the calendar", (group, when) => {
  const words = `${taskKindWords["shelf-life"]}: ${when} <time`;
  const item = due(group);
  const pages = [
    <ShelfLifeLine key="claim" due={item} now={now} />,
    <DueList key="list" due={[item]} lookAgain={async () => null} now={now} timeZone="UTC" />,
  ];
  for (const page of pages) expect(renderToStaticMarkup(page).replaceAll("<!-- -->", "")).toContain(words);
});
