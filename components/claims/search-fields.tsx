import type { DossierSearch } from "@/lib/claims/dossier";
import { CheckField, RadioField } from "@/components/ui/choice";
import { TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select";
import { TimeField } from "@/components/ui/time-field";

const sideOptions = [
  { value: "disputes", label: "that it is wrong" },
  { value: "supports", label: "that it is right" },
];

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
        empty="neither side"
        defaultValue={search?.side}
      />
      <RadioField
        name="found"
        legend="Found"
        inline
        defaultValue={search?.found}
        required
        options={[
          { value: "nothing", label: "Nothing" },
          { value: "something", label: "Something" },
        ]}
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
