import Link from "next/link";

/** The way to the next page of a list; nothing when this is the last. */
export function PaginationNext({ href, label = "Next page" }: { href: string | null; label?: string }) {
  if (!href) return null;
  return (
    <nav aria-label="Pages" className="p-3">
      <Link href={href} rel="next" className="inline-block py-1">
        {label}
      </Link>
    </nav>
  );
}
