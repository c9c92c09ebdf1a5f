/** Why a job was stopped before its import was done: someone asked for it, or its server stops or had lost it. */
export class JobStopped extends Error {
  readonly state: "cancelled" | "failed";

  constructor(state: "cancelled" | "failed", message: string) {
    super(message);
    this.name = "JobStopped";
    this.state = state;
  }
}

/** The reason of a job whose end was asked for. */
export const cancelled = () => new JobStopped("cancelled", "The import was cancelled.");
/** The reason of a job that its server did not bring to an end. */
export const serverStopped = () =>
  new JobStopped("failed", "The server was stopped before the import was done.");
