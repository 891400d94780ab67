import { sayTime } from "@/components/ui/say-time";
import type { LegalReadDto } from "@/lib/legal-reads/dto";

/** "Read by Ada Counsel on 28 June 2024, 14:10 UTC", or that they were asked. */
export function legalReadWords({ kind, reader, at }: Pick<LegalReadDto, "kind" | "reader" | "at">): string {
  return `${kind === "read" ? "Read by" : "Asked of"} ${reader} on ${sayTime(at).exact}`;
}

/** Of a read that no longer holds. */
export const staleWords = "stale: the draft changed after it was read";
