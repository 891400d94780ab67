/** The script of the page /verify: files and names in, words out. It sends nothing and writes text only. */
import { checkFile } from "./verify-in-browser.mjs";

function wrong(words) {
  throw new Error(words);
}

const section = document.getElementById("in-browser");
/** What to say, in the language of the page; `{name}` stands for a value. */
const words = JSON.parse(section.dataset.words);

const said = (text, values) => text.replace(/\{(\w+)\}/g, (_whole, name) => values[name]);

const tones = { pass: "tone-confirmed", fail: "tone-disputed" };
function put(parent, name, text, className = "") {
  const element = document.createElement(name);
  element.textContent = text;
  if (className) element.className = className;
  parent.append(element);
  return element;
}

const named = (item) => words.items[item] ?? item;

function verdictOn(results) {
  const failed = results.filter(({ outcome }) => outcome === "fail").map(({ item }) => named(item));
  if (failed.length > 0) return said(words.failed, { items: failed.join(", ") });
  return results.some(({ outcome }) => outcome === "unable") ? words.partly : words.passed;
}

function show(output, name, results, hasOwnKeys) {
  output.replaceChildren();
  put(output, "h3", verdictOn(results));
  put(output, "p", said(hasOwnKeys ? words.ownKeys : words.bundleKeys, { name }));
  const list = put(output, "ul", "");
  for (const { item, outcome, detail } of results) {
    const line = put(list, "li", "");
    put(line, "strong", words.outcomes[outcome], tones[outcome]);
    line.append(`: ${named(item)}`);
    const why = outcome === "absent" ? words.reasons.absent : words.reasons[detail];
    if (why) line.append(words.because + why);
    // What a check found is told by the program, in English.
    else if (detail) {
      line.append(words.because);
      put(line, "bdi", detail).lang = "en";
    }
  }
}

async function fetched(address) {
  const response = await fetch(address, { cache: "no-store" });
  if (response.status === 404) wrong(words.nothing);
  return response.ok ? response : wrong(said(words.server, { status: response.status }));
}

const newsroomKeys = () =>
  fetched("/.well-known/countersign-keys.json").then(
    (response) => response.json(),
    () => null,
  );

async function run(output, name, load) {
  output.replaceChildren();
  put(output, "p", words.checking);
  try {
    const [keySet, bytes] = [await newsroomKeys(), await load()];
    if (!globalThis.crypto?.subtle) wrong(words.noCryptography);
    show(output, name, await checkFile(bytes, keySet), keySet !== null);
  } catch (error) {
    output.replaceChildren();
    put(output, "h3", words.notChecked);
    put(output, "p", error.message);
  }
}

const contentOf = async (source) => new Uint8Array(await source.arrayBuffer());

/** The file to check of what was asked for: a verdict's bundle, or the record of a page, which has none. */
async function fileOf({ slug, page, version }) {
  const path = page ? `/api/v1/pages/${page}` : `/api/v1/publications/${encodeURIComponent(slug)}`;
  if (page) return contentOf(await fetched(version === "" ? path : `${path}/${encodeURIComponent(version)}`));
  const known = version === "" ? (await (await fetched(path)).json()).record.version : version;
  return contentOf(await fetched(`${path}/${encodeURIComponent(known)}/bundle.zip`));
}

/** An address as a browser knows it, written with or without its scheme; null for what is none. */
function addressIn(typed) {
  const isWhole = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed);
  if (!isWhole && !/^[^/?#\s.:]*[.:][^/?#\s]*\//.test(typed)) return null;
  try {
    return new URL(isWhole ? typed : `https://${typed}`);
  } catch {
    return null;
  }
}

const hostOf = ({ host }) => host.replace(/\.(?=$|:)/, "");

/**
 * What was typed: a page about the newsroom by its address, or a verdict by its name, a whole address of this site or the
 * end of one; null for what names none.
 */
function askedFor(typed, beside) {
  const address = addressIn(typed);
  if (address && hostOf(address) !== hostOf(location)) return null;
  const [, page, ofPage] =
    /^(?:\/[a-z]{2})?(?:\/api\/v1\/pages)?\/([a-z-]+)(?:\/(?:v\/)?(\d+))?\/?(?:[?#]|$)/i.exec(
      address ? address.pathname : typed,
    ) ?? [];
  const isPage = section.dataset.pages.split(" ").includes(page?.toLowerCase());
  if (isPage) return { page: page.toLowerCase(), version: ofPage ?? beside };
  const found =
    /(?:^|\/(?:verdicts|publications|embed|cards)\/)([a-z0-9-]+)(?:\/(?:v\/)?(\d+)(?:\.png)?)?\/?(?:[?#].*)?$/i.exec(
      typed,
    );
  return found && { slug: found[1].toLowerCase(), version: found[2] ?? beside };
}

function start() {
  const output = document.getElementById("in-browser-result");
  const [file, button] = [section.querySelector("input[type=file]"), section.querySelector("button")];
  section.hidden = false;
  file.addEventListener("change", () => {
    const [chosen] = file.files;
    if (chosen) void run(output, chosen.name, () => contentOf(chosen));
  });
  button.addEventListener("click", () => {
    const [typed, beside] = ["slug", "version"].map((id) => document.getElementById(id).value.trim());
    const slugField = document.getElementById("slug");
    if (typed === "") return slugField.reportValidity();
    const asked = askedFor(typed, beside);
    // What names nothing of this site: the server says which way it does not.
    if (!asked) return slugField.form.requestSubmit();
    const [slug, { version }] = [asked.slug ?? `/${asked.page}`, asked];
    void run(output, version === "" ? slug : said(words.version, { slug, version }), () => fileOf(asked));
  });
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    const dropped = event.dataTransfer?.files[0];
    if (dropped) void run(output, dropped.name, () => contentOf(dropped));
  });
}

start();
