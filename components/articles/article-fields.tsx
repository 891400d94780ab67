import type { ArticleDto } from "@/lib/articles/dto";
import { TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select";
import { articleKindOptions } from "./attribution-words";

type Props = {
  article?: Pick<ArticleDto, "url" | "title" | "outlet" | "byline" | "publishedAt" | "language" | "kind">;
  /** The address is asked for elsewhere in the form. */
  withoutUrl?: boolean;
  /** And so is the outlet. */
  withoutOutlet?: boolean;
};

/** What may be known about an article; empty stays unknown. */
export function ArticleFields({ article, withoutUrl, withoutOutlet }: Props) {
  return (
    <div className="grid gap-3 tabs:grid-cols-2">
      <TextField
        name="title"
        label="Title"
        optional
        defaultValue={article?.title}
        className="tabs:col-span-2"
      />
      {withoutOutlet ? null : (
        <TextField name="outlet" label="Outlet" optional defaultValue={article?.outlet} />
      )}
      <TextField name="byline" label="Byline" optional defaultValue={article?.byline} />
      <TextField
        name="publishedAt"
        label="Published"
        optional
        hint="2024-06-28, or 2024-06-28T10:00 as the page says it"
        defaultValue={article?.publishedAt}
      />
      <TextField
        name="language"
        label="Language"
        optional
        hint="en, uk, ko …"
        defaultValue={article?.language}
      />
      <SelectField
        name="kind"
        label="Kind"
        options={articleKindOptions}
        empty={article ? undefined : "Not said"}
        defaultValue={article?.kind}
      />
      {withoutUrl ? null : (
        <TextField name="url" type="url" label="Address" optional defaultValue={article?.url} />
      )}
    </div>
  );
}
