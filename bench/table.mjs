// @ts-check

/**
 * What has been measured, as it is printed.
 *
 * @typedef {{ title: string, columns: string[], rows: (string | number)[][] }} Table
 */

/** Numbers get two decimals, what is text stays as it is. @param {Table} table */
export function printTable({ title, columns, rows }) {
  const cells = [columns, ...rows].map((row) =>
    row.map((cell) => (typeof cell === 'number' ? cell.toFixed(2) : String(cell))),
  )
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)))
  console.log(`\n${title}\n`)
  for (const [name = '', ...values] of cells) {
    const padded = values.map((value, i) => value.padStart(widths[i + 1] ?? 0))
    console.log([name.padEnd(widths[0] ?? 0), ...padded].join('  ').trimEnd())
  }
}
