import type { Metadata } from "next";
import Link from "next/link";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { SelectionSection, SourcesSection } from "@/components/newsroom-figures/balance-sections";
import { TableBehind } from "@/components/newsroom-figures/figure-table";
import { PeriodForm } from "@/components/newsroom-figures/period-form";
import type { SectionProps } from "@/components/newsroom-figures/section-props";
import {
  AgreementSection,
  OutputSection,
  ResponsesSection,
  StagesSection,
} from "@/components/newsroom-figures/work-sections";
import { EmptyState } from "@/components/ui/empty-state";
import { wholeDeskOnly } from "@/lib/access/whole-desk";
import { requireViewer } from "@/lib/access/viewer.server";
import { hasFigures } from "@/lib/newsroom-figures/figures";
import { readPeriod, usualPeriods, type Period } from "@/lib/newsroom-figures/period";
import { loadNewsroomFigures } from "@/lib/newsroom-figures/queries";
import { tableOf } from "@/lib/newsroom-figures/tables";
import { loadSettings } from "@/lib/settings/settings.server";
import { one, type SearchParams } from "../read-queue";

export const metadata: Metadata = { title: "Newsroom figures" };

export default async function FiguresPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  if (viewer.sees === "own")
    return (
      <DeskPage title="Newsroom figures" wide>
        <EmptyState title="These figures are of the whole desk">
          {wholeDeskOnly("What the newsroom counts").detail}
        </EmptyState>
      </DeskPage>
    );
  const [params, { ratings, site }] = await Promise.all([searchParams, loadSettings()]);
  const now = new Date();
  const [from, to] = [one(params, "from"), one(params, "to")];
  const asked = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  const period = readPeriod(asked, now, site.timeZone);
  const shown = period.ok ? period.value : { first: from ?? "", last: to ?? "" };
  return (
    <DeskPage
      title="Newsroom figures"
      lead="What the newsroom did, from its log and signed records. Figures of the newsroom, not of persons: nobody is named, counted or ranked here."
      wide
    >
      <PeriodForm
        action={places.figures}
        first={shown.first}
        last={shown.last}
        usual={usualPeriods(now, site.timeZone)}
        problem={period.ok ? null : period.error.detail}
      />
      {period.ok ? <Sections {...await sectionsOf(period.value, ratings)} /> : null}
    </DeskPage>
  );
}

/** As many names as a table shows; the file has up to a thousand. */
const most = 30;

async function sectionsOf(period: Period, scale: SectionProps["scale"]): Promise<SectionProps> {
  const figures = await loadNewsroomFigures(period, most);
  const fileHref = (name: string) => `${places.figuresFile(name)}?from=${period.first}&to=${period.last}`;
  const table: SectionProps["table"] = (name, title) => (
    <TableBehind title={title} table={tableOf(name, figures, scale)} fileHref={fileHref(name)} />
  );
  return { figures, scale, table };
}

function Sections(props: SectionProps) {
  if (!hasFigures(props.figures)) {
    return (
      <EmptyState title="Nothing to count in this period">
        Figures come by themselves: with claims noted, reviews given and verdicts signed. Choose another
        period, or <Link href={places.newClaim}>note a claim</Link>.
      </EmptyState>
    );
  }
  return (
    <div className="border-b">
      <OutputSection {...props} />
      <StagesSection {...props} />
      <AgreementSection {...props} />
      <ResponsesSection {...props} />
      <SelectionSection {...props} />
      <SourcesSection {...props} />
    </div>
  );
}
