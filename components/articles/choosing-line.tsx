import Link from "next/link";

/** Beside which claim an article is being chosen, and the way back. */
export function ChoosingLine({ name, backHref }: { name: string; backHref: string }) {
  return (
    <>
      Choose one to open beside “<bdi>{name}</bdi>”. <Link href={backHref}>Back to the claim</Link>
    </>
  );
}
