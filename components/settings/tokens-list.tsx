import type { TokenDto } from "@/lib/accounts/dto";
import { SubmitButton } from "@/components/ui/button";
import { CheckField, CheckGroup } from "@/components/ui/choice";
import { ConfirmByPassword } from "@/components/ui/confirm-by-password";
import { EmptyState } from "@/components/ui/empty-state";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { OnceShown } from "@/components/ui/once-shown";
import { SelectField } from "@/components/ui/select";
import { TimeAgo } from "@/components/ui/time-ago";

type Props = {
  tokens: TokenDto[];
  /** Fields: tokenId. */
  revoke?: FormAction;
  now?: string;
};

/** Tokens by which other systems work for this account. */
export function TokensList({ tokens, revoke, now }: Props) {
  if (tokens.length === 0) {
    return (
      <EmptyState title="No tokens">Make one for a system that should read or write for you.</EmptyState>
    );
  }
  return (
    <ul className="border-b">
      {tokens.map((token) => (
        <li key={token.id} className="flex flex-wrap items-center gap-3 border-t py-2.5">
          <div className="min-w-0 flex-1">
            <p>
              <strong className="font-semibold">{token.name}</strong>
              <span className="text-ink-3"> · may {token.scopes.join(", ")}</span>
            </p>
            <p className="text-sm text-ink-3">
              made <TimeAgo at={token.createdAt} now={now} /> · {token.revokedAt ? "revoked " : "ends "}
              <TimeAgo at={token.revokedAt ?? token.expiresAt} now={now} /> ·{" "}
              {token.lastUsedAt ? (
                <>
                  last used <TimeAgo at={token.lastUsedAt} now={now} />
                </>
              ) : (
                "never used"
              )}
            </p>
          </div>
          {revoke && !token.revokedAt ? (
            <Form action={revoke} id={`token-${token.id}`} done="revoked" shownAt="this page">
              <input type="hidden" name="tokenId" value={token.id} />
              <SubmitButton look="plain" small busy="Revoking…" aria-label={`Revoke ${token.name}`}>
                Revoke
              </SubmitButton>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

type CreateProps = {
  /** Fields: name, scopes (repeated), days, password, code. Answers `values.token`. */
  action: FormAction;
  /** Editors may make a token that signs, for eight hours at most. */
  maySign?: boolean;
};

/** Makes a token and shows it once. */
export function TokenForm({ action, maySign }: CreateProps) {
  return (
    <Form
      action={action}
      id="new-token"
      done="made"
      shownAt="this page"
      className="grid max-w-md gap-3"
      label="Make a token"
    >
      <OnceShown
        name="token"
        label="Your token"
        note="Copy it now: it is not shown again, and only its hash is kept."
        next="Make another token"
      />
      <TextField
        name="name"
        label="What it is for"
        hint="The system that uses it."
        autoComplete="off"
        required
      />
      <CheckGroup name="scopes" legend="It may">
        <CheckField name="scopes" value="read" label="Read" defaultChecked />
        <CheckField name="scopes" value="write" label="Write" />
        {maySign ? (
          <CheckField
            name="scopes"
            value="sign"
            label="Sign"
            hint="For eight hours at most; the page then says “signed by token”."
          />
        ) : null}
      </CheckGroup>
      <SelectField
        name="days"
        label="Ends after"
        defaultValue="30"
        options={[
          { value: "1", label: "1 day" },
          { value: "7", label: "7 days" },
          { value: "30", label: "30 days" },
          { value: "90", label: "90 days" },
        ]}
      />
      <ConfirmByPassword purpose="to make a token" />
      <div>
        <SubmitButton look="plain" busy="Making it…">
          Make the token
        </SubmitButton>
      </div>
    </Form>
  );
}
