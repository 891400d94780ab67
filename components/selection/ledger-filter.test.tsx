import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { QueueFilter } from "@/components/claims/queue-filter";
import { LedgerFilter } from "./ledger-filter";

const none = { total: { chosen: 0, declined: 0 }, reasons: [], months: [], sources: [] };
const figures = {
  ...none,
  declined: { claims: 1, parts: 0, tips: 0 },
  undecided: { claims: 0, tips: 0 },
  topics: [
    { key: "Ships", chosen: 0, declined: 1 },
    { key: "no-topic", chosen: 2, declined: 1 },
    { key: "Weather", chosen: 1, declined: 0 },
  ],
};

it("offers what has no topic where topics are chosen from, in the ledger as in the queue", () => {
  const ledger = renderToStaticMarkup(<LedgerFilter filters={{ topic: "no-topic" }} figures={figures} />);
  const topics = /<select name="topic".*?<\/select>/.exec(ledger)?.[0] ?? "";
  expect(topics.match(/<option[^>]*>[^<]*/g)?.map((option) => option.replace(/.*>/, ""))).toEqual([
    "All",
    "No topic",
    "Ships",
  ]);
  expect(topics).toMatch(/<option value="no-topic" selected=""/);
  const queue = renderToStaticMarkup(
    <QueueFilter
      action="/desk"
      filters={{ topic: "no-topic", sort: "newest" }}
      people={[]}
      topics={["Ships"]}
      articleName={null}
      isOpen
    />,
  );
  expect(queue).toMatch(/<option value="No topic"><\/option><option value="Ships">/);
  expect(queue).toMatch(/name="topic"[^>]* value="No topic"/);
});
