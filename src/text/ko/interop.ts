import { display } from '../display.js'
import type { CONVERSION_WORDS, INTEROP_PROBLEMS } from '../interop.js'
import type { Overlay } from '../language.js'

const REGEX = {
  syntax: '읽을 수 없는 정규 표현식입니다. 출처를 나열하거나 https://*.example.com 같은 패턴을 쓰세요',
  'too-many': '일치하는 출처가 너무 많아 나열할 수 없습니다. https://*.example.com 같은 패턴을 쓰세요',
  'no-pattern':
    '어떤 패턴으로도 정확히 표현할 수 없는 정규 표현식입니다. 출처를 나열하거나 https://*.example.com 같은 패턴을 쓰세요',
  unanchored: '^와 $로 고정하지 않아서, 그 텍스트를 포함하기만 하는 출처와도 일치합니다',
  'port-required': '포트를 요구하지만, 모든 포트를 허용하는 패턴은 기본 포트와도 일치합니다',
  'never-matches': '브라우저가 보내는 어떤 출처와도 일치하지 않습니다. 빼거나, 의도한 출처를 쓰세요',
  everything: "모든 출처와 일치합니다. 출처를 나열하거나, 모든 사이트가 읽게 하려면 자격 증명 없이 '*'를 쓰세요",
  'no-scheme': '스킴이 없어서 http를 포함한 어떤 스킴의 출처와도 일치합니다',
  'bare-dot': '이스케이프하지 않은 점은 모든 문자와 일치하므로, 그 자리의 문자만 다른 이름과도 일치합니다',
  'no-dot': '도메인 앞에 점이 없어서, 같은 텍스트로 끝나는 다른 이름을 누구나 등록할 수 있습니다',
  'one-label':
    '도메인 아래 레이블 하나만 허용합니다. cors-policy의 패턴은 더 깊은 이름도 허용하므로, 그래도 된다면 직접 적으세요',
  narrow: '특정 이름이나 숫자만 허용합니다. cors-policy의 패턴은 모두 허용하므로, 그래도 된다면 직접 적으세요',
  'open-end': '끝이 열려 있어서, 같은 텍스트로 시작하는 더 긴 이름을 누구나 만들 수 있습니다',
  'port-digits':
    '자릿수가 정해진 포트만 허용합니다. cors-policy의 패턴은 모든 포트를 허용하므로, 그래도 된다면 직접 적으세요',
} as const

/** What a value should have been, as the readers of documents say it. */
const EXPECTED: Readonly<Record<string, string>> = {
  'a config object': '설정 객체',
  'a plain object': '일반 객체',
  'an object': '객체',
  'a list of strings': '문자열 목록',
  'a non-empty string': '비어 있지 않은 문자열',
  'true or false': 'true 또는 false',
  'a number of seconds': '초 단위의 숫자',
  'exact, prefix or regex': 'exact, prefix, regex 중 하나',
  'a regular expression': '정규 표현식',
  'the text of a regular expression': '정규 표현식 텍스트',
  'a string, a regular expression or a list of those': '문자열, 정규 표현식 또는 그 목록',
}

/** Why a text could not be parsed, where the reason is our own. */
const REASONS: Readonly<Record<string, string>> = {
  'a bracket is not closed': '괄호가 닫히지 않았습니다',
  'a document type is not allowed': '문서 형식(DOCTYPE)은 허용되지 않습니다',
  'expected an object or a list': '객체나 목록이 필요합니다',
  'not a literal': '리터럴이 아닙니다',
}

const DOCUMENT_LIMITS = { length: '문자', depth: '중첩 단계', size: '값' }
const paths = (list: readonly string[]) => list.map((path) => `'${path}'`).join(', ')

