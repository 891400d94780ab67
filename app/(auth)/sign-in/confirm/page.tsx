import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthPage } from "@/components/layout/auth-page";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { currentViewer } from "@/lib/access/viewer.server";
import { stepUpMinutes } from "@/lib/accounts/policy";
import { loadSettings } from "@/lib/settings/settings.server";
import { confirmElsewhere } from "../actions";

export const metadata: Metadata = { title: "Confirm who you are", robots: "noindex" };

const troubles: Record<string, string> = {
  "somebody-else": "Somebody else is signed in there. Sign in there as the person you are here.",
  "not-asked-again": "It let you through without asking again. Sign out there, then try once more.",
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ConfirmPage({ searchParams }: Props) {
  if (!(await currentViewer())) redirect("/sign-in?from=/sign-in/confirm");
  const { done, error } = await searchParams;
  const trouble = typeof error === "string" ? (troubles[error] ?? "It did not work. Try once more.") : null;
  const name = process.env.OIDC_NAME ?? "your newsroom's sign-in";
  const { site } = await loadSettings();
  return (
    <AuthPage newsroom={site.name} title="Confirm who you are">
      {done && !trouble ? (
        <Notice title="It is you.">
          Go back to the tab with your form and send it. It counts for {stepUpMinutes} minutes.
        </Notice>
      ) : (
        <div className="grid gap-3">
          {trouble ? <Notice title={trouble} safe="Nothing was changed." /> : null}
          {process.env.OIDC_ISSUER ? (
            <form action={confirmElsewhere}>
              <p className="mb-3 text-ink-2">
                You are asked for your password or key there, and come back here.
              </p>
              <button type="submit" className="button button-primary">
                Confirm with {name}
              </button>
            </form>
          ) : (
            <p className="text-ink-2">
              This desk has no other sign-in: your password is asked for in the form itself. Close this tab
              and go back to it.
            </p>
          )}
        </div>
      )}
      <p className="mt-5">
        <LinkButton href="/desk">To the desk</LinkButton>
      </p>
    </AuthPage>
  );
}
