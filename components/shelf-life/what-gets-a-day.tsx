import Link from "next/link";
import { places } from "@/components/layout/places";

/** Which publications are looked at again by themselves, and where that is said. */
export function WhatGetsADay({ maySet }: { maySet: boolean }) {
  return (
    <>
      What you publish gets such a day if its kind or topic has one under{" "}
      {maySet ? <Link href={places.shelfLife}>Shelf life</Link> : "Settings, Shelf life; an admin sets them"}.
    </>
  );
}
