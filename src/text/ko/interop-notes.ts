import type { INTEROP_NOTES } from '../interop-notes.js'
import type { Overlay } from '../language.js'

const MAX_NAMES = 12

function list(names: readonly string[]): string {
  const more = names.length - MAX_NAMES
  return `${names.slice(0, MAX_NAMES).join(', ')}${more > 0 ? ` 외 ${more}개` : ''}`
}

export const NOTES_KO: Overlay<typeof INTEROP_NOTES> = {
  'origin-default': ({ source }) => `값이 없습니다. 이 경우 ${source}에서는 모든 출처를 허용합니다. 출처를 나열하세요`,
  'default-used': ({ source, names }) => `${source}에서는 여기에 ${list(names)} 값을 쓸 수 없어서 기본 목록이 쓰입니다`,
  'not-enabled': ({ source, option }) =>
    `${option} 값이 true가 아니면 ${source}에서는 CORS 헤더를 보내지 않으므로, 다른 출처는 응답을 읽을 수 없습니다`,
  'safelisted-method': ({ methods }) =>
    `${list(methods)} 메서드도 허용됩니다. 어떤 CORS 헤더로도 GET, HEAD, POST를 금지할 수 없습니다`,
  'method-dropped': ({ target, method }) => `${target}에는 ${method} 메서드가 없습니다`,
  'methods-narrowed': ({ target, methods }) => `'*'가 ${target}에 있는 메서드로 바뀝니다: ${list(methods)}`,
  'names-dropped': ({ fault, names }) => `${list(names)} 항목을 뺐습니다. ${DROPPED[fault]}`,
  'wildcard-dropped': ({ option }) =>
    `'*'를 뺐습니다. 자격 증명을 쓰면 브라우저가 이를 와일드카드가 아니라 이름으로 읽습니다. ${WILDCARD_NAMES[option]} 나열하세요`,
  'expose-wildcard-dropped': ({ target }) =>
    `${target}에서는 여기에 '*'를 쓸 수 없습니다. 스크립트가 읽는 응답 헤더를 나열하세요`,
  'headers-narrowed': ({ target, names }) =>
    `${list(names)} 헤더를 뺐습니다. ${target}에서는 요청 헤더와 응답 헤더가 한 목록입니다`,
  'pattern-narrowed': ({ patterns }) =>
    `${list(patterns)} 패턴으로 좁혔습니다. 원본은 점이 들어 있는 문자열이나 빈 문자열과도 일치했지만, 패턴은 레이블 하나 안에서 1자 이상과만 일치합니다`,
  'pattern-one-label': ({ target, patterns }) =>
    `${target}에서는 '*'가 레이블 하나만 허용하므로, ${list(patterns)} 패턴의 더 깊은 이름은 허용되지 않습니다`,
  'default-port': ({ patterns }) => `${list(patterns)} 패턴은 기본 포트와도 일치하지만, 원본은 포트를 요구합니다`,
  'pattern-one-way': () => '정규 표현식으로 바꿨습니다. 다시 범위로 변환할 수는 없습니다',
  'credentials-differ': ({ fault, name }) => CREDENTIALS[fault](name),
  'max-age-capped': ({ maximum }) => `프리플라이트 결과를 ${maximum}초보다 오래 캐시하는 브라우저는 없습니다`,
  'max-age-explicit': ({ fault, name, seconds }) => MAX_AGE[fault](name, seconds),
  'status-fixed': ({ target, status }) =>
    `${target}에서는 프리플라이트에 항상 상태 코드 ${status} 응답을 보냅니다. 브라우저는 200~299를 모두 받아들입니다`,
  'preflight-differs': ({ fault, name }) => PREFLIGHT[fault](name),
  'preflight-from-origin': ({ target }) =>
    `${target}에서는 프리플라이트에 응답하지 않습니다. 200~299로 응답하는 앱에 캐시가 OPTIONS를 전달하게 하세요`,
  'vary-not-always': ({ target }) =>
    `${target}에서는 모든 응답에 Vary: Origin을 보내지는 않으므로, 캐시가 CORS 헤더 없는 사본을 페이지에 줄 수 있습니다`,
  'option-dropped': ({ option }) =>
    `${option} 옵션을 뺐습니다. 대응하는 옵션이 없으며, 브라우저의 동작에는 영향이 없습니다`,
  'dangerous-option-dropped': ({ target }) =>
    `${target}에는 그런 옵션이 없습니다. 그 옵션으로 허용한 내용은 변환한 문서에 들어 있습니다`,
}

const MAX_AGE = {
  negative: (_: string, seconds: number) =>
    `음수이면 브라우저가 프리플라이트 결과를 캐시하지 않습니다. cors-policy 설정에서는 ${seconds}에 해당합니다`,
  default: (name: string, seconds: number) =>
    `${name}에서는 항상 숫자를 보냅니다. ${seconds}초는 숫자가 없을 때 브라우저가 쓰는 값입니다`,
  omitted: (name: string, seconds: number) =>
    `${name}에서는 0을 쓸 수 없습니다. 숫자가 없으면 브라우저는 프리플라이트 결과를 ${seconds}초 동안 캐시합니다`,
}

const WILDCARD_NAMES = { methods: '메서드를', headers: '요청 헤더를', exposeHeaders: '응답 헤더를' }

const DROPPED = {
  request: '어떤 스크립트도 이 헤더를 보낼 수 없습니다',
  response: '어떤 스크립트도 이 헤더를 읽을 수 없습니다',
  direction: 'CORS 프로토콜의 헤더인데 잘못된 목록에 있습니다',
  method: '어떤 스크립트도 이 메서드를 보낼 수 없습니다',
}

const CREDENTIALS = {
  always: (name: string) => `정책에 자격 증명이 있든 없든, ${name}에서는 나열된 출처에 자격 증명을 허용합니다`,
  never: (name: string) => `${name}에서는 자격 증명을 절대 허용하지 않으므로, 쿠키가 있는 요청은 실패합니다`,
  ignored: () => "자격 증명을 뺐습니다. '*'와 함께 쓰면 브라우저가 거부하므로 원본에서도 효과가 없습니다",
  import: (name: string) =>
    `${name}에서는 나열된 출처에 자격 증명을 허용하지만 정책은 허용하지 않습니다. 스크립트가 자격 증명을 보낸다면 credentials: true를 설정하세요`,
}

const PREFLIGHT = {
  lenient: (name: string) =>
    `${name}에서는 모든 OPTIONS 요청에 프리플라이트처럼 응답합니다. 정책은 프리플라이트가 아닌 요청을 앱에 맡깁니다`,
  continued: (name: string) => `${name}에서는 프리플라이트를 앱으로 전달합니다. 정책은 핸들러보다 먼저 응답합니다`,
  'not-strict': (name: string) =>
    `${name}에서는 허용하지 않은 출처에도 CORS 헤더를 보냅니다. 브라우저는 이를 거부합니다`,
}
