import type { ReactNode } from "react";

/** A key. It borrows the colour around it, so that it also works on ink. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded-sm border border-b-2 border-current/40 px-1 font-sans text-xs leading-none font-medium">
      {children}
    </kbd>
  );
}
