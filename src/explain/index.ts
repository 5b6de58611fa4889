export { type Evaluation, evaluate } from '../browser/evaluate.js'
export type { OutgoingRequest, ReceivedResponse, Responses, ServerResponse } from '../browser/exchange.js'
export type { ResponseTainting } from '../browser/fetch-state.js'
export type { VisibleResponse } from '../browser/filtered-response.js'
export type { BrowserFix, RequestFix, ResponseFix } from '../browser/fixes.js'
export type { HeaderFields, HeaderList } from '../browser/header-list.js'
export {
  type BodyKind,
  type BrowserRequest,
  type CredentialsMode,
  imageRequest,
  type RedirectMode,
  type RequestMode,
} from '../browser/request.js'
export type { FailedStep, FailureReason, Step, StepName } from '../browser/step.js'
export type { ConfigFix, ExplanationFix } from './config-fixes.js'
export { type ConsoleMessages, consoleMessages, type Engine } from './console-messages.js'
export { type ExplainRequest, type Explanation, explain } from './explain.js'
export { type Advice, type AdviceCode, lint } from './lint.js'
export type { HandlerResponse } from './policy-responder.js'
export { type Renderable, type RenderOptions, renderExplanation } from './render-explanation.js'
