import { SubmitButton } from "./button";
import type { UndoOffer } from "./form-state";

/** What was done, or `words` in its place, and the button that takes it back: the inside of a form. */
export function UndoFields({ offer, words = offer.words }: { offer: UndoOffer; words?: string }) {
  return (
    <>
      {Object.entries(offer.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <span>{words}</span>
      <SubmitButton look="plain" small busy="Taking back…" data-undo>
        Undo
      </SubmitButton>
    </>
  );
}
