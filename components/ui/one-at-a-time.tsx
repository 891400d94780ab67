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

const ActsContext = createContext<Acts | null>(null);

/**
 * Around forms about one thing: while one of them is under way the others wait, so that nobody cancels what is just being
 * published. The desk is around all of its forms; a row of a list, which is a thing of its own, may have its own around it.
 */
export function OneAtATime({ children }: { children: ReactNode }) {
  const [count, setCount] = useState(0);
  const begin = useCallback(() => {
    setCount((before) => before + 1);
    return () => setCount((before) => before - 1);
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
