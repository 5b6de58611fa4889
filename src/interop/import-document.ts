import { ConfigBuilder, type ImportOptions } from './config-builder.js'
import { type ConversionProblem, CorsConversionError, describeProblem } from './conversion-error.js'
import { ConversionReport } from './conversion-report.js'
import { type FoundSource, findSource, type Shape } from './find-source.js'
import { unreadProgram } from './not-read.js'
import type { Imported } from './note.js'
import { openSource } from './open-source.js'

/** One dialect: what its configuration looks like, and how it is read. */
export interface Dialect extends Shape {
  read(found: FoundSource, builder: ConfigBuilder): void
}

/** @throws CorsConversionError with every problem */
export function importDocument(document: unknown, options: ImportOptions, dialect: Dialect): Imported {
  return namingPrograms(document, () => {
    const source = openSource(document)
    const builder = new ConfigBuilder(new ConversionReport(source), options)
    const found = findSource(source.value, dialect, builder)
    if (found !== undefined) dialect.read(found, builder)
    return builder.finish()
  })
}

/** What may also be the configuration of another program. */
const FOREIGN: ReadonlySet<ConversionProblem['code']> = new Set([
  'nothing-found',
  'unknown-key',
  'document-syntax',
  'wrong-value',
])

/** Names the program that a document is for, if we know it but cannot read it. */
export function namingPrograms(document: unknown, read: () => Imported): Imported {
  try {
    return read()
  } catch (error) {
    const isForeign = error instanceof CorsConversionError && error.problems.some(({ code }) => FOREIGN.has(code))
    const program = isForeign ? unreadProgram(document) : undefined
    if (program === undefined) throw error
    const item = { code: 'not-read', program } as const
    throw new CorsConversionError([{ ...item, path: 'document', value: program, message: describeProblem(item) }])
  }
}
