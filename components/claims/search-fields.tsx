import type { DossierSearch } from "@/lib/claims/dossier";
import { boxWords } from "@/components/ui/box-words";
import { CheckField, RadioField } from "@/components/ui/choice";
import { TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select";
import { TimeField } from "@/components/ui/time-field";

const sideOptions = [
  { value: "disputes", label: "that it is wrong" },
  { value: "supports", label: "that it is right" },
];

const neither = "neither side";

const foundOptions = [
  { value: "nothing", label: "Nothing" },
  { value: "something", label: "Something" },
];

const named = (options: readonly { value: string; label: string }[]) =>
  Object.fromEntries(options.map(({ value, label }) => [value, label]));

/** What two versions of a search are shown under, as props of its form. */
export const conflictNames = {
  fieldNames: {
    where: "Where",
    query: "What you looked for",
    side: "Looking for evidence",
    found: "Found",
    note: "Note",
    searchedAt: "When",
    shown: "Readers may see it",
  },
  valueNames: { side: { ...named(sideOptions), "": neither }, found: named(foundOptions), shown: boxWords },
};

/** What the form of a search reads of it. */
export function searchAsRead(search: DossierSearch): Omit<DossierSearch, "id"> {
  const { where, query, found, note, side, searchedAt, shown } = search;
  return { where, query, found, note, side, searchedAt, shown };
}

/** Which side a search was about, as the end of "looked for evidence …". */
export function sideWords(side: "supports" | "disputes"): string {
  return sideOptions.find(({ value }) => value === side)?.label ?? side;
}

/** A search: shared by noting one and putting it right. */
export function SearchFields({ search }: { search?: DossierSearch }) {
  return (
    <>
      <TextField
        name="where"
        label="Where"
        hint="Archive, register, search engine"
        required
        defaultValue={search?.where}
      />
      <TextField name="query" label="What you looked for" required defaultValue={search?.query} />
      <SelectField
        name="side"
        label="Looking for evidence"
        options={sideOptions}
        empty={neither}
        defaultValue={search?.side}
      />
      <RadioField
        name="found"
        legend="Found"
        inline
        defaultValue={search?.found}
        required
        options={foundOptions}
      />
      <TextField name="note" label="Note" optional defaultValue={search?.note} />
      <TimeField
        name="searchedAt"
        label="When"
        hint={search ? "Left empty: as it was" : "Left empty: now"}
        optional
      />
      <input type="hidden" name="hasShown" value="yes" />
      <CheckField
        name="shown"
        label="Readers may see it"
        hint="Off for what would give away a source or a person. It counts for the gate either way."
        defaultChecked={search?.shown ?? true}
      />
    </>
  );
}
