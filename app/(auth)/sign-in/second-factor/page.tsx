import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthPage } from "@/components/layout/auth-page";
import { EnrolSteps } from "@/components/settings/enrol-steps";
import { currentEnrollee } from "@/lib/access/viewer.server";
import { secondFactorSetup } from "@/lib/accounts/second-factor-queries.server";
import { env } from "@/lib/core/env.server";
import { safeReturnPath } from "@/lib/core/safe-redirect";
import { loadSettings } from "@/lib/settings/settings.server";
import { signOutAction } from "../../sign-out-action";
import { begin, confirm } from "./actions";

export const metadata: Metadata = { title: "Your second factor", robots: "noindex" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SecondFactorPage({ searchParams }: Props) {
  const viewer = await currentEnrollee();
  const next = safeReturnPath((await searchParams).from);
  if (!viewer) redirect(`/sign-in?from=${encodeURIComponent("/sign-in/second-factor")}`);
  const setup = await secondFactorSetup(viewer, new Date());
  const isRequired = env().secondFactorRequired && viewer.role !== "checker";
  const { site } = await loadSettings();
  return (
    <AuthPage
      newsroom={site.name}
      title="Your second factor"
      lead={
        isRequired
          ? "Whoever signs or decides about people here proves who they are by a password and by a code from an authenticator. Set yours up now; the desk opens after it."
          : "Signing in will need your password and a code from an authenticator."
      }
    >
      <EnrolSteps setup={setup} begin={begin} confirm={confirm} next={next} />
      <form action={signOutAction} className="mt-6 border-t pt-3">
        <p className="text-sm text-ink-3">
          Signed in as {viewer.name}, {viewer.email}.
        </p>
        <button type="submit" className="button button-quiet button-small mt-1">
          Sign out
        </button>
      </form>
    </AuthPage>
  );
}
