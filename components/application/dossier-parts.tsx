import type { ApplicationFacts } from "@/lib/application/facts";
import { tellsOfError, type ApplicationFigures } from "@/lib/application/figures";
import { halfYearWeeks } from "@/lib/application/period";
import { tooFew } from "@/lib/newsroom-figures/figures";
import { choiceRows } from "@/lib/newsroom-figures/tables";
import type { Requirement } from "@/lib/application/requirements";
import { counted, CountTable, Day, Part, Table } from "./figure-parts";
import { MonthBars } from "./month-bars";
import { requirementWords } from "./requirement-words";

export type DossierProps = {
  facts: ApplicationFacts;
  figures: ApplicationFigures;
  requirements: readonly Requirement[];
};

/** What the codes ask for, each with what the records say and what to do. */
export function Requirements({ requirements }: Pick<DossierProps, "requirements">) {
  return (
    <section id="requirements">
      <h2>What the codes ask for</h2>
      <Table
        heads={["Asked for", "Code", "State", "What the records say, and what to do"]}
        rows={requirements.map(({ asks, codes, state, found, todo }) => [
          asks,
          codes.join(", "),
          <strong key="state">{requirementWords[state]}</strong>,
          <>
            {found}
            {todo === null ? null : (
              <>
                {" "}
                <strong>{todo}</strong>
              </>
            )}
          </>,
        ])}
      />
      <p className="meta">
        The wording is ours and short; the codes’ own texts decide. “Met” and “Missing” follow from signed
        records alone.
      </p>
    </section>
  );
}

/** Verdicts a month, as a picture and as a table, and the pace of the last half year. */
export function Pace({ facts, figures }: Pick<DossierProps, "facts" | "figures">) {
  const { months, weeks } = figures;
  const inHalfYear = weeks.reduce((sum, week) => sum + week, 0);
  return (
    <Part
      id="pace"
      title="Fact-checks a month"
      counted={`the first version of each verdict, by the month of its signed time on the newsroom’s clocks (${facts.timeZone}), retracted ones included; the last month is not over. A week is seven days back from the time above.`}
    >
      <p>
        {inHalfYear} in the last {halfYearWeeks} weeks: {Math.round((inHalfYear / halfYearWeeks) * 10) / 10} a
        week. {weeks.filter((week) => week === 0).length} of these weeks had none.
      </p>
      <MonthBars months={months} title="Fact-checks first published, by month" />
      <Table heads={["Month", "First published"]} rows={months.map(({ month, count }) => [month, count])} />
    </Part>
  );
}

/** Ratings, claimants and topics of the verdicts of the period. */
export function Balance({ figures }: Pick<DossierProps, "figures">) {
  const total = figures.verdicts.length;
  const shared = { counts: [], total, unnamed: "not named" };
  return (
    <Part
      id="balance"
      title="Ratings, claimants, topics"
      counted={`the ${total} verdicts first published since ${figures.since} that stand now, by what their newest version says. A claimant is one name as printed; a verdict may have several topics.`}
    >
      <h3>Ratings</h3>
      <CountTable {...shared} head="Rating" counts={figures.ratings} />
      <h3>Claimants</h3>
      <CountTable {...shared} head="Claimant" counts={figures.claimants} />
      <h3>Topics</h3>
      <CountTable {...shared} head="Topic" counts={figures.topics} />
    </Part>
  );
}

/** How many sources and origins a verdict rests on, and who was asked. */
export function Sources({ figures }: Pick<DossierProps, "figures">) {
  const asked = figures.verdicts.filter(({ replies }) => replies.asked > 0).length;
  const few = tooFew(figures.verdicts.length, "verdict");
  const answered = figures.verdicts.filter(({ replies }) => replies.answered > 0).length;
  return (
    <Part
      id="sources"
      title="Sources and replies"
      counted="sources are the documents that public evidence names, each once a verdict; origins are the independent ones as printed on its page; both are medians over the verdicts of the period. A reply counts when the page says that the person or body replied."
    >
      <Table
        heads={["What", "Figure"]}
        rows={[
          ["Median number of sources", figures.medianSources ?? few],
          ["Median number of independent origins", figures.medianOrigins ?? few],
          ["Verdicts for which somebody was asked for a reply", asked],
          ["Verdicts with at least one reply", answered],
        ]}
      />
    </Part>
  );
}

/** What was looked at and chosen or left. */
export function Selection({ facts }: Pick<DossierProps, "facts">) {
  return (
    <Part
      id="selection"
      title="What was chosen, and what was left"
      counted="claims noted on the desk and tips received since the period began, by where they stand now; taken up is what was chosen from a tip or is no longer new, and was not declined. Parts of a claim are not counted by themselves."
    >
      <Table heads={["What", "Number"]} rows={choiceRows(facts.ledger)} />
    </Part>
  );
}

/** Every change after publication. */
export function Changes({ figures }: Pick<DossierProps, "figures">) {
  const { changes, medianDaysToCorrection } = figures;
  const of = (kind: string, one: string, many: string) =>
    counted(changes.filter((change) => change.class === kind).length, one, many);
  return (
    <Part
      id="corrections"
      title="Corrections and retractions"
      counted="versions after the first, by the class that was signed with them; days are whole days since the verdict was first published. The median is over corrections, changed verdicts and retractions, not over typing errors, clarifications and updates."
    >
      <p>
        {changes.filter(tellsOfError).length} told of an error:{" "}
        {of("correction", "correction", "corrections")},{" "}
        {of("verdict-change", "changed verdict", "changed verdicts")},{" "}
        {of("retraction", "retraction", "retractions")}.{" "}
        {medianDaysToCorrection === null
          ? `How soon, at the median: ${tooFew(changes.filter(tellsOfError).length, "error")}. `
          : `The median came ${counted(medianDaysToCorrection, "day", "days")} after publication. `}
        Besides, {of("typo", "typing error", "typing errors")},{" "}
        {of("clarification", "clarification", "clarifications")}, {of("update", "update", "updates")}.
      </p>
      {changes.length === 0 ? null : (
        <Table
          heads={["Published", "Class", "Days after", "Reason", "Version"]}
          rows={changes.map((change) => [
            <Day key="day" iso={change.at} />,
            change.class.replaceAll("-", " "),
            change.daysAfter,
            change.reason,
            <a key="link" href={change.url}>
              {change.slug}, version {change.version}
            </a>,
          ])}
        />
      )}
    </Part>
  );
}

/** The ten newest verdicts that stand. */
export function Recent({ figures }: Pick<DossierProps, "figures">) {
  return (
    <Part
      id="recent"
      title="Recent fact-checks"
      counted="the newest by first publication that stand now, ten at most; sources and origins as above."
    >
      {figures.recent.length === 0 ? (
        <p>None.</p>
      ) : (
        <Table
          heads={["First published", "Fact-check", "Claim", "Rating", "Sources", "Origins"]}
          rows={figures.recent.map((verdict) => [
            <Day key="day" iso={verdict.firstPublishedAt} />,
            <a key="link" href={verdict.url}>
              {verdict.finding}
            </a>,
            `${verdict.claim}${verdict.claimant === null ? "" : ` (${verdict.claimant})`}`,
            verdict.rating,
            verdict.sources,
            verdict.origins,
          ])}
        />
      )}
    </Part>
  );
}
