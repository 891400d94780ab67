import Link from "next/link";
import { places } from "@/components/layout/places";
import type { Balance } from "@/lib/newsroom-figures/figures";
import { byNumber } from "@/lib/core/by-number";
import { sayCount } from "@/lib/newsroom-figures/say-amounts";
import { originName, ownReportingName } from "@/lib/newsroom-figures/tables";
import { declineOptions } from "@/components/claims/claim-words";
import { CountBars } from "./count-bars";
import { FigureSection, NamedChart } from "./figure-section";
import type { SectionProps } from "./section-props";

/** As many names as a picture shows; the table has more, the file all. */
const drawn = 8;

function BalanceChart({ title, balance, none }: { title: string; balance: Balance; none: string }) {
  const bars = balance.rows
    .filter(({ name }, index) => name === null || index < drawn)
    .map(({ name, claims, published }) => ({ name: name ?? none, count: claims, part: published }));
  const left = balance.rows.filter(({ name }) => name !== null).length + balance.others - drawn;
  if (bars.length === 0) return null;
  return (
    <NamedChart
      title={title}
      note={`Filled: published so far.${left > 0 ? ` ${left} more in the table and the file.` : ""}`}
    >
      <CountBars label={title} bars={bars} />
    </NamedChart>
  );
}

/** What the newsroom noted, took up and left: topics, claimants, outlets, tips. */
export function SelectionSection({ figures, table }: SectionProps) {
  const { topics, claimants, outlets, choices } = figures;
  const declined = choices.declined.reduce((sum, { count }) => sum + count, 0);
  const { tips } = choices;
  const reasonWords = (reason: string) =>
    declineOptions.find(({ value }) => value === reason)?.label ?? reason.replaceAll("-", " ");
  return (
    <FigureSection
      id="selection"
      title="Balance of what was chosen"
      says={
        <p>
          Claims noted: {sayCount(choices.claims)}, {sayCount(choices.takenUp)} of them taken up,{" "}
          {sayCount(declined)} declined, {sayCount(choices.undecided)} not yet decided.{" "}
          {choices.parts > 0
            ? `The queue lists ${sayCount(choices.parts)} more: ${byNumber(choices.parts, "a part", "parts")} of compound claims, counted here with the whole. `
            : null}
          Tips received: {sayCount(tips.received)}, {sayCount(tips.chosen)} chosen, {sayCount(tips.declined)}{" "}
          declined, {sayCount(tips.waiting)} not yet decided. The{" "}
          <Link href={places.ledger}>selection ledger</Link> counts in the same way, over all time, and has
          the reason of each that was declined.
        </p>
      }
      chart={
        <>
          <BalanceChart title="Topics" balance={topics} none="Without topic" />
          <BalanceChart title="Claimants" balance={claimants} none="Nobody named" />
          <BalanceChart title="Where claims appeared" balance={outlets} none="Not noted" />
          {choices.declined.length > 0 ? (
            <NamedChart title="Why claims were declined">
              <CountBars
                label="Why claims were declined"
                bars={choices.declined.map(({ reason, count }) => ({ name: reasonWords(reason), count }))}
              />
            </NamedChart>
          ) : null}
        </>
      }
      tables={
        <>
          {table("topics", "Topics")}
          {table("claimants", "Claimants")}
          {table("appearances", "Outlets where claims appeared")}
          {table("choices", "Chosen and declined")}
        </>
      }
      counted="claims noted and tips received in the period, by where they stand now; taken up is what was chosen from a tip or is no longer new, and was not declined. Parts of a claim are not counted by themselves, and a tip that was chosen is among the claims too. A claim may have several topics, so shares add up to more than all. A claimant is one name as written."
    />
  );
}

/** What the verdicts of the period rest on: origins first, outlets second. */
export function SourcesSection({ figures: { sources }, table }: SectionProps) {
  const { origins, outlets, ownReporting, verdicts, traced } = sources;
  const named = origins.map((one) => ({ ...one, name: originName(one) }));
  const originBars = [...named, { ...ownReporting, name: ownReportingName }]
    .filter((one) => one.verdicts > 0)
    .toSorted((a, b) => b.verdicts - a.verdicts)
    .slice(0, drawn)
    .map(({ name, verdicts: count, articles }) => ({
      name,
      count,
      said: `${sayCount(count)} (${sayCount(articles)} art.)`,
    }));
  const outletBars = outlets.slice(0, drawn).map((one) => ({
    name: one.name,
    count: one.verdicts,
    part: one.ownReporting,
    said: `${sayCount(one.verdicts)} (${sayCount(one.articles)} art.)`,
  }));
  return (
    <FigureSection
      id="sources"
      title="Sources leaned on most"
      says={
        verdicts === 0 ? (
          <p>No verdict of the period has public evidence for or against it.</p>
        ) : (
          <p>
            Verdicts with public evidence: {sayCount(verdicts)}. For {sayCount(traced)} of them people
            confirmed who knew it first
            {traced < verdicts
              ? `; for ${sayCount(verdicts - traced)} the origin is unknown, and unknown adds to none.`
              : "."}
          </p>
        )
      }
      chart={
        <>
          {originBars.length > 0 ? (
            <NamedChart title="Origins, by verdicts" note="In brackets: the articles through which.">
              <CountBars label="Origins, by verdicts" bars={originBars} />
            </NamedChart>
          ) : null}
          {outletBars.length > 0 ? (
            <NamedChart
              title="Outlets read, by verdicts"
              note="In brackets: articles of theirs. Filled: verdicts for which it was their own reporting."
            >
              <CountBars label="Outlets read, by verdicts" bars={outletBars} />
            </NamedChart>
          ) : null}
        </>
      }
      tables={
        <>
          {table("origins", "Origins")}
          {table("outlets", "Outlets")}
        </>
      }
      counted="verdicts first published in the period, by their public evidence for or against the claim; context, described and withheld evidence is left out. An origin counts once a verdict, however many articles have it from there, and only along attributions that a person confirmed. Where an article found it out itself, its own reporting is the origin: counted with the origins as one, and outlet by outlet in the other picture. Sources without a public name are counted together. Claims being corrected are left out until they are signed again."
    />
  );
}
