import { TimeAgo } from "@/components/ui/time-ago";
import type { LegalReadDto } from "@/lib/legal-reads/dto";

/** "Read by Ada Counsel on 28 June 2024, 14:10 UTC", or that they were asked. */
export function LegalReadSaid({ read }: { read: Pick<LegalReadDto, "kind" | "reader" | "at"> }) {
  return (
    <>
      {read.kind === "read" ? "Read by" : "Asked of"} {read.reader} on <TimeAgo at={read.at} exact />
    </>
  );
}
