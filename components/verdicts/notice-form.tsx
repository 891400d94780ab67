import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { NoticeFields } from "@/components/notices/notice-fields";
import { UseTemplate } from "@/components/templates/use-template";
import { noticeKindWords } from "@/lib/publications/choice-words";
import type { NoticeRecord } from "@/lib/publications/record";
import { fieldToBegin, type OfferedTemplates } from "@/lib/templates/fill-field";

type Props = {
  claimId: string;
  /** The version that readers have now. */
  besideVersion: number;
  action: FormAction;
  /** What fits what is published. */
  kinds: readonly NoticeRecord["kind"][];
  /** What is shown as readers will see it. */
  written: { kind: NoticeRecord["kind"]; text: string } | null;
  templates?: OfferedTemplates;
};

/** A short signed statement beside a published verdict. Fields: claimId and those of a notice. */
export function NoticeForm({ claimId, besideVersion, action, kinds, written, templates }: Props) {
  const text = fieldToBegin("notice", written?.text, templates);
  return (
    <Form
      action={action}
      id="notice"
      done="signed"
      shownAt="the claim"
      keep={`notice:${claimId}`}
      className="grid gap-4"
      label="Sign a notice"
      fieldNames={{ kind: "What it says", text: "What readers are told" }}
      valueNames={{ kind: noticeKindWords }}
    >
      <input type="hidden" name="claimId" value={claimId} />
      <NoticeFields
        {...{ kinds, besideVersion }}
        kind={written?.kind}
        text={text.value}
        hint="One or two sentences."
        shown="Showing it signs nothing. The words stay in this browser, for an hour at most."
      >
        <UseTemplate field="text" kind="notice" offered={templates} said={text.said} />
      </NoticeFields>
    </Form>
  );
}
