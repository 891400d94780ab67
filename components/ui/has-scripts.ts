"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether scripts run here: false on the server and until the page has come to life. */
export function useHasScripts(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
