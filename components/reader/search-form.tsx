import type { CountedName } from "@/lib/publications/listing";
import type { Rating } from "@/lib/settings/ratings";
import type { ReaderWords } from "@/lib/words/reader";
import { readerPaths, spokenPath } from "./reader-paths";
import { contentIn, type OtherLanguage, type ReaderSite } from "./reader-site";
import { spokenRating } from "./spoken-rating";

/** What was asked for; empty texts where nothing was. Days are `2023-07-01`. */
export type SearchAsked = {
  query: string;
  rating: string;
  topic: string;
  claimant: string;
  from: string;
  to: string;
};

type Option = OtherLanguage & { value: string; label: string };

function Choice({
  name,
  label,
  any,
  value,
  options,
}: Record<"name" | "label" | "any" | "value", string> & { options: Option[] }) {
  return (
    <p>
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang} dir={option.dir}>
            {option.label}
          </option>
        ))}
      </select>
    </p>
  );
}

function Day({ name, label, value }: Record<"name" | "label" | "value", string>) {
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      <input id={name} name={name} type="date" defaultValue={value} />
    </div>
  );
}

const named = (names: readonly CountedName[]): Option[] =>
  names.map(({ key, name }) => ({ value: key, label: name }));

/** Words and filters in one plain form, each with what was asked for. */
export function SearchForm({
  site,
  asked,
  ratings,
  topics,
  claimants,
  words,
}: {
  site: ReaderSite;
  asked: SearchAsked;
  ratings: readonly Rating[];
  topics: readonly CountedName[];
  claimants: readonly CountedName[];
  words: ReaderWords;
}) {
  const { search } = words.browse;
  const own = contentIn(site.language, words);
  const scale = ratings.map((each) => {
    const { rating, ...spoken } = spokenRating(each, own, words);
    return { value: rating.code, label: rating.label, ...spoken };
  });
  const { any } = search;
  return (
    <form action={spokenPath(site, readerPaths.search)} method="get" role="search" className="search">
      <p>
        <label htmlFor="q">{search.words}</label>
        <input
          id="q"
          name="q"
          type="search"
          dir="auto"
          defaultValue={asked.query}
          maxLength={300}
          autoComplete="off"
        />
      </p>
      <button type="submit">{search.button}</button>
      <Choice name="rating" label={search.rating} any={any} value={asked.rating} options={scale} />
      {topics.length === 0 ? null : (
        <Choice name="topic" label={search.topic} any={any} value={asked.topic} options={named(topics)} />
      )}
      {claimants.length === 0 ? null : (
        <Choice
          name="claimant"
          label={search.claimant}
          any={any}
          value={asked.claimant}
          options={named(claimants)}
        />
      )}
      <div className="days">
        <Day name="from" label={search.from} value={asked.from} />
        <Day name="to" label={search.to} value={asked.to} />
      </div>
    </form>
  );
}
