import Link from "next/link";
import { ClaimLead } from "@/components/claims/claim-lead";
import { kindWords } from "@/lib/claims/vocabulary-words";
import { places } from "@/components/layout/places";
import { SubmitButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Section } from "@/components/ui/section";
import { TimeAgo } from "@/components/ui/time-ago";
import type { DueDto } from "@/lib/shelf-life/dto";
import { dueGroups, type DueGroup } from "@/lib/shelf-life/periods";

const groupWords: Record<DueGroup, string> = {
  overdue: "Overdue",
  "this-week": "This week",
  later: "Later",
};

type Props = { due: DueDto[]; lookAgain: FormAction; now: string };

/** Published findings by when they are looked at again: overdue, this week, later. */
export function DueList({ due, lookAgain, now }: Props) {
  return (
    <>
      {dueGroups.map((group) => {
        const items = due.filter((item) => item.group === group);
        return items.length === 0 ? null : (
          <Section key={group} id={group} title={groupWords[group]} aside={items.length}>
            <ul className="border-b">
              {items.map((item) => (
                <DueItem key={item.claimId} item={item} lookAgain={lookAgain} now={now} />
              ))}
            </ul>
          </Section>
        );
      })}
    </>
  );
}

function DueItem({ item, lookAgain, now }: { item: DueDto; lookAgain: FormAction; now: string }) {
  const { claimId, group } = item;
  return (
    <li id={`due-${claimId}`} className="grid gap-1 border-t py-3">
      <p className="font-serif text-md">
        <ClaimLead id={claimId} text={item.finding || item.text} />
      </p>
      <p className="text-sm text-ink-2">
        <span className={group === "overdue" ? "font-semibold text-warn" : ""}>
          {group === "overdue" ? "Was due" : "Due"} <TimeAgo at={item.recheckAt} now={now} />
        </span>
        {item.asOf ? (
          <>
            {" · true as of "}
            <TimeAgo at={item.asOf} />
          </>
        ) : null}
        {" · "}
        {item.lookedBy ? `${item.lookedBy} looked` : "published"} <TimeAgo at={item.since} now={now} />
        <span className="text-ink-3">
          {" · "}
          {[`kind of claim: ${kindWords[item.kind].toLowerCase()}`, ...item.topics].join(" · ")}
        </span>
      </p>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-1 text-sm">
        <Disclosure summary="Looked again, nothing changed">
          <Form
            action={lookAgain}
            id={`look-${claimId}`}
            keep={`look-again:${claimId}`}
            className="grid max-w-xl gap-3"
            label={`Looked again: ${item.finding || item.text}`}
          >
            <input type="hidden" name="claimId" value={claimId} />
            <TextField name="note" label="What you looked at" hint="For the desk; it is logged." optional />
            <TextField
              name="next"
              type="date"
              label="Next look"
              hint="Left empty, it comes by kind and topic."
              optional
            />
            <div>
              <SubmitButton look="plain" small>
                Nothing changed
              </SubmitButton>
            </div>
          </Form>
        </Disclosure>
        <Link href={places.correction(claimId)} className="inline-block py-0.5">
          It changed: open a correction
        </Link>
      </div>
    </li>
  );
}
