import type { EvidenceDto } from "@/lib/claims/dto";
import { stanceWords } from "@/components/evidence/stance-words";
import { LongText } from "@/components/ui/long-text";

/** The evidence beside the draft, numbered as it is cited. */
export function EvidenceBeside({ evidence }: { evidence: EvidenceDto[] }) {
  return (
    <aside
      aria-labelledby="beside-title"
      className="min-w-0 desk:sticky desk:top-6 desk:max-h-[calc(100dvh-3rem)] desk:overflow-auto"
    >
      <h2 id="beside-title" className="mb-1.5 text-sm font-semibold">
        Evidence to cite
      </h2>
      {evidence.length === 0 ? <p className="text-ink-3">There is none yet.</p> : null}
      <ol className="border-b">
        {evidence.map((item, index) => (
          <li key={item.id} className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2 border-t py-2">
            <span className="text-ink-3 tabular-nums">{index + 1}</span>
            <div className="min-w-0 wrap-anywhere">
              <p className="text-sm">
                <span className="font-semibold">{stanceWords[item.stance]}</span>
                <span className="text-ink-3">
                  {" "}
                  · {item.article.outlet ?? item.article.title ?? "outlet unknown"}
                </span>
              </p>
              {"exact" in item.quote ? (
                <LongText text={item.quote.exact}>
                  <q dir="auto" className="font-serif text-md">
                    {item.quote.exact}
                  </q>
                </LongText>
              ) : (
                <p>{item.quote.description}</p>
              )}
              {item.shows ? (
                <LongText text={item.shows} className="text-sm text-ink-2">
                  {item.shows}
                </LongText>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
    </aside>
  );
}
