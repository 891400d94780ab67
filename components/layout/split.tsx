import Link from "next/link";
import type { ReactNode } from "react";
import { PendingEvidenceProvider } from "@/components/evidence/pending-evidence";

export type Pane = "queue" | "article" | "claim";

type Props = {
  queue: ReactNode;
  article: ReactNode;
  claim: ReactNode;
  /** The pane shown where there is no room for all, from `?pane=`. */
  pane: Pane;
  paneHrefs: Record<Pane, string>;
  labels?: Partial<Record<Pane, string>>;
};

const defaultLabels: Record<Pane, string> = { queue: "Queue", article: "Article", claim: "Claim" };

/** Queue, article and claim. Under 1100 px the queue folds away, under 720 px each is a tab; links, so no scripts. */
export function Split({ queue, article, claim, pane, paneHrefs, labels = {} }: Props) {
  const panes: Pane[] = ["queue", "article", "claim"];
  const labelOf = (name: Pane) => labels[name] ?? defaultLabels[name];
  return (
    <PendingEvidenceProvider>
      <nav aria-label="Panes" className="flex border-b bg-panel px-2 desk:hidden">
        {panes.map((name) => (
          <Link
            key={name}
            href={paneHrefs[name]}
            aria-current={name === pane ? "page" : undefined}
            className={`-mb-px border-b-2 px-3 py-2 font-medium no-underline ${
              name === pane ? "border-ink text-ink" : "border-transparent text-ink-2"
            } ${name === "claim" ? "tabs:hidden" : ""}`}
          >
            {labelOf(name)}
          </Link>
        ))}
      </nav>
      {/* The claim's own heading is hidden with its pane. */}
      {pane === "claim" ? null : <h1 className="sr-only tabs:hidden">{labelOf(pane)}</h1>}
      <div className="split" data-pane={pane}>
        <section aria-label="Queue" className="pane pane-queue bg-sunk tabs:border-r">
          {queue}
        </section>
        <section aria-label="Article" className="pane pane-article">
          {article}
        </section>
        <section aria-label="Claim" className="pane pane-claim bg-panel tabs:border-l">
          {claim}
        </section>
      </div>
    </PendingEvidenceProvider>
  );
}
