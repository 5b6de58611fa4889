/** Rows, and how many of them have been read. */
export function countReads(rows: readonly unknown[]): { rows: Iterable<unknown>; count: () => number } {
  let count = 0
  return {
    rows: {
      *[Symbol.iterator]() {
        for (const row of rows) {
          count++
          yield row
        }
      },
    },
    count: () => count,
  }
}
