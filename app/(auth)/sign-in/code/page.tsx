import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthPage } from "@/components/layout/auth-page";
import { SubmitButton } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { currentStanding } from "@/lib/access/viewer.server";
import { safeReturnPath } from "@/lib/core/safe-redirect";
import { loadSettings } from "@/lib/settings/settings.server";
import { signOutAction } from "../../sign-out-action";
import { giveCode } from "./actions";

export const metadata: Metadata = { title: "Your code", robots: "noindex" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CodePage({ searchParams }: Props) {
  const next = safeReturnPath((await searchParams).from);
  const standing = await currentStanding();
  if (standing?.kind !== "code-due") {
    redirect(standing ? next : `/sign-in?from=${encodeURIComponent(next)}`);
  }
  const { site } = await loadSettings();
  return (
    <AuthPage
      newsroom={site.name}
      title="Your code"
      lead="Open your authenticator and give the six digits it shows for this desk."
    >
      <Form
        action={giveCode}
        id="code"
        className="grid gap-3"
        notDone="You are not signed in yet."
        asksSecretOnly
      >
        <input type="hidden" name="next" value={next} />
        <TextField
          name="code"
          label="Code"
          hint="Lost your phone? Give one of your recovery codes; each works once."
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={60}
          autoFocus
          required
        />
        <SubmitButton busy="Signing in…">Sign in</SubmitButton>
      </Form>
      <p className="mt-5 border-t pt-3 text-sm text-ink-2">
        Neither at hand? An admin can reset your second factor once they have made sure that it is you.
      </p>
      <form action={signOutAction} className="mt-2">
        <button type="submit" className="button button-quiet button-small">
          Sign in as somebody else
        </button>
      </form>
    </AuthPage>
  );
}
