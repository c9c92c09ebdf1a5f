/** Names and marks of currencies in the feeds of banks that are no ISO codes, folded; each is only ever proposed. */
const names: Readonly<Record<string, string>> = {
  USD: "us dollar|u.s. dollar|dollar|доллар|доллар сша|долл. сша|сша доллары|ақш доллары|ақш доллари|aqsh dollari|aksh dollari|абд доллары|abş dollary|доллари иМА|доллари амрико",
  EUR: "euro|evro|yewro|евро|еуро",
  RUB: "russian ruble|russian rouble|rouble|ruble|рубль|российский рубль|ресей рублі|россия рубли|rossiya rubli|рубли русӣ|rus rubly",
  KGS: "som|kyrgyz som|kyrgyzstani som|сом|киргизский сом|кыргызский сом|киргизских сомов|qirg‘iz somi",
  KZT: "tenge|kazakhstani tenge|тенге|теңге|казахстанский тенге|казахстанских тенге|qozoq tengesi",
  TJS: "somoni|tajik somoni|сомони|сомонӣ|таджикский сомони|таджикских сомони|tojik somonisi",
  UZS: "sum|soum|so'm|so‘m|soʻm|uzbek sum|uzbek soum|сум|сўм|узбекский сум|узбекских сумов",
  TMT: "manat|turkmen manat|манат|туркменский манат|новый туркменский манат|turkman manati",
  CNY: "chn|rmb|yuan|yuan renminbi|юань|китайский юань|китайских юаней|юани|xitoy yuani",
  JPY: "yen|jap. yen|japanese yen|йена|иена|японская иена|японских иен|yaponiya iyenasi",
  GBP: "ukp|pound sterling|pound|фунт стерлингов|фунт стерлингов соединенного королевства|английский фунт|angliya funt sterlingi",
  CHF: "swiss franc|швейцарский франк|shveysariya franki",
  TRY: "turkish lira|lira|турецкая лира|турецких лир|turk lirasi",
  XDR: "sdr|сдр|спз|special drawing right|special drawing rights",
  BYN: "belarusian ruble|белорусский рубль",
  UAH: "hryvnia|гривна|украинская гривна|украинских гривен",
  INR: "indian rupee|индийская рупия|индийских рупий",
  KRW: "won|вон|корейская вона|вон республики корея",
};

const codes: ReadonlyMap<string, string> = new Map(
  Object.entries(names).flatMap(([code, list]) =>
    list.split("|").map((name): [string, string] => [name.toLowerCase(), code]),
  ),
);

/** The code that a name or an old mark of a currency probably means, for its reader to confirm; null for an unknown one. */
export function currencyNamed(text: string): string | null {
  return codes.get(text.trim().toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ")) ?? null;
}
