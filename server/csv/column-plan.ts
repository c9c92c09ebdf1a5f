import type { FieldPlace, Mapping } from "../contract/mapping.ts";
import type { DatasetShape } from "../domain/dataset-shape.ts";
import { constantField, type Field } from "./field.ts";
import type { KeyFields } from "./key-reader.ts";
import { locateField } from "./locate-field.ts";
import { readWideColumns } from "./wide-columns.ts";

/** One value of a record and where the rest of its observation is told. */
export interface Measure {
  value: Field;
  period: Field;
  key: KeyFields;
  nominal: Field | null;
  nominalPower: Field | null;
  status: Field | null;
}

/** The measures of every record, from a complete mapping: one, or one for each wide column. Throws `needs-mapping` for a column that the header has not. */
export function planMeasures(
  mapping: Mapping,
  header: readonly string[],
  dataset: DatasetShape | null,
): Measure[] {
  const locate = (place: FieldPlace | undefined) =>
    place === undefined ? null : locateField(place, header, mapping);
  const common = {
    period: locate(mapping.period) ?? constantField(""),
    value: locate(mapping.value) ?? constantField(""),
    nominal: locate(mapping.nominal),
    nominalPower: locate(mapping.nominalPower),
    status: locate(mapping.status),
  };
  if (!mapping.wide) return [{ ...common, key: keyFields(mapping, header, dataset, {}) }];

  return readWideColumns(mapping.wide, header, mapping).map(({ at, header: column, ...told }) => {
    const fromHeader = (text: string): Field => ({ at: null, column, constant: text });
    const { period, ...codes } = told.codes;
    const fields: Record<string, Field> = {};
    for (const [code, text] of Object.entries(codes)) fields[code] = fromHeader(text);
    return {
      ...common,
      value: { at, column, constant: "" },
      period: period === undefined ? common.period : fromHeader(period),
      nominal: told.nominal === null ? common.nominal : fromHeader(told.nominal),
      key: keyFields(mapping, header, dataset, fields),
    };
  });
}

function keyFields(
  mapping: Mapping,
  header: readonly string[],
  dataset: DatasetShape | null,
  fromHeader: Readonly<Record<string, Field>>,
): KeyFields {
  if (!dataset) return { series: locateField(mapping.series ?? "series", header, mapping) };
  const places = dataset.dimensions.map(({ code }) => mapping.dimensions?.[code]);
  const fields = dataset.dimensions.map(({ code }, at) => {
    const place = places[at];
    return fromHeader[code] ?? (place ? locateField(place, header, mapping) : null);
  });
  const renamed = places.map((place) => {
    const named = typeof place === "object" && "codes" in place ? place.codes : undefined;
    return named ? new Map(Object.entries(named)) : null;
  });
  return { dataset, fields, renamed };
}