export const PROBLEM_KO: Overlay<typeof INTEROP_PROBLEMS> = {
  'document-syntax': ({ format, reason }) => `올바른 ${format} 형식이 아닙니다: ${REASONS[reason] ?? reason}`,
  'document-limit': ({ fault, limit }) =>
    fault === 'binary'
      ? '텍스트가 아닙니다. UTF-8로 된 JSON, YAML, XML 또는 소스 코드가 필요합니다'
      : `${DOCUMENT_LIMITS[fault]} 수가 너무 많습니다(최대 ${limit}). CORS 부분만 변환하세요`,
  'document-template': () =>
    '템플릿 코드({{ … }})가 들어 있습니다. helm template 등으로 먼저 렌더링한 결과를 변환하세요',
  'not-read': ({ program }) =>
    `${program} 설정이며, cors-policy는 이를 읽지 않습니다. cors-policy 설정을 직접 쓰세요: { origins: ['https://app.example.com'], methods: ['PUT'], headers: ['content-type'], credentials: true }`,
  'document-unreadable': ({ reason }) => `문서를 읽는 중에 예외가 발생했습니다: ${reason}`,
  'nothing-found': ({ dialect, known }) =>
    `${dialect}의 CORS 설정이 없습니다. 다음 중 일부가 있는 객체가 필요합니다: ${known.join(', ')}`,
  'several-found': (item) =>
    `${item.dialect}의 CORS 설정이 여러 개 있습니다. pick(--pick)으로 하나를 고르세요: ${paths(item.paths)}`,
  'pick-not-found': (item) => `이 경로에는 CORS 설정이 없습니다. CORS 설정이 있는 경로: ${paths(item.paths) || '없음'}`,
  'rule-not-found': ({ count }) => `1부터 ${count}까지의 규칙 번호가 필요합니다`,
  'unknown-key': ({ known }) => `알 수 없는 옵션입니다. 사용할 수 있는 옵션: ${known.join(', ')}`,
  'wrong-value': ({ expected, got }) => `필요한 값: ${EXPECTED[expected] ?? expected}. 받은 값: ${got}`,
  'options-elsewhere': () => '코드의 다른 곳에서 옵션이 더해집니다. 모든 옵션을 여기에 적으세요',
  'options-conflict': ({ names }) => `${names.join(', ')} 옵션은 같은 옵션인데 값이 서로 다릅니다. 하나를 빼세요`,
  'computed-value': ({ expression, option }) =>
    option === 'origins'
      ? `${expression} 값은 리터럴이 아닙니다. 출처를 여기에 적거나, 코드에서 origins: parseOrigins(process.env.CORS_ORIGINS)로 읽으세요`
      : `${expression} 값은 리터럴이 아닙니다. 값을 여기에 적으세요`,
  'origin-function': ({ source, fault }) =>
    fault === 'origins'
      ? `${source}에서는 요청마다 이 함수를 호출하므로 출처를 읽을 수 없습니다. origins에 나열하거나, livePolicy()와 policy.origins를 써서 데이터로 관리하세요 (docs/data-origins.md)`
      : `${source}에서는 요청마다 이 함수를 호출하므로 옵션을 읽을 수 없습니다. 요청마다 컴파일된 정책을 고르는 함수를 전달하세요 (docs/servers.md의 "A policy for each host")`,
  'source-fails': ({ source, option, got }) =>
    `${option} 값이 ${got}이면 ${source}에서 실행 중에 오류가 납니다. ${option} 옵션을 빼거나 값을 주세요`,
  'preflight-off': ({ source }) =>
    `${source}에서는 프리플라이트를 앱에 맡기지만, cors-policy의 정책은 항상 프리플라이트에 직접 응답합니다. 이 옵션을 빼세요`,
  'reflects-any-origin': ({ source }) =>
    `${source}에서는 모든 출처를 그대로 돌려주고 자격 증명도 허용하므로, 어떤 사이트든 사용자의 데이터를 읽을 수 있습니다. 출처를 나열하거나(origins: ['https://app.example.com']) 자격 증명을 빼세요`,
  'literal-pattern': ({ source }) =>
    `${source}에서는 이 텍스트를 글자 그대로 비교하므로 어떤 출처와도 일치하지 않지만, 패턴으로 바꾸면 일치하게 됩니다. 출처를 나열하거나 설정에 패턴을 직접 적으세요`,
  'wildcard-in-list': ({ source }) =>
    `목록 안의 '*'는 ${source}에서 글자 그대로 비교되어 어떤 출처와도 일치하지 않습니다. origin: '*'라고 쓰거나 빼세요`,
  'source-rejects': ({ source }) =>
    `${source}에서는 이 출처를 받아들이지 않고, 대신 모든 출처를 허용할 수도 있습니다. 의도한 출처를 설정에 직접 적으세요`,
  'origin-prefix': () =>
    '출처의 앞부분만 비교하므로, 같은 텍스트로 시작하는 더 긴 이름을 누구나 만들 수 있습니다. 정확히 일치하는 값을 쓰세요',
  'one-label': ({ source }) =>
    `${source}에서는 여기에 레이블 하나만 허용합니다. cors-policy의 패턴은 더 깊은 이름도 허용하므로, 그래도 된다면 직접 적으세요`,
  'port-required': () =>
    '포트를 요구하지만, 모든 포트를 허용하는 cors-policy의 패턴은 기본 포트와도 일치합니다. 그래도 된다면 포트 없는 출처도 나열하세요',
  regex: ({ fault }) => REGEX[fault],
  'regex-flags': ({ flags }) => `지원하지 않는 플래그입니다: ${display(flags)}. 'i'만 쓸 수 있습니다`,
  'method-any': () => '브라우저가 보내는 메서드가 아닙니다',
  shorthand: ({ name }) => `${name} 옵션의 기본값은 버전과 라우트에 따라 다릅니다. 값을 직접 적으세요`,
  'rules-differ': ({ count }) =>
    `규칙 ${count}개의 결과가 서로 다른데, 정책의 결과는 하나입니다. rule 또는 --rule(1부터 ${count}까지)로 규칙 하나를 변환하고, 라우트마다 정책을 따로 쓰세요`,
  'dynamic-origin': ({ expression }) =>
    `${expression} 값은 요청의 Origin을 그대로 돌려주므로 모든 사이트를 허용합니다. 출처를 나열하세요: origins: ['https://app.example.com']`,
  'conditional-wildcard': () =>
    `출처에 관한 조건이 맞을 때만 '*'를 보냅니다. 그 조건이 허용하는 출처를 나열하세요: origins: ['https://app.example.com']`,
  'paths-differ': ({ count }) =>
    `경로에 따라 서로 다른 CORS 헤더를 설정하는 부분이 ${count}곳 있습니다. 한 번에 한 부분씩 변환하고, 라우트마다 정책을 따로 쓰세요`,
  'target-origin': ({ fault, target }) => TARGET_ORIGIN[fault](target),
  'target-enforce': ({ target }) =>
    `${target}에는 enforce에 해당하는 기능이 없습니다. enforce는 앱에 두고, enforce가 없는 설정을 변환하세요`,
  'target-none': ({ target }) =>
    `${target}에서는 어떤 출처도 허용하지 않는다고 표현할 수 없습니다. 대신 그 CORS 설정을 지우세요`,
  'target-otherwise': ({ target }) =>
    `${target}에서는 모든 출처에 같은 응답을 합니다. otherwise가 없는 설정을 변환하세요`,
  'target-rules': ({ target, names }) =>
    `${target}에서는 한 규칙이 맞지 않으면 다음 규칙을 시도하므로, 바깥 설정의 출처에도 ${names.join(', ')} 항목이 허용됩니다. 이 메서드와 헤더를 바깥 설정에 추가하거나, otherwise가 없는 설정을 변환하세요`,
  'target-headers': ({ fault, target }) => TARGET_HEADERS[fault](target),
  'target-name': ({ fault, target }) =>
    fault === 'dollar'
      ? `${target}에서는 '$'가 변수의 시작으로 읽힙니다`
      : '소문자로 시작하고, 그 뒤로 소문자, 숫자, 밑줄이 최대 19자까지 오는 이름이 필요합니다',
  'target-size': ({ target, limit }) => `${target}에는 너무 깁니다. 설정은 최대 ${limit}바이트입니다`,
}

