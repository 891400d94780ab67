import type { PersonDto } from "@/lib/accounts/dto";
import { roles } from "@/lib/claims/vocabulary";
import { AsksFirst } from "@/components/ui/asks-first";
import { SubmitButton } from "@/components/ui/button";
import { CheckField } from "@/components/ui/choice";
import { Disclosure } from "@/components/ui/disclosure";
import { ConfirmByPassword } from "@/components/ui/confirm-by-password";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { OnceShown } from "@/components/ui/once-shown";
import { SelectField } from "@/components/ui/select";
import { TimeAgo } from "@/components/ui/time-ago";
import { AddressForm, NameForm } from "./name-forms";
import { roleHints } from "./role-hints";

const roleOptions = roles.map((role) => ({ value: role, label: `${role}: ${roleHints[role]}` }));

type Props = {
  people: PersonDto[];
  viewer: { id: string };
  /** Fields: accountId, role, was, password, code. */
  changeRole?: FormAction;
  /** Fields: accountId, intern (true or false), password, code. */
  setIntern?: FormAction;
  /** Fields: accountId, active (true or false), password, code. */
  setActive?: FormAction;
  /** Fields: accountId, password, code. */
  takeSecondFactor?: FormAction;
  /** Fields: accountId, name, asRead, password, code. */
  rename?: FormAction;
  /** Fields: accountId, email, asRead, password, code. */
  changeAddress?: FormAction;
  /** What taking the right to sign from somebody does besides, by their id. */
  besides?: ReadonlyMap<string, string>;
  /** What another name of somebody does besides, by their id. */
  besidesNames?: ReadonlyMap<string, string>;
  now?: string;
};

