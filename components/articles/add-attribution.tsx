import { SubmitButton } from "@/components/ui/button";
import { CheckField } from "@/components/ui/choice";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { SelectField } from "@/components/ui/select";
import {
  attributionOptions,
  namingOptions,
  originKindOptions,
  scopeOptions,
  whenForEveryClaim,
} from "./attribution-words";

type Props = {
  articleId: string;
  articles: { id: string; name: string }[];
  action: FormAction;
  /** The claim in hand. */
  claimId?: string;
  /** What adding it for every claim does besides, in one sentence. */
  cancels?: string | undefined;
};

/** One edge by hand: to another article, or to whoever knew it first. */
export function AddAttribution({ articleId, articles, action, claimId, cancels }: Props) {
  return (
    <Form
      action={action}
      id={`add-attribution-${articleId}`}
      done="added"
      shownAt="this page"
      keep={`add-attribution:${articleId}:${claimId ?? ""}`}
      className="grid max-w-xl gap-3"
      {...whenForEveryClaim(claimId, cancels)}
    >
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
      {claimId ? (
        <>
          <input type="hidden" name="claimId" value={claimId} />
          <SelectField
            name="scope"
            label="For which claims"
            hint="An article may have one thing from one source and the next from another."
            options={scopeOptions}
            defaultValue="this-claim"
          />
        </>
      ) : null}
      <div>
        <SubmitButton look="plain" busy="Adding…">
          Add and confirm
        </SubmitButton>
      </div>
    </Form>
  );
}
