import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { TimeAgo } from "@/components/ui/time-ago";
import type { OpenInvitationDto } from "@/lib/accounts/dto";

type Props = { links: OpenInvitationDto[]; withdraw: FormAction };

/** Links that still work; the links themselves are not kept and cannot be shown again. */
export function OpenLinks({ links, withdraw }: Props) {
  if (links.length === 0) return <p className="text-ink-3">None.</p>;
  return (
    <ul className="border-b">
      {links.map((link) => (
        <li key={link.id} className="flex flex-wrap items-center gap-3 border-t py-2.5">
          <div className="min-w-0 flex-1">
            <p>
              <strong className="font-semibold">{link.name ?? "First admin"}</strong>{" "}
              <span className="text-ink-3">{link.email}</span>
            </p>
            <p className="text-sm text-ink-3">
              {link.purpose === "reset"
                ? "new password"
                : `invited as ${link.role}${link.isIntern ? ", intern" : ""}`}{" "}
              · ends <TimeAgo at={link.expiresAt} exact />
            </p>
          </div>
          <Form action={withdraw} id={`link-${link.id}`} done="withdrawn" shownAt="this page">
            <input type="hidden" name="invitationId" value={link.id} />
            <SubmitButton
              look="plain"
              small
              busy="Withdrawing…"
              aria-label={`Withdraw the link for ${link.name ?? "the first admin"}`}
            >
              Withdraw
            </SubmitButton>
          </Form>
        </li>
      ))}
    </ul>
  );
}