const TARGET_ORIGIN = {
  pattern: (target: string) => `${target}에는 패턴이 없습니다. 출처를 나열하세요`,
  range: (target: string) => `${target}에는 주소 범위가 없습니다. 출처를 나열하세요`,
  'address-range': () => '정규 표현식으로 쓸 수 없습니다. 출처를 나열하세요',
  scheme: (target: string) => `${target}에서는 http와 https 스킴만 쓸 수 있습니다`,
  label: (target: string) => `${target}의 와일드카드는 점과도 일치합니다. 출처를 나열하세요`,
  'two-wildcards': (target: string) =>
    `${target}에서는 출처 하나에 와일드카드를 하나만 쓸 수 있습니다. 포트를 적거나 출처를 나열하세요`,
  'any-host': (target: string) => `${target}에는 스킴의 모든 호스트를 뜻하는 와일드카드가 없습니다. 출처를 나열하세요`,
  host: (target: string) =>
    `${target}에서는 이 호스트를 받아들이지 않고, 대신 모든 출처를 허용할 수도 있습니다. 다른 이름을 나열하세요`,
  'any-port': (target: string) => `${target}에는 포트의 와일드카드가 없습니다. 포트를 나열하세요`,
  'subdomains-only': (target: string) =>
    `${target}의 와일드카드는 서브도메인(https://*.example.com)에만 동작합니다. 출처를 나열하세요`,
}

const TARGET_HEADERS = {
  authorization: (target: string) =>
    `${target}의 '*'는 Authorization도 허용합니다. 그래도 된다면 ['*', 'authorization']이라고 적고, 아니면 헤더를 나열하세요`,
  'literal-wildcard': (target: string) =>
    `${target}에서는 '*'를 그대로 보내는데, 자격 증명을 쓰면 브라우저가 이를 와일드카드가 아니라 헤더 이름으로 읽습니다. 헤더를 나열하세요`,
  'content-type': (target: string) =>
    `${target}에서는 항상 Content-Type을 허용합니다. 그래도 된다면 headers에 'content-type'을 추가하세요`,
  'no-wildcard': (target: string) => `${target}에서는 여기에 '*'를 쓸 수 없습니다. 헤더를 나열하세요`,
  characters: (target: string) => `${target}에서는 이름에 영문자, 숫자, 하이픈, 밑줄만 쓸 수 있습니다`,
  'one-direction': (target: string) =>
    `${target}에서는 headers와 exposeHeaders가 한 목록입니다. 양쪽에 같은 이름을 적으세요`,
}

export const CONVERSION_WORDS_KO: Overlay<typeof CONVERSION_WORDS> = {
  suggestion: (message, suggestion) => `${message}. 혹시 ${suggestion}인가요?`,
  problems: (count) => `변환에 문제가 ${count}개 있습니다:`,
  place: (path, line, column) => `${path} (${line}행 ${column}열)`,
  more: (count) => `… 그리고 ${count}개가 더 있습니다. 모두 오류의 problems에 있습니다`,
}
