import type { ArticleDto } from "@/lib/articles/dto";
import { SubmitButton } from "@/components/ui/button";
import { HiddenField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { SelectField } from "@/components/ui/select";

const options = [
  { value: "ok", label: "Nothing known against it" },
  { value: "corrected", label: "Corrected by its outlet" },
  { value: "retracted", label: "Withdrawn by its outlet" },
  { value: "compromised", label: "Not to be trusted" },
];

const fieldNames = { reliability: "This source", reason: "Why" };
const valueNames = { reliability: Object.fromEntries(options.map(({ value, label }) => [value, label])) };

type Props = { article: Pick<ArticleDto, "id" | "version" | "reliability">; action: FormAction };

/** Marks a source; every claim that leans on it gets a task to look again. */
export function ArticleReliability({ article, action }: Props) {
  return (
    <Form
      action={action}
      id="reliability"
      keep={`reliability:${article.id}`}
      className="grid max-w-xl gap-3"
      fieldNames={fieldNames}
      valueNames={valueNames}
    >
      <input type="hidden" name="articleId" value={article.id} />
      <HiddenField name="version" value={article.version} />
      <SelectField
        name="reliability"
        label={fieldNames.reliability}
        options={options}
        defaultValue={article.reliability}
      />
      <TextField
        name="reason"
        label={fieldNames.reason}
        hint="Each claim that leans on it gets a task to look again."
        required
      />
      <div>
        <SubmitButton look="plain">Mark the source</SubmitButton>
      </div>
    </Form>
  );
}
