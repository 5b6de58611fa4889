import type { CONFIG_TEXTS } from '../config.js'
import { display, VALUE_NAMES } from '../display.js'
import type { Overlay } from '../language.js'

const FOREIGN_OPTIONS: Readonly<Record<string, string>> = {
  prefix: '여기서 prefix는 효과가 없습니다. prefix가 있는 플러그인 안에서 cors-policy를 등록하세요',
  logLevel: '써도 효과가 없습니다. cors-policy는 각 라우트의 로거로 로그를 남깁니다',
  preflight: '프리플라이트에는 항상 응답합니다',
  preflightContinue: '프리플라이트에는 항상 핸들러보다 먼저 응답합니다',
  strictPreflight: '프리플라이트가 아닌 OPTIONS 요청은 항상 앱으로 전달됩니다',
  hideOptionsRoute: 'cors-policy의 OPTIONS 라우트는 swagger에 항상 나타나지 않습니다',
  delegator:
    '라우트별 정책은 config.cors에 적으세요. 요청마다 정책을 고르려면 설정 대신 함수를 전달하세요 (Fastify: { policy: (request) => … })',
}

export const CONFIG_KO: Overlay<typeof CONFIG_TEXTS> = {
  'unknown-option': (problem) => {
    if (problem.fault === 'unknown') return `알 수 없는 옵션입니다. 사용할 수 있는 옵션: ${problem.known.join(', ')}`
    return problem.fault === 'foreign'
      ? `알 수 없는 옵션입니다. ${FOREIGN_OPTIONS[problem.option]}`
      : '알 수 없는 옵션입니다'
  },
  'wrong-type': (problem) => {
    const got = `받은 값: ${display(problem.value)}`
    switch (problem.fault) {
      case 'config':
        return `{ origins: ["https://app.example.com"] } 같은 일반 객체가 필요합니다. 받은 값: ${notPlain(problem.value)}`
      case 'boolean':
        return `true 또는 false가 필요합니다. ${got}`
      case 'exemption':
        return `true, false 또는 origins 항목의 배열이 필요합니다. ${got}`
      case 'number':
        return `숫자가 필요합니다. ${got}`
      case 'string':
        return `문자열이 필요합니다. ${got}${problem.value === undefined ? '. 빠진 환경 변수가 있나요?' : ''}`
      case 'regular-expression':
        return '정규 표현식은 지원하지 않습니다. https://*.example.com 같은 패턴을 쓰세요'
      case 'empty-string':
        return '빈 문자열입니다. 비어 있는 환경 변수가 있나요?'
      case 'hole':
        return '배열에 빈 자리가 있습니다'
      case 'origin-function':
        return '문자열 배열이 필요한데 함수를 받았습니다. 출처가 데이터베이스에 있다면 livePolicy()와 policy.origins를 쓰세요 (docs/data-origins.md). 요청마다 정책을 고르려면 설정 대신 함수를 전달하세요 (Fastify: { policy: (request) => … })'
      case 'origin-boolean':
        return `문자열 배열이 필요합니다. ${got}. ${booleanHint(problem.value, problem.credentials)}`
      case 'list':
        return `문자열 배열이 필요합니다. ${got}${listHint(problem.entries)}`
      case 'too-many-entries':
        return `항목이 ${display(problem.length)}개로 너무 많습니다 (최대 ${problem.maximum}개)`
      case 'unreadable':
        return `값을 읽는 중에 예외가 발생했습니다: ${display(problem.thrown)}`
      case 'too-deep':
        return `otherwise가 너무 깊게 중첩되었습니다 (최대 ${problem.maximum}단계)`
    }
  },
  'wildcard-with-credentials': () =>
    "'*'는 credentials와 함께 쓸 수 없습니다. 브라우저가 거부합니다. 출처를 나열하거나 credentials를 빼세요. 그렇다고 모든 Origin을 그대로 돌려주면 어떤 사이트든 사용자의 데이터를 읽을 수 있습니다",
  'expose-wildcard-with-credentials': () =>
    "credentials를 쓰면 exposeHeaders의 '*'는 동작하지 않습니다. 브라우저가 이름이 '*'인 헤더로 해석하기 때문입니다. 헤더를 나열하세요",
  'exemption-unused': ({ value }) =>
    `${display(value)} 값은 origins의 항목이 아닙니다. origins에 있는 그대로 적거나 빼세요`,
  'otherwise-unreachable': () => "origins에 '*'가 있으면 otherwise는 절대 쓰이지 않습니다. 둘 중 하나를 빼세요",
  'otherwise-option': ({ option }) =>
    `${option} 옵션은 가장 바깥 설정에만 적을 수 있습니다. 그곳으로 옮기면 otherwise에도 적용됩니다`,
  'method-syntax': ({ fault, value }) => `${display(value)} 값은 메서드 이름이 아닙니다. ${NAME_HINTS[fault]}`,
  'method-forbidden': ({ method }) => `브라우저는 스크립트가 ${method} 요청을 보내지 못하게 합니다`,
  'method-case': ({ value }) => `메서드는 대소문자를 구분하므로 ${display(value)} 값은 어떤 요청과도 일치하지 않습니다`,
  'header-syntax': ({ fault, value }) => `${display(value)} 값은 헤더 이름이 아닙니다. ${NAME_HINTS[fault]}`,
  'header-forbidden': ({ header, list }) =>
    list === 'headers'
      ? `스크립트는 ${header} 헤더를 설정할 수 없습니다. 브라우저만 설정합니다`
      : `브라우저는 ${header} 헤더를 스크립트에 절대 보여 주지 않습니다`,
  'header-direction': ({ header, list, direction }) => {
    if (direction === 'request')
      return `${header} 헤더는 요청 헤더이며, ${list === 'headers' ? '브라우저가 직접 설정합니다' : '노출할 수 없습니다'}`
    return `${header} 헤더는 응답 헤더이며, 정책이 ${list === 'headers' ? '직접 보냅니다' : '스크립트가 아니라 브라우저를 위해 보냅니다'}`
  },
  'max-age-range': ({ value, minimum, maximum }) =>
    `${minimum}부터 ${maximum}까지의 정수(초)가 필요합니다. 받은 값: ${display(value)}`,
  'status-range': ({ value, minimum, maximum }) =>
    `${minimum}부터 ${maximum}까지의 상태 코드가 필요합니다 (브라우저는 프리플라이트 응답의 상태 코드가 다르면 거부합니다). 받은 값: ${display(value)}`,
  'enforce-with-wildcard': () => "origins에 '*'가 있으면 enforce는 효과가 없습니다. 출처를 나열하거나 enforce를 빼세요",
}

