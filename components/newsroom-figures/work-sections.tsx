import { percent } from "@/lib/core/percent";
import { ratingsUsed, responseWords, stageWords } from "@/lib/newsroom-figures/tables";
import { fewestClaims } from "@/lib/newsroom-figures/agreement-rate";
import { tooFew } from "@/lib/newsroom-figures/figures";
import { sayCount, sayDuration } from "@/lib/newsroom-figures/say-amounts";
import { CountBars } from "./count-bars";
import { FigureSection, NamedChart } from "./figure-section";
import { MonthColumns } from "./month-columns";
import type { SectionProps } from "./section-props";
import { SpreadLines } from "./spread-lines";

const spreadNote =
  "A tick at the median; thick for the middle half of the cases, thin for the middle eight of ten. Steps on the scale grow to the right.";

/** "1 verdict", "3 verdicts". */
const many = (count: number, one: string, more = `${one}s`) =>
  `${sayCount(count)} ${count === 1 ? one : more}`;

/** What was published, corrected and withdrawn, month by month and by rating. */
export function OutputSection({ figures, scale, table }: SectionProps) {
  const total = (what: "published" | "corrected" | "updated" | "retracted") =>
    figures.output.reduce((sum, month) => sum + month[what], 0);
  const ratings = ratingsUsed(figures, scale);
  return (
    <FigureSection
      id="output"
      title="Output"
      says={
        <p>
          {many(total("published"), "verdict")} published, {total("corrected")} corrected, {total("updated")}{" "}
          updated, {total("retracted")} retracted.
        </p>
      }
      chart={
        <>
          <NamedChart
            title="Published, by month"
            note={
              total("corrected") + total("retracted") > 0
                ? "Above the months: published. Below: corrected (outlined) and retracted (filled)."
                : undefined
            }
          >
            <MonthColumns months={figures.output} />
          </NamedChart>
          {ratings.length > 0 ? (
            <NamedChart title="Published, by rating">
              <CountBars
                label="Published, by rating"
                bars={ratings.map(({ label, count }) => ({ name: label, count }))}
              />
            </NamedChart>
          ) : null}
        </>
      }
      tables={table("output", "Output by month")}
      counted="first versions by the month they were published in, on the newsroom's clocks, and the rating they were first signed with, in the words the scale has now. Corrected are corrections and changed verdicts; updated are typing errors, clarifications and new facts."
    />
  );
}

/** A time that most stayed within, of a claim that "took" it. */
const mostly = (seconds: number) => (seconds < 60 ? "less than a minute" : `${sayDuration(seconds)} or less`);

/** How long claims were in each stage. */
export function StagesSection({ figures, table }: SectionProps) {
  const whole = figures.stages.find(({ of }) => of === "new-to-published");
  return (
    <FigureSection
      id="stages"
      title="Time in each stage"
      says={
        <p>
          {whole?.quantiles
            ? `From noted to published, half of ${sayCount(whole.count)} claims took ${mostly(whole.quantiles.p50)}; nine in ten took ${mostly(whole.quantiles.p90)}.`
            : `From noted to published: ${tooFew(whole?.count ?? 0, "claim")}.`}
        </p>
      }
      chart={
        <NamedChart title="In each stage, median" note={whole?.quantiles ? spreadNote : undefined}>
          <SpreadLines
            rows={figures.stages.map(({ of, ...spread }) => ({ name: stageWords[of], ...spread }))}
          />
        </NamedChart>
      }
      tables={table("stages", "Time in each stage")}
      counted="claims whose first version was published in the period, by the changes of state in the log until then. A claim that came back to a stage counts there once, with all its stays together; the time it was declined is in the whole alone. Ready lasts until it is published, so what was signed for a later time waits in it. Nights and weekends count too."
    />
  );
}

/** How often people who could not see each other's marks gave the same one. */
export function AgreementSection({ figures: { agreement: rate }, table }: SectionProps) {
  const isEnough = rate.compared >= fewestClaims;
  return (
    <FigureSection
      id="agreement"
      title="Agreement of blind reviews"
      says={
        <>
          <p>
            {isEnough && rate.interval
              ? `Equal marks on ${percent(rate.sameMark / rate.compared)} of ${sayCount(rate.compared)} claims (95% interval ${percent(rate.interval.low)} to ${percent(rate.interval.high)}).`
              : `Too few to say: ${many(rate.compared, "claim")} with two blind marks, and at least ${fewestClaims} are needed.`}
          </p>
          {isEnough ? (
            <p>
              {rate.alpha === null
                ? "Every mark was the same, so agreement beyond chance cannot be told."
                : `Krippendorff’s alpha is ${rate.alpha.toFixed(2)}: 1 is full agreement, 0 is what chance would give.`}
            </p>
          ) : null}
        </>
      }
      chart={
        <NamedChart title="Claims first signed in the period">
          <CountBars
            label="Claims"
            bars={[
              { name: "Signed", count: rate.signed },
              { name: "With two or more blind marks", count: rate.compared },
              { name: "With equal marks", count: rate.sameMark },
              { name: "With equal marks and no differing ratings", count: rate.sameMarkAndRating },
            ]}
          />
        </NamedChart>
      }
      tables={table("agreement", "Agreement of blind reviews")}
      counted="of each person the first mark they gave blind before the first version. Only claims that are published or retracted now: nothing that a reviewer may not see yet is in here, and claims being corrected are left out until they are signed again. Alpha after Krippendorff (2011) for nominal marks, the interval after Wilson (1927)."
    />
  );
}

/** How soon errors were put right. */
export function ResponsesSection({ figures: { responses, output }, table }: SectionProps) {
  const righted = output.reduce((sum, { corrected, retracted }) => sum + corrected + retracted, 0);
  const reported = responses.times.find(({ of }) => of === "reported-to-corrected");
  const hasTimes = responses.times.some(({ quantiles }) => quantiles !== null);
  return (
    <FigureSection
      id="corrections"
      title="Corrections, and how soon"
      says={
        <p>
          {many(righted, "error")} put right; {reported?.count ?? 0} of them after a reader had reported it
          from the page. {many(responses.reports, "report")} from readers of verdicts came in.{" "}
          {many(responses.open, "correction is", "corrections are")} open now.
        </p>
      }
      chart={
        <NamedChart title="Until it was put right, median" note={hasTimes ? spreadNote : undefined}>
          <SpreadLines
            rows={responses.times.map(({ of, ...spread }) => ({ name: responseWords[of], ...spread }))}
          />
        </NamedChart>
      }
      tables={table("corrections", "Corrections and response times")}
      counted="by the time the correction, changed verdict or retraction was published. A report counts when it was sent from the verdict’s own page between that version and the one before, the first of several; whether it was the reason, the log does not say. Opened to signed is over all classes of correction that were published in the period; one that a retraction ended was not signed."
    />
  );
}
