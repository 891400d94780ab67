"use client";

import { usePathname, useRouter } from "next/navigation";
import { useActionState, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { ShortcutHint } from "@/components/keys/shortcut-hint";
import { ActParts } from "./act-parts";
import { Button } from "./button";
import type { UndoName } from "@/lib/core/undo-name";
import type { ActPart, FormAction, FormState } from "./form-state";
import { notSure, useGuardedAction } from "./guarded-action";
import { SeeHistory } from "./see-history";
import { SignInAgain } from "./sign-in-again";
import { keepUnsent } from "./use-kept-copy";
import { OneAtATime } from "./one-at-a-time";
import { UndoFields } from "./undo-fields";
import { useHeightKept, useOutOfTheWay } from "./use-out-of-the-way";
import {
  clearUndo,
  noteTakingBack,
  onUndoOffer,
  sayUndone,
  takeWanted,
  takeWayAhead,
  undoOffer,
  whatWasUndone,
} from "./undo-store";

/** What takes each thing back. */
export type UndoActions = Record<UndoName, FormAction>;

/**
 * A strip that takes back what was just done, and then says what of it was not put back. It stays until something else is done
 * or it is closed. It lies at the foot of the desk, above the bar that stands there; in a wide window at its head where what is
 * in hand is at the foot. On pages that scroll it has a place of its own at the end; where the panes are the page what it lies
 * over is as much longer (`undo.css`): whatever it lies over can be scrolled free of it.
 */
export function UndoStrip({ actions }: { actions: UndoActions }) {
  const offer = useSyncExternalStore(onUndoOffer, undoOffer, () => null);
  const said = useSyncExternalStore(onUndoOffer, whatWasUndone, () => null);
  const box = useRef<HTMLDivElement>(null);
  // First, so that it lies above the bars of the page when it is asked what is under it.
  useHeightKept(box, offer ?? said, usePathname());
  const edge = useOutOfTheWay(box, offer ?? said);
  const router = useRouter();
  // Here and not in the form, which is gone with its page: the strip stays.
  useEffect(() => {
    const way = offer && takeWayAhead();
    if (way) router.push(way);
  }, [offer, router]);
  return (
    <div role="status" className="undo-strip" data-edge={edge}>
      {offer || said ? (
        <div className="undo-place">
          <div ref={box} className="undo-box">
            {offer ? (
              // What it takes back is done, also where the page that shows it is still on its way.
              <OneAtATime isApart>
                {said ? <Undone words={said.cancelled} parts={said.parts} /> : null}
                <Offer key={offer.id} offer={offer} action={actions[offer.act]} />
              </OneAtATime>
            ) : said ? (
              <div className={lineLook}>
                <Undone words={[said.words, said.cancelled].filter(Boolean).join(" ")} parts={said.parts} />
                <Close label="Close" />
              </div>
            ) : null}
          </div>
        </div>
      ) : null}
    </div>
  );
}

/** What became of what was taken back; what it is summed up by stands in the offer to try again, if there is one. */
function Undone({ words, parts }: { words: string | undefined; parts: readonly ActPart[] }) {
  return (
    <div className="max-h-[40dvh] max-w-prose overflow-y-auto text-sm whitespace-pre-line">
      {words ? <p>{words}</p> : null}
      <ActParts parts={parts} done="Taken back" />
    </div>
  );
}

const lineLook = "flex flex-wrap items-center gap-x-3 gap-y-1 text-sm [&_button]:shrink-0";

function Close({ label }: { label: string }) {
  return (
    <Button look="quiet" small onClick={clearUndo} aria-label={label}>
      Close
    </Button>
  );
}

/** Why it was not taken back. There is no form here in which to choose between two versions. */
function refusalOf(state: FormState): string | undefined {
  if (!state || state.ok) return undefined;
  return state.conflict ? "Somebody changed it after that, so nothing was put back." : state.message;
}

/**
 * What was taken back goes without saying; what of it was not does not, nor what it cancelled. What can be tried again is
 * offered with these words.
 */
function sayWhatStays(answer: FormState): void {
  const { message = "", parts = [], undo, cancelled } = answer ?? {};
  const stays = message !== "" && (!undo || answer?.parts !== undefined);
  if (stays || cancelled)
    sayUndone(stays ? { words: message, parts, cancelled } : { words: "", parts: [], cancelled });
}

type OfferProps = { offer: NonNullable<ReturnType<typeof undoOffer>>; action: FormAction };

function Offer({ offer, action }: OfferProps) {
  const { unsent } = offer;
  const isUnsure = useRef(false);
  const keeping = useMemo<FormAction>(
    () => async (before, form) => {
      // Before it is sent: the answer may be lost.
      const letGo = unsent ? keepUnsent(unsent) : null;
      const mayBeDone = isUnsure.current;
      isUnsure.current = true;
      const answer = await action(before, form);
      isUnsure.current = mayBeDone;
      // Refused, it stands on the desk as it was sent; unless an earlier try was never answered, which may have been done.
      if (answer?.isOver || (answer?.ok === false && !mayBeDone)) letGo?.();
      return answer;
    },
    [action, unsent],
  );
  const [state, submit] = useActionState(
    useGuardedAction(keeping, sayWhatStays, notSure("taken back")),
    null,
  );
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (takeWanted()) form.current?.querySelector<HTMLElement>("[data-undo]")?.click();
  }, []);
  return (
    <form ref={form} action={submit} onSubmit={noteTakingBack} className={lineLook}>
      <UndoFields
        offer={offer}
        words={refusalOf(state) ?? offer.words}
        next={
          state?.isSignedOut ? (
            <SignInAgain then="undo it" />
          ) : state?.savedBy ? (
            <SeeHistory savedBy={state.savedBy} />
          ) : null
        }
        isOver={state?.ok === false && (state.isOver === true || state.conflict !== undefined)}
        hint={<ShortcutHint id="undo" />}
      />
      <Close label="Leave it as it is" />
    </form>
  );
}
