"use client";

import { useEffect, useState } from "react";
import { SubmitButton } from "@/components/ui/button";
import { CheckField } from "@/components/ui/choice";
import { HiddenField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { useHasScripts } from "@/components/ui/has-scripts";
import { TimeField } from "@/components/ui/time-field";
import type { ClaimDto } from "@/lib/claims/dto";
import type { Rating } from "@/lib/settings/ratings";
import { leavesRoom } from "@/lib/verdicts/leaves-room";

type Props = {
  claim: Pick<ClaimDto, "id" | "version" | "provisional" | "nextUpdateAt">;
  /** The code of the draft's rating as it is saved. */
  rating: string | null;
  ratings: readonly Rating[];
  /** Fields: claimId, version, provisional, nextUpdateAt (a `TimeField`). */
  action: FormAction;
};

/**
 * For what cannot wait: published while replies are still out. Under a rating that leaves no room for more it is not offered,
 * and says so; what is marked already can be taken back.
 */
export function FirstFindingsForm({ claim, rating: saved, ratings, action }: Props) {
  const code = useRatingBeside(saved);
  const rating = ratings.find((one) => one.code === code);
  const isTooFirm = rating !== undefined && !leavesRoom(rating, ratings);
  return (
    <section aria-labelledby="first-findings-title" className="border-t pt-4">
      <h2 id="first-findings-title" className="mb-1.5 font-medium">
        First findings
      </h2>
      {isTooFirm ? (
        <p className="mb-2 text-sm text-ink-2">
          Rated “{rating.label}”, this cannot be published as first findings: they say that there is more to
          come. Choose a rating that leaves room for it{claim.provisional ? ", or take the tick away" : ""}.
        </p>
      ) : null}
      {isTooFirm && !claim.provisional ? null : <OwnForm claim={claim} action={action} />}
    </section>
  );
}

function OwnForm({ claim, action }: Pick<Props, "claim" | "action">) {
  const hasScripts = useHasScripts();
  return (
    <Form
      action={action}
      id="first-findings"
      className="grid gap-3"
      label="First findings"
      fieldNames={{ provisional: "First findings", nextUpdateAt: "Next update" }}
    >
      <input type="hidden" name="claimId" value={claim.id} />
      <HiddenField name="version" value={claim.version} />
      <CheckField
        name="provisional"
        label="Publish as first findings"
        hint="Searches and replies may still be open. The rating cannot be Confirmed or Disputed, and the page says that there is more to come."
        defaultChecked={claim.provisional}
      />
      <TimeField
        name="nextUpdateAt"
        label="Next update by"
        optional
        hint="Readers see it."
        stored={claim.nextUpdateAt}
      />
      <div className="acts">
        <SubmitButton look="plain">Save first findings</SubmitButton>
        <span className="text-sm text-ink-3">
          {hasScripts
            ? "The draft above saves itself; this does not."
            : "Save the draft above first: this reloads the page."}
        </span>
      </div>
    </Form>
  );
}

/** The rating in the form of the draft beside this one, as it is chosen; before scripts run the saved one. */
function useRatingBeside(saved: string | null): string | null {
  const [code, setCode] = useState(saved);
  useEffect(() => {
    const draft = document.getElementById("verdict-form");
    if (!(draft instanceof HTMLFormElement)) return;
    const read = () => {
      const chosen = draft.elements.namedItem("rating");
      if (chosen instanceof RadioNodeList) setCode(chosen.value || null);
    };
    read();
    draft.addEventListener("input", read);
    return () => draft.removeEventListener("input", read);
  }, []);
  return code;
}
