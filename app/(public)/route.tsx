import { HomePage } from "@/components/reader/home-page";
import { readerPaths } from "@/components/reader/reader-paths";
import { listNames } from "@/lib/publications/count-verdicts.server";
import { listVerdicts } from "@/lib/publications/list-verdicts.server";
import { listChanged, type ListedVerdict } from "@/lib/publications/queries";
import { correctionEntry, isPublication } from "@/lib/publications/verdict-versions";
import { listAnswer, listItems } from "./list-answers";
import { readerRoute } from "./reader-route";

export const dynamic = "force-dynamic";

const shown = { verdicts: 9, topics: 16, corrections: 5 };

function changeOf({ versions, version }: ListedVerdict) {
  const entry = correctionEntry(versions, version);
  const current = versions.at(-1);
  return entry && current ? [{ ...entry, stands: isPublication(current) }] : [];
}

/** The front page. */
export const GET = readerRoute(({ pub }) =>
  listAnswer(pub, readerPaths.home, async () => {
    const [verdicts, changed, topics] = await Promise.all([
      listVerdicts({}, { limit: shown.verdicts }),
      listChanged({ limit: shown.corrections }),
      listNames("topic", shown.topics),
    ]);
    return (
      <HomePage
        site={pub.site}
        items={listItems(verdicts)}
        topics={topics}
        corrections={changed.items.flatMap(changeOf)}
        label={pub.label}
      />
    );
  }),
);
