/** Rows of cells; the first row names the columns. */
export type Table = readonly (readonly (string | number)[])[];

/**
 * A table as CSV: numbers bare, text quoted where it has to be.
 * Source: RFC 4180, section 2.
 * @example toCsv([['layer', 'MACs'], ['1×7, 128', 5_329]]) // 'layer,MACs\r\n"1×7, 128",5329\r\n'
 */
export function toCsv(table: Table): string {
  return table.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
