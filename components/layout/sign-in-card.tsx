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

/** E-mail, password and, for accounts that have one, a code. */
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
      <Form action={signIn} id="sign-in" className="grid gap-3">
        {next ? <input type="hidden" name="next" value={next} /> : null}
        <TextField name="email" type="email" label="E-mail" autoComplete="username" required />
        <TextField
          name="password"
          type="password"
          label="Password"
          autoComplete="current-password"
          required
        />
        <TextField
          name="code"
          label="Code"
          optional
          hint="From your authenticator, if your account has one."
          inputMode="numeric"
          autoComplete="one-time-code"
        />
        <SubmitButton busy="Signing in…">Sign in</SubmitButton>
      </Form>
      {oidc ? (
        <form action={oidc.action} className="mt-3 border-t pt-3">
          {next ? <input type="hidden" name="next" value={next} /> : null}
          <button type="submit" className="button w-full">
            {oidc.label}
          </button>
        </form>
      ) : null}
      {demoAccounts && demoAccounts.length > 0 ? (
        <section aria-labelledby="demo-accounts" className="mt-6 rounded-md border p-3">
          <h2 id="demo-accounts" className="text-sm font-semibold">
            This is the local demonstration. Its accounts:
          </h2>
          <ul className="mt-2 grid gap-1 text-sm">
            {demoAccounts.map((account) => (
              <li key={account.email}>
                <code>{account.email}</code>{" "}
                <span className="text-ink-3">
                  {account.role}
                  {account.password ? ", password " : ""}
                </span>
                {account.password ? <code>{account.password}</code> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
