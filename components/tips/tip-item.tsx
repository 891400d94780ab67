import Link from "next/link";
import { reasonWords } from "@/components/selection/selection-words";
import { places } from "@/components/layout/places";
import { Disclosure } from "@/components/ui/disclosure";
import type { FormAction } from "@/components/ui/form-state";
import { LongText } from "@/components/ui/long-text";
import { OneAtATime } from "@/components/ui/one-at-a-time";
import { TimeAgo } from "@/components/ui/time-ago";
import type { OfferedTemplates } from "@/lib/templates/fill-field";
import type { SimilarClaimDto, TipDto } from "@/lib/tips/dto";
import { ChooseForm, DeclineForm } from "./decide-forms";
import { SimilarClaims } from "./similar-claims";

type Props = {
  tip: TipDto;
  similar: readonly SimilarClaimDto[];
  now: string;
  decide: FormAction;
  templates?: OfferedTemplates;
};

/** One tip: the reader's words, where they saw it, what says the same, and what the desk makes of it. */
export function TipItem({ tip, similar, now, decide, templates }: Props) {
  return (
    <li className="border-t py-4">
      <LongText text={tip.text} className="font-serif text-md whitespace-pre-wrap wrap-anywhere">
        {tip.text}
      </LongText>
      <p className="mt-1 text-sm wrap-anywhere text-ink-3">
        <TimeAgo at={tip.createdAt} now={now} />
        {tip.contact ? (
          <>
            {" "}
            · reach them at <bdi>{tip.contact}</bdi>
          </>
        ) : (
          " · no way to reach them given"
        )}
      </p>
      {tip.url ? (
        <p className="truncate text-sm">
          <a href={tip.url} title={tip.url} rel="noreferrer nofollow ugc">
            {tip.url}
          </a>
        </p>
      ) : null}
      {tip.state === "new" ? (
        <OneAtATime>
          <SimilarClaims tipId={tip.id} similar={similar} decide={decide} now={now} />
          <Disclosure id={`decide-${tip.id}`} summary="Decide" button open={templates?.chosen !== undefined}>
            <div className="grid gap-5 tabs:grid-cols-2">
              <ChooseForm tip={tip} decide={decide} />
              <DeclineForm tip={tip} decide={decide} templates={templates} />
            </div>
          </Disclosure>
        </OneAtATime>
      ) : (
        <Decided tip={tip} />
      )}
    </li>
  );
}

function Decided({ tip }: { tip: TipDto }) {
  const isChosen = tip.state === "chosen";
  const reason = isChosen || !tip.reason ? tip.reason : reasonWords(tip.reason);
  return (
    <p className="mt-1 text-sm text-ink-2">
      {isChosen ? "Chosen" : "Declined"} by {tip.decidedBy?.name ?? "someone who left"}
      {tip.decidedAt ? (
        <>
          {" "}
          <TimeAgo at={tip.decidedAt} exact />
        </>
      ) : null}
      {reason ? `: ${reason}` : null}
      {tip.note ? ` · ${tip.note}` : null}
      {tip.claimId ? (
        <>
          {" · "}
          <Link href={places.claim(tip.claimId)}>
            {isChosen ? "the claim" : "the claim that says the same"}
          </Link>
        </>
      ) : null}
    </p>
  );
}