/** Who works here and what they may do. */
export function PeopleTable({
  people,
  viewer,
  changeRole,
  setIntern,
  setActive,
  takeSecondFactor,
  rename,
  changeAddress,
  besides,
  besidesNames,
  now,
}: Props) {
  const admins = people.filter(({ role, deactivatedAt }) => role === "admin" && !deactivatedAt);
  return (
    <ul className="border-b">
      {people.map((person) => (
        <li key={person.id} className="border-t py-3">
          <p>
            <strong className="font-semibold">{person.name}</strong>{" "}
            <span className="text-ink-3">{person.email}</span>
          </p>
          <p className="text-sm text-ink-3">
            {person.role}
            {person.isIntern ? ", intern" : null}
            {person.deactivatedAt ? " · deactivated" : null}
            {person.hasSecondFactor ? " · with authenticator" : null}
            {person.lastSeenAt ? (
              <>
                {" · last here "}
                <TimeAgo at={person.lastSeenAt} now={now} />
              </>
            ) : (
              " · never signed in"
            )}
          </p>
          {person.id === viewer.id ? (
            <p className="text-sm text-ink-3">
              {admins.length === 1
                ? "This is you, and you are the only admin. Make somebody else an admin too: only another admin can let you back in when you cannot sign in, or change your role or address."
                : "This is you. Another admin changes your role and address."}
            </p>
          ) : (
            <div className="flex flex-wrap items-start gap-x-5">
              {changeRole && !person.deactivatedAt ? (
                <RoleForm person={person} action={changeRole} besides={besides?.get(person.id) ?? null} />
              ) : null}
              {setIntern && person.role === "checker" && !person.deactivatedAt ? (
                <InternForm person={person} action={setIntern} />
              ) : null}
              {rename && !person.deactivatedAt ? (
                <NameForm person={person} action={rename} besides={besidesNames?.get(person.id) ?? null} />
              ) : null}
              {changeAddress && !person.deactivatedAt ? (
                <AddressForm person={person} action={changeAddress} />
              ) : null}
              {setActive ? (
                <ActiveForm person={person} action={setActive} besides={besides?.get(person.id) ?? null} />
              ) : null}
              {takeSecondFactor && person.hasSecondFactor && !person.deactivatedAt ? (
                <LostForm person={person} action={takeSecondFactor} />
              ) : null}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

type SigningProps = { person: PersonDto; action: FormAction; besides: string | null };

function RoleForm({ person, action, besides }: SigningProps) {
  return (
    <Disclosure summary="Change role">
      <AsksFirst besides={besides} isSaidAbove>
        <Form
          action={action}
          id={`role-${person.id}`}
          className="grid max-w-sm grid-cols-1 gap-3 wrap-anywhere"
        >
          <input type="hidden" name="accountId" value={person.id} />
          <input type="hidden" name="was" value={person.role} />
          <SelectField
            name="role"
            label={`Role of ${person.name}`}
            options={roleOptions}
            defaultValue={person.role}
          />
          <ConfirmByPassword purpose="to change a role" />
          <div>
            <SubmitButton look="plain" busy="Changing…">
              Change the role
            </SubmitButton>
          </div>
        </Form>
      </AsksFirst>
    </Disclosure>
  );
}

function InternForm({ person, action }: { person: PersonDto; action: FormAction }) {
  const { isIntern, name } = person;
  return (
    <Disclosure summary={isIntern ? "No longer an intern" : "Mark as intern"}>
      <Form
        action={action}
        id={`intern-${person.id}`}
        className="grid max-w-sm grid-cols-1 gap-3 wrap-anywhere"
      >
        <input type="hidden" name="accountId" value={person.id} />
        <input type="hidden" name="intern" value={isIntern ? "false" : "true"} />
        <p className="text-ink-2">
          {isIntern
            ? `${name} sees the whole desk, as other checkers do.`
            : `${name} does a checker’s work. If the desk’s settings say so, interns see only what is their own.`}
        </p>
        <ConfirmByPassword purpose={isIntern ? "to end it" : "to mark an intern"} />
        <div>
          <SubmitButton look="plain" busy="Changing…">
            {isIntern ? `${name} is no longer an intern` : `Mark ${name} as intern`}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}

function ActiveForm({ person, action, besides }: SigningProps) {
  const isActive = !person.deactivatedAt;
  return (
    <Disclosure summary={isActive ? "Deactivate" : "Let in again"}>
      <AsksFirst besides={besides} isSaidAbove>
        <Form
          action={action}
          id={`active-${person.id}`}
          className="grid max-w-sm grid-cols-1 gap-3 wrap-anywhere"
        >
          <input type="hidden" name="accountId" value={person.id} />
          <input type="hidden" name="active" value={isActive ? "false" : "true"} />
          <p className="text-ink-2">
            {isActive
              ? `${person.name} is signed out everywhere at once. What they wrote stays under their name.`
              : `${person.name} can sign in again, with the role they had.`}
          </p>
          <ConfirmByPassword purpose={isActive ? "to deactivate" : "to let in again"} />
          <div>
            <SubmitButton look="plain" busy={isActive ? "Deactivating…" : "Letting them in…"}>
              {isActive ? `Deactivate ${person.name}` : `Let ${person.name} in again`}
            </SubmitButton>
          </div>
        </Form>
      </AsksFirst>
    </Disclosure>
  );
}

function LostForm({ person, action }: { person: PersonDto; action: FormAction }) {
  return (
    <Disclosure summary="Lost authenticator">
      <Form
        action={action}
        id={`lost-${person.id}`}
        done="done"
        shownAt="this page"
        className="grid max-w-sm grid-cols-1 gap-3 wrap-anywhere"
      >
        <input type="hidden" name="accountId" value={person.id} />
        <p className="text-ink-2">
          Make sure that it is {person.name} who asks: see them, or call a number you know. They are signed
          out everywhere, told of it, and sign in with the password alone until they set up another.
        </p>
        <ConfirmByPassword purpose="to take it away" />
        <div>
          <SubmitButton look="plain" busy="Taking it away…">
            Take the second factor away
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}

/** Fields: name, email, role, intern, password, code. Answers `values.link`, a link for one use. */
export function InviteForm({ action }: { action: FormAction }) {
  return (
    <Form
      action={action}
      id="invite"
      done="made"
      shownAt="this page"
      className="grid max-w-sm grid-cols-1 gap-3 wrap-anywhere"
      label="Invite someone"
    >
      <OnceShown
        name="link"
        label="Invitation link"
        note="It works once and is not shown again. Send it to the person yourself."
        next="Invite someone else"
      />
      <TextField name="name" label="Name" autoComplete="off" required />
      <TextField name="email" type="email" label="E-mail" autoComplete="off" required />
      <SelectField name="role" label="Role" options={roleOptions} defaultValue="checker" />
      <CheckField
        name="intern"
        label="A checker who is an intern"
        hint="If the desk’s settings say so, interns see only what is their own."
      />
      <div className="in-[form:has([value=checker]:checked)]:hidden">
        <ConfirmByPassword purpose="to invite an editor or admin" isOptional />
      </div>
      <div>
        <SubmitButton look="plain" busy="Creating it…">
          Create an invitation link
        </SubmitButton>
      </div>
    </Form>
  );
}
