import type { ReactNode } from "react";
import { SubmitButton } from "@/components/ui/button";
import { RadioField } from "@/components/ui/choice";
import { ConfirmByPassword } from "@/components/ui/confirm-by-password";
import { HiddenField } from "@/components/ui/field";
import { TextAreaField } from "@/components/ui/text-area";
import { noticeKinds } from "@/components/verdicts/notice-kinds";
import { noticeLimit } from "@/lib/publications/notice-limits";
import type { NoticeRecord } from "@/lib/publications/record";

type Props = {
  /** What fits what is published. */
  kinds: readonly NoticeRecord["kind"][];
  /** The version that readers have now; null where none stands. */
  besideVersion: number | null;
  kind: NoticeRecord["kind"] | undefined;
  text: string | undefined;
  /** What its words are, beside what holds for every notice. */
  hint: string;
  /** What becomes of the words when they are shown. */
  shown: string;
  /** Between the kind and the words. */
  children?: ReactNode;
};

/** A notice, whoever began it: write it, show it as readers will see it, sign it. Fields: besideVersion, kind, text, password, code, intent (sign, show). */
export function NoticeFields({ kinds, besideVersion, kind, text, hint, shown, children }: Props) {
  return (
    <>
      {besideVersion === null ? null : <HiddenField name="besideVersion" value={besideVersion} />}
      <RadioField
        name="kind"
        legend="What it says"
        options={noticeKinds.filter(({ value }) => kinds.includes(value))}
        defaultValue={kind}
        required
      />
      {children}
      <TextAreaField
        name="text"
        label="What readers are told"
        hint={`${hint} Once signed it cannot be changed, and it stands wherever the rating is shown until you publish an update, a correction or a changed verdict.`}
        defaultValue={text}
        limit={noticeLimit}
        rows={5}
        required
      />
      <ConfirmByPassword purpose="to sign the notice" />
      <div className="flex flex-wrap gap-2">
        <SubmitButton name="intent" value="sign" busy="Signing…">
          {besideVersion === null
            ? "Publish this notice"
            : `Publish this notice beside version ${besideVersion}`}
        </SubmitButton>
        <SubmitButton name="intent" value="show" look="plain" busy="Showing…" formNoValidate>
          Show what readers will see
        </SubmitButton>
      </div>
      <p className="text-sm text-ink-3">{shown}</p>
    </>
  );
}
