// @ts-check

/** Where `transpileAll` puts its files. */
export const TARGET = '.build/run'

/** The JavaScript of a file: `.build/run/src/a/b.js` for `src/a/b.ts`. @param {string} file */
export function transpiled(file) {
  return `${TARGET}/${file.replace(/\.ts$/, '.js')}`
}
