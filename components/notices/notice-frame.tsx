import { places } from "@/components/layout/places";
import { Notice } from "@/components/ui/notice";
import { ReaderPreview } from "@/components/verdicts/reader-preview";
import type { NoticeRecord } from "@/lib/publications/record";

type Props = {
  claimId: string;
  /** The version that it would stand beside. */
  version: number;
  /** Readers have no text of that version. */
  isWithheld: boolean;
  /** `null` before anything is written: then the verdict is shown as it stands. */
  written: { kind: NoticeRecord["kind"]; text: string } | null;
  /** The prepared notice that it is; without one, what this person had shown last. */
  preparedId?: string;
};

/** The published verdict as readers will have it, with a notice beside it that nobody has signed. */
export function NoticeFrame({ claimId, version, isWithheld, written, preparedId }: Props) {
  if (isWithheld)
    return (
      <div className="p-5">
        <Notice
          tone="warning"
          title={`The text of version ${version} is withheld from readers`}
          safe="A notice is shown beside its rating in lists and where the text was."
        >
          So there is no page here to show it on.
        </Notice>
      </div>
    );
  const named = preparedId === undefined ? { shown: true as const } : { prepared: preparedId };
  return (
    <div className="flex h-full flex-col">
      <p className="border-b px-5 py-1.5 text-sm text-ink-3">
        {written
          ? "With the notice as it was last shown: after changing it, show it again."
          : "The verdict as it stands. Write the notice and show it to see it here."}
      </p>
      <div className="min-h-0 flex-1">
        <ReaderPreview
          src={places.noticePreview(claimId, written && named)}
          shows={`${version} ${written ? `${written.kind} ${written.text}` : ""}`}
        />
      </div>
    </div>
  );
}
