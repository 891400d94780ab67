/** What is wrong with a field, or, with null, with the whole form. */
export type FieldProblem<F extends string> = { field: F | null; message: string };

/** A reader's form that comes back: what was typed, and what is wrong with it. */
export type FilledForm<F extends string> = {
  values?: Partial<Record<F, string>>;
  problems?: readonly FieldProblem<F>[];
  /** The trap was filled: whoever wrote it is asked to say that they did. */
  isAsked?: boolean;
};

/** More than any field takes: what is too long comes back whole, with the words that it is, and is not cut unseen. */
const mostTyped = 20_000;

type FieldProps<F extends string> = {
  name: F;
  label: string;
  hint?: string;
  /** Lines of a text; one line without. */
  rows?: number;
  isRequired?: boolean;
  form: FilledForm<F>;
};

/** One field of a readers' form with its hint and its problem, told to screen readers as its description. */
export function Field<F extends string>({ name, label, hint, rows, isRequired, form }: FieldProps<F>) {
  const problem = form.problems?.find(({ field }) => field === name);
  const describedBy = [
    hint === undefined ? null : `${name}-hint`,
    problem === undefined ? null : `${name}-problem`,
  ]
    .filter((id) => id !== null)
    .join(" ");
  const shared = {
    id: name,
    name,
    defaultValue: form.values?.[name] ?? "",
    required: isRequired === true,
    "aria-describedby": describedBy === "" ? undefined : describedBy,
    "aria-invalid": problem === undefined ? undefined : true,
  };
  return (
    <p>
      <label htmlFor={name}>{label}</label>
      {hint === undefined ? null : (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {problem === undefined ? null : (
        <strong className="problem" id={`${name}-problem`}>
          {problem.message}
        </strong>
      )}
      {rows === undefined ? (
        <input {...shared} dir="auto" maxLength={500} />
      ) : (
        <textarea {...shared} dir="auto" rows={rows} maxLength={mostTyped} />
      )}
    </p>
  );
}

/** The field that people do not see. Its name and label mean nothing to browsers and password managers, which fill what they know. */
export const trapName = "nothing-here";

/** What the button says for whoever was asked: that a person wrote it. */
export const personName = "person";

/**
 * Sends the form, past a field that people do not see: what fills it is a machine, or a password manager that heeds neither
 * its name nor what it is told. Whoever was asked sends it by a button that says that they wrote it, and meets no trap.
 */
export function SendButton({ words, trap, asked, isAsked = false }: SendProps) {
  if (isAsked)
    return (
      <button type="submit" name={personName} value="yes">
        {asked}
      </button>
    );
  return (
    <>
      <p className="trap" aria-hidden="true">
        <label htmlFor={trapName}>{trap}</label>
        <input
          id={trapName}
          name={trapName}
          tabIndex={-1}
          autoComplete="off"
          data-1p-ignore=""
          data-lpignore="true"
          data-bwignore=""
          data-form-type="other"
        />
      </p>
      <button type="submit">{words}</button>
    </>
  );
}

type SendProps = { words: string; trap: string; asked: string; isAsked?: boolean | undefined };

/** What is wrong with no field in particular, above the form. */
export function GeneralProblems({ problems }: { problems: readonly FieldProblem<string>[] }) {
  return problems
    .filter(({ field }) => field === null)
    .map(({ message }) => (
      <p key={message} className="note-box" role="alert">
        {message}
      </p>
    ));
}
