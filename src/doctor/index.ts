export { diagnose } from './diagnose.js'
export type { Diagnosis } from './diagnosis.js'
export { DoctorError, type DoctorErrorCode } from './doctor-error.js'
export type {
  Evidence,
  Finding,
  FindingCode,
  FindingFacts,
  FindingItem,
  FindingReport,
  Place,
  Severity,
} from './finding.js'
export { type InspectOptions, inspect } from './inspect/inspect.js'
export type { Unknown, UnknownCode } from './inspect/unknown.js'
export { nodeTransport } from './node-transport.js'
export type { DiagnoseOptions } from './options.js'
export type { Resolver } from './private-address.js'
export type { Probe } from './probe.js'
export { type RenderDiagnosisOptions, renderDiagnosis } from './render-diagnosis.js'
export { renderDiagnosisHtml } from './render-html.js'
export {
  type Transport,
  TransportError,
  type TransportErrorCode,
  type TransportFault,
  type TransportLimits,
  type TransportRequest,
  type TransportResponse,
} from './transport.js'
