/** What ISO 4217 says of a code, with the years in which the currency could be used. */
export interface Currency {
  /** Three digits, leading zeros kept. Absent where ISO gives none. */
  readonly numeric?: string;
  /** Decimals of the smallest unit. Absent for metals, units of account and the like. */
  readonly digits?: number;
  /** First day of use. Absent before 1970 and for codes that are no tender. */
  readonly from?: string;
  /** Last day on which it was legal tender, or could be exchanged. Absent for a code in force. */
  readonly to?: string;
  /** The currency that took its place, always at another value. */
  readonly successor?: string;
}

/**
 * Every code of ISO 4217: those in force and those that were withdrawn (lists one and three).
 * Days of use follow CLDR's legal tender. Where notes were still exchanged after the new money came,
 * `to` is the end of that (TMM, TJR), and RUB begins with the new rouble of 1998.
 */
export const currencies: Readonly<Record<string, Currency>> = {
  ADP: { numeric: "020", digits: 0, to: "2001-12-31" },
  AED: { numeric: "784", digits: 2, from: "1973-05-19" },
  AFA: { numeric: "004", digits: 2, to: "2002-12-31", successor: "AFN" },
  AFN: { numeric: "971", digits: 2, from: "2002-10-07" },
  ALK: { numeric: "008", digits: 2, to: "1989-12-31" },
  ALL: { numeric: "008", digits: 2 },
  AMD: { numeric: "051", digits: 2, from: "1993-11-22" },
  ANG: { numeric: "532", digits: 2, to: "2025-06-30", successor: "XCG" },
  AOA: { numeric: "973", digits: 2, from: "1999-12-13" },
  AOK: { numeric: "024", digits: 2, from: "1977-01-08", to: "1991-03-01", successor: "AON" },
  AON: { numeric: "024", digits: 2, from: "1990-09-25", to: "2000-02-01", successor: "AOR" },
  AOR: { numeric: "982", digits: 2, from: "1995-07-01", to: "2000-02-01", successor: "AOA" },
  ARA: { numeric: "032", digits: 2, from: "1985-06-14", to: "1992-01-01", successor: "ARS" },
  ARP: { numeric: "032", digits: 2, from: "1983-06-01", to: "1985-06-14", successor: "ARA" },
  ARS: { numeric: "032", digits: 2, from: "1992-01-01" },
  ARY: { numeric: "032", digits: 2, to: "1990-12-31" },
  ATS: { numeric: "040", digits: 2, to: "2002-02-28", successor: "EUR" },
  AUD: { numeric: "036", digits: 2 },
  AWG: { numeric: "533", digits: 2, from: "1986-01-01" },
  AYM: { numeric: "945", digits: 2, to: "2005-10-31" },
  AZM: { numeric: "031", digits: 2, from: "1993-11-22", to: "2006-12-31", successor: "AZN" },
  AZN: { numeric: "944", digits: 2, from: "2006-01-01" },
  BAD: { numeric: "070", digits: 2, from: "1992-07-01", to: "1994-08-15", successor: "BAM" },
  BAM: { numeric: "977", digits: 2, from: "1995-01-01" },
  BBD: { numeric: "052", digits: 2, from: "1973-12-03" },
  BDT: { numeric: "050", digits: 2, from: "1972-01-01" },
  BEC: { numeric: "993", digits: 2, to: "1990-03-05" },
  BEF: { numeric: "056", digits: 0, to: "2002-02-28", successor: "EUR" },
  BEL: { numeric: "992", digits: 2, to: "1990-03-05" },
  BGJ: { numeric: "100", digits: 2, to: "1990-12-31" },
  BGK: { numeric: "100", digits: 2, to: "1990-12-31" },
  BGL: { numeric: "100", digits: 2, to: "1999-07-05", successor: "BGN" },
  BGN: { numeric: "975", digits: 2, from: "1999-07-05", to: "2026-01-31", successor: "EUR" },
  BHD: { numeric: "048", digits: 3 },
  BIF: { numeric: "108", digits: 0 },
  BMD: { numeric: "060", digits: 2, from: "1970-02-06" },
  BND: { numeric: "096", digits: 2 },
  BOB: { numeric: "068", digits: 2, from: "1987-01-01" },
  BOP: { numeric: "068", digits: 2, to: "1986-12-31" },
  BOV: { numeric: "984", digits: 2 },
  BRB: { numeric: "076", digits: 2, to: "1986-02-28", successor: "BRC" },
  BRC: { numeric: "076", digits: 2, from: "1986-02-28", to: "1989-01-15", successor: "BRN" },
  BRE: { numeric: "076", digits: 2, from: "1990-03-16", to: "1993-08-01", successor: "BRR" },
  BRL: { numeric: "986", digits: 2, from: "1994-07-01" },
  BRN: { numeric: "076", digits: 2, from: "1989-01-15", to: "1990-03-16", successor: "BRE" },
  BRR: { numeric: "987", digits: 2, from: "1993-08-01", to: "1994-07-01", successor: "BRL" },
  BSD: { numeric: "044", digits: 2 },
  BTN: { numeric: "064", digits: 2, from: "1974-04-16" },
  BUK: { numeric: "104", digits: 2, to: "1989-06-18", successor: "MMK" },
  BWP: { numeric: "072", digits: 2, from: "1976-08-23" },
  BYB: { numeric: "112", digits: 0, from: "1994-08-01", to: "2000-12-31", successor: "BYR" },
  BYN: { numeric: "933", digits: 2, from: "2016-07-01" },
  BYR: { numeric: "974", digits: 0, from: "2000-01-01", to: "2017-01-01", successor: "BYN" },
  BZD: { numeric: "084", digits: 2, from: "1974-01-01" },
  CAD: { numeric: "124", digits: 2 },
  CDF: { numeric: "976", digits: 2, from: "1998-07-01" },
  CHC: { numeric: "948", digits: 2, to: "2004-11-30" },
  CHE: { numeric: "947", digits: 2 },
  CHF: { numeric: "756", digits: 2 },
  CHW: { numeric: "948", digits: 2 },
  CLF: { numeric: "990", digits: 4 },
  CLP: { numeric: "152", digits: 0, from: "1975-09-29" },
  CNY: { numeric: "156", digits: 2 },
  COP: { numeric: "170", digits: 2 },
  COU: { numeric: "970", digits: 2 },
  CRC: { numeric: "188", digits: 2 },
  CSD: { numeric: "891", digits: 2, from: "2002-05-15", to: "2006-10-25", successor: "RSD" },
  CSJ: { numeric: "203", digits: 2, to: "1990-12-31" },
  CSK: { numeric: "200", digits: 2, to: "1993-03-01" },
  CUC: { numeric: "931", digits: 2, from: "1994-01-01", to: "2021-06-01", successor: "CUP" },
  CUP: { numeric: "192", digits: 2 },
  CVE: { numeric: "132", digits: 2 },
  CYP: { numeric: "196", digits: 2, to: "2008-01-31", successor: "EUR" },
  CZK: { numeric: "203", digits: 2, from: "1993-01-01" },
  DDM: { numeric: "278", digits: 2, to: "1990-10-02", successor: "DEM" },
  DEM: { numeric: "276", digits: 2, to: "2002-05-15", successor: "EUR" },
  DJF: { numeric: "262", digits: 0, from: "1977-06-27" },
  DKK: { numeric: "208", digits: 2 },
  DOP: { numeric: "214", digits: 2 },
  DZD: { numeric: "012", digits: 2 },
  ECS: { numeric: "218", digits: 2, to: "2000-10-02", successor: "USD" },
  ECV: { numeric: "983", digits: 2, to: "2000-01-09" },
  EEK: { numeric: "233", digits: 2, from: "1992-06-21", to: "2010-12-31", successor: "EUR" },
  EGP: { numeric: "818", digits: 2 },
  ERN: { numeric: "232", digits: 2, from: "1997-11-08" },
  ESA: { numeric: "996", digits: 2, to: "1981-12-31" },
  ESB: { numeric: "995", digits: 2, to: "1994-12-31" },
  ESP: { numeric: "724", digits: 0, to: "2002-02-28", successor: "EUR" },
  ETB: { numeric: "230", digits: 2, from: "1976-09-15" },
  EUR: { numeric: "978", digits: 2, from: "1999-01-01" },
  FIM: { numeric: "246", digits: 2, to: "2002-02-28", successor: "EUR" },
  FJD: { numeric: "242", digits: 2 },
  FKP: { numeric: "238", digits: 2 },
  FRF: { numeric: "250", digits: 2, to: "2002-02-17", successor: "EUR" },
  GBP: { numeric: "826", digits: 2 },
  GEK: { numeric: "268", digits: 2, from: "1993-04-05", to: "1995-09-25", successor: "GEL" },
  GEL: { numeric: "981", digits: 2, from: "1995-09-23" },
  GHC: { numeric: "288", digits: 2, from: "1979-03-09", to: "2007-12-31", successor: "GHS" },
  GHP: { numeric: "939", digits: 2, to: "2007-06-30" },
  GHS: { numeric: "936", digits: 2, from: "2007-07-03" },
  GIP: { numeric: "292", digits: 2 },
  GMD: { numeric: "270", digits: 2, from: "1971-07-01" },
  GNE: { numeric: "324", digits: 2, to: "1989-12-31" },
  GNF: { numeric: "324", digits: 0, from: "1986-01-06" },
  GNS: { numeric: "324", digits: 2, from: "1972-10-02", to: "1986-01-06", successor: "GNF" },
  GQE: { numeric: "226", digits: 2, from: "1975-07-07", to: "1986-06-01" },
  GRD: { numeric: "300", digits: 0, to: "2002-02-28", successor: "EUR" },
  GTQ: { numeric: "320", digits: 2 },
  GWE: { numeric: "624", digits: 2, to: "1981-12-31" },
  GWP: { numeric: "624", digits: 2, from: "1976-02-28", to: "1997-03-31", successor: "XOF" },
  GYD: { numeric: "328", digits: 2 },
  HKD: { numeric: "344", digits: 2 },
  HNL: { numeric: "340", digits: 2 },
  HRD: { numeric: "191", digits: 2, from: "1991-12-23", to: "1995-01-01", successor: "HRK" },
  HRK: { numeric: "191", digits: 2, from: "1994-05-30", to: "2023-01-14", successor: "EUR" },
  HTG: { numeric: "332", digits: 2 },
  HUF: { numeric: "348", digits: 2 },
  IDR: { numeric: "360", digits: 2 },
  IEP: { numeric: "372", digits: 2, to: "2002-02-09", successor: "EUR" },
  ILP: { numeric: "376", digits: 2, to: "1980-02-22", successor: "ILR" },
  ILR: { numeric: "376", digits: 2, from: "1980-02-22", to: "1990-12-31", successor: "ILS" },
  ILS: { numeric: "376", digits: 2, from: "1985-09-04" },
  INR: { numeric: "356", digits: 2 },
  IQD: { numeric: "368", digits: 3 },
  IRR: { numeric: "364", digits: 2 },
  ISJ: { numeric: "352", digits: 2, to: "1990-12-31" },
  ISK: { numeric: "352", digits: 0, from: "1981-01-01" },
  ITL: { numeric: "380", digits: 0, to: "2002-02-28", successor: "EUR" },
  JMD: { numeric: "388", digits: 2 },
  JOD: { numeric: "400", digits: 3 },
  JPY: { numeric: "392", digits: 0 },
  KES: { numeric: "404", digits: 2 },
  KGS: { numeric: "417", digits: 2, from: "1993-05-10" },
  KHR: { numeric: "116", digits: 2, from: "1980-03-20" },
  KMF: { numeric: "174", digits: 0, from: "1975-01-01" },
  KPW: { numeric: "408", digits: 2 },
  KRW: { numeric: "410", digits: 0 },
  KWD: { numeric: "414", digits: 3 },
  KYD: { numeric: "136", digits: 2, from: "1971-01-01" },
  KZT: { numeric: "398", digits: 2, from: "1993-11-15" },
  LAJ: { numeric: "418", digits: 2, to: "1979-12-31" },
  LAK: { numeric: "418", digits: 2, from: "1979-12-10" },
  LBP: { numeric: "422", digits: 2 },
  LKR: { numeric: "144", digits: 2, from: "1978-05-22" },
  LRD: { numeric: "430", digits: 2 },
  LSL: { numeric: "426", digits: 2, from: "1980-01-22" },
  LSM: { numeric: "426", digits: 2, to: "1985-05-31" },
  LTL: { numeric: "440", digits: 2, from: "1993-06-25", to: "2014-12-31", successor: "EUR" },
  LTT: { numeric: "440", digits: 2, from: "1992-10-01", to: "1993-06-25", successor: "LTL" },
  LUC: { numeric: "989", digits: 2, to: "1990-03-05" },
  LUF: { numeric: "442", digits: 0, to: "2002-02-28", successor: "EUR" },
  LUL: { numeric: "988", digits: 2, to: "1990-03-05" },
  LVL: { numeric: "428", digits: 2, from: "1993-06-28", to: "2013-12-31", successor: "EUR" },
  LVR: { numeric: "428", digits: 2, from: "1992-05-07", to: "1993-10-17", successor: "LVL" },
  LYD: { numeric: "434", digits: 3, from: "1971-09-01" },
  MAD: { numeric: "504", digits: 2 },
  MDL: { numeric: "498", digits: 2, from: "1993-11-29" },
  MGA: { numeric: "969", digits: 2, from: "1983-11-01" },
  MGF: { numeric: "450", digits: 0, to: "2004-12-31", successor: "MGA" },
  MKD: { numeric: "807", digits: 2, from: "1993-05-20" },
  MLF: { numeric: "466", digits: 2, to: "1984-08-31", successor: "XOF" },
  MMK: { numeric: "104", digits: 2, from: "1989-06-18" },
  MNT: { numeric: "496", digits: 2 },
  MOP: { numeric: "446", digits: 2 },
  MRO: { numeric: "478", digits: 2, from: "1973-06-29", to: "2018-06-30", successor: "MRU" },
  MRU: { numeric: "929", digits: 2, from: "2018-01-01" },
  MTL: { numeric: "470", digits: 2, to: "2008-01-31", successor: "EUR" },
  MTP: { numeric: "470", digits: 2, to: "1983-06-30", successor: "MTL" },
  MUR: { numeric: "480", digits: 2 },
  MVQ: { numeric: "462", digits: 2, to: "1989-12-31" },
  MVR: { numeric: "462", digits: 2, from: "1981-07-01" },
  MWK: { numeric: "454", digits: 2, from: "1971-02-15" },
  MXN: { numeric: "484", digits: 2, from: "1993-01-01" },
  MXP: { numeric: "484", digits: 2, to: "1992-12-31", successor: "MXN" },
  MXV: { numeric: "979", digits: 2 },
  MYR: { numeric: "458", digits: 2 },
  MZE: { numeric: "508", digits: 2, from: "1975-06-25", to: "1980-06-16", successor: "MZM" },
  MZM: { numeric: "508", digits: 2, from: "1980-06-16", to: "2006-12-31", successor: "MZN" },
  MZN: { numeric: "943", digits: 2, from: "2006-07-01" },
  NAD: { numeric: "516", digits: 2, from: "1993-01-01" },
  NGN: { numeric: "566", digits: 2, from: "1973-01-01" },
  NIC: { numeric: "558", digits: 2, from: "1988-02-15", to: "1991-04-30", successor: "NIO" },
  NIO: { numeric: "558", digits: 2, from: "1991-04-30" },
  NLG: { numeric: "528", digits: 2, to: "2002-02-28", successor: "EUR" },
  NOK: { numeric: "578", digits: 2 },
  NPR: { numeric: "524", digits: 2 },
  NZD: { numeric: "554", digits: 2 },
  OMR: { numeric: "512", digits: 3, from: "1972-11-11" },
  PAB: { numeric: "590", digits: 2 },
  PEH: { numeric: "604", digits: 2, to: "1990-12-31" },
  PEI: { numeric: "604", digits: 2, from: "1985-02-01", to: "1991-07-01", successor: "PEN" },
  PEN: { numeric: "604", digits: 2, from: "1991-07-01" },
  PES: { numeric: "604", digits: 2, to: "1985-02-01", successor: "PEI" },
  PGK: { numeric: "598", digits: 2, from: "1975-09-16" },
  PHP: { numeric: "608", digits: 2 },
  PKR: { numeric: "586", digits: 2 },
  PLN: { numeric: "985", digits: 2, from: "1995-01-01" },
  PLZ: { numeric: "616", digits: 2, to: "1996-12-31", successor: "PLN" },
  PTE: { numeric: "620", digits: 0, to: "2002-02-28", successor: "EUR" },
  PYG: { numeric: "600", digits: 0 },
  QAR: { numeric: "634", digits: 2, from: "1973-05-19" },
  RHD: { numeric: "716", digits: 2, from: "1970-02-17", to: "1980-04-18", successor: "ZWD" },
  ROK: { numeric: "642", digits: 2, to: "1990-12-31" },
  ROL: { numeric: "642", digits: 2, to: "2006-12-31", successor: "RON" },
  RON: { numeric: "946", digits: 2, from: "2005-07-01" },
  RSD: { numeric: "941", digits: 2, from: "2006-10-25" },
  RUB: { numeric: "643", digits: 2, from: "1998-01-01" },
  RUR: { numeric: "810", digits: 2, from: "1991-12-25", to: "1998-12-31", successor: "RUB" },
  RWF: { numeric: "646", digits: 0 },
  SAR: { numeric: "682", digits: 2 },
  SBD: { numeric: "090", digits: 2, from: "1977-10-24" },
  SCR: { numeric: "690", digits: 2 },
  SDD: { numeric: "736", digits: 2, from: "1992-06-08", to: "2007-06-30", successor: "SDG" },
  SDG: { numeric: "938", digits: 2, from: "2007-01-10" },
  SDP: { numeric: "736", digits: 2, to: "1998-06-01", successor: "SDD" },
  SEK: { numeric: "752", digits: 2 },
  SGD: { numeric: "702", digits: 2 },
  SHP: { numeric: "654", digits: 2 },
  SIT: { numeric: "705", digits: 2, from: "1992-10-07", to: "2007-01-14", successor: "EUR" },
  SKK: { numeric: "703", digits: 2, from: "1992-12-31", to: "2009-01-01", successor: "EUR" },
  SLE: { numeric: "925", digits: 2, from: "2022-07-01" },
  SLL: { numeric: "694", digits: 2, to: "2023-12-31", successor: "SLE" },
  SOS: { numeric: "706", digits: 2 },
  SRD: { numeric: "968", digits: 2, from: "2004-01-01" },
  SRG: { numeric: "740", digits: 2, to: "2003-12-31", successor: "SRD" },
  SSP: { numeric: "728", digits: 2, from: "2011-07-18" },
  STD: { numeric: "678", digits: 2, from: "1977-09-08", to: "2017-12-31", successor: "STN" },
  STN: { numeric: "930", digits: 2, from: "2018-01-01" },
  SUR: { numeric: "810", digits: 2, to: "1992-10-01" },
  SVC: { numeric: "222", digits: 2 },
  SYP: { numeric: "760", digits: 2 },
  SZL: { numeric: "748", digits: 2, from: "1974-09-06" },
  THB: { numeric: "764", digits: 2 },
  TJR: { numeric: "762", digits: 2, from: "1995-05-10", to: "2000-12-31", successor: "TJS" },
  TJS: { numeric: "972", digits: 2, from: "2000-10-26" },
  TMM: { numeric: "795", digits: 2, from: "1993-11-01", to: "2009-12-31", successor: "TMT" },
  TMT: { numeric: "934", digits: 2, from: "2009-01-01" },
  TND: { numeric: "788", digits: 3 },
  TOP: { numeric: "776", digits: 2 },
  TPE: { numeric: "626", digits: 0, to: "2002-05-20", successor: "USD" },
  TRL: { numeric: "792", digits: 0, to: "2005-12-31", successor: "TRY" },
  TRY: { numeric: "949", digits: 2, from: "2005-01-01" },
  TTD: { numeric: "780", digits: 2 },
  TWD: { numeric: "901", digits: 2 },
  TZS: { numeric: "834", digits: 2 },
  UAH: { numeric: "980", digits: 2, from: "1996-09-02" },
  UAK: { numeric: "804", digits: 2, from: "1992-11-12", to: "1996-09-15", successor: "UAH" },
  UGS: { numeric: "800", digits: 2, to: "1987-05-15", successor: "UGX" },
  UGW: { numeric: "800", digits: 2, to: "1990-12-31" },
  UGX: { numeric: "800", digits: 0, from: "1987-05-15" },
  USD: { numeric: "840", digits: 2 },
  USN: { numeric: "997", digits: 2 },
  USS: { numeric: "998", digits: 2, to: "2014-03-01" },
  UYI: { numeric: "940", digits: 0 },
  UYN: { numeric: "858", digits: 2, to: "1989-12-31" },
  UYP: { numeric: "858", digits: 2, from: "1975-07-01", to: "1993-03-01", successor: "UYU" },
  UYU: { numeric: "858", digits: 2, from: "1993-03-01" },
  UYW: { numeric: "927", digits: 4 },
  UZS: { numeric: "860", digits: 2, from: "1994-07-01" },
  VEB: { numeric: "862", digits: 2, to: "2008-06-30", successor: "VEF" },
  VED: { numeric: "926", digits: 2, from: "2021-10-01" },
  VEF: { numeric: "937", digits: 2, from: "2008-01-01", to: "2018-08-20", successor: "VES" },
  VES: { numeric: "928", digits: 2, from: "2018-08-20" },
  VNC: { numeric: "704", digits: 2, to: "1990-12-31" },
  VND: { numeric: "704", digits: 0, from: "1985-09-14" },
  VUV: { numeric: "548", digits: 0, from: "1981-01-01" },
  WST: { numeric: "882", digits: 2 },
  XAD: { numeric: "396", digits: 2, from: "2025-05-12" },
  XAF: { numeric: "950", digits: 0, from: "1973-04-01" },
  XAG: { numeric: "961" },
  XAU: { numeric: "959" },
  XBA: { numeric: "955" },
  XBB: { numeric: "956" },
  XBC: { numeric: "957" },
  XBD: { numeric: "958" },
  XCD: { numeric: "951", digits: 2 },
  XCG: { numeric: "532", digits: 2, from: "2025-03-31" },
  XDR: { numeric: "960" },
  XEU: { numeric: "954", digits: 2, from: "1979-01-01", to: "1998-12-31", successor: "EUR" },
  XFO: { to: "2003-04-01" },
  XFU: { to: "2013-11-30" },
  XOF: { numeric: "952", digits: 0 },
  XPD: { numeric: "964" },
  XPF: { numeric: "953", digits: 0 },
  XPT: { numeric: "962" },
  XRE: { to: "1999-11-30" },
  XSU: { numeric: "994" },
  XTS: { numeric: "963" },
  XUA: { numeric: "965" },
  XXX: { numeric: "999" },
  YDD: { numeric: "720", digits: 2, to: "1996-01-01", successor: "YER" },
  YER: { numeric: "886", digits: 2, from: "1990-05-22" },
  YUD: { numeric: "890", digits: 2, to: "1990-01-01" },
  YUM: { numeric: "891", digits: 2, from: "1994-01-24", to: "2002-05-15", successor: "CSD" },
  YUN: { numeric: "890", digits: 2, from: "1990-01-01", to: "1992-07-24", successor: "YUM" },
  ZAL: { numeric: "991", digits: 2, to: "1995-03-13" },
  ZAR: { numeric: "710", digits: 2 },
  ZMK: { numeric: "894", digits: 2, to: "2013-01-01", successor: "ZMW" },
  ZMW: { numeric: "967", digits: 2, from: "2013-01-01" },
  ZRN: { numeric: "180", digits: 2, from: "1993-11-01", to: "1998-07-31", successor: "CDF" },
  ZRZ: { numeric: "180", digits: 2, from: "1971-10-27", to: "1993-11-01", successor: "ZRN" },
  ZWC: { numeric: "716", digits: 2, to: "1989-12-31" },
  ZWD: { numeric: "716", digits: 2, from: "1980-04-18", to: "2008-07-31", successor: "ZWR" },
  ZWG: { numeric: "924", digits: 2, from: "2024-06-25" },
  ZWL: { numeric: "932", digits: 2, from: "2009-02-02", to: "2024-08-31", successor: "ZWG" },
  ZWN: { numeric: "942", digits: 2, from: "2006-08-01", to: "2008-07-31" },
  ZWR: { numeric: "935", digits: 2, from: "2008-08-01", to: "2009-02-02", successor: "ZWL" },
};

