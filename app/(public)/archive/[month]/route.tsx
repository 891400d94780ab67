import { MonthPage } from "@/components/reader/month-page";
import { monthPath, spokenPath } from "@/components/reader/reader-paths";
import { countMonths } from "@/lib/publications/count-verdicts.server";
import { listVerdicts } from "@/lib/publications/list-verdicts.server";
import { listAddress, listAnswer, listItems, neighbourLinks, placeAsked } from "../../list-answers";
import { notFoundAnswer, readerRoute } from "../../reader-route";

export const dynamic = "force-dynamic";

/** The days of a month in UTC, both included; the month is `2023-07`. */
function daysOf(month: string): { firstDay: string; lastDay: string } {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { firstDay: `${month}-01`, lastDay: `${month}-${last}` };
}

/** Verdicts first published in a month; a month without any is no page. */
export const GET = readerRoute<{ month: string }>(async ({ url, params: { month }, pub }) => {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return notFoundAnswer(pub);
  const months = await countMonths();
  const at = months.findIndex((one) => one.month === month);
  const found = months[at];
  if (!found) return notFoundAnswer(pub);
  const path = monthPath(month);
  return listAnswer(pub, listAddress(path, url, ["before", "after"]), async () => {
    const page = await listVerdicts(daysOf(month), placeAsked(url));
    return (
      <MonthPage
        site={pub.site}
        month={month}
        counts={found.ratings}
        ratings={pub.ratings}
        items={listItems(page)}
        later={months[at - 1]?.month ?? null}
        earlier={months[at + 1]?.month ?? null}
        label={pub.label}
        {...neighbourLinks(spokenPath(pub.site, path), page)}
      />
    );
  });
});
