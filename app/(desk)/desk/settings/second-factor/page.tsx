import type { Metadata } from "next";
import { RecoveryCodesOnce } from "@/components/settings/recovery-codes-once";
import { SubmitButton } from "@/components/ui/button";
import { ConfirmByPassword } from "@/components/ui/confirm-by-password";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { TimeAgo } from "@/components/ui/time-ago";
import { ownSecondFactor } from "@/lib/accounts/second-factor-queries.server";
import { SettingsFrame } from "../settings-frame";
import { settingsViewer } from "../settings-viewer";
import { renewCodes, turnOff } from "./actions";

export const metadata: Metadata = { title: "Second factor" };

const here = "/desk/settings/second-factor";

export default async function SecondFactorSettingsPage() {
  const viewer = await settingsViewer("second-factor");
  const { since, codesLeft, isRequired } = await ownSecondFactor(viewer);
  return (
    <SettingsFrame
      viewer={viewer}
      place="second-factor"
      title="Second factor"
      lead={since ? "Signing in needs your password and a code from an authenticator." : undefined}
    >
      {since ? (
        <>
          <p>
            On, since <TimeAgo at={since} now={new Date().toISOString()} />.
          </p>
          <Section id="recovery" title="Recovery codes" level={2}>
            <Form
              action={renewCodes}
              id="renew"
              done="made"
              shownAt="this page"
              className="grid max-w-sm gap-3"
              label="New recovery codes"
            >
              <p>{codesLeft} of 10 are left. New ones make the old ones worthless.</p>
              <RecoveryCodesOnce />
              <ConfirmByPassword purpose="to make new codes" isOptional />
              <div>
                <SubmitButton look="plain" busy="Making them…">
                  Make ten new codes
                </SubmitButton>
              </div>
            </Form>
          </Section>
          <Section id="turn-off" title="Turn it off" level={2}>
            <Form
              action={turnOff}
              id="turn-off-form"
              done="turned off"
              shownAt="this page"
              className="grid max-w-sm gap-3"
              label="Turn it off"
            >
              <p>
                {isRequired
                  ? "For a new phone: turn it off, and set it up again at once. The desk is closed to you until you have."
                  : "Your password alone lets you in again, and your recovery codes go."}
              </p>
              <ConfirmByPassword purpose="to turn it off" isOptional />
              <div>
                <SubmitButton look="plain" busy="Turning it off…">
                  Turn the second factor off
                </SubmitButton>
              </div>
            </Form>
          </Section>
        </>
      ) : (
        <div className="grid gap-3">
          <p>
            Off. When it is on, signing in needs your password and a code from an authenticator: an app on
            your phone, or a password manager that keeps codes. It takes two minutes to set up.
          </p>
          <div>
            <LinkButton href={`/sign-in/second-factor?from=${here}`} look="primary">
              Set it up
            </LinkButton>
          </div>
        </div>
      )}
    </SettingsFrame>
  );
}
