/** The texts of the interface in English; their keys are the keys of every language. `{name}` is filled by `fillText`. */
export const en = {
  // Every page
  "site.name": "Kurs",
  "site.pageTitle": "{title} · Kurs",
  "skip.main": "Skip to the main content",
  "nav.label": "Main",
  "nav.overview": "Overview",
  "nav.rates": "Rates",
  "nav.indicators": "Indicators",
  "nav.events": "Events",
  "nav.sources": "Sources",
  "nav.api": "API",
  "language.label": "Language",
  "theme.label": "Theme",
  "theme.system": "System",
  "theme.light": "Light",
  "theme.dark": "Dark",
  ignored: "Ignored: {parameter}",
  "footer.sources": "Sources of the figures",
  "footer.disclaimer": "For information only. Market rates are not offers to buy or sell.",

  // Currencies, countries
  "weakened.KGS": "The som weakened.",
  "weakened.KZT": "The tenge weakened.",
  "weakened.TJS": "The somoni weakened.",
  "weakened.UZS": "The sum weakened.",
  "weakened.TMT": "The manat weakened.",
  "weakened.other": "{currency} weakened.",
  "strengthened.KGS": "The som strengthened.",
  "strengthened.KZT": "The tenge strengthened.",
  "strengthened.TJS": "The somoni strengthened.",
  "strengthened.UZS": "The sum strengthened.",
  "strengthened.TMT": "The manat strengthened.",
  "strengthened.other": "{currency} strengthened.",
  "country.KG": "Kyrgyzstan",
  "country.KZ": "Kazakhstan",
  "country.TJ": "Tajikistan",
  "country.UZ": "Uzbekistan",
  "country.TM": "Turkmenistan",

  // Whose number it is
  "sourceKind.official": "official",
  "sourceKind.market": "market",
  "sourceKind.other": "compiled",
  "rateKind.official": "Official rate",
  "rateKind.market": "Market rate",
  "rateKind.other": "Compiled rate",

  // Ticker
  "ticker.label": "Latest rates",
  "ticker.shared": "{kind}, {date} · {source}",
  "ticker.old": "old",

  // Overview
  "overview.title": "Central Asian currencies",
  "overview.asOf": "Rates as of {date}.",
  "overview.rates": "Rates to the US dollar",
  "overview.indicators": "Indicators",

  // Rate cards
  "card.versus": "vs {date}",
  "card.lowHigh": "Low–high, 1 year",

  // Rate page
  "rate.title": "{code} – {name}",
  "rate.swap": "Swap",
  "rate.age": "{days} d old",
  "rate.ageToday": "today's",
  "rate.per": "{quote} per {base}",
  "rate.perMany": "{quote} per {nominal} {base}",
  "rate.market": "Market rate: a snapshot of the market, not the official rate.",
  "rate.statistics": "Statistics",
  "rate.low": "Lowest",
  "rate.high": "Highest",

  // Choices above a chart
  "range.label": "Range",
  "range.1m": "1M",
  "range.3m": "3M",
  "range.6m": "6M",
  "range.1y": "1Y",
  "range.5y": "5Y",
  "range.10y": "10Y",
  "range.max": "Max",
  "range.ytd": "YTD",
  "rangeName.1m": "1 month",
  "rangeName.3m": "3 months",
  "rangeName.6m": "6 months",
  "rangeName.1y": "1 year",
  "rangeName.5y": "5 years",
  "rangeName.10y": "10 years",
  "rangeName.max": "All there is",
  "rangeName.ytd": "This year",
  "direction.quote": "{quote} per {base}",
  "control.view": "View",
  "view.chart": "Chart",
  "view.table": "Table",

  // Chart
  "chart.hint": "Arrow keys move between observations; Home and End go to the first and the last.",
  "chart.gapSpoken": "gap of {days} days",
  "chart.source": "Source: {source} via Kurs",

  // Summary under a chart
  "summary.rose":
    "From {from} to {to} the price of {base} rose from {first} to {last} {quote} ({change}).",
  "summary.fell":
    "From {from} to {to} the price of {base} fell from {first} to {last} {quote} ({change}).",
  "summary.flat": "From {from} to {to} the price of {base} did not change: {last} {quote}.",
  "summary.seriesRose": "{name}: from {from} to {to} up from {first} to {last} ({change}).",
  "summary.seriesFell": "{name}: from {from} to {to} down from {first} to {last} ({change}).",
  "summary.seriesFlat": "{name}: from {from} to {to} unchanged at {last}.",
  "summary.extremes": "Highest {high} on {highDate}; lowest {low} on {lowDate}.",
  "summary.counts": "Observations: {count}; gaps: {gaps}.",

  // Table
  "table.date": "Date",
  "table.period": "Period",
  "table.value": "Value",
  "table.rate": "Rate",
  "table.change": "Change",
  "table.status": "Status",
  "table.caption": "{title}, newest first",
  "table.thinned": "Shown by month; the file has every day.",
  "status.A": "normal",
  "status.P": "provisional",
  "status.E": "estimated",
  "status.F": "forecast",
  "status.B": "break in the series",
  "status.U": "low reliability",
  "status.Q": "suppressed",
  "status.H": "holiday",
  "status.L": "not collected",
  "status.M": "missing",

  // Download, citing
  "download.title": "Download",
  "download.csv": "CSV",
  "download.json": "JSON",

  // Indicator pages
  "indicators.title": "Indicators",
  "indicator.byRegion": "By region",
  "indicator.byAge": "By age",
  "indicator.measure": "Measure",
  "indicator.place": "Place",
  "indicator.sort": "Sort",
  "indicator.age": "Age",

  // Events
  "events.title": "Events",
  "eventKind.devaluation": "devaluation",
  "eventKind.regime": "exchange-rate regime",
  "eventKind.policy": "policy",
  "eventKind.politics": "politics",
  "eventKind.trade": "trade",
  "eventKind.energy": "energy",
  "eventKind.health": "health",
  "eventKind.security": "security",
  "eventKind.data": "data",

  // Sources
  "sources.title": "Sources",
  "sources.kind": "Kind",
  "sources.licence": "Licence",
  "sources.attribution": "Attribution",
  "sources.series": "Series",
  "sources.lastImport": "Last import",
  "sources.homepage": "Website",
  "sources.notStated": "not stated",
  "sources.never": "never",

  // API page
  "api.title": "API",
  "api.intro": "Every number here is open to programs: no key, JSON and CSV.",
  "api.base": "Base address",
  "api.reference": "The whole API as an OpenAPI 3.1 document",
  "apiFact.formats":
    "JSON, CSV and NDJSON: by format=, or by Accept. For spreadsheets, CSV takes sep=; and decimal=,",
  "apiFact.digits":
    "Numbers carry exactly the published digits; null says that there is no figure.",
  "apiFact.versions":
    "Fields may be added to v1, never renamed or removed. asOf= reads what was known at a moment.",
  "apiFact.caching":
    "Answers have an ETag: send it back as If-None-Match, and 304 says that nothing is new. Cache-Control says how long an answer may be kept.",
  "apiFact.origins": "Any page on the web may read: Access-Control-Allow-Origin is *.",
  "apiFact.limits":
    "No key and no limit of requests for reading. Unknown or repeated parameters are refused, so that no misspelt one is ignored.",
  "api.examples": "Examples to change and run",
  "api.address": "Address",
  "api.run": "Run",
  "api.reset": "Reset",
  "api.notHere": "Only addresses of this server can be run here.",
  "api.copy": "Copy",
  "api.copied": "Copied",
  "api.marked": "Marked: copy it with your keyboard.",
  "api.status": "Status",
  "api.body": "Body of the answer",
  "api.cut": "Only the beginning is shown.",
  "api.endpoints": "Endpoints",
  "api.inEnglish": "Made from the OpenAPI document.",
  "api.needsToken": "Needs a token: Authorization: Bearer kurs_…",
  "api.noParameters": "Takes no parameters.",
  "api.parameters": "Parameters",
  "api.parameter": "Parameter",
  "api.type": "Values",
  "api.default": "Default",
  "api.meaning": "Meaning",
  "api.required": "required",
  "api.forExample": "e.g.",
  "api.problems": "Problems",
  "api.problemsIntro":
    "What goes wrong is told as application/problem+json (RFC 9457): type, title, status, detail, and errors where there are several.",
  "example.latest": "The newest rates",
  "exampleWhy.latest":
    "One request gives the newest rate of each currency, its age and its change since the publication before.",
  "example.convert": "An amount in another currency",
  "exampleWhy.convert":
    "The result is made with the published rates behind it, the legs, and rounded once.",
  "example.pair": "A pair as a table",
  "exampleWhy.pair":
    "Any pair has a course: published, inverse or cross; CSV is what spreadsheets, R and pandas read.",
  "example.cross": "A cross rate",
  "exampleWhy.cross":
    "Nobody publishes tenge per som; Kurs makes it from two published rates of the same day.",
  "example.monthly": "Means of months",
  "exampleWhy.monthly":
    "A coarser frequency is made by a rule that you choose; count tells how many days are behind a mean.",
  "example.percent": "Change on the year before",
  "exampleWhy.percent":
    "Transforms have FRED's names: pc1 is the change in per cent on the same period a year before.",
  "example.aligned": "Several series side by side",
  "exampleWhy.aligned":
    "Up to 50 series on one axis of periods; here the second as change in per cent.",
  "example.spreadsheet": "CSV for a spreadsheet",
  "exampleWhy.spreadsheet":
    "Where a comma is the decimal mark, a spreadsheet opens this without being asked.",
  "example.receipt": "Where a number came from",
  "exampleWhy.receipt":
    "Every number has a receipt: file, line and import, with every version that was ever known.",
  "example.asOf": "As it was known then",
  "exampleWhy.asOf":
    "Nothing is overwritten: asOf reads what this server knew on a day, which is nothing before its first import.",
  "example.search": "Finding series",
  "exampleWhy.search": "A key is a mask here: an empty segment is any code, a plus means or.",
  "example.events": "What happened",
  "exampleWhy.events": "Dated, sourced facts that explain a movement.",
  "apiProblem.invalid-query":
    "A parameter is unknown, repeated, missing or out of range; errors names it.",
  "apiProblem.invalid-body": "What was sent is not what is taken here.",
  "apiProblem.unauthorized": "Writing needs a token that is in force.",
  "apiProblem.not-found": "There is nothing with this address, name or number.",
  "apiProblem.unknown-series": "No series has this name.",
  "apiProblem.unknown-dataset": "No dataset has this code.",
  "apiProblem.no-rate": "No source gives a rate for the pair, or none near the date.",
  "apiProblem.not-acceptable": "Accept allows no format that there is.",
  "apiProblem.conflict": "What is asked for contradicts what is stored.",
  "apiProblem.too-large": "The file has more bytes than this server takes.",
  "apiProblem.unsupported-media": "Not a kind of file that is taken.",
  "apiProblem.unreadable-file": "The file is no table, is cut off, or is empty.",
  "apiProblem.rejected-rows": "Rows were refused, so nothing was stored; report tells each line.",
  "apiProblem.needs-mapping": "The file does not say enough; missing tells what is to be mapped.",
  "apiProblem.too-many-requests": "Ask again after the seconds of Retry-After.",
  "apiProblem.internal": "A fault of the server; its log has it under X-Request-Id.",
  "apiProblem.unavailable": "The database is away just now; ask again after Retry-After.",

  // States
  "state.loading": "Loading…",
  "state.retry": "Retry",
  "state.emptyAll": "There is nothing here yet.",
  "state.showAll": "Show all",
  "state.notFound": "There is no such page.",
  "state.home": "To the overview",

  // Problems, by their kind
  "problem.network": "The server cannot be reached. Check the connection.",
  "problem.invalid-query": "The server does not understand this choice.",
  "problem.invalid-body": "The server does not understand what was sent.",
  "problem.unauthorized": "A valid token is needed for this.",
  "problem.not-found": "There is nothing at this address.",
  "problem.unknown-series": "There is no such series.",
  "problem.unknown-dataset": "There is no such dataset.",
  "problem.no-rate": "There is no rate for this pair and date.",
  "problem.not-acceptable": "The server does not give this format.",
  "problem.conflict": "This contradicts what is stored; reload and look again.",
  "problem.too-large": "The file is too large.",
  "problem.unsupported-media": "This kind of file is not taken.",
  "problem.unreadable-file": "The file cannot be read.",
  "problem.rejected-rows": "Some rows were refused, so nothing was stored.",
  "problem.needs-mapping": "Say which column is what.",
  "problem.too-many-requests": "Too many requests. Try again in {seconds} s.",
  "problem.internal": "Something went wrong on the server.",
  "problem.unavailable": "The database is away; try again soon.",
  "problem.detail": "The server says: {detail}",

  // Notes of the pages
  "rate.officialPeg": "The official rate has been fixed at {rate} {quote} per {base} since {date}.",
  "state.nothingInRange": "There are no observations in this range.",
  "indicator.hollow": "Hollow: {periods}.",
  "indicator.missingPeriods": "Kurs has no figure for {periods}.",
  "indicator.publishedOnly": "Only regions of which Kurs has a figure are shown.",
  "period.firstHalf": "first half of {year}",
  "period.secondHalf": "second half of {year}",
};

/** Every text of the interface, by its key. */
export type Strings = Readonly<typeof en>;
