import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CaptureExpunge } from "@/components/captures/capture-expunge";
import { CaptureFacts } from "@/components/captures/capture-facts";
import { CaptureFrame } from "@/components/captures/capture-frame";
import { CaptureQuotes } from "@/components/captures/capture-quotes";
import { requireViewer } from "@/lib/access/viewer.server";
import { viewPage } from "@/lib/captures/page-view.server";
import { getCapture } from "@/lib/captures/queries";
import { expunge } from "../actions";
import { one, type SearchParams } from "../../read-queue";

export const metadata: Metadata = { title: "Capture" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function CapturePage({ params, searchParams }: Props) {
  const { id } = await params;
  const viewer = await requireViewer();
  const capture = await getCapture(viewer, id);
  if (!capture) notFound();
  const query = await searchParams;
  const isPdf = capture.contentType === "application/pdf";
  const asked = capture.quotes.find((quote) => quote.id === one(query, "quote"));
  const quote = asked && (!asked.isRegion || (isPdf && asked.page !== null)) ? asked : null;
  const isText = one(query, "as") === "text";
  const page = one(query, "page");
  // Words are marked among words, a place on its page, unless the other is asked for.
  const showsPage = isPdf && !isText && (page !== undefined || !quote || quote.isRegion);
  const at = new Date();
  const view = showsPage ? await viewPage(capture.id, page ?? String(quote?.page ?? 1), at) : null;
  const asText = isText || (capture.contentType !== "text/html" && !view);
  const [quoteId, now] = [quote?.id ?? null, at.toISOString()];
  return (
    <div className="mx-auto grid max-w-7xl grid-cols-[minmax(0,1fr)] gap-x-12 px-4 py-6 desk:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="min-w-0">
        <CaptureFacts capture={capture} now={now} />
        {capture.expunged ? null : (
          <CaptureFrame capture={capture} quoteId={quoteId} asText={asText} page={view} />
        )}
      </div>
      <div className="min-w-0">
        <CaptureQuotes capture={capture} shown={quoteId} asText={asText} />
        <CaptureExpunge capture={capture} viewer={viewer} action={expunge} now={now} />
      </div>
    </div>
  );
}
