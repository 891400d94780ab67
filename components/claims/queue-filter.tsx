import { claimStates } from "@/lib/claims/vocabulary";
import { sortOptions, stateWords } from "./claim-words";

export type QueueFilters = { state?: string; q?: string; topic?: string; assignee?: string; sort?: string };

const labelClass = "mb-0.5 block text-sm text-ink-2";

/** Words, state, topic, order and whose: one line where there is room. */
export function QueueFilter({ filters, action }: { filters: QueueFilters; action: string }) {
  return (
    <form
      action={action}
      role="search"
      aria-label="Filter the queue"
      className="mb-4 flex flex-wrap items-end gap-x-3 gap-y-2"
    >
      <input type="hidden" name="needs" value="all" />
      <div className="min-w-48 flex-2">
        <label htmlFor="queue-q" className={labelClass}>
          Words
        </label>
        <input id="queue-q" name="q" type="search" defaultValue={filters.q} className="control" />
      </div>
      <div className="min-w-36 flex-1">
        <label htmlFor="queue-state" className={labelClass}>
          State
        </label>
        <select id="queue-state" name="state" defaultValue={filters.state ?? ""} className="control">
          <option value="">Any</option>
          {claimStates.map((state) => (
            <option key={state} value={state}>
              {stateWords[state]}
            </option>
          ))}
        </select>
      </div>
      <div className="min-w-32 flex-1">
        <label htmlFor="queue-topic" className={labelClass}>
          Topic
        </label>
        <input id="queue-topic" name="topic" defaultValue={filters.topic} className="control" />
      </div>
      <div className="min-w-40 flex-1">
        <label htmlFor="queue-sort" className={labelClass}>
          Order
        </label>
        <select id="queue-sort" name="sort" defaultValue={filters.sort ?? "newest"} className="control">
          {sortOptions.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <label className="flex min-h-9 items-center gap-2">
        <input
          type="checkbox"
          name="assignee"
          value="me"
          defaultChecked={filters.assignee === "me"}
          className="size-4 accent-ink"
        />
        Mine only
      </label>
      <button type="submit" className="button">
        Show
      </button>
    </form>
  );
}
