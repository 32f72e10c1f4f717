/** Why a file cannot be read, or an edit of it made: one sentence for the user. Nothing was written. */
export class FileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "FileError";
  }
}
