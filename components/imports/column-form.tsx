import { SubmitButton } from "@/components/ui/button";
import { CheckField } from "@/components/ui/choice";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { SelectField } from "@/components/ui/select";
import type { ImportPreview } from "@/lib/imports/preview";
import { columnLetters, columnOptions, sheetSaidWords } from "./column-words";

type Props = {
  /** Fields: importId, hasHeader, column.0, column.1 and so on; an empty one is left out. */
  action: FormAction;
  sheet: Pick<ImportPreview, "id" | "hasHeader" | "mapping" | "header">;
};

/** What each column of a sheet holds. */
export function ColumnForm({ action, sheet }: Props) {
  return (
    <Form
      action={action}
      id="columns-form"
      done="read"
      shownAt="this page"
      className="grid gap-4"
      label="What the columns hold"
    >
      <input type="hidden" name="importId" value={sheet.id} />
      <CheckField
        name="hasHeader"
        value="yes"
        label="The first row names the columns"
        defaultChecked={sheet.hasHeader}
      />
      <div className="grid gap-4 tabs:grid-cols-3">
        {sheet.header.map((cell, index) => (
          <SelectField
            key={index}
            name={`column.${index}`}
            label={`${columnLetters(index)}: ${shortened(cell) || "no name"}`}
            options={columnOptions}
            defaultValue={sheet.mapping[index] ?? ""}
            empty="Leave it out"
          />
        ))}
      </div>
      <p className="text-sm text-ink-3">
        A verdict, a status or a name of who checked goes under “{sheetSaidWords}”, also of several columns.
        It counts as no review here.
      </p>
      <div>
        <SubmitButton look="plain" busy="Reading…">
          Read the rows with this
        </SubmitButton>
      </div>
    </Form>
  );
}

function shortened(cell: string): string {
  return cell.length > 40 ? `${cell.slice(0, 39)}…` : cell;
}
