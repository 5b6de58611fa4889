import type { CorsConfig } from '../config/types.js'
import { policySource } from '../policy/policy-input.js'
import { ConfigBuilder, type ImportOptions } from './config-builder.js'
import { ConversionReport } from './conversion-report.js'
import type { Imported } from './note.js'
import { openSource } from './open-source.js'
import { isMap, plain } from './source-value.js'

/**
 * Reads a config of ours: as JSON or YAML text, or as a program has it, compiled and live policies included.
 *
 * @throws CorsConversionError if the text cannot be read, CorsConfigError with every problem of the config
 */
export function fromConfig(document: unknown, options: ImportOptions = {}): Imported {
  if (typeof document !== 'string') return { config: policySource(document as CorsConfig).current.config, notes: [] }
  const source = openSource(document)
  const builder = new ConfigBuilder(new ConversionReport(source), options)
  if (!isMap(source.value)) {
    builder.refuse({ code: 'wrong-value', expected: 'a config object', got: 'a list' }, '', undefined)
    return builder.finish()
  }
  for (const [option, value] of source.value)
    if (option !== '$schema') builder.set(option as keyof CorsConfig, plain(value), option)
  return builder.finish()
}
