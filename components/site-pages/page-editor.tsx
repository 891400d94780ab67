import { SubmitButton } from "@/components/ui/button";
import { CheckField } from "@/components/ui/choice";
import { HiddenField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { TextAreaField } from "@/components/ui/text-area";
import { codeNames, type SitePageName } from "@/lib/site-pages/pages";
import type { SitePageDesk } from "@/lib/site-pages/dto";
import { en } from "@/lib/words/en";

const hints: Record<SitePageName, string> = {
  methodology: "How you choose, research, write, check, sign and correct.",
  ratings: "What stands over the scale. The scale itself comes from Settings, Ratings.",
  "corrections-policy": "What you correct, how, how fast, and how readers learn of it.",
  about: "Who owns it, its legal form, who pays how much, and what they may not decide.",
  people: "Names and roles that you choose to print. Accounts of this desk are not printed by themselves.",
  contact: "How readers reach you.",
};

type Props = {
  page: SitePageDesk;
  /** What to begin with where nothing was written. */
  startWith: string;
  /** Fields: page, version, text, signatoryOf (repeated), intent (draft or sign). */
  action: FormAction;
};

/** The text of a page in Markdown; saved as a draft, or finished for another person to sign. */
export function SitePageEditor({ page, startWith, action }: Props) {
  return (
    <Form
      action={action}
      id="site-page"
      keep={`site-page:${page.page}`}
      className="grid gap-4"
      label="The text"
      fieldNames={{ text: "Text" }}
    >
      <input type="hidden" name="page" value={page.page} />
      <HiddenField name="version" value={page.draftNumber} />
      <TextAreaField
        name="text"
        label="Text"
        hint={`${hints[page.page]} Markdown: ## for a heading, an empty line between paragraphs, - for a list, [words](https://…) for a link.`}
        defaultValue={page.content?.text ?? startWith}
        rows={12}
        serif
        required
      />
      {page.page === "contact" ? (
        <fieldset className="grid gap-1">
          <legend className="mb-1 font-medium">Codes that you have signed</legend>
          <p className="mb-1 text-sm text-ink-3">
            Readers are then told where to complain. Tick a code only once its body lists you.
          </p>
          {codeNames.map((code) => (
            <CheckField
              key={code}
              name="signatoryOf"
              value={code}
              label={en.sitePages.codes[code]}
              defaultChecked={page.content?.signatoryOf?.includes(code) ?? false}
            />
          ))}
        </fieldset>
      ) : null}
      {/* However long the text is, and however small the window. */}
      <div data-at-foot className="sticky bottom-0 z-1 flex flex-wrap gap-2 border-t bg-paper py-2">
        <SubmitButton name="intent" value="draft" look="plain">
          Save draft
        </SubmitButton>
        <SubmitButton name="intent" value="sign">
          Save and ask for a signature
        </SubmitButton>
      </div>
    </Form>
  );
}
