import Link from "next/link";

/** For what a desk page does not find; readers' addresses answer with a page of their own. */
export default function NotFound() {
  return (
    <main className="mx-auto max-w-xl px-5 py-16">
      <h1 className="text-2xl font-semibold">There is no page here</h1>
      <p className="mt-3">The address may be mistyped, or it is something that you may not see.</p>
      <p className="mt-3">
        <Link className="underline" href="/desk">
          The desk
        </Link>
        {" · "}
        <Link className="underline" href="/">
          Published verdicts
        </Link>
      </p>
    </main>
  );
}
