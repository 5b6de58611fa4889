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

/** What a link names, or what most people have: options of the `cors` package. */
export function formatToRead(name: string): string {
  return READERS.has(name) ? name : 'express'
}

/** What a link names, or a config of ours. */
export function formatToWrite(name: string): string {
  return WRITERS.has(name) ? name : 'config'
}

/** Reads a document in one format and writes it in another. Never throws, whatever the names of the formats. */
export function convertText(from: string, to: string, text: string): Conversion {
  if (text.trim() === '') return { kind: 'empty' }
  const read = READERS.get(formatToRead(from)) as Reader
  const write = WRITERS.get(formatToWrite(to)) as Writer
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
