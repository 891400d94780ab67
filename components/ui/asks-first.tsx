"use client";

import {
  createContext,
  useContext,
  useEffect,
  useRef,
  useState,
  type FormEvent,
  type ReactNode,
} from "react";

/** In one sentence, what any act in here does besides what it says. */
const Besides = createContext<string | null>(null);

/** The id of what a form says of that, for its buttons. */
export const BesidesId = createContext<string | undefined>(undefined);

type Props = { besides: string | null; children: ReactNode };

/**
 * Acts in here do more than they say: each says so beside its button and to whoever hears it, and the first press, or key,
 * does nothing but ask; the second does it. Nothing of this where `besides` is null.
 */
export function AsksFirst({ besides, children }: Props) {
  return <Besides value={besides}>{children}</Besides>;
}

/**
 * Whether an act has to be asked for: `isHeld` is true for a press that asks and does nothing. Asked is asked of one thing
 * only: where the act is then about another one (`about`), it is asked again.
 */
export function useAsksFirst(about = "") {
  const besides = useContext(Besides);
  const [asked, setAsked] = useState<string | null>(null);
  const isAsking = besides !== null && asked === about;
  const isHeld = () => {
    if (besides === null || isAsking) return false;
    setAsked(about);
    return true;
  };
  return { besides, isAsking, isHeld, leave: () => setAsked(null) };
}

export type AsksFirstState = ReturnType<typeof useAsksFirst>;

/** Holds back a form's first press, by whatever key or button. */
export function holdUntilAsked(event: FormEvent<HTMLFormElement>, { isHeld }: AsksFirstState): boolean {
  if (!isHeld()) return false;
  event.preventDefault();
  // Nobody else takes it for sent.
  event.stopPropagation();
  return true;
}

/** What an act does besides, and once it was asked for, that nothing was done yet. */
export function BesidesLine({ id, asks, inverse }: { id: string; asks: AsksFirstState; inverse?: boolean }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A form may be longer than the window, and its button stand elsewhere.
    if (asks.isAsking) place.current?.scrollIntoView({ block: "nearest" });
  }, [asks.isAsking]);
  if (asks.besides === null) return null;
  return (
    <div
      ref={place}
      className={`basis-full scroll-mb-40 text-sm ${inverse ? "px-2 font-normal" : "text-warn"}`}
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
