import type { NoticeRecord } from "@/lib/publications/record";
import { SubmitButton } from "@/components/ui/button";
import { RadioField } from "@/components/ui/choice";
import { ConfirmByPassword } from "@/components/ui/confirm-by-password";
import { HiddenField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { TextAreaField } from "@/components/ui/text-area";
import { UseTemplate } from "@/components/templates/use-template";
import { fieldToBegin, type OfferedTemplates } from "@/lib/templates/fill-field";
import { noticeLimit } from "@/lib/publications/notice-limits";
import { noticeKinds } from "./notice-kinds";

type Props = {
  claimId: string;
  /** The version that readers have now. */
  besideVersion: number;
  action: FormAction;
  /** What fits what is published. */
  kinds: readonly NoticeRecord["kind"][];
  suggested?: { kind: NoticeRecord["kind"]; text: string };
  asksPassword?: boolean;
  templates?: OfferedTemplates;
};

/** A short signed statement beside a published verdict. Fields: claimId, besideVersion, kind, text, password, code. */
export function NoticeForm(props: Props) {
  const { claimId, besideVersion, action, kinds, suggested, asksPassword, templates } = props;
  const text = fieldToBegin("notice", suggested?.text, templates);
  return (
    <Form
      action={action}
      id="notice"
      done="signed"
      shownAt="the claim"
      keep={`notice:${claimId}`}
      className="grid gap-4"
      label="Sign a notice"
    >
      <input type="hidden" name="claimId" value={claimId} />
      <HiddenField name="besideVersion" value={besideVersion} />
      <RadioField
        name="kind"
        legend="What it says"
        options={noticeKinds.filter(({ value }) => kinds.includes(value))}
        defaultValue={suggested?.kind}
        required
      />
      <UseTemplate field="text" kind="notice" offered={templates} said={text.said} />
      <TextAreaField
        name="text"
        label="What readers are told"
        hint="One or two sentences. It is signed, cannot be changed, and stands wherever the rating is shown until you publish an update, a correction or a changed verdict."
        defaultValue={text.value}
        limit={noticeLimit}
        required
      />
      {asksPassword ? <ConfirmByPassword purpose="to sign the notice" /> : null}
      <div>
        <SubmitButton busy="Signing…">Sign the notice</SubmitButton>
      </div>
    </Form>
  );
}
