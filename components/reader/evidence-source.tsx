import { en } from "@/lib/words/en";
import type { RecordEvidence } from "@/lib/publications/record";
import { textFragmentUrl } from "@/lib/quotes/text-fragment";
import { Dotted } from "./dotted";
import { safeHref } from "./reader-paths";
import { When } from "./when";

function clock(seconds: string): string {
  const whole = Math.floor(Number(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** A W3C media fragment in words: "page 3", "from 0:10 to 0:20". */
export function fragmentInWords(fragment: string): string {
  const parts = new URLSearchParams(fragment.replace(/^#/, ""));
  const words: string[] = [];
  for (const [key, value] of parts) {
    const time = key === "t" ? /^(?:npt:)?(\d+(?:\.\d+)?)?(?:,(\d+(?:\.\d+)?))?$/.exec(value) : null;
    if (time !== null)
      words.push(`from ${clock(time[1] ?? "0")}${time[2] === undefined ? "" : ` to ${clock(time[2])}`}`);
    else if (key === "page" || key === "row" || key === "cell" || key === "col")
      words.push(`${key} ${value}`);
    else if (key === "xywh") words.push("a part of the picture");
    else words.push(value === "" ? key : `${key} ${value}`);
  }
  return words.join(", ");
}

function Copy({ capture }: { capture: NonNullable<RecordEvidence["capture"]> }) {
  const how = { fetched: "fetched from the source", uploaded: "uploaded by us", pasted: "pasted in by us" };
  return (
    <details className="copy">
      <summary>our copy</summary>
      <p>
        {how[capture.method]}, <When words={en} iso={capture.capturedAt} exact />. SHA-256 of the copy:{" "}
        <code>{capture.sha256}</code>
      </p>
    </details>
  );
}

function lastChecked(item: RecordEvidence) {
  if (item.quote === null) return null;
  if (item.capture?.method === "pasted") return "pasted in, so not compared with the source";
  if (item.sameWordsAt === null) return null;
  return (
    <span>
      same words when last checked, <When words={en} iso={item.sameWordsAt} />
    </span>
  );
}

/** Where a piece of evidence stands: outlet, title, date, a link to the words, and when they were last the same. */
export function EvidenceSource({ item, sameReport }: { item: RecordEvidence; sameReport: boolean }) {
  const { source } = item;
  if (source === null) return null;
  const page = safeHref(source.url);
  const passage = item.quote === null || page === null ? null : textFragmentUrl(page, item.quote);
  return (
    <>
      <p className="meta">
        <Dotted
          items={[
            <span key="outlet" className="outlet">
              {source.outlet ?? "no outlet named"}
            </span>,
            source.title === null ? null : <cite lang={source.language ?? undefined}>{source.title}</cite>,
            source.byline,
            source.publishedAt === null ? "date not known" : <When words={en} iso={source.publishedAt} />,
            source.primary ? "primary source" : null,
            sameReport ? "same report, not a second check" : null,
            passage !== null ? (
              <a href={passage} data-page={page} rel="noopener">
                read in place
              </a>
            ) : page === null ? null : (
              <a href={page} data-page={page} rel="noopener">
                open the source
              </a>
            ),
            lastChecked(item),
          ]}
        />
      </p>
      {source.interests === null || source.interests === "" ? null : (
        <p className="meta">Interests of the source: {source.interests}</p>
      )}
      {item.capture === null ? null : <Copy capture={item.capture} />}
    </>
  );
}
