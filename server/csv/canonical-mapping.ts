import type { DimensionPlace, Mapping, PeriodPlace, StatusPlace } from "../contract/mapping.ts";
import type { DatasetShape } from "../domain/dataset-shape.ts";

/** The same mapping in one order of its parts and the shortest form of its places, so that equal ones are equal as text. */
export function canonicalMapping(mapping: Mapping, dataset: DatasetShape | null): Mapping {
  const { period, value, nominal, status, series, dimensions = {} } = mapping;
  const order = dataset?.dimensions.map(({ code }) => code) ?? [];
  const places = order.flatMap((code) => {
    const place = dimensions[code];
    return place === undefined ? [] : [[code, shortest(place)] as const];
  });
  const { dataset: name, encoding, delimiter, decimal, skipRows, header, quotes, rows } = mapping;
  const { dateFormat, zone, dayOfPeriod, nominalPower, unit, missing, zeros, wide } = mapping;
  const parts = {
    dataset: name,
    encoding,
    delimiter,
    decimal,
    skipRows,
    header,
    quotes,
    rows,
    period: period && shortest(period),
    dateFormat,
    zone,
    dayOfPeriod,
    value: value && shortest(value),
    nominal: nominal && shortest(nominal),
    nominalPower: nominalPower && shortest(nominalPower),
    status: status && shortest(status),
    unit,
    missing,
    zeros,
    series: series && shortest(series),
    dimensions: places.length > 0 ? Object.fromEntries(places) : undefined,
    wide,
  };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
}

function shortest<Place extends PeriodPlace | StatusPlace | DimensionPlace>(
  place: Place,
): Place | string {
  const isName = typeof place === "object" && "column" in place && Object.keys(place).length === 1;
  return isName ? place.column : place;
}
