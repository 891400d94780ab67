type Names = readonly [RegExp, string][];

/** Those that call themselves something else besides come first: all but Firefox and Safari also say Chrome and Safari. */
const browsers: Names = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\b(?:OPR|OPX|OPT|Opera(?: Mini)?)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bVivaldi\//, "Vivaldi"],
  [/\bYaBrowser\//, "Yandex Browser"],
  [/\b(?:DuckDuckGo|Ddg)\//, "DuckDuckGo"],
  [/\b(?:Firefox|FxiOS|Focus)\//, "Firefox"],
  [/\bHeadlessChrome\//, "Headless Chrome"],
  [/\b(?:Chrome|CriOS|Chromium)\//, "Chrome"],
  [/\bEpiphany\//, "GNOME Web"],
  [/\bSafari\//, "Safari"],
];

const systems: Names = [
  [/\b(?:iPhone|iPad|iPod)\b/, "iOS"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
  [/\b(?:Free|Open|Net)BSD\b/, "BSD"],
];

/** Programs that are no browsers, by what they call themselves first. */
const programs: Names = [
  [/^curl\//i, "curl"],
  [/^Wget\//i, "Wget"],
  [/^python-requests\//i, "Python Requests"],
  [/^python-httpx\//i, "Python HTTPX"],
  [/^(?:Python-urllib|aiohttp|Python)\b/i, "Python"],
  [/^(?:node|undici|node-fetch|axios|got)\b/i, "Node.js"],
  [/^Go-http-client\//i, "Go"],
  [/^Java(?:-http-client)?\//i, "Java"],
  [/^okhttp\//i, "OkHttp"],
  [/^PostmanRuntime\//i, "Postman"],
  [/^insomnia\//i, "Insomnia"],
  [/^HTTPie\//i, "HTTPie"],
  [/^Playwright\//i, "Playwright"],
];

/** A program that calls itself something and gives its version, as RFC 9110 has it: "Newsroom-Bot/2.1 (+https://…)". */
const namesItself = /^([A-Za-z][\w.-]{1,39})\/\d/;

function nameIn(agent: string, names: Names): string | undefined {
  return names.find(([pattern]) => pattern.test(agent))?.[1];
}

/**
 * A browser as people say it, "Firefox on Linux", from its User-Agent; a program as what it calls itself, "curl". "Unknown
 * device" when it says nothing that can be told.
 */
export function deviceOf(userAgent: string | null): string {
  const agent = userAgent?.trim() ?? "";
  const own = namesItself.exec(agent)?.[1];
  const name = nameIn(agent, programs) ?? nameIn(agent, browsers) ?? (own === "Mozilla" ? undefined : own);
  const system = nameIn(agent, systems);
  if (name && system) return `${name} on ${system}`;
  return name ?? system ?? "Unknown device";
}
