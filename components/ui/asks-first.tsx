"use client";

import {
  createContext,
  useContext,
  useEffect,
  useRef,
  useState,
  type FormEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from "react";
import { cx } from "./cx";
import { WarnMark } from "./notice";

/** In one sentence, what any act in here does besides what it says. */
const Besides = createContext<string | null>(null);

/** The id of what a form says of that, for its buttons. */
export const BesidesId = createContext<string | undefined>(undefined);

type Props = {
  besides: string | null;
  /** Said once above what is in here: on a page without a box that says so. */
  isSaidAbove?: boolean;
  children: ReactNode;
};

/**
 * Acts in here do more than they say: the first press, or key, does nothing but ask and say so; the second does it. Whoever
 * hears a button hears it with the button. Others read it once, above, by `isSaidAbove`, or `SaysBesides` where it stands
 * elsewhere. Nothing of this where `besides` is null.
 */
export function AsksFirst({ besides, isSaidAbove = false, children }: Props) {
  return (
    <>
      {isSaidAbove ? <SaysBesides besides={besides} /> : null}
      <Besides value={besides}>{children}</Besides>
    </>
  );
}

/** Above forms that ask first: says once what each of them does besides. */
export function SaysBesides({ besides }: Pick<Props, "besides">) {
  return besides === null ? null : (
    <p className="mb-4 rounded-md border border-warn px-3 py-2 text-sm wrap-anywhere text-warn">
      <WarnMark />
      {besides}
    </p>
  );
}

/** What was pressed: the button itself, as others may come before it meanwhile; null for a key in a form without one. */
type Act = string | HTMLElement | null;

/**
 * Whether an act has to be asked for: `isHeld` is true for a press that asks and does nothing. Asked is asked of one act
 * about one thing only: another act, or the same about another thing (`about`), is asked again. `own`: what this very act
 * does besides, where it is known here and not around it; nothing above has said that.
 */
export function useAsksFirst(about = "", own: string | null = null) {
  const around = useContext(Besides);
  const besides = own ?? around;
  const [asked, setAsked] = useState<{ about: string; act: Act } | null>(null);
  const isAsking = besides !== null && asked?.about === about;
  const isHeld = (act: Act) => {
    if (besides === null || (isAsking && asked?.act === act)) return false;
    setAsked({ about, act });
    return true;
  };
  return { besides, isSaidAbove: own === null, isAsking, isHeld, leave: () => setAsked(null) };
}

export type AsksFirstState = ReturnType<typeof useAsksFirst>;

/** Holds back a form's first press of a button, by whatever key. */
export function holdUntilAsked(event: FormEvent<HTMLFormElement>, { isHeld }: AsksFirstState): boolean {
  const pressed = (event.nativeEvent as SubmitEvent).submitter;
  if (!isHeld(pressed)) return false;
  event.preventDefault();
  // Nobody else takes it for sent.
  event.stopPropagation();
  return true;
}

/** A key that is held down and the second half of a double click belong to the press before: they answer no question. */
export function holdSamePress(
  event: KeyboardEvent<HTMLElement> | MouseEvent<HTMLElement>,
  { besides }: AsksFirstState,
): void {
  if (besides === null) return;
  const isSame = "key" in event ? event.key === "Enter" && event.repeat : event.detail > 1;
  if (!isSame || !(event.target as Element).closest("button, input:not([type=checkbox], [type=radio])"))
    return;
  event.preventDefault();
  event.stopPropagation();
}

/**
 * What an act does besides, and once it was asked for, that nothing was done yet. Until then what was said above is there for
 * the button's description alone; where no press can ask, as no scripts run, it is read here too.
 */
export function BesidesLine({ id, asks, inverse }: { id: string; asks: AsksFirstState; inverse?: boolean }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A form may be longer than the window, and its button stand elsewhere.
    if (asks.isAsking) place.current?.scrollIntoView({ block: "nearest" });
  }, [asks.isAsking]);
  if (asks.besides === null) return null;
  const isShown = asks.isAsking || !asks.isSaidAbove;
  return (
    <div
      ref={place}
      className={cx(
        "basis-full scroll-mb-40 text-sm",
        inverse ? "px-2 font-normal" : "text-warn",
        !isShown && "hidden noscript:block",
      )}
    >
      <p id={id}>{asks.besides}</p>
      {asks.isAsking ? (
        <p role="alert" className="font-semibold">
          Nothing was done yet. To do it all the same, press again.
        </p>
      ) : null}
    </div>
  );
}
