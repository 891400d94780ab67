import { SubmitButton } from "@/components/ui/button";
import { RadioField } from "@/components/ui/choice";
import { ConfirmByPassword } from "@/components/ui/confirm-by-password";
import { Disclosure } from "@/components/ui/disclosure";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Section } from "@/components/ui/section";
import { TimeAgo } from "@/components/ui/time-ago";
import type { Role } from "@/lib/claims/vocabulary";
import { withholdingReasonWords } from "@/lib/publications/choice-words";
import type { WithholdingReason } from "@/lib/publications/record";

type Asked = {
  reasonClass: WithholdingReason;
  askedBy: { id: string; name: string };
  askedRole: string;
  askedAt: string;
  confirmed: { by: string; at: string } | null;
};

type Props = {
  claimId: string;
  version: {
    version: number;
    kind: "publication" | "retraction";
    publishedAt: string;
    claim: string;
    finding: string;
    withholdings: readonly Asked[];
  };
  /** It is what stands at the verdict's address. */
  isCurrent: boolean;
  viewer: { id: string; role: Role };
  /** claimId, version, reasonClass, password, code: the first of editor and admin asks, the other confirms. */
  action: FormAction;
};

const reasons = (Object.keys(withholdingReasonWords) as WithholdingReason[]).map((value) => ({
  value,
  label: withholdingReasonWords[value],
}));
const others = { editor: "an admin", admin: "an editor" } as const;
/** Who has to confirm what somebody in this role asked for. */
const other = (role: string) => others[role as keyof typeof others] ?? "somebody else";

/** One published version: what it says, whether it is withheld, and how an editor and an admin withhold it. */
export function VersionToWithhold(props: Props) {
  const { version, isCurrent } = props;
  const withheld = version.withholdings.find(({ confirmed }) => confirmed !== null);
  const what = version.kind === "retraction" ? ", the retraction" : isCurrent ? ", the current one" : "";
  return (
    <Section
      id={`version-${version.version}`}
      title={`Version ${version.version}${what}`}
      aside={<TimeAgo at={version.publishedAt} exact />}
    >
      <p className="font-serif wrap-anywhere">{version.finding || version.claim}</p>
      {withheld?.confirmed ? (
        <p className="text-ink-2">
          <strong>Withheld from readers</strong>, {inWords(withheld.reasonClass)}: {withheld.askedBy.name}{" "}
          asked, {withheld.confirmed.by} confirmed <TimeAgo at={withheld.confirmed.at} exact />. Only the desk
          reads this.
        </p>
      ) : (
        <ToWithhold {...props} />
      )}
    </Section>
  );
}

const inWords = (reason: WithholdingReason) => (reason === "safety" ? "for safety" : "by court order");

function ToWithhold({ claimId, version, viewer, action }: Props) {
  const own = version.withholdings.filter(({ askedRole }) => askedRole === viewer.role);
  const theirs = version.withholdings.filter(({ askedRole }) => askedRole !== viewer.role);
  return (
    <>
      {version.withholdings.map(({ reasonClass, askedBy, askedAt, askedRole }) => (
        <p key={`${reasonClass} ${askedRole}`} className="border-t py-2">
          {askedBy.id === viewer.id ? "You" : askedBy.name} asked <TimeAgo at={askedAt} exact /> to withhold
          it {inWords(reasonClass)}.{" "}
          {askedRole === viewer.role ? (
            <span className="text-ink-2">Readers see it until {other(askedRole)} confirms.</span>
          ) : null}
        </p>
      ))}
      {theirs
        .filter(({ askedBy }) => askedBy.id !== viewer.id)
        .map(({ reasonClass }) => (
          <Form
            key={reasonClass}
            action={action}
            id={`confirm-withholding-${version.version}-${reasonClass}`}
            done="withheld"
            shownAt="this page"
            className="grid gap-3"
            label={`Confirm that version ${version.version} is withheld`}
          >
            <input type="hidden" name="claimId" value={claimId} />
            <input type="hidden" name="version" value={version.version} />
            <input type="hidden" name="reasonClass" value={reasonClass} />
            <ConfirmByPassword purpose="to withhold it" />
            <div>
              <SubmitButton look="danger" busy="Withholding…">
                Withhold version {version.version} {inWords(reasonClass)}
              </SubmitButton>
            </div>
          </Form>
        ))}
      {own.length + theirs.length === 0 ? (
        <Disclosure summary={`Ask to withhold version ${version.version}`} button="danger">
          <Form
            action={action}
            id={`ask-withholding-${version.version}`}
            done="asked for"
            shownAt="this page"
            className="grid gap-3"
            label={`Ask to withhold version ${version.version}`}
          >
            <input type="hidden" name="claimId" value={claimId} />
            <input type="hidden" name="version" value={version.version} />
            <RadioField name="reasonClass" legend="Why, as readers are told" options={reasons} required />
            <ConfirmByPassword purpose="to ask for it" />
            <div>
              <SubmitButton look="danger" busy="Asking…">
                Ask {other(viewer.role)} to confirm
              </SubmitButton>
            </div>
          </Form>
        </Disclosure>
      ) : null}
    </>
  );
}
