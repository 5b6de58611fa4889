export { type Diagnosis, diagnose } from './diagnose.js'
export { DoctorError, type DoctorErrorCode } from './doctor-error.js'
export type { Evidence, Finding, FindingCode, Place, Severity } from './finding.js'
export { nodeTransport } from './node-transport.js'
export type { DiagnoseOptions } from './options.js'
export { type RenderDiagnosisOptions, renderDiagnosis } from './render-diagnosis.js'
export { renderDiagnosisHtml } from './render-html.js'
export {
  type Transport,
  TransportError,
  type TransportErrorCode,
  type TransportLimits,
  type TransportRequest,
  type TransportResponse,
} from './transport.js'
