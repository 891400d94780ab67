import Link from "next/link";
import { places } from "@/components/layout/places";

/** The claim that a page is about, and the way back to it; of a long one its first lines, all of it is on its own page. */
export function ClaimLead({ id, text }: { id: string; text: string }) {
  return (
    <Link href={places.claim(id)} title={text} dir="auto" className="line-clamp-3 wrap-anywhere">
      {text}
    </Link>
  );
}
