import { SubmitButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { SelectField } from "@/components/ui/select";
import type { AttributionDto, LeaningClaimDto } from "@/lib/articles/dto";
import { attributionVerbs } from "@/lib/attributions/choice-words";
import {
  articleInSentence,
  hasUnknownOrder,
  originKindOptions,
  scopeOptions,
  whenForEveryClaim,
} from "./attribution-words";

export type Counted = { count: number; newest: LeaningClaimDto[] };

export const claimsInWords = ({ count }: Counted) =>
  count === 0 ? "no claim yet" : count === 1 ? "1 claim" : `${count.toLocaleString("en")} claims`;

export type OriginDto = Extract<AttributionDto["to"], { origin: unknown }>["origin"];

type DecideProps = {
  item: AttributionDto;
  status: AttributionDto["status"];
  claimId: string | undefined;
  /** The claims for which a decision counts, where none is in hand. */
  scope: Counted | undefined;
  articleId: string;
  action: FormAction;
  /** What a decision for every claim does besides, in one sentence. */
  cancels?: string | undefined;
};

/** For which claims an attribution is confirmed or rejected: the one in hand, unless more is said. */
export function DecideAttribution({ item, status, claimId, scope, articleId, action, cancels }: DecideProps) {
  const saysFor = scope ? ` for ${claimsInWords(scope)}` : "";
  const about = `${saysFor}: ${edgeInWords(item, articleId)}`;
  const shownFor = scope && scope.count > 0 ? saysFor : null;
  const here = item.onClaims.find((one) => one.claimId === claimId);
  return (
    <Form
      action={action}
      id={`attribution-${item.id}`}
      className="acts"
      {...whenForEveryClaim(claimId, cancels)}
    >
      <input type="hidden" name="attributionId" value={item.id} />
      <input type="hidden" name="shownForAll" value={item.status} />
      <input type="hidden" name="shownHere" value={here?.status ?? "as-for-every-claim"} />
      {claimId ? (
        <>
          <input type="hidden" name="claimId" value={claimId} />
          <SelectField
            name="scope"
            label="For which claims"
            small
            className="flex-row flex-wrap items-baseline gap-x-2"
            options={scopeOptions}
            defaultValue="this-claim"
          />
        </>
      ) : null}
      {status === "confirmed" ? null : (
        <SubmitButton look="plain" small name="status" value="confirmed" aria-label={`Confirm${about}`}>
          Confirm
          {status === "suggested" && hasUnknownOrder(item) ? about : shownFor}
        </SubmitButton>
      )}
      {status === "rejected" ? null : (
        <SubmitButton look="plain" small name="status" value="rejected" aria-label={`Reject${about}`}>
          Reject{shownFor}
        </SubmitButton>
      )}
      {here ? (
        <SubmitButton look="plain" small name="status" value="as-for-every-claim">
          Take back
        </SubmitButton>
      ) : null}
      {"origin" in item.to && item.status === "suggested" && item.onClaims.length === 0 ? (
        <PutRight origin={item.to.origin} />
      ) : null}
    </Form>
  );
}

/** Name and kind of a suggested origin, to be put right by whoever confirms it. */
function PutRight({ origin }: { origin: OriginDto }) {
  return (
    <Disclosure summary="Change its name or kind" quiet>
      <div className="grid max-w-md gap-2">
        <input type="hidden" name="originWas" value={origin.name} />
        <input type="hidden" name="originKindWas" value={origin.kind} />
        <TextField
          name="originName"
          label="Its name"
          hint="Left empty, it stays."
          defaultValue={origin.name}
        />
        <SelectField
          name="originKind"
          label="Its kind"
          options={originKindOptions}
          defaultValue={origin.kind}
        />
        <p className="text-sm text-ink-3">Confirm saves it so. Readers see both.</p>
      </div>
    </Disclosure>
  );
}

/** The attribution as one phrase: "this article credits Reuters". */
function edgeInWords({ type, from, to }: AttributionDto, articleId: string): string {
  const own = from.articleId === articleId ? "this article" : articleInSentence(from);
  const other = "origin" in to ? to.origin.name : articleInSentence(to);
  return type === "own-reporting"
    ? `${own} ${attributionVerbs[type]}`
    : `${own} ${attributionVerbs[type]} ${other}`;
}
