"use client";

import {
  createContext,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
  type ReactNode,
} from "react";

type Acts = { isOneUnderWay: boolean; begin: () => () => void };

/** Whoever waits for longer may go on: the desk itself refuses what does not go together. */
const mostMs = 30_000;

const ActsContext = createContext<Acts | null>(null);

/**
 * Around forms about one thing: while one of them is under way the others wait, so that nobody cancels what is just being
 * published. The desk is around all of its forms; a row of a list, which is a thing of its own, may have its own around it.
 */
export function OneAtATime({ children }: { children: ReactNode }) {
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
  const acts = useMemo(() => ({ isOneUnderWay: count > 0, begin }), [count, begin]);
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
