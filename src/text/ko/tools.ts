/*
 * Glossary. One word for one thing, in src/text/ko and in docs/ko:
 *
 * origin 출처, same-origin 같은 출처, cross-origin 다른 출처, site 사이트, scheme 스킴, host 호스트, wildcard 와일드카드
 * preflight 프리플라이트, actual request 실제 요청, simple request 단순 요청, safelisted CORS 안전 목록에 있는
 * credentials 자격 증명, cookie 쿠키, authentication 인증, status 상태 코드, response 응답, redirect 리디렉션
 * cache, remember a preflight 캐시하다, copy in a cache 사본, fresh for 유효하다, opaque 불투명(opaque), tainted 오염(tainted)
 * reflect the Origin 그대로 돌려주다, list (verb) 나열하다, allow list of origins 허용 목록, never matches 어떤 요청과도 일치하지 않다
 * policy 정책, config 설정, layer 계층, in front 앞단, healthy 정상(healthy), health check 헬스 체크, crash 비정상 종료되다
 * field guide 실전 가이드, story 사례, record 기록, finding 문제, fix 해결 방법, plain http 평문 http
 *
 * Sentences end in -습니다 or -세요. What the console says is "…라는 메시지가 콘솔에 나옵니다", or a quote with "라고 나옵니다".
 * A value stands in front of a noun (`${name} 헤더를`) or behind it in parentheses (`출처(${origin})를`), never in front of a particle.
 */

import { render } from '../catalogue.js'
import { CONFIG_TEXTS } from '../config.js'
import { ORIGIN_TEXTS } from '../config-origins.js'
import { VALUE_NAMES } from '../display.js'
import { PLACE_NAMES, REPORT_TEXTS, VERDICTS } from '../doctor.js'
import { CACHE_TEXTS } from '../doctor-caches.js'
import { CONSOLE_TEXTS } from '../doctor-console.js'
import { DOCTOR_ERROR_TEXTS } from '../doctor-errors.js'
import { HEADER_TEXTS } from '../doctor-headers.js'
import { UNKNOWN_TEXTS } from '../doctor-inspect.js'
import { LIST_TEXTS } from '../doctor-lists.js'
import { PREFLIGHT_TEXTS } from '../doctor-preflight.js'
import { REACH_TEXTS } from '../doctor-reach.js'
import { SECURITY_TEXTS } from '../doctor-security.js'
import { SERVER_TEXTS } from '../doctor-server.js'
import { EXPLANATION } from '../explanation.js'
import { FIX_TEXTS } from '../fixes.js'
import { CONVERSION_WORDS, INTEROP_PROBLEMS } from '../interop.js'
import { INTEROP_NOTES } from '../interop-notes.js'
import { translate } from '../language.js'
import { ADVICE_TEXTS } from '../lint.js'
import { FAILED_TEXTS, PASSED_TEXTS } from '../model.js'
import { NOTE_TEXTS } from '../model-notes.js'
import { ARGUMENT_TEXTS } from '../model-request.js'
import type { renderProblemList } from '../problem-list.js'
import type { withSuggestion } from '../suggestion.js'
import { CONFIG_KO, PROBLEM_LIST_KO } from './config.js'
import { ORIGIN_KO } from './config-origins.js'
import { PLACE_NAMES_KO, REPORT_KO, VERDICTS_KO } from './doctor.js'
import { CACHE_KO } from './doctor-caches.js'
import { CONSOLE_KO } from './doctor-console.js'
import { DOCTOR_ERROR_KO, UNKNOWN_KO } from './doctor-errors.js'
import { HEADER_KO } from './doctor-headers.js'
import { LIST_KO } from './doctor-lists.js'
import { PREFLIGHT_KO } from './doctor-preflight.js'
import { SECURITY_KO } from './doctor-security.js'
import { SERVER_KO } from './doctor-server.js'
import { REACH_KO } from './doctor-transport.js'
import { EXPLANATION_KO } from './explanation.js'
import { FIX_KO } from './fixes.js'
import { CONVERSION_WORDS_KO, PROBLEM_KO } from './interop.js'
import { NOTES_KO } from './interop-notes.js'
import { ADVICE_KO } from './lint.js'
import { FAILED_KO, PASSED_KO } from './model.js'
import { NOTE_KO } from './model-notes.js'
import { ARGUMENT_KO } from './model-request.js'
import { VALUE_NAMES_KO } from './values.js'

/** What the sentences about a config are made of. */
type ConfigTexts = typeof CONFIG_TEXTS & typeof ORIGIN_TEXTS
type ConfigProblem = {
  [Code in keyof ConfigTexts]: { readonly code: Code } & (ConfigTexts[Code] extends (problem: infer Data) => string
    ? Data
    : never)
}[keyof ConfigTexts]

/** What `#packages` has for a config with problems: in Node's build it is a file with texts of its own. */
export interface ConfigWords {
  sentenceOf(problem: ConfigProblem, shown: string): string
  readonly renderProblemList: typeof renderProblemList
  readonly withSuggestion: typeof withSuggestion
}

/**
 * Puts into Korean what the command line tool and the playground say of configs, requests, servers and conversions.
 *
 * @returns what puts it back into English
 */
export function translateTools(words: ConfigWords): () => void {
  const undo = [
    translate(CONFIG_TEXTS, CONFIG_KO),
    translate(ORIGIN_TEXTS, ORIGIN_KO),
    translate<ConfigWords>(words, {
      sentenceOf: (problem) => render<ConfigProblem>({ ...CONFIG_TEXTS, ...ORIGIN_TEXTS }, problem),
      ...PROBLEM_LIST_KO,
    }),
    translate(VALUE_NAMES, VALUE_NAMES_KO),
    translate(ADVICE_TEXTS, ADVICE_KO),
    translate(FIX_TEXTS, FIX_KO),
    translate(PASSED_TEXTS, PASSED_KO),
    translate(FAILED_TEXTS, FAILED_KO),
    translate(NOTE_TEXTS, NOTE_KO),
    translate(ARGUMENT_TEXTS, ARGUMENT_KO),
    translate(EXPLANATION, EXPLANATION_KO),
    translate(INTEROP_PROBLEMS, PROBLEM_KO),
    translate(INTEROP_NOTES, NOTES_KO),
    translate(CONVERSION_WORDS, CONVERSION_WORDS_KO),
    translate(PLACE_NAMES, PLACE_NAMES_KO),
    translate(VERDICTS, VERDICTS_KO),
    translate(REPORT_TEXTS, REPORT_KO),
    translate(DOCTOR_ERROR_TEXTS, DOCTOR_ERROR_KO),
    translate(UNKNOWN_TEXTS, UNKNOWN_KO),
    translate(REACH_TEXTS, REACH_KO),
    translate(SERVER_TEXTS, SERVER_KO),
    translate(CONSOLE_TEXTS, CONSOLE_KO),
    translate(PREFLIGHT_TEXTS, PREFLIGHT_KO),
    translate(HEADER_TEXTS, HEADER_KO),
    translate(LIST_TEXTS, LIST_KO),
    translate(CACHE_TEXTS, CACHE_KO),
    translate(SECURITY_TEXTS, SECURITY_KO),
  ]
  return () => {
    for (const restore of undo) restore()
  }
}
