/**
 * How many random cases a test tries, or how long its longest text is: all of it in `npm run test:all` and when its file
 * is run by itself, a tenth in `npm test`, as with properties.
 */
export function cases(all: number): number {
  return Math.ceil((all * Number(process.env['PROPERTY_CASES'] ?? 3000)) / 3000)
}
