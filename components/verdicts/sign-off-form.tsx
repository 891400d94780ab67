import type { GateDto } from "@/lib/claims/dto";
import { SubmitButton } from "@/components/ui/button";
import { CheckField } from "@/components/ui/choice";
import { ConfirmByPassword } from "@/components/ui/confirm-by-password";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { TextAreaField } from "@/components/ui/text-area";
import { TimeAgo } from "@/components/ui/time-ago";
import { TimeField } from "@/components/ui/time-field";

const mostSaid = 3;

type Props = {
  claimId: string;
  gate: GateDto;
  next: { version: number; ratingLabel: string | null };
  signOff: FormAction;
  asksSelfSignedReason?: boolean;
  /** Who may still answer, as open lines of the gate say, and until when. */
  stillAsked?: readonly StillAsked[];
};

export type StillAsked = { asked: string; deadlineAt: string };

/** Overrides with their public reasons, the password, and the one button. */
export function SignOffForm(props: Props) {
  const { claimId, gate, next, signOff, asksSelfSignedReason, stillAsked = [] } = props;
  return (
    <Form
      // What was typed is about one revision: over another one its answer, its password and its ticks are gone.
      key={gate.revision.hash}
      action={signOff}
      id="sign-off"
      done="signed"
      shownAt="the claim"
      keep={`sign-off:${claimId}:${next.version}`}
      ticksAreFor={gate.revision.hash}
      className="mt-5 grid gap-4 border-t pt-4"
      label="Sign"
    >
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="revisionHash" value={gate.revision.hash} />
      <Overrides issues={gate.issues} />
      {asksSelfSignedReason ? (
        <TextAreaField
          name="selfSignedReason"
          label="Why you sign what you wrote"
          hint="Printed on the page. This newsroom allows one person to do both."
          rows={2}
          required
        />
      ) : null}
      <ConfirmByPassword purpose="to publish" />
      <SubmitButton busy="Publishing…" name="when" value="now">
        Publish {versionWords(next)}
      </SubmitButton>
      <PublishLater next={next} stillAsked={stillAsked} />
    </Form>
  );
}

/** "version 1 as Disputed": what a button is about to publish. */
const versionWords = ({ version, ratingLabel }: Props["next"]): string =>
  `version ${version}${ratingLabel ? ` as ${ratingLabel}` : ""}`;

/** The list above says each of them; the first few stand for the rest. */
function inShort(messages: readonly string[]): string {
  const own = [...new Set(messages)];
  const rest = own.length - mostSaid;
  return `${own.slice(0, mostSaid).join(" ")}${rest > 0 ? ` And ${rest} more of the kind.` : ""}`;
}

/** Each open line that an editor may override, with its public reason. */
function Overrides({ issues }: { issues: GateDto["issues"] }) {
  const codes = [...new Set(issues.filter(({ overridable }) => overridable).map(({ code }) => code))];
  if (codes.length === 0) return null;
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 text-sm font-semibold">Open lines you can override</legend>
      {codes.map((code) => {
        const own = issues.filter((issue) => issue.code === code).map(({ message }) => message);
        return (
          <div key={code} className="grid gap-2 border-t pt-2">
            <CheckField name={`override.${code}`} label={<>Publish although: {inShort(own)}</>} />
            <TextAreaField
              name={`reason.${code}`}
              label="Reason, which readers see"
              rows={2}
              className="pl-6"
            />
          </div>
        );
      })}
    </fieldset>
  );
}

/** The same signature for a time to come, with a button of its own that says so. */
function PublishLater({ next, stillAsked }: { next: Props["next"]; stillAsked: readonly StillAsked[] }) {
  return (
    <div className="grid gap-2 border-t pt-4">
      {stillAsked.map(({ asked, deadlineAt }) => (
        <p key={asked} className="text-sm text-ink-2">
          {asked} may answer until <TimeAgo at={deadlineAt} exact />. Every line is judged now, and again when
          it is published: without overriding this one it can be signed for a later time once that has passed.
        </p>
      ))}
      <TimeField
        name="publishAt"
        label="Or sign now and publish later"
        hint="Confirmed as above. Nothing is published until then. If anything that would be published changes before, it is cancelled and you are told."
      />
      <div>
        <SubmitButton look="plain" busy="Signing…" name="when" value="later">
          Schedule {versionWords(next)}
        </SubmitButton>
      </div>
    </div>
  );
}
