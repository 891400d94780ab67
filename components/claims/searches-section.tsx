import type { ClaimDto } from "@/lib/claims/dto";
import type { DossierSearch } from "@/lib/claims/dossier";
import { asRead, asReadField } from "@/lib/core/as-read";
import { SubmitButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { HiddenField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { LongText } from "@/components/ui/long-text";
import { Section } from "@/components/ui/section";
import { TimeAgo } from "@/components/ui/time-ago";
import { conflictNames, SearchFields, searchAsRead, sideWords } from "./search-fields";

type Props = {
  claim: Pick<ClaimDto, "id" | "searches">;
  add?: FormAction;
  /** searchId and the same fields. */
  change?: FormAction;
  /** searchId. */
  withdraw?: FormAction;
  now?: string;
};

/** Where we looked, what for, and whether there was anything. Nothing found counts. */
export function SearchesSection({ claim, add, change, withdraw, now }: Props) {
  return (
    <Section id="searches" title="Searches" aside={claim.searches.length || undefined}>
      {claim.searches.length === 0 ? (
        <p className="text-sm text-ink-3">{add ? "None logged yet." : "None was logged."}</p>
      ) : null}
      <ul>
        {claim.searches.map((search) => (
          <li key={search.id} className="border-t py-2 [overflow-wrap:anywhere]">
            <Search search={search} now={now} />
            {change ? (
              <Disclosure summary="Change" quiet>
                <Form
                  action={change}
                  id={`search-${search.id}`}
                  className="grid gap-3"
                  label={`Change the search in ${search.where}`}
                  {...conflictNames}
                  keep={`search-change:${search.id}`}
                  undoesItself
                >
                  <input type="hidden" name="claimId" value={claim.id} />
                  <input type="hidden" name="searchId" value={search.id} />
                  <HiddenField name={asReadField} value={asRead(searchAsRead(search))} />
                  <SearchFields search={search} />
                  <div>
                    <SubmitButton look="plain">Save</SubmitButton>
                  </div>
                </Form>
                {withdraw ? <TakeBack search={search} action={withdraw} /> : null}
              </Disclosure>
            ) : null}
          </li>
        ))}
      </ul>
      {add ? (
        <Disclosure summary="Log a search">
          <Form
            action={add}
            id="add-search"
            done="logged"
            shownAt="the claim"
            className="grid gap-3"
            keep={`search:${claim.id}`}
          >
            <input type="hidden" name="claimId" value={claim.id} />
            <SearchFields />
            <div>
              <SubmitButton look="plain">Log the search</SubmitButton>
            </div>
          </Form>
        </Disclosure>
      ) : null}
    </Section>
  );
}

function TakeBack({ search, action }: { search: DossierSearch; action: FormAction }) {
  return (
    <Form
      action={action}
      id={`withdraw-search-${search.id}`}
      done="withdrawn"
      shownAt="the claim"
      className="mt-4 grid gap-2 border-t pt-3"
    >
      <input type="hidden" name="searchId" value={search.id} />
      <input type="hidden" name={asReadField} value={asRead(searchAsRead(search))} />
      <p className="text-sm text-ink-2">
        Logged by mistake: it counts no more, and the log keeps that it was here.
      </p>
      <div>
        <SubmitButton
          look="plain"
          small
          busy="Taking back…"
          aria-label={`Take it back: the search in ${search.where}`}
        >
          Take it back
        </SubmitButton>
      </div>
    </Form>
  );
}

function Search({ search, now }: { search: DossierSearch; now?: string }) {
  return (
    <>
      <LongText text={search.query}>
        {search.where}:{" "}
        <q dir="auto" className="font-serif">
          {search.query}
        </q>
      </LongText>
      <p className="text-sm text-ink-3">
        {search.found === "nothing" ? "nothing found" : "something found"}
        {search.side ? ` · looked for evidence ${sideWords(search.side)}` : null} ·{" "}
        <TimeAgo at={search.searchedAt} now={now} />
        {search.shown ? null : " · not shown to readers"}
      </p>
      {search.note ? (
        <LongText text={search.note} className="text-sm text-ink-2">
          {search.note}
        </LongText>
      ) : null}
    </>
  );
}
