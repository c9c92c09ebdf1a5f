import type { Strings } from "./en.ts";

/** The texts of the interface in Russian. */
export const ru: Strings = {
  // Every page
  "site.name": "Kurs",
  "site.pageTitle": "{title} · Kurs",
  "skip.main": "Перейти к основному содержанию",
  "nav.label": "Главное меню",
  "nav.overview": "Обзор",
  "nav.rates": "Курсы",
  "nav.indicators": "Показатели",
  "nav.events": "События",
  "nav.sources": "Источники",
  "nav.api": "API",
  "language.label": "Язык",
  "theme.label": "Тема",
  "theme.system": "Как в системе",
  "theme.light": "Светлая",
  "theme.dark": "Тёмная",
  ignored: "Не учтено: {parameter}",
  "footer.sources": "Источники данных",
  "footer.disclaimer":
    "Только для сведения. Рыночные курсы не являются предложением о покупке или продаже.",

  // Currencies, countries
  "weakened.KGS": "Сом ослаб.",
  "weakened.KZT": "Тенге ослаб.",
  "weakened.TJS": "Сомони ослаб.",
  "weakened.UZS": "Сум ослаб.",
  "weakened.TMT": "Манат ослаб.",
  "weakened.other": "Валюта {currency} ослабла.",
  "strengthened.KGS": "Сом укрепился.",
  "strengthened.KZT": "Тенге укрепился.",
  "strengthened.TJS": "Сомони укрепился.",
  "strengthened.UZS": "Сум укрепился.",
  "strengthened.TMT": "Манат укрепился.",
  "strengthened.other": "Валюта {currency} укрепилась.",
  "country.KG": "Кыргызстан",
  "country.KZ": "Казахстан",
  "country.TJ": "Таджикистан",
  "country.UZ": "Узбекистан",
  "country.TM": "Туркменистан",

  // Whose number it is
  "sourceKind.official": "официальный",
  "sourceKind.market": "рыночный",
  "sourceKind.other": "сводный",
  "rateKind.official": "Официальный курс",
  "rateKind.market": "Рыночный курс",
  "rateKind.other": "Сводный курс",

  // Ticker
  "ticker.label": "Последние курсы",
  "ticker.shared": "{kind}, {date} · {source}",
  "ticker.old": "устарел",

  // Overview
  "overview.title": "Валюты Центральной Азии",
  "overview.asOf": "Курсы на {date}",
  "overview.rates": "Курсы к доллару США",
  "overview.indicators": "Показатели",

  // Rate cards
  "card.versus": "к {date}",
  "card.lowHigh": "Мин.–макс. за год",

  // Rate page
  "rate.title": "{code}\u00a0— {name}",
  "rate.swap": "Поменять местами",
  "rate.age": "{days} дн. назад",
  "rate.ageToday": "сегодняшний",
  "rate.per": "{quote} за {base}",
  "rate.perMany": "{quote} за {nominal} {base}",
  "rate.market": "Рыночный курс: снимок рынка, а не официальный курс.",
  "rate.statistics": "Статистика",
  "rate.low": "Минимум",
  "rate.high": "Максимум",

  // Choices above a chart
  "range.label": "Период",
  "range.1m": "1 мес.",
  "range.3m": "3 мес.",
  "range.6m": "6 мес.",
  "range.1y": "1 год",
  "range.5y": "5 лет",
  "range.10y": "10 лет",
  "range.max": "Всё",
  "range.ytd": "С нач. года",
  "rangeName.1m": "1 месяц",
  "rangeName.3m": "3 месяца",
  "rangeName.6m": "6 месяцев",
  "rangeName.1y": "1 год",
  "rangeName.5y": "5 лет",
  "rangeName.10y": "10 лет",
  "rangeName.max": "Весь период",
  "rangeName.ytd": "С начала года",
  "direction.quote": "{quote} за {base}",
  "control.view": "Вид",
  "view.chart": "График",
  "view.table": "Таблица",

  // Chart
  "chart.hint":
    "Стрелки переходят от наблюдения к наблюдению, Home и End — к первому и последнему.",
  "chart.gapSpoken": "перерыв, дней: {days}",
  "chart.source": "Источник: {source}, через Kurs",

  // Summary under a chart
  "summary.rose": "С {from} по {to} цена {base} выросла с {first} до {last} {quote} ({change}).",
  "summary.fell": "С {from} по {to} цена {base} снизилась с {first} до {last} {quote} ({change}).",
  "summary.flat": "С {from} по {to} цена {base} не изменилась: {last} {quote}.",
  "summary.seriesRose": "{name}: {from} – {to}, рост с {first} до {last} ({change}).",
  "summary.seriesFell": "{name}: {from} – {to}, снижение с {first} до {last} ({change}).",
  "summary.seriesFlat": "{name}: {from} – {to}, без изменений: {last}.",
  "summary.extremes": "Максимум {high} ({highDate}), минимум {low} ({lowDate}).",
  "summary.counts": "Наблюдений: {count}, перерывов: {gaps}.",

  // Table
  "table.date": "Дата",
  "table.period": "Период",
  "table.value": "Значение",
  "table.rate": "Курс",
  "table.change": "Изменение",
  "table.status": "Статус",
  "table.caption": "{title}, сначала новые",
  "table.thinned": "Показано по месяцам; в файле есть каждый день.",
  "status.A": "обычное",
  "status.P": "предварительное",
  "status.E": "оценка",
  "status.F": "прогноз",
  "status.B": "разрыв ряда",
  "status.U": "низкая надёжность",
  "status.Q": "скрыто",
  "status.H": "выходной",
  "status.L": "не собиралось",
  "status.M": "нет данных",

  // Download, citing
  "download.title": "Скачать",
  "download.csv": "CSV",
  "download.json": "JSON",

  // Indicator pages
  "indicators.title": "Показатели",
  "indicator.byRegion": "По регионам",
  "indicator.byAge": "По возрасту",
  "indicator.measure": "Показатель",
  "indicator.place": "Место",
  "indicator.sort": "Порядок",
  "indicator.age": "Возраст",

  // Events
  "events.title": "События",
  "eventKind.devaluation": "девальвация",
  "eventKind.regime": "курсовой режим",
  "eventKind.policy": "политика властей",
  "eventKind.politics": "политика",
  "eventKind.trade": "торговля",
  "eventKind.energy": "энергетика",
  "eventKind.health": "здравоохранение",
  "eventKind.security": "безопасность",
  "eventKind.data": "данные",

  // Sources
  "sources.title": "Источники",
  "sources.kind": "Вид",
  "sources.licence": "Лицензия",
  "sources.attribution": "Как указывать",
  "sources.series": "Ряды",
  "sources.lastImport": "Последний импорт",
  "sources.homepage": "Сайт",
  "sources.notStated": "не указана",
  "sources.never": "никогда",

  // API page
  "api.title": "API",
  "api.intro": "Все числа доступны программам: без ключа, в JSON и CSV.",
  "api.try": "Попробовать",
  "api.reference": "Описание OpenAPI",

  // States
  "state.loading": "Загрузка…",
  "state.retry": "Повторить",
  "state.emptyAll": "Здесь пока ничего нет.",
  "state.showAll": "Показать всё",
  "state.notFound": "Такой страницы нет.",
  "state.home": "К обзору",

  // Problems, by their kind
  "problem.network": "Сервер недоступен. Проверьте соединение.",
  "problem.invalid-query": "Сервер не понимает этот выбор.",
  "problem.invalid-body": "Сервер не понимает отправленное.",
  "problem.unauthorized": "Для этого нужен действующий токен.",
  "problem.not-found": "По этому адресу ничего нет.",
  "problem.unknown-series": "Такого ряда нет.",
  "problem.unknown-dataset": "Такого набора данных нет.",
  "problem.no-rate": "Для этой пары и даты курса нет.",
  "problem.not-acceptable": "Сервер не отдаёт этот формат.",
  "problem.conflict": "Это противоречит сохранённому. Обновите страницу и проверьте.",
  "problem.too-large": "Файл слишком большой.",
  "problem.unsupported-media": "Файлы такого типа не принимаются.",
  "problem.unreadable-file": "Файл не читается.",
  "problem.rejected-rows": "Часть строк отклонена, поэтому ничего не сохранено.",
  "problem.needs-mapping": "Укажите, что в каком столбце.",
  "problem.too-many-requests": "Слишком много запросов. Повторите через {seconds} с.",
  "problem.internal": "На сервере произошла ошибка.",
  "problem.unavailable": "База данных недоступна. Повторите чуть позже.",
  "problem.detail": "Ответ сервера: {detail}",

  // Notes of the pages
  "rate.officialPeg": "Официальный курс с {date} зафиксирован: {rate} {quote} за {base}.",
  "state.nothingInRange": "За этот период наблюдений нет.",
  "indicator.hollow": "Контуром: {periods}.",
  "indicator.missingPeriods": "В Kurs нет данных за {periods}.",
  "indicator.publishedOnly": "Показаны только регионы, по которым в Kurs есть данные.",
  "api.latest": "Последние курсы",
  "api.history": "Пара валют в CSV",
  "api.catalogue": "Ряды набора данных",
  "api.base": "Базовый адрес",
  "period.firstHalf": "первое полугодие {year} г.",
  "period.secondHalf": "второе полугодие {year} г.",
};
