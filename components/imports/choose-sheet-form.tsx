import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { SelectField } from "@/components/ui/select";
import type { ImportPreview } from "@/lib/imports/preview";

type Props = {
  /** Fields: importId, sheetId. */
  action: FormAction;
  sheet: Pick<ImportPreview, "id" | "sheets">;
};

/** Which sheet of a workbook is looked at; those that cannot be imported say why. */
export function ChooseSheetForm({ action, sheet }: Props) {
  const problems = sheet.sheets.filter(({ problem }) => problem !== null);
  return (
    <>
      <Form
        action={action}
        id="sheet-choice"
        done="read"
        shownAt="this page"
        className="flex flex-wrap items-end gap-3"
        label="Which sheet of the workbook"
      >
        <input type="hidden" name="importId" value={sheet.id} />
        <SelectField
          name="sheetId"
          label="Sheet"
          options={sheet.sheets.flatMap(({ id, name }) => (id === null ? [] : [{ value: id, label: name }]))}
          defaultValue={sheet.id}
        />
        <SubmitButton look="plain" busy="Reading…">
          Look at this sheet
        </SubmitButton>
      </Form>
      <p className="mt-2 text-sm text-ink-3">
        What you said about columns holds for those with the same name in the other sheet.
      </p>
      {problems.map(({ name, problem }) => (
        <p key={name} className="mt-1 text-sm text-ink-2">
          “{name}” cannot be imported: {problem}
        </p>
      ))}
    </>
  );
}
