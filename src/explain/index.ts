export {
  beaconRequest,
  eventSourceRequest,
  type FormAttributes,
  formRequest,
  webSocketRequest,
} from '../fetch-model/api-requests.js'
export { type Browser, type BrowserOptions, createBrowser } from '../fetch-model/browser.js'
export {
  fontRequest,
  imageRequest,
  mediaRequest,
  type ScriptAttributes,
  scriptRequest,
  styleRequest,
} from '../fetch-model/element-requests.js'
export type { Engine } from '../fetch-model/engine.js'
export { type Evaluation, evaluate, type Responses } from '../fetch-model/evaluate.js'
export type { FailedFact, FailureReason, PassedFact, StepFact } from '../fetch-model/facts.js'
export type { FetchSite, ResponseTainting } from '../fetch-model/fetch-state.js'
export type { VisibleResponse } from '../fetch-model/filtered-response.js'
export type { HeaderFields, HeaderList, HeaderValue } from '../fetch-model/header-list.js'
export type { Exchange, OutgoingRequest, ReceivedResponse, ServerResponse } from '../fetch-model/messages.js'
export type { Note, NoteCode, NoteFact } from '../fetch-model/notes.js'
export type {
  BodyKind,
  BrowserRequest,
  CredentialsMode,
  CrossOrigin,
  Destination,
  EmbedderPolicy,
  Initiator,
  RedirectMode,
  RequestMode,
} from '../fetch-model/request.js'
export type { FailedStep, Step, StepName } from '../fetch-model/step.js'
export type { Coded } from '../text/catalogue.js'
export type { AdviceFact } from './advice.js'
export type { ExplanationFix } from './config-fixes.js'
export { type ConsoleMessages, consoleMessages } from './console-messages.js'
export { type ExplainRequest, type Explanation, explain } from './explain.js'
export type { BrowserFix, ConfigFix, RequestFix, ResponseFix } from './fix.js'
export { fixesFor } from './fixes.js'
export { type Advice, type AdviceCode, lint } from './lint.js'
export type { ExplainedDecision, HandlerResponse } from './policy-responder.js'
export { type Renderable, type RenderOptions, renderExplanation } from './render-explanation.js'
