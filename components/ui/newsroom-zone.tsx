"use client";

import { createContext, useContext, type ReactNode } from "react";

const ZoneContext = createContext("UTC");

/** Tells everything inside in which time zone the newsroom types and reads times, such as "Europe/Kyiv". */
export function NewsroomZone({ timeZone, children }: { timeZone: string; children: ReactNode }) {
  return <ZoneContext value={timeZone}>{children}</ZoneContext>;
}

/** The newsroom's time zone; UTC outside the desk. */
export function useNewsroomZone(): string {
  return useContext(ZoneContext);
}
