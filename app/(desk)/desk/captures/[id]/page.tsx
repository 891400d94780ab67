import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CaptureExpunge } from "@/components/captures/capture-expunge";
import { CaptureFacts } from "@/components/captures/capture-facts";
import { CaptureFrame } from "@/components/captures/capture-frame";
import { CaptureQuotes } from "@/components/captures/capture-quotes";
import { requireViewer } from "@/lib/access/viewer.server";
import { getCapture } from "@/lib/captures/queries";
import { expunge } from "../actions";

export const metadata: Metadata = { title: "Capture" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ quote?: string | string[]; as?: string | string[] }>;
};

export default async function CapturePage({ params, searchParams }: Props) {
  const { id } = await params;
  const viewer = await requireViewer();
  const capture = await getCapture(viewer, id);
  if (!capture) notFound();
  const asked = await searchParams;
  const quoteId = capture.quotes.find((quote) => quote.id === asked.quote && !quote.isRegion)?.id ?? null;
  const asText = asked.as === "text" || capture.contentType !== "text/html";
  const now = new Date().toISOString();
  return (
    <div className="mx-auto grid max-w-7xl grid-cols-[minmax(0,1fr)] gap-x-12 px-4 py-6 desk:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="min-w-0">
        <CaptureFacts capture={capture} now={now} />
        {capture.expunged ? null : <CaptureFrame capture={capture} quoteId={quoteId} asText={asText} />}
      </div>
      <div className="min-w-0">
        <CaptureQuotes capture={capture} shown={quoteId} asText={asText} />
        <CaptureExpunge capture={capture} viewer={viewer} action={expunge} now={now} />
      </div>
    </div>
  );
}
