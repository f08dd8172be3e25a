/**
 * What is wrong with a file, for a page to say in the reader's language.
 *
 * - `empty`, `unknownFormat`: no bytes, or bytes of no format read here;
 * - `otherFormat`: a format that is known and not read here, named in `detail`;
 * - `version`: a version of the format that is not read here;
 * - `truncated`: something reaches past the end of the file, or of what it is part of;
 * - `limit`: more of something than `limits` allows;
 * - `text`, `json`, `number`, `type`: bytes that are not what the format asks for at that place;
 * - `structure`: a part is missing, or comes where it may not;
 * - `duplicate`: the same name twice, so that two readers would see two different files;
 * - `shape`: sizes that no tensor has; `layout`: data that overlaps, leaves holes or is not aligned;
 * - `size`: data of another length than type and shape ask for;
 * - `unreadable`: the browser could not read the file, which may have been moved; `cancelled`: the caller ended it.
 */
export type ModelFileErrorCode =
  | 'empty'
  | 'unknownFormat'
  | 'otherFormat'
  | 'version'
  | 'truncated'
  | 'limit'
  | 'text'
  | 'json'
  | 'number'
  | 'type'
  | 'structure'
  | 'duplicate'
  | 'shape'
  | 'layout'
  | 'size'
  | 'unreadable'
  | 'cancelled';

/** The one error that reading a model file throws; anything else is a mistake in the reader. */
export class ModelFileError extends Error {
  readonly code: ModelFileErrorCode;
  /** Byte of the file at which it was noticed. */
  readonly offset: number;
  /** What was found, in the format's own words; may hold text of the file, so it is never markup. */
  readonly detail: string;

  constructor(code: ModelFileErrorCode, offset: number, detail: string) {
    super(`${code} at byte ${offset}: ${detail}`);
    this.name = 'ModelFileError';
    this.code = code;
    this.offset = offset;
    this.detail = detail;
  }
}
