import { ConfigBuilder, type ImportOptions } from './config-builder.js'
import { type FoundSource, findSource, type Shape } from './find-source.js'
import type { Imported } from './note.js'
import { openSource } from './open-source.js'

/** One dialect: what its configuration looks like, and how it is read. */
export interface Dialect extends Shape {
  read(found: FoundSource, builder: ConfigBuilder): void
}

/** @throws CorsConversionError with every problem */
export function importDocument(document: unknown, options: ImportOptions, dialect: Dialect): Imported {
  const source = openSource(document)
  const builder = new ConfigBuilder(source, options)
  const found = findSource(source.value, dialect, builder)
  if (found !== undefined) dialect.read(found, builder)
  return builder.finish()
}
