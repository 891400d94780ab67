/** The script of the page /verify: files and names in, words out. It sends nothing and writes text only. */
import { checkFile } from "./verify-in-browser.mjs";

function wrong(words) {
  throw new Error(words);
}

const outcomes = { pass: "Passed", fail: "Failed", unable: "Not checked", absent: "Not there" };
const tones = { pass: "tone-confirmed", fail: "tone-disputed" };
const reasons = {
  "no-webcrypto": "this browser offers no cryptography to a page without https",
  captures: "captures are opened by the program below alone; that none was altered since is checked above",
  "no-ed25519": "this browser does not know Ed25519 signatures; update it, or run the program below",
};

function put(parent, name, text, className = "") {
  const element = document.createElement(name);
  element.textContent = text;
  if (className) element.className = className;
  parent.append(element);
  return element;
}

function verdictOn(results) {
  const failed = results.filter(({ outcome }) => outcome === "fail").map(({ item }) => item);
  if (failed.length > 0) return `It does not hold: ${failed.join(", ")}.`;
  if (results.some(({ outcome }) => outcome === "unable"))
    return "What could be checked here holds. Not all could.";
  return "Every check passed.";
}

function show(output, name, results, hasOwnKeys) {
  output.replaceChildren();
  put(output, "h3", verdictOn(results));
  put(
    output,
    "p",
    hasOwnKeys
      ? `${name}, with this newsroom's published keys.`
      : `${name}, with the keys in the bundle: this newsroom's could not be fetched.`,
  );
  const list = put(output, "ul", "");
  for (const { item, outcome, detail } of results) {
    const line = put(list, "li", "");
    put(line, "strong", outcomes[outcome], tones[outcome]);
    const why = outcome === "absent" ? "not in the log when this was made" : (reasons[detail] ?? detail);
    line.append(`: ${item}${why ? `, because ${why}` : ""}`);
  }
}

async function fetched(address) {
  const response = await fetch(address, { cache: "no-store" });
  if (response.status === 404) wrong("We have published nothing under that name and number.");
  return response.ok ? response : wrong(`The server answered ${response.status}. Try again in a minute.`);
}

const newsroomKeys = () =>
  fetched("/.well-known/countersign-keys.json").then(
    (response) => response.json(),
    () => null,
  );

async function run(output, name, load) {
  output.replaceChildren();
  put(output, "p", "Checking …");
  try {
    const [keySet, bytes] = [await newsroomKeys(), await load()];
    if (!globalThis.crypto?.subtle)
      wrong("This browser offers no cryptography to a page without https. Run the program below instead.");
    show(output, name, await checkFile(bytes, keySet), keySet !== null);
  } catch (error) {
    output.replaceChildren();
    put(output, "h3", "It could not be checked");
    put(output, "p", error.message);
  }
}

const contentOf = async (source) => new Uint8Array(await source.arrayBuffer());

async function bundleOf(slug, asked) {
  const path = `/api/v1/publications/${encodeURIComponent(slug)}`;
  const version = asked === "" ? (await (await fetched(path)).json()).record.version : asked;
  return contentOf(await fetched(`${path}/${encodeURIComponent(version)}/bundle.zip`));
}

function start() {
  const section = document.getElementById("in-browser");
  const output = document.getElementById("in-browser-result");
  const [file, button] = [section.querySelector("input[type=file]"), section.querySelector("button")];
  section.hidden = false;
  file.addEventListener("change", () => {
    const [chosen] = file.files;
    if (chosen) void run(output, chosen.name, () => contentOf(chosen));
  });
  button.addEventListener("click", () => {
    const [slug, version] = ["slug", "version"].map((id) => document.getElementById(id).value.trim());
    if (slug === "") return document.getElementById("slug").reportValidity();
    void run(output, version === "" ? slug : `${slug}, version ${version}`, () => bundleOf(slug, version));
  });
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    const dropped = event.dataTransfer?.files[0];
    if (dropped) void run(output, dropped.name, () => contentOf(dropped));
  });
}

start();
