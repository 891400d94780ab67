import Link from "next/link";
import { places } from "@/components/layout/places";

type Props = {
  captureId: string;
  /** Where a place in it is described for the claim in hand. */
  describeHref?: string;
};

/** What stands where the text would, for a copy without any: a picture, a scan or a recording. */
export function NoWords({ captureId, describeHref }: Props) {
  return (
    <p className="text-ink-2">
      There are no words in this copy. <Link href={places.capture(captureId)}>See or hear it</Link>
      {describeHref ? (
        <>
          , or <Link href={describeHref}>describe a place in it as evidence</Link>
        </>
      ) : null}
      .
    </p>
  );
}
