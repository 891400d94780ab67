import Link from "next/link";

/** For what a desk page does not find; readers' addresses answer with a page of their own. */
export default function NotFound() {
  return (
    <main className="desk mx-auto max-w-xl px-4 py-12">
      <h1 className="font-serif text-2xl font-[640] tracking-tight">There is no page here</h1>
      <p className="mt-1 text-ink-2">The address may be mistyped, or it is something that you may not see.</p>
      <p className="mt-3">
        <Link href="/desk">The desk</Link>
        {" · "}
        <Link href="/">Published verdicts</Link>
      </p>
    </main>
  );
}
