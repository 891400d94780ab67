import { AskButton } from "@/components/ui/button";

type Props = {
  action: string;
  /** What the search is called. */
  label: string;
  /** What its field is called. */
  field?: string;
  query: string | undefined;
  /** What the address carries beside the words. */
  carried?: Record<string, string>;
};

/** The words that are looked for, to change them; the answer is a page of its own. */
export function WordsForm({ action, label, field = "Words to search for", query, carried = {} }: Props) {
  return (
    <form action={action} role="search" aria-label={label} className="mb-4 flex gap-2">
      {Object.entries(carried).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input
        type="search"
        name="q"
        aria-label={field}
        placeholder={field}
        defaultValue={query}
        className="control min-w-0 flex-1"
      />
      <AskButton>Search</AskButton>
    </form>
  );
}
