import type { ClaimDto } from "@/lib/claims/dto";
import { SubmitButton } from "@/components/ui/button";
import { RadioField } from "@/components/ui/choice";
import { Disclosure } from "@/components/ui/disclosure";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select";
import { TimeAgo } from "@/components/ui/time-ago";

const sideOptions = [
  { value: "disputes", label: "that it is wrong" },
  { value: "supports", label: "that it is right" },
];

type Props = { claim: Pick<ClaimDto, "id" | "searches">; add?: FormAction; now?: string };

/** Where we looked, what for, and whether there was anything. Nothing found counts. */
export function SearchesSection({ claim, add, now }: Props) {
  return (
    <Section id="searches" title="Searches" aside={claim.searches.length || undefined}>
      {claim.searches.length === 0 ? <p className="text-sm text-ink-3">None logged yet.</p> : null}
      <ul>
        {claim.searches.map((search) => (
          <li key={search.id} className="border-t py-2">
            <p>
              {search.where}: <q className="font-serif">{search.query}</q>
            </p>
            <p className="text-sm text-ink-3">
              {search.found === "nothing" ? "nothing found" : "something found"}
              {search.side ? ` · looked for evidence ${sideWords(search.side)}` : null} ·{" "}
              <TimeAgo at={search.searchedAt} now={now} />
              {search.shown ? null : " · not shown to readers"}
            </p>
            {search.note ? <p className="text-sm text-ink-2">{search.note}</p> : null}
          </li>
        ))}
      </ul>
      {add ? (
        <Disclosure summary="Log a search">
          <Form action={add} id="add-search" className="grid gap-3" keep={`search:${claim.id}`}>
            <input type="hidden" name="claimId" value={claim.id} />
            <TextField name="where" label="Where" hint="Archive, register, search engine" required />
            <TextField name="query" label="What you looked for" required />
            <SelectField
              name="side"
              label="Looking for evidence"
              options={sideOptions}
              empty="neither side"
            />
            <RadioField
              name="found"
              legend="Found"
              inline
              defaultValue="nothing"
              options={[
                { value: "nothing", label: "Nothing" },
                { value: "something", label: "Something" },
              ]}
            />
            <TextField name="note" label="Note" optional />
            <div>
              <SubmitButton look="plain">Log the search</SubmitButton>
            </div>
          </Form>
        </Disclosure>
      ) : null}
    </Section>
  );
}

function sideWords(side: "supports" | "disputes"): string {
  return sideOptions.find(({ value }) => value === side)?.label ?? side;
}