/** Whether ISO 4217 has, or ever had, this code. Takes it as ISO writes it: three capitals. */
export function isCurrency(code: string): boolean {
  return Object.hasOwn(currencies, code);
}

/**
 * Whether a currency could be used at some time from the day `first` to the day `last`, both
 * included: `not-yet` before it existed, `retired` after its end; null for a code unknown to ISO.
 */
export function currencyUse(
  code: string,
  first: string,
  last: string = first,
): "not-yet" | "in-use" | "retired" | null {
  if (!isCurrency(code)) return null;
  const { from, to } = currencies[code] ?? {};
  if (from !== undefined && last < from) return "not-yet";
  return to !== undefined && first > to ? "retired" : "in-use";
}

/**
 * The code of a number: `840` is USD. Of codes that shared a number, the one that was used last; null for an unknown
 * one.
 */
export function currencyOfNumeric(numeric: string): string | null {
  const sharing = Object.entries(currencies).filter(([, currency]) => currency.numeric === numeric);
  const endOf = ({ to }: Currency) => to ?? "9999-12-31";
  sharing.sort(([, one], [, other]) => endOf(other).localeCompare(endOf(one)));
  return sharing[0]?.[0] ?? null;
}

/** Capital letters of other scripts that cannot be told from Latin ones by eye, as `letter: Latin`. */
export const lookalikes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Cyrillic: {
    "\u0410": "A",
    "\u0412": "B",
    "\u0421": "C",
    "\u0415": "E",
    "\u050C": "G",
    "\u041D": "H",
    "\u0406": "I",
    "\u04C0": "I",
    "\u0408": "J",
    "\u041A": "K",
    "\u041C": "M",
    "\u041E": "O",
    "\u0420": "P",
    "\u051A": "Q",
    "\u0405": "S",
    "\u0422": "T",
    "\u0474": "V",
    "\u051C": "W",
    "\u0425": "X",
    "\u0423": "Y",
    "\u04AE": "Y",
  },
  Greek: {
    "\u0391": "A",
    "\u0392": "B",
    "\u03F9": "C",
    "\u0395": "E",
    "\u0397": "H",
    "\u0399": "I",
    "\u037F": "J",
    "\u039A": "K",
    "\u039C": "M",
    "\u039D": "N",
    "\u039F": "O",
    "\u03A1": "P",
    "\u03A4": "T",
    "\u03A7": "X",
    "\u03A5": "Y",
    "\u0396": "Z",
  },
  Armenian: { "\u053C": "L", "\u0555": "O", "\u054F": "S", "\u054D": "U" },
};

