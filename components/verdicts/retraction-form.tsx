import Link from "next/link";
import { places } from "@/components/layout/places";
import { SubmitButton } from "@/components/ui/button";
import { ConfirmByPassword } from "@/components/ui/confirm-by-password";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";
import { TextAreaField } from "@/components/ui/text-area";

type Props = {
  claimId: string;
  version: number;
  /** The versions whose text is withheld from readers. */
  withheld: readonly number[];
  action: FormAction;
};

const list = new Intl.ListFormat("en", { type: "conjunction" });

/** "Version 2", "Versions 1 and 3". */
const named = (versions: readonly number[]) =>
  `${versions.length === 1 ? "Version" : "Versions"} ${list.format(versions.map(String))}`;

/** What becomes of every version up to this one, the current. */
function whatStays(version: number, withheld: readonly number[]): string {
  const all = Array.from({ length: version }, (_, index) => index + 1);
  const left = all.filter((one) => !withheld.includes(one));
  const isAll = left.length === version && version > 1;
  const readable = isAll ? `Versions 1 to ${version}` : named(left);
  return [
    left.length === 1 ? `${readable} stays readable, under a banner that says that it is retracted.` : "",
    left.length > 1 ? `${readable} stay readable, each under a banner that says that it is retracted.` : "",
    withheld.length === 1 ? `${named(withheld)} is withheld from readers and stays so.` : "",
    withheld.length > 1 ? `${named(withheld)} are withheld from readers and stay so.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** Withdraws a verdict in public. Fields: claimId, version, reason, password, code. */
export function RetractionForm({ claimId, version, withheld, action }: Props) {
  return (
    <Form
      action={action}
      id="retraction"
      done="retracted"
      shownAt="the claim"
      keep={`retraction:${claimId}`}
      className="grid gap-4"
      label="Retract"
    >
      <Notice title="This cannot be undone" tone="warning" safe={whatStays(version, withheld)}>
        The page itself will say that the verdict was retracted, and why. If something in it can be put right,{" "}
        <Link href={places.correction(claimId)}>open a correction instead</Link>.
      </Notice>
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="version" value={version} />
      <TextAreaField name="reason" label="Why, in words for readers" rows={4} required />
      <ConfirmByPassword purpose="to retract" />
      <div>
        <SubmitButton look="danger" busy="Retracting…">
          Retract version {version}
        </SubmitButton>
      </div>
    </Form>
  );
}
