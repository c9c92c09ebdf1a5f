/** A path of the contract in Express's notation: `{name}` becomes `:name`. */
export function route<Path extends string>(path: Path): RoutePath<Path> {
  return path.replace(/\{(\w+)\}/g, ":$1") as RoutePath<Path>;
}

/** So that the handlers know the names of the path's parts. */
type RoutePath<Path extends string> = Path extends `${infer Head}{${infer Name}}${infer Rest}`
  ? `${Head}:${Name}${RoutePath<Rest>}`
  : Path;
