import { createHash } from 'node:crypto';

/**
 * A file's name with a mark of its content, so that browsers may keep it for good.
 * @example contentName('formula', 'css', '.k0{top:0}') // formula. and eight hexadecimal digits and .css
 */
export function contentName(name: string, extension: string, content: string | Uint8Array): string {
  return `${name}.${createHash('sha256').update(content).digest('hex').slice(0, 8)}.${extension}`;
}
