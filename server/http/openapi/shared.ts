import type { Parameter } from "./parameters.ts";
import type { JsonSchema } from "./schemas.ts";

/**
 * Moves parameters that several operations have alike, but for their examples, into components, where each stands
 * once. Those that have one name and differ get numbers.
 */
export function shareParameters(operations: readonly { parameters: Parameter[] }[]) {
  const uses = new Map<string, { parameter: Parameter; count: number }>();
  for (const parameter of operations.flatMap(({ parameters }) => parameters)) {
    const key = likenessOf(parameter);
    uses.set(key, { parameter, count: (uses.get(key)?.count ?? 0) + 1 });
  }
  const components: Record<string, Parameter> = {};
  const nameOf = new Map<string, string>();
  for (const [key, { parameter, count }] of uses) {
    if (count < 2) continue;
    const name = freeName(parameter.name, components);
    nameOf.set(key, name);
    const { examples: _, ...rest } = parameter;
    components[name] = rest;
  }
  const share = (parameter: Parameter) => {
    const name = nameOf.get(likenessOf(parameter));
    return name === undefined || parameter.examples
      ? parameter
      : { $ref: `#/components/parameters/${name}` };
  };
  return { components, share };
}

const likenessOf = ({ examples: _, ...rest }: Parameter) => JSON.stringify(rest);

function freeName(name: string, taken: Record<string, unknown>): string {
  let free = name;
  for (let number = 2; Object.hasOwn(taken, free); number += 1) free = `${name}-${number}`;
  return free;
}

/** The schemas that something in the document refers to, and those that they refer to. */
export function schemasInUse(
  document: unknown,
  schemas: Readonly<Record<string, JsonSchema>>,
): Record<string, JsonSchema> {
  const found = new Set<string>();
  const visit = (part: unknown) => {
    for (const [, name = ""] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (found.has(name)) continue;
      found.add(name);
      visit(schemas[name]);
    }
  };
  visit(document);
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => found.has(name)));
}
