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
  "api.try": "Try it",
  "api.reference": "OpenAPI description",

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
  "api.latest": "Latest rates",
  "api.history": "A pair as CSV",
  "api.catalogue": "Series of a dataset",
  "api.base": "Base address",
  "period.firstHalf": "first half of {year}",
  "period.secondHalf": "second half of {year}",
};

/** Every text of the interface, by its key. */
export type Strings = Readonly<typeof en>;
