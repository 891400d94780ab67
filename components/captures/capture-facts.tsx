import Link from "next/link";
import type { ReactNode } from "react";
import type { CaptureViewDto } from "@/lib/captures/dto";
import { captureMethodWords } from "@/components/articles/attribution-words";
import { longTitle } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { Notice } from "@/components/ui/notice";
import { TimeAgo } from "@/components/ui/time-ago";

type Props = { capture: CaptureViewDto; now?: string };

/** What this copy is, where it came from and how to check that it is still the same. */
export function CaptureFacts({ capture, now }: Props) {
  const { article } = capture;
  return (
    <header className="mb-4">
      <p className="text-sm text-ink-3">A capture of</p>
      <h1
        dir="auto"
        className={`wrap-anywhere max-w-[34em] font-serif font-[640] tracking-tight text-balance ${(article.title ?? "").length > longTitle ? "text-xl" : "text-2xl"}`}
      >
        <Link href={places.article(article.id)} className="text-ink">
          {article.title ?? article.outlet ?? "An article without a title"}
        </Link>
      </h1>
      <dl className="mt-2 grid gap-x-4 gap-y-0.5 text-sm tabs:grid-cols-[7rem_minmax(0,1fr)]">
        <Fact term="Captured">
          <TimeAgo at={capture.capturedAt} exact /> by {capture.capturedBy},{" "}
          {captureMethodWords[capture.method]}
        </Fact>
        <Fact term="Address">
          {capture.method === "fetched"
            ? (capture.finalUrl ?? "not kept")
            : "none: a person brought this, so it says nothing about what the source shows"}
        </Fact>
        <Fact term="SHA-256">
          <code>{capture.sha256}</code>
        </Fact>
      </dl>
      {capture.expunged ? <TakenOut capture={capture} now={now} /> : null}
    </header>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3 max-tabs:not-first:mt-1.5">{term}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}

function TakenOut({ capture: { expunge, expungedAt }, now }: Props) {
  return (
    <div className="mt-4 max-w-prose">
      <Notice
        title="The content of this capture was taken out."
        safe="Its hash, its date and the log of this stay. Quotes keep their own words."
      >
        {expungedAt ? <TimeAgo at={expungedAt} now={now} /> : null}
        {expunge
          ? `, asked by ${expunge.requestedBy.name}, confirmed by ${expunge.confirmedBy ?? "an editor"}. Reason: ${expunge.reason}`
          : null}
      </Notice>
    </div>
  );
}
