import type { ArticleDto } from "@/lib/articles/dto";
import { DateField } from "@/components/ui/date-field";
import { TextField } from "@/components/ui/field";
import { LanguageField } from "@/components/ui/language-field";
import { SelectField } from "@/components/ui/select";
import { articleKindOptions } from "./attribution-words";

type Props = {
  article?: Pick<ArticleDto, "url" | "title" | "outlet" | "byline" | "publishedAt" | "language" | "kind">;
  /** The address is asked for elsewhere in the form. */
  withoutUrl?: boolean;
  /** And so is the outlet. */
  withoutOutlet?: boolean;
};

/** What each of the fields is called. */
export const articleFieldNames = {
  title: "Title",
  outlet: "Outlet",
  byline: "Byline",
  publishedAt: "Published",
  language: "Language",
  kind: "Kind",
  url: "Address",
};

/** What may be known about an article; empty stays unknown. */
export function ArticleFields({ article, withoutUrl, withoutOutlet }: Props) {
  return (
    <div className="grid gap-3 tabs:grid-cols-2">
      <TextField
        name="title"
        label={articleFieldNames.title}
        optional
        defaultValue={article?.title}
        className="tabs:col-span-2"
      />
      {withoutOutlet ? null : (
        <TextField name="outlet" label={articleFieldNames.outlet} optional defaultValue={article?.outlet} />
      )}
      <TextField name="byline" label={articleFieldNames.byline} optional defaultValue={article?.byline} />
      <DateField
        name="publishedAt"
        label={articleFieldNames.publishedAt}
        optional
        stored={article?.publishedAt}
      />
      <LanguageField label={articleFieldNames.language} defaultValue={article?.language} />
      <SelectField
        name="kind"
        label={articleFieldNames.kind}
        options={articleKindOptions}
        empty={article ? undefined : "Not said"}
        defaultValue={article?.kind}
      />
      {withoutUrl ? null : (
        <TextField name="url" type="url" label={articleFieldNames.url} optional defaultValue={article?.url} />
      )}
    </div>
  );
}
