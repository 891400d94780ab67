import type { ReactNode } from "react";
import type { PreparedNoticeDto } from "@/lib/notices/dto";
import { SubmitButton } from "@/components/ui/button";
import { RadioField } from "@/components/ui/choice";
import { ConfirmByPassword } from "@/components/ui/confirm-by-password";
import { HiddenField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { TextAreaField } from "@/components/ui/text-area";
import { noticeKindWords } from "@/lib/publications/choice-words";
import { noticeLimit } from "@/lib/publications/notice-limits";
import type { NoticeRecord } from "@/lib/publications/record";
import { noticeKinds } from "@/components/verdicts/notice-kinds";

type Props = {
  notice: PreparedNoticeDto;
  /** What fits what is published. */
  kinds: readonly NoticeRecord["kind"][];
  /** The version that readers have now; null where none stands. */
  besideVersion: number | null;
  decide: FormAction;
  dismiss: FormAction;
  /** The notice as readers will see it. */
  children: ReactNode;
};

/** The draft of a notice: edit it, keep it, see it as readers will, sign and publish it; or say why readers need none. */
export function PreparedNoticeForm({ notice, kinds, besideVersion, decide, dismiss, children }: Props) {
  return (
    <div className="grid gap-8">
      <Form
        action={decide}
        id="prepared"
        done="done"
        keep={`prepared-notice:${notice.id}`}
        className="grid gap-4"
        label="Sign the prepared notice"
        fieldNames={{ kind: "What it says", text: "What readers are told" }}
        valueNames={{ kind: noticeKindWords }}
      >
        <input type="hidden" name="preparedId" value={notice.id} />
        <HiddenField name="version" value={notice.version} />
        {besideVersion === null ? null : <HiddenField name="besideVersion" value={besideVersion} />}
        <RadioField
          name="kind"
          legend="What it says"
          hideLegend
          options={noticeKinds.filter(({ value }) => kinds.includes(value))}
          defaultValue={notice.kind}
          required
        />
        <TextAreaField
          name="text"
          label="What readers are told"
          hint="Written by a rule from what was found; make it yours. Once signed it cannot be changed."
          defaultValue={notice.text}
          limit={noticeLimit}
          rows={5}
          required
        />
        {children}
        <ConfirmByPassword purpose="to sign the notice" />
        <div className="flex flex-wrap gap-2">
          <SubmitButton name="intent" value="sign" busy="Signing…">
            {besideVersion === null
              ? "Publish this notice"
              : `Publish this notice beside version ${besideVersion}`}
          </SubmitButton>
          <SubmitButton name="intent" value="keep" look="plain" formNoValidate>
            Keep the draft
          </SubmitButton>
        </div>
      </Form>
      <Form
        action={dismiss}
        id="dismiss"
        done="dismissed"
        keep={`dismiss-notice:${notice.id}`}
        className="grid gap-3 border-t pt-4"
        label="Dismiss the prepared notice"
      >
        <input type="hidden" name="preparedId" value={notice.id} />
        <TextAreaField
          name="reason"
          label="Or: why readers need no notice"
          hint="The desk keeps this; readers do not see it."
          rows={2}
          required
        />
        <div>
          <SubmitButton look="plain" busy="Dismissing…">
            Dismiss the draft
          </SubmitButton>
        </div>
      </Form>
    </div>
  );
}
