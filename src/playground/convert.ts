import type { ConversionProblem, CorsConversionError } from '../interop/conversion-error.js'
import { READERS, type Reader, WRITERS, type Writer } from '../interop/dialects.js'
import type { ConversionNote } from '../interop/note.js'

/** The formats to read and to write, in the order in which they are offered. */
export const FROM: readonly string[] = [...READERS.keys()]
export const TO: readonly string[] = [...WRITERS.keys()]

export type Conversion =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'converted'
      readonly document: string
      /** The same as a config of ours. */
      readonly config: string
      readonly notes: readonly ConversionNote[]
    }
  | { readonly kind: 'refused'; readonly problems: readonly ConversionProblem[] }

/** Reads a document in one format and writes it in another. Never throws; a format that there is not is `config`. */
export function convertText(from: string, to: string, text: string): Conversion {
  if (text.trim() === '') return { kind: 'empty' }
  const read = (READERS.get(from) ?? READERS.get('config')) as Reader
  const write = (WRITERS.get(to) ?? WRITERS.get('config')) as Writer
  try {
    const { config, notes } = read(text, {})
    const { document, notes: more } = write(config, {})
    return { kind: 'converted', document, config: toText(config), notes: [...notes, ...more] }
  } catch (error) {
    return { kind: 'refused', problems: (error as CorsConversionError).problems }
  }
}

/** A config as the editor shows it. */
export function toText(config: object): string {
  return `${JSON.stringify(config, undefined, 2)}\n`
}
