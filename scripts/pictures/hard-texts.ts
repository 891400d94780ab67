/** Words as newsrooms meet them and layouts do not expect them: long, unbroken, from right to left. */
export const unbroken = "Rechtsschutzversicherungsgesellschaftenaufsichtsbehördenverzeichnis";
export const longName = `Ministry of Inland Navigation, Fisheries and Coastal Works of the Free Municipality of ${unbroken}`;
export const arabicName = "مركز الأبحاث البحرية للموانئ والملاحة الساحلية";
export const hebrewName = "הלשכה המרכזית לסטטיסטיקה של הנמלים";
export const longAddress = `https://archive.example/${"a-very-long-path-without-a-break-".repeat(8)}?reference=${"0123456789abcdef".repeat(6)}`;

export const ukrainianName =
  "Відділ високоповажних співрозмовників Дніпродзержинськводоканалпроєктреконструкція";
export const longEmail = `${"press-office.of-the-ministry.".repeat(2)}inland-navigation@${"navigation-and-coastal-works.".repeat(3)}example`;

const sentences = [
  "The harbour board of Lindvik ordered seven electric ferries for $42 million in 2024.",
  "The budget office says that the price includes the charging stations on both shores.",
  "More than 300,000 people crossed on the old boats last year, the port authority reported.",
  "An earlier tender of 2021 had named five boats and $28 million, without the stations.",
  "The mayor told the town's newspaper that the new boats will cut the fuel bill by 20 percent.",
  "Islanders say that nobody asked them before the order was placed.",
  "The yard confirmed the order and did not say when the first boat will be delivered.",
];

/** Plain sentences about a harbour, of about so many words. */
export function plainWords(count: number): string {
  const words: string[] = [];
  for (let index = 0; words.length < count; index += 1)
    words.push(...sentences[index % sentences.length]!.split(" "));
  return words.slice(0, count).join(" ");
}

/** The same in paragraphs of five sentences. */
export function plainParagraphs(count: number): string {
  const all = plainWords(count).match(/[^.]+\.(?: |$)/g) ?? [];
  const paragraphs: string[] = [];
  for (let at = 0; at < all.length; at += 5)
    paragraphs.push(
      all
        .slice(at, at + 5)
        .join("")
        .trim(),
    );
  return paragraphs.join("\n\n");
}

export const arabicClaim =
  "قال مركز الأبحاث إن بلدية ليندفيك طلبت سبع عبّارات كهربائية مقابل 42 مليون دولار في عام 2024";

export const arabicStory = `ليندفيك تطلب سبع عبّارات كهربائية

١٢ آذار ٢٠٢٥

طلبت إدارة ميناء ليندفيك سبع عبّارات كهربائية مقابل 42 مليون دولار في عام 2024، بحسب مكتب الميزانية.

وقال رئيس البلدية إن العبّارات الجديدة ستخفض فاتورة الوقود بنسبة 20 في المئة.`;

export const arabicQuote =
  "طلبت إدارة ميناء ليندفيك سبع عبّارات كهربائية مقابل 42 مليون دولار في عام 2024، بحسب مكتب الميزانية.";
