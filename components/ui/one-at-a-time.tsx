"use client";

import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  type ReactNode,
} from "react";

type Acts = { isOneUnderWay: boolean; begin: () => () => void };

/**
 * The others wait no longer than this; the desk itself refuses what does not go together. What is pressed then is sent only
 * once the first is over, as the framework sends one act after another: the form that hangs says by then what helps.
 */
const mostMs = 30_000;

const ActsContext = createContext<Acts | null>(null);

/**
 * Around forms about one thing: while one of them is under way the others wait, so that nobody cancels what is just being
 * published. The desk is around all of its forms; a row of a list, which is a thing of its own, may have its own around it:
 * what is done there holds up nothing else, and waits for what is done around it, unless it `isApart`: taking back an act
 * that is done need not wait until the page that shows it has come.
 */
export function OneAtATime({ isApart = false, children }: { isApart?: boolean; children: ReactNode }) {
  const around = useContext(ActsContext);
  const isOneAround = !isApart && (around?.isOneUnderWay ?? false);
  const [count, setCount] = useState(0);
  const begin = useCallback(() => {
    let isOver = false;
    const end = () => {
      if (!isOver) setCount((before) => before - 1);
      isOver = true;
    };
    setCount((before) => before + 1);
    const timer = window.setTimeout(end, mostMs);
    return () => {
      window.clearTimeout(timer);
      end();
    };
  }, []);
  const acts = useMemo(
    () => ({ isOneUnderWay: count > 0 || isOneAround, begin }),
    [count, isOneAround, begin],
  );
  return <ActsContext value={acts}>{children}</ActsContext>;
}

/**
 * Says whether an act is under way, and learns whether one is: this one or another about the same thing. It is over with
 * its answer, and also when its form is gone from the page.
 */
export function useOneAtATime(isUnderWay: boolean): boolean {
  const acts = useContext(ActsContext);
  const begin = acts?.begin;
  // Before the page is drawn again: nothing can be pressed in between.
  useLayoutEffect(() => (isUnderWay ? begin?.() : undefined), [isUnderWay, begin]);
  return isUnderWay || (acts?.isOneUnderWay ?? false);
}

/** Whether what is under way has had no answer for as long as the others wait for it. */
export function useIsLate(isUnderWay: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isUnderWay) return;
    const timer = window.setTimeout(() => setLate(true), mostMs);
    return () => {
      window.clearTimeout(timer);
      setLate(false);
    };
  }, [isUnderWay]);
  return isLate;
}
