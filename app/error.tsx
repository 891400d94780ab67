"use client";

import { BrokenPage, type Broken } from "@/components/layout/broken-page";

/** Where the frame itself broke, as when the database cannot be reached, and on the pages before signing in. */
export default function PageError(broken: Broken) {
  return (
    <main className="desk">
      <BrokenPage {...broken} />
    </main>
  );
}
