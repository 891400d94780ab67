import type { PreparedNoticeDto } from "@/lib/notices/dto";
import { SubmitButton } from "@/components/ui/button";
import { HiddenField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { TextAreaField } from "@/components/ui/text-area";
import { NoticeFields } from "./notice-fields";
import { noticeKindWords } from "@/lib/publications/choice-words";
import type { NoticeRecord } from "@/lib/publications/record";

type Props = {
  notice: PreparedNoticeDto;
  /** What fits what is published. */
  kinds: readonly NoticeRecord["kind"][];
  /** The version that readers have now; null where none stands. */
  besideVersion: number | null;
  decide: FormAction;
  dismiss: FormAction;
};

const asItWas = "Nothing was published, and the draft is as it was.";

/** The draft of a notice: write, show and sign it; or say why readers need none. */
export function PreparedNoticeForm({ notice, kinds, besideVersion, decide, dismiss }: Props) {
  return (
    <div className="grid gap-8">
      <Form
        action={decide}
        id="prepared"
        done="done"
        ifRefused={{
          sign: `The notice was not published. ${asItWas}`,
          show: `What you wrote is not shown yet. ${asItWas}`,
        }}
        keep={`prepared-notice:${notice.id}`}
        className="grid gap-4"
        label="Sign the prepared notice"
        fieldNames={{ kind: "What it says", text: "What readers are told" }}
        valueNames={{ kind: noticeKindWords }}
      >
        <input type="hidden" name="preparedId" value={notice.id} />
        <HiddenField name="version" value={notice.version} />
        <NoticeFields
          {...{ kinds, besideVersion }}
          kind={notice.kind}
          text={notice.text}
          hint="Written by a rule from what was found; make it yours."
          shown="Showing it keeps the draft as it stands here. Readers see nothing of it before it is signed."
        />
      </Form>
      <Form
        action={dismiss}
        id="dismiss"
        done="dismissed"
        ifRefused={`The draft was not dismissed. ${asItWas}`}
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