/** A code in Latin letters that a text only looks like, and the first of its letters that is not Latin. */
export interface Lookalike {
  readonly code: string;
  /** As the text has it. */
  readonly letter: string;
  /** `U+041A` */
  readonly codePoint: string;
  /** `Cyrillic` */
  readonly script: string;
}

/**
 * The code that a text would be if its look-alike letters were Latin, in capitals; null when it has none, or others
 * besides.
 */
export function latinLookalike(text: string): Lookalike | null {
  const letters = [...text.trim()];
  const found = letters.map((letter) => ({ letter, ...findLookalike(letter) }));
  const code = found.map(({ letter, latin }) => latin ?? letter.toUpperCase()).join("");
  const first = found.find(({ script }) => script !== undefined);
  if (first?.script === undefined || !/^[A-Z][A-Z0-9_]*$/.test(code)) return null;
  return { code, letter: first.letter, codePoint: codePointOf(first.letter), script: first.script };
}

function findLookalike(letter: string): { script?: string; latin?: string } {
  for (const [script, latinOf] of Object.entries(lookalikes)) {
    const latin = latinOf[letter.toUpperCase()];
    if (latin !== undefined) return { script, latin };
  }
  return {};
}

function codePointOf(letter: string): string {
  const hexadecimal = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${hexadecimal.padStart(4, "0")}`;
}
