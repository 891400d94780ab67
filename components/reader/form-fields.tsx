/** What is wrong with a field, or, with null, with the whole form. */
export type FieldProblem<F extends string> = { field: F | null; message: string };

/** A reader's form that comes back: what was typed, and what is wrong with it. */
export type FilledForm<F extends string> = {
  values?: Partial<Record<F, string>>;
  problems?: readonly FieldProblem<F>[];
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

/** A field that people do not see: what fills it is a machine. */
export function Trap({ label }: { label: string }) {
  return (
    <p className="trap" aria-hidden="true">
      <label htmlFor="website">{label}</label>
      <input id="website" name="website" tabIndex={-1} autoComplete="off" />
    </p>
  );
}

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
