import { expect, it } from 'vitest';
import { toCsv } from '../../../src/calculators/shared/csv.ts';

it('separates cells by commas and ends every row, numbers ungrouped', () => {
  expect(
    toCsv([
      ['quantity', 'value'],
      ['MACs', 115_605_504],
    ]),
  ).toBe('quantity,value\r\nMACs,115605504\r\n');
});

it('quotes a cell that holds a comma, a quotation mark or a new line', () => {
  expect(toCsv([['1×7, 128', 'a "pair"', 'a\nb']])).toBe('"1×7, 128","a ""pair""","a\nb"\r\n');
});
