import Form from "next/form";
import Link from "next/link";
import { AskButton } from "@/components/ui/button";
import { CheckField } from "@/components/ui/choice";
import type { QueueFilters } from "@/lib/claims/queue-query";
import { claimStates } from "@/lib/claims/vocabulary";
import { meansNoTopic, noTopicWords } from "@/lib/topics/no-topic";
import { stateWords } from "@/lib/claims/vocabulary-words";
import { places } from "@/components/layout/places";
import { dueOptions, importanceOptions, sortOptions } from "./claim-words";
import { needsOptions } from "./filter-words";

type Props = {
  action: string;
  filters: QueueFilters;
  people: readonly { id: string; name: string }[];
  topics: readonly string[];
  /** Of the article among the filters; null where it is not known. */
  articleName: string | null;
  /** Open where something is filtered; folded where the view says it all. */
  isOpen: boolean;
};

/** Every filter of the queue and its order, as one form whose answer is an address. */
export function QueueFilter({ action, filters, people, topics, articleName, isOpen }: Props) {
  const { needs, q, state, topic, assignee, importance, due, article, sort } = filters;
  return (
    <details open={isOpen} className="min-w-0 open:mb-2 open:basis-full">
      <summary className="inline-flex min-h-6 items-center text-sm text-link underline decoration-1 underline-offset-[.18em]">
        Filter and order
      </summary>
      <Form
        action={action}
        role="search"
        aria-label="Filter the queue"
        className="mt-2 flex flex-wrap items-end gap-x-3 gap-y-2"
      >
        <div className="min-w-48 flex-2">
          <label htmlFor="queue-q" className={labelClass}>
            Words
          </label>
          <input id="queue-q" name="q" type="search" defaultValue={q} className="control" />
        </div>
        <Choice
          name="state"
          label="State"
          value={state}
          options={claimStates.map((one) => ({ value: one, label: stateWords[one] }))}
        />
        <div className="min-w-28 flex-1">
          <label htmlFor="queue-topic" className={labelClass}>
            Topic
          </label>
          <input
            id="queue-topic"
            name="topic"
            defaultValue={topic && meansNoTopic(topic) ? noTopicWords : topic}
            maxLength={60}
            list="queue-topics"
            className="control"
          />
          <datalist id="queue-topics">
            {[noTopicWords, ...topics].map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        </div>
        <Choice
          name="assignee"
          label="With"
          value={assignee}
          empty="Anyone"
          options={[
            { value: "me", label: "You" },
            { value: "none", label: "Nobody" },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Choice
          name="importance"
          label="Importance"
          value={importance === undefined ? undefined : String(importance)}
          options={importanceOptions}
        />
        <Choice name="due" label="Due" value={due} options={dueOptions} />
        <Choice
          name="needs"
          label="Waits for"
          value={needs}
          empty="Any"
          emptyValue="all"
          options={needsOptions}
          isLong
        />
        <Choice name="sort" label="Order" value={sort} options={sortOptions} isFixed isLong />
        {article ? (
          <CheckField
            name="article"
            value={article}
            label={
              articleName ? (
                <>
                  Resting on “<bdi>{articleName}</bdi>”
                </>
              ) : (
                "Resting on one article"
              )
            }
            defaultChecked
          />
        ) : null}
        <div className="acts">
          <AskButton>Show</AskButton>
          {isOpen ? (
            <Link href={`${places.queue}?needs=all`} className="py-1">
              Clear filters
            </Link>
          ) : null}
        </div>
      </Form>
    </details>
  );
}

const labelClass = "mb-0.5 block text-sm text-ink-2";

type ChoiceProps = {
  name: string;
  label: string;
  value: string | undefined;
  options: readonly { value: string; label: string }[];
  empty?: string;
  emptyValue?: string;
  /** There is always one. */
  isFixed?: boolean;
  /** Its words are long, and are to be read whole. */
  isLong?: boolean;
};

function Choice({
  name,
  label,
  value,
  options,
  empty = "Any",
  emptyValue = "",
  isFixed,
  isLong,
}: ChoiceProps) {
  return (
    <div className={`flex-1 tabs:max-w-72 ${isLong ? "min-w-52" : "min-w-36"}`}>
      <label htmlFor={`queue-${name}`} className={labelClass}>
        {label}
      </label>
      <select id={`queue-${name}`} name={name} defaultValue={value ?? emptyValue} className="control">
        {isFixed ? null : <option value={emptyValue}>{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
