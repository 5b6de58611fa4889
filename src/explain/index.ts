export { type Evaluation, evaluate } from '../fetch-model/evaluate.js'
export type { OutgoingRequest, ReceivedResponse, Responses, ServerResponse } from '../fetch-model/exchange.js'
export type { ResponseTainting } from '../fetch-model/fetch-state.js'
export type { VisibleResponse } from '../fetch-model/filtered-response.js'
export type { BrowserFix, RequestFix, ResponseFix } from '../fetch-model/fixes.js'
export type { HeaderFields, HeaderList } from '../fetch-model/header-list.js'
export {
  type BodyKind,
  type BrowserRequest,
  type CredentialsMode,
  imageRequest,
  type RedirectMode,
  type RequestMode,
} from '../fetch-model/request.js'
export type { FailedStep, FailureReason, Step, StepName } from '../fetch-model/step.js'
export type { ConfigFix, ExplanationFix } from './config-fixes.js'
export { type ConsoleMessages, consoleMessages, type Engine } from './console-messages.js'
export { type ExplainRequest, type Explanation, explain } from './explain.js'
export { type Advice, type AdviceCode, lint } from './lint.js'
export type { HandlerResponse } from './policy-responder.js'
export { type Renderable, type RenderOptions, renderExplanation } from './render-explanation.js'
