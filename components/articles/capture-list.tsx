import Link from "next/link";
import type { CaptureSummaryDto } from "@/lib/articles/dto";
import { places } from "@/components/layout/places";
import { TimeAgo } from "@/components/ui/time-ago";
import { captureMethodWords } from "./attribution-words";

type Props = { captures: CaptureSummaryDto[]; current: string | null };

/** The copies we hold, each with its day and time, as it is proof of what stood there then, and the start of its hash. */
export function CaptureList({ captures, current }: Props) {
  return (
    <ul className="text-sm">
      {captures.map((capture) => (
        <li key={capture.id} className="border-t py-1.5">
          <Link href={places.capture(capture.id)}>
            <TimeAgo at={capture.capturedAt} exact />, {captureMethodWords[capture.method]}
          </Link>
          {capture.id === current ? ", shown here" : null}
          {capture.expunged ? ", content taken out" : null}
          <span className="ml-2 text-ink-3" title={`SHA-256 ${capture.sha256}`}>
            <code>{capture.sha256.slice(0, 12)}…</code>
          </span>
        </li>
      ))}
    </ul>
  );
}
