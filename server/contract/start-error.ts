/**
 * What keeps Kurs from starting. Its message is one clear line that says what to do; the entry prints it and exits with
 * 1.
 */
export class StartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StartError";
  }
}
