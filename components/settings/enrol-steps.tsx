import { SubmitButton } from "@/components/ui/button";
import { ConfirmByPassword } from "@/components/ui/confirm-by-password";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { LinkButton } from "@/components/ui/link-button";
import type { SecondFactorSetup } from "@/lib/accounts/second-factor-setup";
import { RecoveryCodesOnce } from "./recovery-codes-once";

type Props = {
  setup: SecondFactorSetup;
  /** Fields: password, code, where they are asked for. */
  begin: FormAction;
  /** Fields: code. Answers `values.codes`. */
  confirm: FormAction;
  /** Where to go when it is done. */
  next: string;
};

/** Sets up a second factor: a secret to scan or type, a code of it, then the recovery codes, seen once. */
export function EnrolSteps({ setup, begin, confirm, next }: Props) {
  return (
    <>
      {setup.at === "start" ? (
        <Form action={begin} id="begin" done="begun" shownAt="this page" className="grid gap-3" label="Begin">
          <p className="text-ink-2">
            You need an authenticator: an app on your phone, or a password manager that keeps codes.
          </p>
          {setup.asksAgain ? <ConfirmByPassword purpose="to begin" /> : null}
          <div>
            <SubmitButton busy="Making a secret…">Show me the code to scan</SubmitButton>
          </div>
        </Form>
      ) : null}
      {/* One form before and after, so that its answer finds its place without scripts too. */}
      <Form
        action={confirm}
        id="confirm-code"
        done="turned on"
        shownAt="this page"
        className="grid gap-4"
        label="Turn it on"
        asksSecretOnly
      >
        <RecoveryCodesOnce next={next}>
          {setup.at === "waiting" ? <Waiting {...setup} /> : null}
          {setup.at === "on" ? (
            <div className="grid gap-3">
              <p>Your second factor is on.</p>
              <div>
                <LinkButton href={next}>To the desk</LinkButton>
              </div>
            </div>
          ) : null}
        </RecoveryCodesOnce>
      </Form>
    </>
  );
}

function Waiting({ seed, address, picture }: Extract<SecondFactorSetup, { at: "waiting" }>) {
  return (
    <>
      <div>
        <p className="mb-2 font-semibold">1. Scan this with your authenticator</p>
        <svg
          viewBox={`0 0 ${picture.size} ${picture.size}`}
          role="img"
          aria-label="The secret as a QR code; the same stands below in letters"
          className="w-52 max-w-full rounded-md border"
          shapeRendering="crispEdges"
        >
          <rect width={picture.size} height={picture.size} fill="#fff" />
          <path d={picture.path} fill="#000" />
        </svg>
        <p className="mt-2 text-sm text-ink-2">
          On this phone: <a href={address}>open your authenticator</a>. Or type the secret:
        </p>
        <p>
          <code className="break-words select-all">{seed}</code>
        </p>
      </div>
      <TextField
        name="code"
        label="2. Give the six digits that it shows"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        required
      />
      <div>
        <SubmitButton busy="Turning it on…">Turn it on</SubmitButton>
      </div>
    </>
  );
}
