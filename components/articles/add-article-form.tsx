import type { ReactNode } from "react";
import type { ArticleDto } from "@/lib/articles/dto";
import { SubmitButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { TextAreaField } from "@/components/ui/text-area";
import { acceptedFiles, chooserFor, kindsListed } from "@/lib/captures/accepted-files";
import { ArticleFields } from "./article-fields";
import { FileDrop } from "./file-drop";
import { WayRadio } from "./way-radio";

const { pages, pdfs, words, sheets, pictures, recordings } = acceptedFiles;

const fileHint = `${kindsListed([...pages, ...pdfs])}, Word (${kindsListed(words)}), a sheet (${kindsListed(sheets)}), a picture (${kindsListed(pictures)}), sound or video (${kindsListed(recordings)}), up to 10 MB. You can drop it here. A longer recording is added at the claim, as evidence.`;
const fileChooser = `${chooserFor(pages, pdfs, words, sheets, pictures, recordings)},audio/*,video/*`;

type Props = {
  /** Fields: way (text, html, file, address, mention), text, html, file, url and the metadata; unused ones are empty. */
  action: FormAction;
  /** After adding, go on with this claim. */
  claimId?: string;
  /** The list that claim was opened from, and what is open beside it, as its address says them. */
  list?: string;
  beside?: string;
  way?: ArticleWay;
  /** The address to begin with. */
  url?: string;
  /** An article that others name: the form captures that very one, or logs why it cannot be had. */
  original?: Original;
};

export type ArticleWay = "text" | "html" | "file" | "address" | "mention" | "not-obtained";
export type Original = Pick<
  ArticleDto,
  "id" | "url" | "title" | "outlet" | "byline" | "publishedAt" | "language" | "kind"
>;

/** One form, five ways. Which one is used is a radio button; only the fields of the chosen way are shown. */
export function AddArticleForm({ action, claimId, list, beside, way = "text", url, original }: Props) {
  const label = original ? "Capture the original" : "Add an article";
  return (
    <Form
      action={action}
      id="add-article"
      done="added"
      shownAt="the articles"
      keep={original ? `capture-original:${original.id}` : `add-article:${claimId ?? ""}:${url ?? ""}`}
      className="group/ways grid gap-4"
      label={label}
    >
      {original ? <input type="hidden" name="articleId" value={original.id} /> : null}
      {claimId ? <input type="hidden" name="claimId" value={claimId} /> : null}
      {list ? <input type="hidden" name="in" value={list} /> : null}
      {beside ? <input type="hidden" name="beside" value={beside} /> : null}
      <fieldset>
        <legend className="mb-2 font-medium">What you have of the article</legend>
        <div className="grid gap-x-3 border-t tabs:grid-cols-2">
          <Way value="text" label="I paste its text" current={way} className="order-1">
            <TextAreaField
              name="text"
              label="Text of the article"
              hint="Copy the article in your browser and paste it here, with its headline."
              serif
              rows={8}
              takesPages
            />
          </Way>
          <Way value="html" label="I paste its HTML" current={way} className="order-2">
            <TextAreaField
              name="html"
              label="HTML of the page"
              hint="From “View source”. It keeps the date and the links."
              rows={8}
              takesPages
            />
          </Way>
          <Way value="file" label="I have a file" current={way} className="order-3">
            <FileDrop hint={fileHint} accept={fileChooser} />
          </Way>
          <Way
            value="address"
            label="I have its address, fetch it"
            current={way}
            className="order-4 has-[:checked]:border-b-0"
          />
          {original ? (
            <Way value="not-obtained" label="It could not be obtained" current={way} className="order-5">
              <TextField
                name="reason"
                label="Why"
                hint="Readers will see this, and the gate asks for the original no more."
              />
            </Way>
          ) : (
            <Way
              value="mention"
              label="Another article names it; I have not read it"
              hint="It can be the end of a route, but it cannot be quoted."
              current={way}
              className="order-5 has-[:checked]:border-b-0"
            />
          )}
          <AddressAndOutlet original={original} url={url} />
        </div>
      </fieldset>
      <Disclosure summary="What else you know: title, byline, date" open={original !== undefined}>
        <ArticleFields withoutUrl withoutOutlet {...(original ? { article: original } : {})} />
        <p className="mt-2 text-sm text-ink-3">
          What you leave empty is read from the page, or stays unknown.
        </p>
      </Disclosure>
      <div>
        {original ? (
          <SubmitButton busy={<ByWay address="Fetching…" not-obtained="Logging it…" others="Saving…" />}>
            <ByWay
              address="Fetch the original"
              not-obtained="Log that it could not be obtained"
              others="Save what I have of it"
            />
          </SubmitButton>
        ) : (
          <SubmitButton busy={<ByWay mention="Noting…" others="Adding…" />}>
            <ByWay mention="Note the article" others="Add the article" />
          </SubmitButton>
        )}
      </div>
    </Form>
  );
}

/** Below all ways, but for the one that asks for it: then it stands below that. */
function AddressAndOutlet({ original, url }: { original?: Original | undefined; url?: string | undefined }) {
  return (
    <>
      <div
        className={`${fieldLook} group-has-[[value=address]:checked]/ways:order-4 group-has-[[value=address]:checked]/ways:border-b group-has-[[value=address]:checked]/ways:pt-0 group-has-[[value=address]:checked]/ways:pb-3 group-has-[[value=address]:checked]/ways:pl-6 tabs:group-has-[[value=address]:checked]/ways:col-span-2`}
      >
        <TextField
          name="url"
          type="url"
          label="Address"
          hint={
            <ByWay
              address="Of the page itself, beginning with https://."
              others="Readers are sent there, if you have it."
            />
          }
          placeholder="https://"
          inputMode="url"
          defaultValue={original?.url ?? url}
        />
      </div>
      <div
        className={`${fieldLook} group-has-[[value=mention]:checked]/ways:order-5 group-has-[[value=mention]:checked]/ways:border-b group-has-[[value=mention]:checked]/ways:pt-0 group-has-[[value=mention]:checked]/ways:pb-3 group-has-[[value=mention]:checked]/ways:pl-6 tabs:group-has-[[value=mention]:checked]/ways:col-span-2`}
      >
        <TextField
          name="outlet"
          label="Outlet"
          hint={
            <ByWay mention="Who published it. It is needed here." others="Who published it, if you know." />
          }
          defaultValue={original?.outlet}
        />
      </div>
    </>
  );
}

const fieldLook = "order-6 pt-3";

const whileChosen = {
  address: {
    shown: "hidden group-has-[[value=address]:checked]/ways:inline",
    others: "group-has-[[value=address]:checked]/ways:hidden",
  },
  mention: {
    shown: "hidden group-has-[[value=mention]:checked]/ways:inline",
    others: "group-has-[[value=mention]:checked]/ways:hidden",
  },
  "not-obtained": {
    shown: "hidden group-has-[[value=not-obtained]:checked]/ways:inline",
    others: "group-has-[[value=not-obtained]:checked]/ways:hidden",
  },
};
const namedWays = ["address", "mention", "not-obtained"] as const;

type ByWayProps = Partial<Record<(typeof namedWays)[number], string>> & { others: string };

/** Words for the way that is chosen, also where no scripts run. */
function ByWay({ others, ...words }: ByWayProps) {
  const named = namedWays.filter((way) => words[way] !== undefined);
  return (
    <>
      {named.map((way) => (
        <span key={way} className={whileChosen[way].shown}>
          {words[way]}
        </span>
      ))}
      <span className={named.map((way) => whileChosen[way].others).join(" ")}>{others}</span>
    </>
  );
}

type WayProps = {
  value: ArticleWay;
  label: string;
  hint?: string;
  current: ArticleWay;
  className: string;
  children?: ReactNode;
};

function Way({ value, label, hint, current, className, children }: WayProps) {
  return (
    <div className={`group/way border-b py-2 tabs:col-span-2 ${className}`}>
      <label className="flex min-h-6 gap-2 font-medium">
        <WayRadio value={value} current={current} />
        <span>
          {label}
          {hint ? <span className="block font-normal text-ink-3">{hint}</span> : null}
        </span>
      </label>
      {children ? <div className="mt-2 hidden pl-6 group-has-[:checked]/way:block">{children}</div> : null}
    </div>
  );
}
