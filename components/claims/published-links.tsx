import { LinkButton } from "@/components/ui/link-button";
import type { ClaimLinks } from "./claim-links";

type Props = { links: ClaimLinks; isCorrecting: boolean };

/** What can be done about what readers have: put right or said beside it first; what takes it from them stands apart, at the end. */
export function PublishedLinks({ links, isCorrecting }: Props) {
  const { correction, notice, retraction, withholding } = links;
  return (
    <>
      {correction || notice ? (
        <div className="flex flex-wrap gap-2">
          {correction ? (
            <LinkButton href={correction}>
              {isCorrecting ? "Change or abandon the correction" : "Open a correction"}
            </LinkButton>
          ) : null}
          {notice ? <LinkButton href={notice}>Sign a notice</LinkButton> : null}
        </div>
      ) : null}
      {retraction || withholding ? (
        <section
          aria-labelledby="take-away"
          className="mt-3 border-t pt-3 first:mt-0 first:border-t-0 first:pt-0"
        >
          <h2 id="take-away" className="text-sm font-semibold">
            Take it from readers
          </h2>
          <ul className="grid gap-3 pt-2">
            {retraction ? (
              <TakeAway href={retraction} label="Retract it">
                Its page then says that it was retracted, and why. Its versions stay readable, but for any
                that is withheld. It cannot be undone.
              </TakeAway>
            ) : null}
            {withholding ? (
              <TakeAway href={withholding} label="Withhold a version">
                For a court order, or somebody in danger: readers no longer get its text. An editor and an
                admin do it together.
              </TakeAway>
            ) : null}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function TakeAway({ href, label, children }: { href: string; label: string; children: string }) {
  return (
    <li className="grid justify-items-start gap-1">
      <LinkButton href={href} look="danger">
        {label}
      </LinkButton>
      <p className="text-sm text-ink-3">{children}</p>
    </li>
  );
}
