import type { ModelFileErrorCode } from './error.ts';
import { ModelFileError } from './error.ts';
import { limits } from './limits.ts';

/**
 * Reads JSON piece by piece, as strictly as the safetensors header asks: `JSON.parse` keeps the last of two equal keys,
 * where another reader keeps the first.
 * Source: RFC 8259; huggingface/safetensors, README, "Format".
 */
export class JsonScanner {
  position = 0;
  private readonly json: string;
  private readonly offset: number;

  /** @param offset Byte of the file at which the text begins; errors count characters from there. */
  constructor(json: string, offset: number) {
    this.json = json;
    this.offset = offset;
  }

  /** Calls `member` at each value of an object, after its key; `member` reads the value. Refuses a key twice. */
  object(member: (key: string) => void): void {
    const seen = new Set<string>();
    this.list('{', '}', () => {
      const key = this.text();
      if (seen.has(key)) this.fail('duplicate', `key ${JSON.stringify(key.slice(0, 200))}`);
      seen.add(key);
      this.expect(':');
      member(key);
    });
  }

  /** Calls `item` at each value of an array; `item` reads it. */
  array(item: () => void): void {
    this.list('[', ']', item);
  }

  /** A text; escapes are undone, lone surrogates and control characters refused. */
  text(): string {
    this.space();
    const start = this.position;
    this.expect('"');
    let escaped = false;
    for (;;) {
      const code = this.json.charCodeAt(this.position);
      if (Number.isNaN(code) || code < 0x20) this.fail('json', 'a text does not end');
      this.position++;
      if (code === 0x22) break;
      if (code === 0x5c) {
        escaped = true;
        this.position++;
      }
    }
    if (this.position - start > limits.textBytes) this.fail('limit', 'a text is too long');
    return escaped ? this.unescaped(start) : this.json.slice(start + 1, this.position - 1);
  }

  /** A whole number of at least 0 without sign, point, exponent or leading zeros, which other readers take differently. */
  whole(): number {
    this.space();
    const start = this.position;
    while (isDigit(this.json.charCodeAt(this.position))) this.position++;
    const digits = this.json.slice(start, this.position);
    const value = Number(digits);
    const odd = digits === '' || (digits.length > 1 && digits.startsWith('0'));
    if (odd || !Number.isSafeInteger(value)) this.fail('number', 'not a whole number below 2^53');
    return value;
  }

  /** Passes over a value of any kind. */
  skip(depth = 0): void {
    if (depth > limits.depth) this.fail('limit', 'values are nested too deep');
    this.space();
    const first = this.json.charAt(this.position);
    if (first === '"') this.text();
    else if (first === '[')
      this.array(() => {
        this.skip(depth + 1);
      });
    else if (first === '{')
      this.object(() => {
        this.skip(depth + 1);
      });
    else this.plain();
  }

  /** Only spaces may follow. */
  end(): void {
    this.space();
    if (this.position < this.json.length) this.fail('json', 'something follows the end');
  }

  fail(code: ModelFileErrorCode, detail: string): never {
    throw new ModelFileError(code, this.offset + this.position, detail);
  }

  private unescaped(start: number): string {
    let text: unknown;
    try {
      text = JSON.parse(this.json.slice(start, this.position));
    } catch {
      text = undefined;
    }
    if (typeof text !== 'string' || /\p{Surrogate}/u.test(text)) this.fail('json', 'an escape is not valid');
    return text;
  }

  private plain(): void {
    const rest = this.json.slice(this.position, this.position + 64);
    const token = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/.exec(rest);
    if (token === null) this.fail('json', 'not a value');
    this.position += token[0].length;
  }

  private list(open: string, close: string, item: () => void): void {
    this.expect(open);
    this.space();
    if (this.json.charAt(this.position) === close) {
      this.position++;
      return;
    }
    for (;;) {
      item();
      this.space();
      const next = this.json.charAt(this.position++);
      if (next === close) return;
      if (next !== ',') this.fail('json', `${close} or a comma is missing`);
    }
  }

  private expect(character: string): void {
    this.space();
    if (this.json.charAt(this.position) !== character) this.fail('json', `${character} is missing`);
    this.position++;
  }

  private space(): void {
    for (;;) {
      const code = this.json.charCodeAt(this.position);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.position++;
    }
  }
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
