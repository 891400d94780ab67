import type { ReactNode } from "react";

/** Pages for people who are not signed in yet. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main id="content" className="desk min-h-dvh">
      {children}
    </main>
  );
}
