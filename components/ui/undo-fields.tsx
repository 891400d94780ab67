import type { ReactNode } from "react";
import { SubmitButton } from "./button";
import type { UndoOffer } from "./form-state";

type Props = {
  offer: UndoOffer;
  words?: string;
  /** What to do before trying again. */
  next?: ReactNode;
  /** It was refused for good: trying again would be refused again. */
  isOver?: boolean;
  /** The key that does the same. */
  hint?: ReactNode;
};

/** What was done, or `words` in its place, and the button that takes it back: the inside of a form. */
export function UndoFields({ offer, words = offer.words, next, isOver = false, hint }: Props) {
  return (
    <>
      {Object.entries(offer.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <span>
        {words}
        {next ? <> {next}</> : null}
      </span>
      {isOver ? null : (
        <SubmitButton look="plain" small busy="Taking back…" data-undo>
          Undo {hint}
        </SubmitButton>
      )}
    </>
  );
}
