import type { KursError } from "../domain/kurs-error.ts";
import { type Asked, needsMapping } from "./needs-mapping.ts";
import type { DateCandidate } from "./period-column.ts";

/** What the rows of a file leave open: the forms that its dates may have (none where they tell), and its decimal sign. */
interface Open {
  dates: readonly DateCandidate[];
  asksDecimal: boolean;
}

/** The question for the conventions that the rows do not tell. What the dates look like in each form stands beside it, for whoever must choose. */
export function askConventions(
  { dates, asksDecimal }: Open,
  known: Pick<Asked, "recognised" | "sample">,
): KursError {
  const formats = dates.map(({ format }) => format);
  const questions = [
    ...(formats.length > 0
      ? [`how its dates are written (dateFormat: ${formats.join(" or ")})`]
      : []),
    ...(asksDecimal ? ["whether . or , stands before the decimals (decimal)"] : []),
  ];
  const asked = `No row of the file tells ${questions.join(", nor ")}: say so in the mapping.`;
  const missing = [
    ...(formats.length > 0 ? ["dateFormat"] : []),
    ...(asksDecimal ? ["decimal"] : []),
  ];
  const candidates = {
    ...(formats.length > 0 && { dateFormat: formats }),
    ...(asksDecimal && { decimal: [".", ","] }),
  };
  const hints = Object.fromEntries(dates.map(({ format, words }) => [format, words]));
  return needsMapping([asked, ...readings(dates)].join(" "), {
    ...known,
    missing,
    candidates,
    ...(formats.length > 0 && { hints: { dateFormat: hints } }),
  });
}

/** Where there is one form only, there is nothing to compare, but a doubt may be left. */
function readings(dates: readonly DateCandidate[]): string[] {
  if (dates.length < 2 && !dates.some(({ isDoubtful }) => isDoubtful)) return [];
  return dates.map(({ format, words }) => `Read as ${format} the dates are: ${words}.`);
}
