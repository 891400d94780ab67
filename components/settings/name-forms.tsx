import type { ReactNode } from "react";
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

type PersonFormProps = {
  /** What unfolds it. */
  summary: string;
  id: string;
  person: Named;
  action: FormAction;
  besides: string | null;
  fieldNames: Record<string, string>;
  read: Partial<Named>;
  purpose: string;
  button: string;
  /** The one field that is changed. */
  children: ReactNode;
};

/** One thing about somebody, unfolded, which an admin changes with the password. */
function PersonForm({ summary, id, person, action, besides, ...form }: PersonFormProps) {
  return (
    <Disclosure summary={summary}>
      <AsksFirst besides={besides} isSaidAbove>
        <Form
          action={action}
          id={id}
          done="changed"
          shownAt="this page"
          className="grid max-w-sm gap-3"
          fieldNames={form.fieldNames}
        >
          <input type="hidden" name="accountId" value={person.id} />
          <HiddenField name={asReadField} value={asRead(form.read)} />
          {form.children}
          <ConfirmByPassword purpose={form.purpose} />
          <div>
            <SubmitButton look="plain" busy="Changing it…">
              {form.button}
            </SubmitButton>
          </div>
        </Form>
      </AsksFirst>
    </Disclosure>
  );
}

type PersonProps = { person: Named; action: FormAction };

/** Somebody's name, unfolded. Fields: accountId, name, asRead, password, code. */
export function NameForm({ person, action, besides }: PersonProps & { besides: string | null }) {
  const { id, name } = person;
  return (
    <PersonForm
      {...{ person, action, besides }}
      summary="Change name"
      id={`name-${id}`}
      fieldNames={{ name: "Name" }}
      read={{ name }}
      purpose="to change a name"
      button="Change the name"
    >
      <TextField
        name="name"
        label={`Name of ${name}`}
        hint={`${namesHint} They are told, and stay signed in.`}
        defaultValue={name}
        autoComplete="off"
        maxLength={120}
        required
      />
    </PersonForm>
  );
}

/** The address somebody signs in with, unfolded. Fields: accountId, email, asRead, password, code. */
export function AddressForm({ person, action }: PersonProps) {
  const { id, name, email } = person;
  return (
    <PersonForm
      {...{ person, action }}
      besides={null}
      summary="Change address"
      id={`address-${id}`}
      fieldNames={{ email: "E-mail" }}
      read={{ email }}
      purpose="to change an address"
      button="Change the address"
    >
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
    </PersonForm>
  );
}
