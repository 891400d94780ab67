import { places } from "@/components/layout/places";
import { ReaderPreview } from "@/components/verdicts/reader-preview";
import type { NoticeRecord } from "@/lib/publications/record";

type Props = {
  claimId: string;
  /** `null` before anything is written: then the verdict is shown as it stands. */
  written: { kind: NoticeRecord["kind"]; text: string } | null;
};

/** The published verdict as readers will have it, with a notice beside it that nobody has signed. */
export function NoticeFrame({ claimId, written }: Props) {
  const shown = written && { kind: written.kind, text: written.text };
  return (
    <ReaderPreview
      src={places.noticePreview(claimId, shown)}
      shows={shown ? `${shown.kind} ${shown.text}` : ""}
    />
  );
}
