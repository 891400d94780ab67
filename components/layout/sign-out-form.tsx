"use client";

import type { PlainAction } from "@/components/ui/form-state";
import { dropAllKept } from "@/components/ui/use-kept-copy";

/** Ends the session; what was written in this browser and not sent goes with it. */
export function SignOutForm({ action }: { action: PlainAction }) {
  return (
    <form action={action} onSubmit={dropAllKept} className="mt-2 border-t pt-2">
      <button type="submit" className="button w-full">
        Sign out
      </button>
    </form>
  );
}
