import { describe, expect, it } from 'vitest';
import type { ModelFileErrorCode } from '../../src/model-files/index.ts';
import { outcomeOf } from './sources.ts';
import { joined, little, zeros } from './writers/bytes.ts';
import { safetensorsOf } from './writers/safetensors.ts';

const entry = (fields: string): string => `{"w":{${fields}}}`;
const good = '"dtype":"F32","shape":[2],"data_offsets":[0,8]';
const twoAt = (first: string, second: string): string =>
  `{"a":{"dtype":"U8","shape":[4],"data_offsets":${first}},"b":{"dtype":"U8","shape":[4],"data_offsets":${second}}}`;
const file = (header: string | Uint8Array, dataBytes = 8): Uint8Array => safetensorsOf(header, dataBytes);

/** What is wrong, the code, the file. */
const cases: readonly (readonly [string, ModelFileErrorCode, Uint8Array])[] = [
  ['no bytes', 'empty', zeros(0)],
  ['a length alone', 'truncated', little(2, 8)],
  ['a header of no bytes', 'json', joined(little(0, 8), '{}')],
  ['a header longer than the file', 'truncated', joined(little(99, 8), '{}')],
  ['a header above 100 MB', 'limit', joined(little(100_000_001, 8), '{}')],
  ['a header of 2^53 bytes', 'number', joined(little(2n ** 53n, 8), '{}')],
  ['a header of 2^64 − 1 bytes', 'number', joined(little(2n ** 64n - 1n, 8), '{}')],
  ['a space before the header', 'json', file(` ${entry(good)}`)],
  ['an array for a header', 'json', file('[]', 0)],
  ['a text for a header', 'json', file('"w"', 0)],
  ['bytes that are not UTF-8', 'text', file(joined('{"', [0xff, 0xfe], '":{}}'))],
  ['UTF-8 in more bytes than it takes', 'text', file(joined('{"', [0xc0, 0xaf], '":{}}'))],
  ['a header that does not end', 'json', file('{"w":', 0)],
  ['something behind the header', 'json', file('{} x', 0)],
  ['a second header', 'json', file('{}{}', 0)],
  ['a comma at the end', 'json', file(`{"w":{${good}},}`)],
  ['single quotes', 'json', file("{'w':{}}", 0)],
  ['a comment', 'json', file('{/* */}', 0)],
  ['a line break in a name', 'json', file('{"w\n":{}}', 0)],
  ['an unknown escape', 'json', file('{"\\x":{}}', 0)],
  ['half of a surrogate pair', 'json', file(`{"\\ud800":{${good}}}`)],
  ['a tensor that is a number', 'json', file('{"w":1}', 0)],
  ['a tensor that is null', 'json', file('{"w":null}', 0)],
  ['metadata that is not text', 'json', file('{"__metadata__":{"a":1}}', 0)],
  ['metadata that is a list', 'json', file('{"__metadata__":[]}', 0)],
  ['a name twice', 'duplicate', file(`{"w":{${good}},"w":{${good}}}`)],
  ['a name twice, once escaped', 'duplicate', file(`{"w":{${good}},"\\u0077":{${good}}}`)],
  ['a field twice', 'duplicate', file(entry(`"dtype":"F16",${good}`))],
  ['metadata twice', 'duplicate', file('{"__metadata__":{},"__metadata__":{}}', 0)],
  ['no dtype', 'structure', file(entry('"shape":[2],"data_offsets":[0,8]'))],
  ['no shape', 'structure', file(entry('"dtype":"F32","data_offsets":[0,8]'))],
  ['no offsets', 'structure', file(entry('"dtype":"F32","shape":[2]'))],
  ['one offset', 'structure', file(entry('"dtype":"F32","shape":[2],"data_offsets":[0]'))],
  ['three offsets', 'limit', file(entry('"dtype":"F32","shape":[2],"data_offsets":[0,8,9]'))],
  ['33 axes', 'limit', file(entry(`"dtype":"U8","shape":[${'1,'.repeat(32)}8],"data_offsets":[0,8]`))],
  ['a dtype that is a number', 'json', file(entry('"dtype":32,"shape":[2],"data_offsets":[0,8]'))],
  ['a shape that is a text', 'json', file(entry('"dtype":"F32","shape":"2","data_offsets":[0,8]'))],
  ['a negative size', 'number', file(entry('"dtype":"F32","shape":[-2],"data_offsets":[0,8]'))],
  ['half a size', 'json', file(entry('"dtype":"F32","shape":[2.5],"data_offsets":[0,8]'))],
  ['a size with an exponent', 'json', file(entry('"dtype":"F32","shape":[2e0],"data_offsets":[0,8]'))],
  ['a size with a leading zero', 'number', file(entry('"dtype":"F32","shape":[02],"data_offsets":[0,8]'))],
  [
    'a size above 2^53',
    'number',
    file(entry('"dtype":"F32","shape":[9007199254740993],"data_offsets":[0,8]')),
  ],
  [
    'sizes whose product overflows',
    'shape',
    file(entry('"dtype":"U8","shape":[4294967296,4294967296],"data_offsets":[0,8]')),
  ],
  ['too few bytes for the shape', 'size', file(entry('"dtype":"F32","shape":[3],"data_offsets":[0,8]'))],
  ['too many bytes for the shape', 'size', file(entry('"dtype":"F32","shape":[1],"data_offsets":[0,8]'))],
  ['half a byte at the end', 'size', file(entry('"dtype":"F4","shape":[15],"data_offsets":[0,8]'))],
  ['offsets that run backwards', 'layout', file(entry('"dtype":"F32","shape":[2],"data_offsets":[8,0]'))],
  ['data that begins late', 'layout', file(entry('"dtype":"U8","shape":[4],"data_offsets":[4,8]'))],
  ['data that overlaps', 'layout', file(twoAt('[0,4]', '[2,6]'))],
  ['data twice', 'layout', file(twoAt('[0,4]', '[0,4]'))],
  ['a hole', 'layout', file(twoAt('[0,4]', '[5,9]'))],
  ['data that is cut off', 'truncated', file(entry(good), 7)],
  ['data behind the last tensor', 'layout', file(entry(good), 9)],
  ['data without tensors', 'layout', file('{}', 8)],
  ['values nested too deep', 'limit', file(entry(`"x":${'['.repeat(99)}${']'.repeat(99)},${good}`))],
  ['a name that is too long', 'limit', file(`{"${'w'.repeat(1_048_577)}":{${good}}}`)],
];

describe('readModel of a malformed safetensors file', () => {
  it('is shown enough of them', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
  });

  it.each(cases)('refuses %s with the code %s', async (_, code, bytes) => {
    expect(await outcomeOf(bytes)).toBe(code);
  });
});
