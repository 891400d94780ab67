import { SubmitButton } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { TextAreaField } from "@/components/ui/text-area";
import { acceptedFiles, chooserFor, kindsInWords } from "@/lib/captures/accepted-files";

/** A sheet as a file or as cells. Fields: file, pasted. */
export function SheetForm({ action }: { action: FormAction }) {
  return (
    <Form
      action={action}
      id="sheet-form"
      done="read"
      keep="import-sheet"
      className="grid gap-4"
      label="Import a sheet"
    >
      <TextField
        name="file"
        type="file"
        label="File"
        hint={`${kindsInWords(acceptedFiles.sheets)}, up to 5 MB and 2,000 rows a sheet; of a workbook you choose the sheet next. Formulas count with their saved values.`}
        accept={`${chooserFor(acceptedFiles.sheets)},.tab,.txt`}
      />
      <TextAreaField
        name="pasted"
        label="Or paste the cells"
        optional
        hint="Copy them in Google Sheets or Excel, with the row of headers."
        rows={8}
        pastesCells
      />
      <div>
        <SubmitButton busy="Reading…">Read the sheet</SubmitButton>
      </div>
    </Form>
  );
}
