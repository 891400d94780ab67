import { SubmitButton } from "@/components/ui/button";
import { ConfirmByPassword } from "@/components/ui/confirm-by-password";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { OnceShown } from "@/components/ui/once-shown";
import { SelectField } from "@/components/ui/select";

type Props = { people: { id: string; name: string; email: string }[]; action: FormAction };

/** Fields: accountId, password. Answers `values.link`. */
export function ResetForm({ people, action }: Props) {
  const options = people.map(({ id, name, email }) => ({ value: id, label: `${name}, ${email}` }));
  return (
    <Form
      action={action}
      id="reset"
      done="made"
      shownAt="this page"
      className="grid max-w-sm gap-3"
      label="Link for a new password"
    >
      <OnceShown
        name="link"
        label="Link for a new password"
        note="It works once, within seven days, and is not shown again. Give it to the person yourself: whoever has it can sign in as them."
      />
      <SelectField name="accountId" label="Who" options={options} empty="Choose" required />
      <ConfirmByPassword purpose="to make the link" />
      <div>
        <SubmitButton look="plain" busy="Making it…">
          Make a link for a new password
        </SubmitButton>
      </div>
    </Form>
  );
}