const NAME_HINTS = {
  wildcard: "이름 안의 와일드카드는 지원하지 않습니다. 이름을 나열하거나 '*'를 쓰세요",
  separator: '공백이나 쉼표 없이 항목 하나에 이름 하나만 적으세요',
  character: '허용되지 않는 문자가 있습니다',
}

function booleanHint(value: unknown, credentials: boolean): string {
  if (value === false) return "다른 출처를 하나도 허용하지 않으려면 'none'을 쓰세요"
  return credentials ? '응답을 읽을 수 있는 출처를 나열하세요' : "모든 출처를 허용하려면 '*'를 쓰세요"
}

function notPlain(value: unknown): string {
  const shown = display(value)
  return shown === VALUE_NAMES.object ? '클래스의 인스턴스' : shown
}

function listHint(entries: readonly string[] | undefined): string {
  return entries === undefined ? '' : `. 혹시 [${entries.map(display).join(', ')}]인가요?`
}

const MAX_LISTED_PROBLEMS = 1000

export const PROBLEM_LIST_KO = {
  withSuggestion: (sentence: string, suggestion: string) => `${sentence}. 혹시 '${suggestion}'인가요?`,
  renderProblemList: (
    problems: readonly { readonly path: string; readonly message: string; readonly code: string }[],
  ) => {
    const lines = [`CORS 설정에 문제가 ${problems.length}개 있습니다:`]
    for (const { path, code, message } of problems.slice(0, MAX_LISTED_PROBLEMS)) {
      lines.push(`  ${path}: ${message} [${code}]`)
    }
    if (problems.length > MAX_LISTED_PROBLEMS) {
      lines.push(`  … 그리고 ${problems.length - MAX_LISTED_PROBLEMS}개가 더 있습니다. 모두 오류의 problems에 있습니다`)
    }
    return lines.join('\n')
  },
}
