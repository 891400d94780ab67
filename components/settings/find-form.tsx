import { SubmitButton } from "@/components/ui/button";

type Props = { action: string; label: string; q: string | undefined };

/** Looks a list through by a word; works without scripts. */
export function FindForm({ action, label, q }: Props) {
  return (
    <form action={action} role="search" aria-label={label} className="mb-3 flex flex-wrap items-end gap-2">
      <label className="min-w-0 flex-1 basis-48">
        <span className="mb-1 block font-medium">{label}</span>
        <input type="search" name="q" defaultValue={q} className="control" maxLength={200} />
      </label>
      <SubmitButton look="plain">Find</SubmitButton>
    </form>
  );
}
