import { en } from "@/lib/words/en";
import type { PublicationRecord } from "@/lib/publications/record";
import type { PublicVersion } from "./reader-site";
import { When } from "./when";
import { markInWords, overrideInWords } from "./words";

function Reviewers({ reviews }: { reviews: PublicationRecord["reviews"] }) {
  const sighted = reviews.filter((review) => !review.blind);
  return (
    <>
      {reviews.map((review, index) => (
        <span key={index} className="reviewer">
          {review.name} <span className="quiet">found it {markInWords(review.mark).toLowerCase()}</span>
        </span>
      ))}
      {reviews.length > 1 && sighted.length === 0 ? (
        <span className="quiet under">
          each answered before seeing {reviews.length > 2 ? "the others’ answers" : "the other’s answer"}
        </span>
      ) : null}
      {sighted.length > 0 ? (
        <span className="quiet under">
          {sighted.map((review) => review.name).join(", ")} had seen the others’ work before answering
        </span>
      ) : null}
    </>
  );
}

function Overrides({ overrides }: { overrides: PublicationRecord["overrides"] }) {
  if (overrides.length === 0) return null;
  return (
    <>
      <h3>Published although</h3>
      <ul className="plain">
        {overrides.map(({ code, reason }, index) => (
          <li key={index}>
            {overrideInWords(code)}. <span className="quiet">Reason: {reason}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Who checked and how, who signed and when, and which of the newsroom's own rules were set aside, and why. */
export function WhoChecked({
  record,
  versions,
}: {
  record: PublicationRecord;
  versions: readonly PublicVersion[];
}) {
  const first = versions.find((version) => version.version === 1);
  const { signer } = record;
  return (
    <section id="who">
      <h2>Who checked, who signed</h2>
      <dl>
        <dt>Checked</dt>
        <dd>
          <Reviewers reviews={record.reviews} />
        </dd>
        <dt>Signed</dt>
        <dd>
          {signer.name}
          {signer.byToken ? <span className="quiet under">signed by token</span> : null}
          {signer.selfSigned === null ? null : (
            <span className="under">
              This editor also wrote part of it.{" "}
              <span className="quiet">Reason: {signer.selfSigned.reason}</span>
            </span>
          )}
        </dd>
        <dt>Published</dt>
        <dd>
          <When words={en} iso={first?.publishedAt ?? record.publishedAt} exact />
        </dd>
        {record.version > 1 ? (
          <>
            <dt>Version {record.version}</dt>
            <dd>
              <When words={en} iso={record.publishedAt} exact />
            </dd>
          </>
        ) : null}
      </dl>
      <Overrides overrides={record.overrides} />
    </section>
  );
}
