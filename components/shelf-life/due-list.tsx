import Link from "next/link";
import { ClaimName } from "@/components/claims/claim-name";
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
import { daysCounted, dueGroups, type DueGroup } from "@/lib/shelf-life/periods";
import { LookAgainDue } from "./look-again-due";

const groupWords: Record<DueGroup, string> = {
  overdue: "Overdue",
  "this-week": "This week",
  later: "Later",
};

/** `timeZone` is the newsroom's: a day that a finding is true as of begins there. */
type Props = { due: DueDto[]; lookAgain: FormAction; now: string; timeZone: string };

/** Published findings by when they are looked at again: overdue, this week, later. */
export function DueList({ due, ...shown }: Props) {
  return (
    <>
      {dueGroups.map((group) => {
        const items = due.filter((item) => item.group === group);
        return items.length === 0 ? null : (
          <Section key={group} id={group} title={groupWords[group]} aside={items.length}>
            <ul className="border-b">
              {items.map((item) => (
                <DueItem key={item.claimId} item={item} {...shown} />
              ))}
            </ul>
          </Section>
        );
      })}
    </>
  );
}

/** What the day was counted from: "re-check after 90 days, last true as of 1 May 2026". */
function CountedFrom({ item, timeZone }: { item: DueDto; timeZone: string }) {
  const { asOf, since, lookedBy } = item;
  const days = daysCounted(item, timeZone);
  if (days === null)
    return (
      <>
        a day that {lookedBy} chose, having looked <TimeAgo at={since} />
      </>
    );
  const after = `re-check after ${days} ${days === 1 ? "day" : "days"}, `;
  if (lookedBy !== null)
    return (
      <>
        {after}
        {lookedBy} looked <TimeAgo at={since} />
      </>
    );
  return (
    <>
      {after}
      {asOf === null ? "published " : "last true as of "}
      <TimeAgo at={asOf ?? since} />
    </>
  );
}

type ItemProps = { item: DueDto } & Omit<Props, "due">;

function DueItem({ item, lookAgain, now, timeZone }: ItemProps) {
  const { claimId } = item;
  return (
    <li id={`due-${claimId}`} className="grid gap-1 border-t py-3">
      <ClaimName id={claimId} text={item.text} finding={item.finding} />
      <p className="text-sm text-ink-2">
        <LookAgainDue due={item} now={now} />
        {" · "}
        <CountedFrom item={item} timeZone={timeZone} />
        <span className="text-ink-3">
          {" · "}
          {[`kind of claim: ${kindWords[item.kind].toLowerCase()}`, ...item.topics].join(" · ")}
        </span>
      </p>
      {item.isInCorrection ? (
        <p className="text-sm">
          <Link href={places.correction(claimId)} className="inline-block py-0.5">
            A correction is open: go on with it
          </Link>
        </p>
      ) : (
        <Answers item={item} lookAgain={lookAgain} />
      )}
    </li>
  );
}

/** What can come of a look: nothing changed, or it did. */
function Answers({ item, lookAgain }: { item: DueDto; lookAgain: FormAction }) {
  const { claimId } = item;
  return (
    <div className="acts text-sm">
      <Disclosure summary="Looked again, nothing changed">
        <Form
          action={lookAgain}
          id={`look-${claimId}`}
          keep={`look-again:${claimId}`}
          className="grid max-w-xl gap-3"
          label={`Looked again: ${item.text}`}
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
  );
}
