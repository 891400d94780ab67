import type { NoticesBeside as Beside } from "@/lib/notices/dto";
import { noticeKindWords } from "@/lib/publications/choice-words";
import { TimeAgo } from "@/components/ui/time-ago";
import { WaitingNotices } from "./waiting-notices";

type Props = Beside & { maySign: boolean };

/** What is said beside a publication: what readers see of it, word for word, and what waits for an editor. */
export function NoticesBeside({ standing, drafts, maySign }: Props) {
  return (
    <>
      {standing.map(({ kind, at, text }) => (
        <p key={kind} className="mt-2 text-sm">
          Beside it readers see since <TimeAgo at={at} />:{" "}
          <strong className="font-semibold">{noticeKindWords[kind]}</strong>
          {text === null ? null : (
            <>
              {" "}
              <q dir="auto">{text}</q>
            </>
          )}
        </p>
      ))}
      <WaitingNotices notices={drafts} maySign={maySign} />
    </>
  );
}
