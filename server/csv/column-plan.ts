import type { DimensionPlace, FieldPlace, Mapping, StatusPlace } from "../contract/mapping.ts";
import type { DatasetShape } from "../domain/dataset-shape.ts";
import { constantField, type Field } from "./field.ts";
import type { KeyFields } from "./key-reader.ts";
import { locateField } from "./locate-field.ts";
import { needsMapping } from "./needs-mapping.ts";
import { createRenaming } from "./rename-code.ts";
import { readWideColumns } from "./wide-columns.ts";

/** One value of a record and where the rest of its observation is told. */
export interface Measure {
  value: Field;
  period: Field;
  key: KeyFields;
  nominal: Field | null;
  nominalPower: Field | null;
  status: Field | null;
  /** What a status column writes for the statuses of SDMX. */
  statusCodes: ReadonlyMap<string, string> | null;
  /** One of several values of its record: an empty one says nothing. */
  wide: boolean;
}

/** The measures of every record, from a complete mapping: one, or one for each wide column. Throws `needs-mapping` for a column that the header has not. */
export function planMeasures(
  mapping: Mapping,
  header: readonly string[],
  dataset: DatasetShape | null,
  statedPeriod = "",
): Measure[] {
  const locate = (place: FieldPlace | StatusPlace | undefined) =>
    place === undefined ? null : locateField(place, header, mapping);
  const { period: periodPlace, status } = mapping;
  const isStated = typeof periodPlace === "object" && "line" in periodPlace;
  const common = {
    period: (isStated ? null : locate(periodPlace)) ?? constantField(statedPeriod),
    value: locate(mapping.value) ?? constantField(""),
    nominal: locate(mapping.nominal),
    nominalPower: locate(mapping.nominalPower),
    status: locate(status),
    statusCodes:
      typeof status === "object" && "codes" in status
        ? new Map(Object.entries(status.codes))
        : null,
    wide: mapping.wide !== undefined,
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
      nominal: nominalField(told.nominal, header, fromHeader) ?? common.nominal,
      key: keyFields(mapping, header, dataset, fields),
    };
  });
}

function nominalField(
  nominal: string | { at: number } | null,
  header: readonly string[],
  fromHeader: (text: string) => Field,
): Field | null {
  if (nominal === null) return null;
  if (typeof nominal === "string") return fromHeader(nominal);
  return { at: nominal.at, column: header[nominal.at] ?? null, constant: "" };
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
  return { dataset, fields, renamings: places.map((place) => renamingOf(place, mapping)) };
}

function renamingOf(place: DimensionPlace | undefined, recognised: Mapping) {
  try {
    return createRenaming(place);
  } catch (cause) {
    const detail = `A pattern of a dimension is no regular expression: ${String(cause)}`;
    throw needsMapping(detail, { recognised, missing: ["dimensions"], sample: [] });
  }
}
