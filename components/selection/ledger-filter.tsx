import Link from "next/link";
import type { LedgerFigures } from "@/lib/selection/ledger";
import { declineOptions } from "@/components/claims/claim-words";
import { places } from "@/components/layout/places";
import { AskButton } from "@/components/ui/button";
import { noTopic } from "@/lib/topics/no-topic";
import { monthWords, sourceWords, topicWords } from "./selection-words";

type Props = { filters: Readonly<Record<string, string | undefined>>; figures: LedgerFigures };

/** What of the ledger is listed; the choice stands in the address, so that back works and it can be sent on. */
export function LedgerFilter({ filters, figures }: Props) {
  const declined = (tallies: LedgerFigures["topics"]) =>
    tallies.filter(({ declined: count }) => count > 0).map(({ key }) => key);
  const choices = [
    { name: "reason", label: "Why", options: declineOptions },
    {
      name: "topic",
      label: "Topic",
      options: [noTopic, ...declined(figures.topics).filter((value) => value !== noTopic)].map((value) => ({
        value,
        label: topicWords(value),
      })),
    },
    {
      name: "month",
      label: "Month",
      options: declined(figures.months)
        .reverse()
        .map((value) => ({ value, label: monthWords(value) })),
    },
    {
      name: "source",
      label: "Source",
      options: declined(figures.sources).map((value) => ({ value, label: sourceWords(value) })),
    },
  ];
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <form
      action={places.ledger}
      className="mb-3 grid grid-cols-2 items-end gap-3 tabs:flex tabs:flex-wrap"
      aria-label="Filter the ledger"
    >
      {choices.map(({ name, label, options }) => (
        <label key={name} className="grid min-w-0 gap-1 text-sm tabs:min-w-32">
          {label}
          <select name={name} defaultValue={filters[name] ?? ""} className="control">
            <option value="">All</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </label>
      ))}
      <div className="acts">
        <AskButton>Show</AskButton>
        {isFiltered ? (
          <Link href={`${places.ledger}#list`} className="py-1">
            Show all
          </Link>
        ) : null}
      </div>
    </form>
  );
}
