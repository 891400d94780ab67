import { SubmitButton } from "@/components/ui/button";

type Props = {
  action: string;
  label: string;
  q: string | undefined;
  /** What else of the address stays as it is. */
  hidden?: Readonly<Record<string, string>>;
};

/** Looks a list through by a word; works without scripts. */
export function FindForm({ action, label, q, hidden = {} }: Props) {
  return (
    <form action={action} role="search" aria-label={label} className="mb-3 flex flex-wrap items-end gap-2">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="min-w-0 flex-1 basis-48">
        <span className="mb-1 block font-medium">{label}</span>
        <input type="search" name="q" defaultValue={q} className="control" maxLength={200} />
      </label>
      <SubmitButton look="plain">Find</SubmitButton>
    </form>
  );
}
