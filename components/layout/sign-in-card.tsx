import { SubmitButton } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction, PlainAction } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";
import type { Role } from "@/lib/claims/vocabulary";

type Props = {
  signIn: FormAction;
  /** Where to go afterwards; a path on this site, checked by the action. */
  next?: string;
  /** The newsroom's own sign-in. */
  oidc?: { label: string; action: PlainAction };
  newsroom?: string;
  demoAccounts?: { email: string; role: Role; password?: string }[];
  /** Why the person is here again: the session ended, the account was deactivated. */
  notice?: { title: string; text?: string };
};

/** E-mail and password, or the newsroom's own sign-in. */
export function SignInCard({ signIn, next, oidc, newsroom, demoAccounts, notice }: Props) {
  return (
    <div className="mx-auto w-full max-w-sm px-4 py-12">
      <h1 className="font-serif text-2xl font-[640] tracking-tight">Countersign</h1>
      <p className="mt-1 mb-5 text-ink-2">Sign in to {newsroom ? `the desk of ${newsroom}` : "the desk"}.</p>
      {notice ? (
        <div className="mb-4">
          <Notice title={notice.title}>{notice.text}</Notice>
        </div>
      ) : null}
      <Form
        action={signIn}
        id="sign-in"
        className="grid gap-3"
        notDone="You are not signed in yet."
        asksSecretOnly
      >
        {next ? <input type="hidden" name="next" value={next} /> : null}
        <TextField name="email" type="email" label="E-mail" autoComplete="username" required />
        <TextField
          name="password"
          type="password"
          label="Password"
          autoComplete="current-password"
          required
        />
        <SubmitButton busy="Signing in…">Sign in</SubmitButton>
      </Form>
      <p className="mt-3 text-sm text-ink-3">
        Lost your password? An admin can give you a link to set a new one.
      </p>
      {oidc ? (
        <form action={oidc.action} className="mt-3 border-t pt-3">
          {next ? <input type="hidden" name="next" value={next} /> : null}
          <button type="submit" className="button w-full">
            {oidc.label}
          </button>
        </form>
      ) : null}
      {demoAccounts && demoAccounts.length > 0 ? <DemoAccounts accounts={demoAccounts} /> : null}
    </div>
  );
}

function DemoAccounts({ accounts }: { accounts: NonNullable<Props["demoAccounts"]> }) {
  const password = accounts.find((account) => account.password)?.password;
  return (
    <section aria-labelledby="demo-accounts" className="mt-8 border-t pt-4">
      <h2 id="demo-accounts" className="text-sm font-semibold">
        This is the local demonstration
      </h2>
      {password ? (
        <p className="mt-1 text-sm text-ink-2">
          Each account has the password <code className="whitespace-nowrap select-all">{password}</code>
        </p>
      ) : null}
      <ul className="mt-2 text-sm">
        {accounts.map((account) => (
          <li key={account.email} className="flex gap-3 border-t py-1">
            <code className="min-w-0 flex-1 select-all">{account.email}</code>
            <span className="text-ink-3">{account.role}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
