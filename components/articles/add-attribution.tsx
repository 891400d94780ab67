import { SubmitButton } from "@/components/ui/button";
import { CheckField } from "@/components/ui/choice";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { SelectField } from "@/components/ui/select";
import { attributionOptions, namingOptions, originKindOptions } from "./attribution-words";

type Props = { articleId: string; articles: { id: string; name: string }[]; action: FormAction };

/** One edge by hand: to another article, or to whoever knew it first. */
export function AddAttribution({ articleId, articles, action }: Props) {
  return (
    <Form action={action} id={`add-attribution-${articleId}`} className="grid max-w-xl gap-3">
      <input type="hidden" name="articleId" value={articleId} />
      <SelectField name="type" label="This article" options={attributionOptions} />
      <SelectField
        name="toArticleId"
        label="Another article"
        optional
        empty="None: it is an origin, below"
        options={articles.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <fieldset className="grid gap-3 rounded-md border p-3">
        <legend className="px-1 font-medium">Or who knew it first</legend>
        <TextField
          name="originName"
          label="Name"
          optional
          hint="customs data seen by Reuters; a former employee"
        />
        <div className="grid gap-3 tabs:grid-cols-2">
          <SelectField name="originKind" label="Kind" options={originKindOptions} />
          <SelectField name="originNaming" label="Is it named" options={namingOptions} />
        </div>
        <CheckField name="originPrimary" label="It shows or records the thing itself" />
      </fieldset>
      <div>
        <SubmitButton look="plain">Add and confirm</SubmitButton>
      </div>
    </Form>
  );
}
