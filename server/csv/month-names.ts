/**
 * Names of months as CLDR and the banks write them: English, Russian (both cases), Kazakh, Kyrgyz, Uzbek (both scripts),
 * Tajik and Turkmen. No name means two months, whatever the language; Kazakh қаң, қаз, қар and қыр would, had they
 * lost their ң and қ, and are then in no list.
 */
const names: readonly string[] = [
  "january jan январь января янв қаңтар қаң январ yanvar yan ýanwar ýan",
  "february feb февраль февраля февр фев ақпан ақп феврал fevral fev fewral few",
  "march mar март марта мар наурыз нау mart",
  "april apr апрель апреля апр сәуір сәу апрел aprel",
  "may май мая мамыр мам maý",
  "june jun июнь июня июн маусым мау iyun iyn iýun iýn",
  "july jul июль июля июл шілде шіл iyul iyl iýul iýl",
  "august aug август августа авг тамыз там avgust avg awgust awg",
  "september sept sep сентябрь сентября сент сен қыркүйек қыр сентябр sentabr sentyabr sen sentýabr",
  "october oct октябрь октября окт қазан қаз октябр oktabr oktyabr okt oktýabr",
  "november nov ноябрь ноября нояб ноя қараша қар ноябр noyabr noy noý noýabr",
  "december dec декабрь декабря дек желтоқсан жел декабр dekabr dek",
];

const months: ReadonlyMap<string, number> = new Map(
  names.flatMap((list, at) => list.split(" ").map((name): [string, number] => [name, at + 1])),
);

/** The month, 1 to 12, that a name or its abbreviation means, in any case, with or without a dot; null for what is no month. */
export function monthOf(name: string): number | null {
  return months.get(name.toLowerCase().replace(/\.$/, "")) ?? null;
}
