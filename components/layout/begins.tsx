import Link from "next/link";
import { places } from "./places";

/** What all work on the desk begins with, where a list is empty that it fills. */
export function Begins() {
  return (
    <>
      It begins with a claim: <Link href={places.newClaim}>write one</Link>,{" "}
      <Link href={places.addArticle}>add an article</Link> and mark what it claims, or{" "}
      <Link href={places.importSheet}>import a sheet</Link>.
    </>
  );
}
