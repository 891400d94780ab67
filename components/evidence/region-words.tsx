import Link from "next/link";
import type { EvidenceDto } from "@/lib/claims/dto";
import { isWhole, readRegion, regionInWords } from "@/lib/quotes/region";
import { places } from "@/components/layout/places";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { PagePicture } from "@/components/captures/page-picture";
import { Player } from "@/components/captures/player";
import { isRecording } from "@/lib/captures/recording";
import { BoxFrame } from "./box-frame";

type Region = Extract<EvidenceDto["quote"], { region: string }>;
type Props = { item: EvidenceDto; region: Region; viewer: { id: string }; confirm?: FormAction };

/** A place in a picture, page, table or recording: what is seen there, its words, and who else saw the same. */
export function RegionWords({ item, region, viewer, confirm }: Props) {
  const { cell, words } = region;
  // Who confirmed it elsewhere and then logged it here is no second person here.
  const isConfirmed = region.confirmedById !== null && region.confirmedById !== item.addedBy.id;
  const canConfirm = !isConfirmed && item.addedBy.id !== viewer.id;
  return (
    <>
      <p>{region.description}</p>
      {words ? (
        <p dir="auto" className="font-serif text-md">
          <q>{words}</q>
        </p>
      ) : null}
      {cell ? (
        <p className="text-sm text-ink-2">
          {[cell.table, cell.row, cell.column].filter(Boolean).join(" · ")}
        </p>
      ) : null}
      <RegionPicture region={region} />
      <RegionPage region={region} item={item} />
      <RegionRecording {...region} />
      <p className="text-xs text-ink-3">
        {regionInWords(region.region)} ·{" "}
        {isConfirmed
          ? `confirmed by ${region.confirmedBy ?? "somebody who left"}`
          : "a second person has to confirm this"}
      </p>
      {canConfirm && confirm ? (
        <Form action={confirm} id={`region-${item.id}`} className="mt-1">
          <input type="hidden" name="evidenceId" value={item.id} />
          <SubmitButton look="plain" small>
            I see the same
          </SubmitButton>
        </Form>
      ) : null}
    </>
  );
}

/** The stretch of the recording, for whoever is to confirm it. */
function RegionRecording({ captureId, contentType, region }: Region) {
  const place = readRegion(region);
  if (!captureId || !place || !isRecording(contentType)) return null;
  return <Player captureId={captureId} contentType={contentType} label="The recording" time={place.time} />;
}

/** The page of the document with its frame; it opens as large as it was drawn, with its words. */
function RegionPage({ region, item }: { region: Region; item: EvidenceDto }) {
  const place = readRegion(region.region);
  const { captureId, contentType } = region;
  if (!captureId || contentType !== "application/pdf" || !place?.page) return null;
  return (
    <Link
      href={places.capture(captureId, item.quoteId)}
      prefetch={false}
      // With no room kept for pages that were not drawn yet, all of a long list would be in sight, and be drawn, at once.
      className="my-1 block min-h-56 w-fit max-w-full border"
    >
      <span className="relative block w-fit max-w-full">
        <PagePicture
          captureId={captureId}
          page={place.page}
          name={item.article.title ?? "the document"}
          className="max-h-80"
        />
        {place.box && !isWhole(place) ? <BoxFrame box={place.box} /> : null}
      </span>
    </Link>
  );
}

/** The picture with its frame, for whoever is to confirm what is seen in it. */
function RegionPicture({ region }: { region: Region }) {
  if (!region.isPicture || !region.captureId) return null;
  const place = readRegion(region.region);
  return (
    <Link href={places.capture(region.captureId)} className="relative my-1 block w-fit max-w-full border">
      <img
        src={`/preview/captures/${encodeURIComponent(region.captureId)}/picture`}
        alt="The picture in full"
        loading="lazy"
        className="block max-h-40 max-w-full"
      />
      {place?.box && !isWhole(place) ? <BoxFrame box={place.box} /> : null}
    </Link>
  );
}
