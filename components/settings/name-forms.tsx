import { AsksFirst } from "@/components/ui/asks-first";
import { SubmitButton } from "@/components/ui/button";
import { ConfirmByPassword } from "@/components/ui/confirm-by-password";
import { Disclosure } from "@/components/ui/disclosure";
import { HiddenField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { asRead, asReadField } from "@/lib/core/as-read";

const namesHint =
  "Lists, the history and what is published from now on show it. What was signed keeps the name it was signed with.";

type OwnProps = { name: string; action: FormAction; besides: string | null };

/** One's own name. Fields: name, asRead, password, code. */
export function OwnNameForm({ name, action, besides }: OwnProps) {
  return (
    <AsksFirst besides={besides} isSaidAbove>
      <Form
        action={action}
        id="change-name"
        done="changed"
        className="grid max-w-sm gap-3"
        label="Change your name"
        fieldNames={{ name: "Name" }}
      >
        <HiddenField name={asReadField} value={asRead({ name })} />
        <TextField
          name="name"
          label="Name"
          hint={namesHint}
          defaultValue={name}
          autoComplete="name"
          maxLength={120}
          required
        />
        <ConfirmByPassword purpose="to change your name" />
        <div>
          <SubmitButton look="plain" busy="Changing it…">
            Change your name
          </SubmitButton>
        </div>
      </Form>
    </AsksFirst>
  );
}

type Named = { id: string; name: string; email: string };

/** Somebody's name, unfolded. Fields: accountId, name, asRead, password, code. */
export function NameForm({
  person,
  action,
  besides,
}: {
  person: Named;
  action: FormAction;
  besides: string | null;
}) {
  const { id, name } = person;
  return (
    <Disclosure summary="Change name">
      <AsksFirst besides={besides} isSaidAbove>
        <Form
          action={action}
          id={`name-${id}`}
          done="changed"
          shownAt="this page"
          className="grid max-w-sm gap-3"
          fieldNames={{ name: "Name" }}
        >
          <input type="hidden" name="accountId" value={id} />
          <HiddenField name={asReadField} value={asRead({ name })} />
          <TextField
            name="name"
            label={`Name of ${name}`}
            hint={`${namesHint} They are told, and stay signed in.`}
            defaultValue={name}
            autoComplete="off"
            maxLength={120}
            required
          />
          <ConfirmByPassword purpose="to change a name" />
          <div>
            <SubmitButton look="plain" busy="Changing it…">
              Change the name
            </SubmitButton>
          </div>
        </Form>
      </AsksFirst>
    </Disclosure>
  );
}

/** The address somebody signs in with, unfolded. Fields: accountId, email, asRead, password, code. */
export function AddressForm({ person, action }: { person: Named; action: FormAction }) {
  const { id, name, email } = person;
  return (
    <Disclosure summary="Change address">
      <Form
        action={action}
        id={`address-${id}`}
        done="changed"
        shownAt="this page"
        className="grid max-w-sm gap-3"
        fieldNames={{ email: "E-mail" }}
      >
        <input type="hidden" name="accountId" value={id} />
        <HiddenField name={asReadField} value={asRead({ email })} />
        <TextField
          name="email"
          type="email"
          label={`E-mail of ${name}`}
          hint="Their password goes with the new one; signing in through a provider stays bound to the same account there. Their sessions end, and they are told at both addresses. Tokens go on."
          defaultValue={email}
          autoComplete="off"
          maxLength={320}
          required
        />
        <ConfirmByPassword purpose="to change an address" />
        <div>
          <SubmitButton look="plain" busy="Changing it…">
            Change the address
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
