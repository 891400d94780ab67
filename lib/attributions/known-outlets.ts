/** An outlet by its usual name, with its other names, case forms and its site. */
export type KnownOutlet = { name: string; also: readonly string[]; host: string | null };

/** Agencies and outlets that are quoted by their bare name, with other spellings and their sites. */
export const builtInOutlets: readonly KnownOutlet[] = [
  {
    name: "Reuters",
    also: ["Thomson Reuters", "Рейтер", "Рейтерс", "Рейтера", "Рейтеру", "Ройтерс"],
    host: "reuters.com",
  },
  {
    name: "Associated Press",
    also: ["AP", "The AP", "Ассошіейтед Прес", "Ассошиэйтед Пресс"],
    host: "apnews.com",
  },
  { name: "AFP", also: ["Agence France-Presse"], host: "afp.com" },
  {
    name: "Bloomberg",
    also: ["Bloomberg News", "Блумберг", "Блумберга", "Блумбергу"],
    host: "bloomberg.com",
  },
  { name: "BBC", also: ["BBC News", "ВВС", "Бі-бі-сі", "Би-би-си"], host: "bbc.com" },
  { name: "CNN", also: [], host: "cnn.com" },
  { name: "CNBC", also: [], host: "cnbc.com" },
  { name: "NBC News", also: ["NBC"], host: "nbcnews.com" },
  { name: "CBS News", also: ["CBS"], host: "cbsnews.com" },
  { name: "ABC News", also: ["ABC"], host: "abcnews.go.com" },
  { name: "NPR", also: [], host: "npr.org" },
  { name: "Politico", also: [], host: "politico.com" },
  { name: "Axios", also: [], host: "axios.com" },
  { name: "Financial Times", also: ["FT"], host: "ft.com" },
  { name: "New York Times", also: ["NYT"], host: "nytimes.com" },
  { name: "Wall Street Journal", also: ["WSJ"], host: "wsj.com" },
  { name: "Washington Post", also: ["WaPo"], host: "washingtonpost.com" },
  { name: "Guardian", also: [], host: "theguardian.com" },
  { name: "Spiegel", also: ["Der Spiegel"], host: "spiegel.de" },
  { name: "Le Monde", also: [], host: "lemonde.fr" },
  { name: "dpa", also: ["DPA"], host: "dpa.com" },
  { name: "EFE", also: [], host: "efe.com" },
  { name: "ANSA", also: [], host: "ansa.it" },
  { name: "Kyodo", also: ["Kyodo News"], host: "kyodonews.net" },
  { name: "Yonhap", also: ["Yonhap News Agency"], host: "yna.co.kr" },
  { name: "Xinhua", also: [], host: "xinhuanet.com" },
  { name: "TASS", also: ["ТАСС", "ТАРС"], host: "tass.com" },
  {
    name: "Interfax",
    also: ["Интерфакс", "Интерфакса", "Интерфаксу", "Інтерфакс", "Інтерфаксу"],
    host: "interfax.com",
  },
  {
    name: "Ukrinform",
    also: ["Укрінформ", "Укрінформу", "Укрінформі", "Укринформ", "Укринформа", "Укринформу"],
    host: "ukrinform.net",
  },
  { name: "Al Jazeera", also: [], host: "aljazeera.com" },
  { name: "UPI", also: [], host: "upi.com" },
  { name: "Deutsche Welle", also: ["DW"], host: "dw.com" },
  { name: "Kyiv Independent", also: ["The Kyiv Independent"], host: "kyivindependent.com" },
  {
    name: "Radio Free Europe/Radio Liberty",
    also: [
      "RFE/RL",
      "Radio Liberty",
      "Радіо Свобода",
      "Радіо Свободи",
      "Радіо Свободі",
      "Радио Свобода",
      "Радио Свободы",
      "Радио Свободе",
    ],
    host: "rferl.org",
  },
  {
    name: "Українська правда",
    also: ["Української правди", "Українській правді", "Українську правду", "УП", "Ukrainska Pravda"],
    host: "pravda.com.ua",
  },
  { name: "Економічна правда", also: ["Економічної правди", "Економічній правді"], host: "epravda.com.ua" },
  { name: "УНІАН", also: ["УНИАН", "UNIAN"], host: "unian.ua" },
  {
    name: "Інтерфакс-Україна",
    also: ["Інтерфакс-Україні", "Интерфакс-Украина", "Интерфакс-Украине", "Interfax-Ukraine"],
    host: "interfax.com.ua",
  },
  { name: "Суспільне", also: ["Суспільному", "Суспільного", "Suspilne"], host: "suspilne.media" },
  { name: "РИА Новости", also: ["РИА Новостям", "РІА Новини", "RIA Novosti"], host: "ria.ru" },
  {
    name: "Коммерсантъ",
    also: ["Коммерсант", "Коммерсанта", "Коммерсанту", "Kommersant"],
    host: "kommersant.ru",
  },
  { name: "Ведомости", also: ["Ведомостей", "Ведомостям", "Vedomosti"], host: "vedomosti.ru" },
  { name: "РБК", also: ["RBC"], host: "rbc.ru" },
  { name: "Медуза", also: ["Медузы", "Медузе", "Meduza"], host: "meduza.io" },
  {
    name: "Новая газета",
    also: ["Новой газеты", "Новой газете", "Новую газету", "Novaya Gazeta"],
    host: "novayagazeta.eu",
  },
  { name: "PA", also: ["Press Association", "PA Media"], host: null },
];

/** A name that ends like this is an outlet's. */
export const outletEndings =
  /(?: |^)(?:Times|Post|Journal|Tribune|Herald|Gazette|Telegraph|Guardian|Independent|Chronicle|Observer|Courier|Inquirer|Mail|News|Press|Magazine|Radio|TV|Television|News Agency|Broadcasting Corporation)$/u;

/** Folded for comparison: no case, no "the", no possessive. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the /u, "")
    .replace(/['’]s?$/u, "")
    .trim();
}

/** Whether two names are one outlet's by spelling alone. */
export function sameOutlet(name: string, own: string | null): boolean {
  return own !== null && plain(name) === plain(own);
}

/** The names of outlets under which each may be met; the desk's own outlets come before the built-in ones. */
export class OutletNames {
  private readonly exact = new Map<string, KnownOutlet>();
  private readonly byHost: readonly KnownOutlet[];

  /** With `before`, the names in it come first, and addresses are looked for there alone. */
  constructor(
    outlets: readonly KnownOutlet[],
    private readonly before?: OutletNames,
  ) {
    for (const outlet of outlets)
      for (const name of [outlet.name, ...outlet.also])
        if (!this.exact.has(name)) this.exact.set(name, outlet);
    this.byHost = before?.byHost ?? outlets.filter(({ host }) => host !== null);
  }

  /** The outlet that is called so, or whose name these words begin with; with the words that name it. */
  find(words: string): { outlet: KnownOutlet; words: string } | null {
    for (let cut = words.length; cut > 0; cut = words.lastIndexOf(" ", cut - 1)) {
      const outlet = this.called(words.slice(0, cut));
      if (outlet) return { outlet, words: words.slice(0, cut) };
    }
    return null;
  }

  private called(name: string): KnownOutlet | undefined {
    return this.before?.called(name) ?? this.exact.get(name);
  }

  /** The outlet whose site an address belongs to. */
  atAddress(address: string): KnownOutlet | null {
    const host = URL.canParse(address) ? new URL(address).hostname.replace(/^www\./u, "") : "";
    return this.byHost.find((known) => known.host === host || host.endsWith(`.${known.host}`)) ?? null;
  }
}
