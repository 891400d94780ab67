import { noticeRecord } from "@/lib/publications/statement-records";
import { Notices } from "@/components/reader/notes";
import type { PreparedNoticeDto } from "@/lib/notices/dto";
import type { ReaderWords } from "@/lib/words/reader";

type Props = {
  notice: Pick<PreparedNoticeDto, "id" | "slug" | "kind" | "text">;
  /** Who would sign it. */
  signer: string;
  /** When it would be signed: now. */
  at: string;
  /** Of the verdict beside which it would stand. */
  language: string;
  words: ReaderWords;
};

/** The notice as it was kept last, in the words that readers would get beside the verdict. */
export function NoticePreview({ notice, signer, at, language, words }: Props) {
  const { id, slug, kind, text } = notice;
  const signed = noticeRecord({ id, slug, kind, text, publishedAt: at, signer: { name: signer } });
  return (
    <section aria-labelledby="notice-preview">
      <h3 id="notice-preview" className="text-sm font-semibold">
        What readers will see
      </h3>
      <div className="mt-1.5 border-l-4 bg-paper px-3 py-2 text-md wrap-anywhere">
        <Notices notices={[signed]} versions={[]} language={language} words={words} />
      </div>
      <p className="mt-1.5 text-sm text-ink-3">
        This is the draft as it was kept last. Keep what you changed above to see it here.
      </p>
    </section>
  );
}
