import { largest, shareWords, type LedgerFigures } from "@/lib/selection/ledger";
import { monthWords, reasonWords, sourceWords, topicWords } from "./selection-words";
import { TallyChart } from "./tally-chart";

type Props = { figures: LedgerFigures; hrefOf: (filter: Record<string, string>) => string };

const [mostRows, mostMonths] = [12, 12];

const many = (count: number, one: string) =>
  count === 0 ? [] : [`${count} ${one}${count === 1 ? "" : "s"}`];

/** "5 claims, 2 parts of claims and 1 tip", without the kind there is none of. */
function counted({ claims, parts, tips }: { claims: number; parts?: number; tips: number }): string {
  const kinds = [
    ...many(claims, "claim"),
    ...(parts ? [parts === 1 ? "1 part of a claim" : `${parts} parts of claims`] : []),
    ...many(tips, "tip"),
  ];
  const last = kinds.pop() ?? "";
  return kinds.length === 0 ? last : `${kinds.join(", ")} and ${last}`;
}

/** How the newsroom chose, drawn, with the numbers beside. */
export function SelectionFigures({ figures, hrefOf }: Props) {
  const { total, declined, undecided, reasons, topics, months, sources } = figures;
  const rowHref = (name: string) => (key: string) => (key === "rest" ? null : hrefOf({ [name]: key }));
  return (
    <section aria-labelledby="figures-title" className="mb-8">
      <h2 id="figures-title" className="text-lg font-semibold">
        How we chose
      </h2>
      <p className="mt-1 mb-4 max-w-prose text-ink-2">
        {total.chosen + total.declined === 0 ? (
          "Nothing was decided yet: what is taken up and what is not is counted here from the first decision on."
        ) : (
          <>
            {total.chosen} taken up, {total.declined} not
            {total.declined > 0 ? ` (${counted(declined)})` : null}: {shareWords(total)} of what was decided.
            Filled is what was taken up; a tip that was taken up counts as its claim, and a part of a claim
            with its whole.
            {undecided.claims + undecided.tips > 0
              ? ` Not counted, as nobody decided yet: ${counted(undecided)}.`
              : null}
          </>
        )}
      </p>
      <div className="grid gap-x-10 gap-y-6 tabs:grid-cols-2">
        <TallyChart
          id="reasons"
          title="Why not"
          what="reason"
          tallies={largest(reasons, mostRows)}
          name={reasonWords}
          href={rowHref("reason")}
          onlyDeclined
        />
        <TallyChart
          id="topics"
          title="By topic"
          what="topic"
          tallies={largest(topics, mostRows)}
          name={topicWords}
          href={rowHref("topic")}
        />
        <TallyChart
          id="months"
          title={`By month of arrival${months.length > mostMonths ? `, the last ${mostMonths}` : ""}`}
          what="month"
          tallies={months.slice(-mostMonths)}
          name={monthWords}
          href={rowHref("month")}
        />
        <TallyChart
          id="sources"
          title="By where it was seen"
          what="source"
          tallies={largest(sources, mostRows)}
          name={sourceWords}
          href={rowHref("source")}
        />
      </div>
    </section>
  );
}
