import { readerStyles } from "@/components/reader/styles";
import { sayMinute } from "@/lib/core/zoned-time";
import {
  Balance,
  Changes,
  Pace,
  Recent,
  Requirements,
  Selection,
  Sources,
  type DossierProps,
} from "./dossier-parts";

/** The application dossier as one document that prints well and needs nothing besides itself. */
export function DossierDocument(props: DossierProps) {
  const { facts, figures } = props;
  const title = `Application dossier of ${facts.site.name}`;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: readerStyles }} />
      </head>
      <body>
        <main className="wrap page reading">
          <h1>{title}</h1>
          <p className="meta">
            {facts.site.url} · as of {sayMinute(facts.timeZone, new Date(facts.asOf))} · figures since{" "}
            {figures.since} unless said otherwise · drawn from signed records and the desk’s own ledger;
            nothing is estimated.
          </p>
          <Requirements {...props} />
          <Pace {...props} />
          <Recent {...props} />
          <Balance {...props} />
          <Sources {...props} />
          <Changes {...props} />
          <Selection {...props} />
        </main>
      </body>
    </html>
  );
}
