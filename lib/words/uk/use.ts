import type { use as english } from "../en/use";

export const use: typeof english = {
  title: "Цитувати, вбудувати, поширити",
  cite: "<publisher/>, «<finding/>», версія <version/>, <day/>, <link/>",
  embed: "Вбудувати цей вердикт",
  embedCode: "Код для вбудовування",
  block: "Блок HTML для WordPress або Ghost",
  blockHint:
    "У WordPress це блок «Custom HTML», у Ghost – картка «HTML». Це копія зі своєю версією й датою; посилання в ній веде до того, що чинне зараз.",
  blockCode: "Блок HTML для копіювання",
  data: "Дані",
  asData: "Як дані:",
  annotations: "Анотації",
  share: "Поширити",
  email: "Електронна пошта",
  theClaim: "Твердження",
  claimBy: (claimant) => `Твердження (${claimant})`,
  quoted: (claim) => `«${claim}»`,
  checkedBy: (site) => `Перевірила редакція «${site}»`,
  version: (version, day) => `версія ${version}, ${day}`,
  holdsNow: "За посиланням – те, що чинне зараз.",
  evidence: "докази й ті, хто перевіряв",
  replaced: (version) => `Версія ${version}, вже замінена`,
  retracted: "Відкликано",
  retractedOn: (day) => `відкликано ${day}`,
  retractedMeans: "ми відкликали цей вердикт",
  picture: (rating, finding, claim) => `${rating}: ${finding} Твердження: ${claim}`,
};
