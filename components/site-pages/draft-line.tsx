import { TimeAgo } from "@/components/ui/time-ago";
import type { SitePageLine } from "@/lib/site-pages/dto";

/** Whose draft it is, or who asked for the signature that it waits for, and since when; nothing without one. */
export function DraftLine({ state, draft }: Pick<SitePageLine, "state" | "draft">) {
  if (!draft) return null;
  return (
    <>
      {state === "waiting" ? `${draft.by} asked for a signature` : `Draft by ${draft.by}`},{" "}
      <TimeAgo at={draft.at} />
    </>
  );
}
