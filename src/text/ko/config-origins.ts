import type { ORIGIN_TEXTS } from '../config-origins.js'
import { display } from '../display.js'
import type { Overlay } from '../language.js'

const ORIGIN_SYNTAX: Readonly<Record<string, string>> = {
  'not-an-origin': '값은 출처(scheme://host[:port])도 출처 패턴도 아닙니다',
  several: '값에 공백이나 쉼표가 있습니다. 항목 하나에 출처 하나만 적거나, parseOrigins()로 문자열을 나누세요',
  semicolon:
    '값에 세미콜론이 있습니다. 항목 하나에 출처 하나만 적거나, parseOrigins()에 쉼표로 구분한 문자열을 전달하세요',
  quoted: '값에 따옴표가 들어 있습니다',
  'every-host': "값은 모든 호스트와 일치합니다. 그런 뜻이라면 origins: '*'를 쓰고, 아니라면 도메인을 추가하세요",
  'address-wildcard': '값은 주소에 와일드카드를 썼습니다. 주소 범위는 프리픽스 길이(CIDR)로 적습니다',
  'regular-expression': '값은 정규 표현식처럼 보입니다. https://*.example.com 같은 패턴만 지원합니다',
  'scheme-wildcard': '값은 스킴에 와일드카드를 썼습니다. http와 https를 항목 두 개로 적으세요',
  'wildcard-place':
    "값에는 '*'를 쓸 수 없는 자리에 '*'가 있습니다. 맨 앞 레이블 전체(https://*.example.com), 첫 번째 레이블의 일부(https://pr-*.example.com), 포트(http://localhost:*)에만 쓸 수 있습니다",
  'no-scheme': '값에 스킴이 없습니다',
  'trailing-dot': '값의 호스트가 점으로 끝납니다',
  'port-zero': '값의 포트가 0입니다. 포트 0에서 제공되는 페이지는 없습니다',
  port: '값의 포트가 1부터 65535까지의 숫자가 아닙니다. 항목 하나에 포트 하나만 적거나, 모든 포트를 허용하려면 :*를 쓰세요',
  'none-in-list': "값은 출처가 아닙니다. 다른 출처를 하나도 허용하지 않으려면 origins: 'none'을 쓰세요",
}

const ORIGINS_MISSING = {
  missing: "origins가 없습니다. 응답을 읽을 수 있는 출처를 나열하거나 'none' 또는 '*'를 쓰세요",
  unset: '출처가 없습니다. 값이 undefined입니다. 환경 변수가 설정되어 있나요?',
  empty: '출처가 없습니다. 값이 비어 있습니다. 환경 변수가 설정되어 있나요?',
} as const

export const ORIGIN_KO: Overlay<typeof ORIGIN_TEXTS> = {
  'origins-missing': ({ fault }) => ORIGINS_MISSING[fault],
  'origin-syntax': (problem) => {
    if (problem.fault === 'keyword') {
      const meaning = problem.keyword === '*' ? '모든 출처를 허용하려면' : '다른 출처를 하나도 허용하지 않으려면'
      return `parseOrigins()는 '${problem.keyword}' 값을 받지 않습니다. ${meaning} 코드에 origins: '${problem.keyword}' 형태로 적으세요`
    }
    const subject = display(problem.value)
    if (problem.fault === 'too-long') {
      return `${subject} 값은 ${problem.length}자입니다. 출처는 최대 ${problem.maximum}자입니다`
    }
    return `${subject} ${ORIGIN_SYNTAX[problem.fault]}`
  },
  'origin-null': ({ value }) =>
    `${display(value)} 출처는 샌드박스 iframe이면 어디서나 보낼 수 있으므로, 허용하면 모든 사이트를 허용하게 됩니다. 실제 출처를 나열하세요`,
  'origin-scheme': (problem) => {
    const subject = display(problem.value)
    if (problem.fault === 'file') {
      return `${subject} 출처를 허용하면 사용자가 여는 모든 HTML 파일을 허용하게 됩니다. 앱을 app://. 같은 자체 스킴으로 제공하고(Electron은 protocol.handle, Cordova는 scheme 설정) 그 출처를 적으세요`
    }
    if (problem.fault === 'never')
      return `${subject} 값은 어떤 요청과도 일치하지 않습니다. 스킴이 ${problem.scheme}인 출처를 갖는 페이지는 없습니다`
    return `${subject} 값은 어떤 요청과도 일치하지 않습니다. WebSocket의 Origin은 페이지의 출처이며 스킴은 ${problem.meant}입니다`
  },
  'origin-not-canonical': ({ fault, value }) =>
    fault === 'range'
      ? `${display(value)} 값은 이 주소 범위의 정규 형식이 아닙니다`
      : `${display(value)} 값은 어떤 요청과도 일치하지 않습니다. 브라우저는 이 출처를 다른 형태로 보냅니다`,
  'insecure-origin': ({ value, ...stakes }) =>
    `${display(value)} 출처는 평문 http를 씁니다. 네트워크 경로에 있는 누구나 그 페이지를 조작해 ${harm(stakes)}. https를 쓰거나 dangerouslyAllowInsecureOrigins를 설정하세요`,
  'public-suffix': (problem) => {
    const subject = display(problem.value)
    const option = 'dangerouslyAllowPublicSuffixSubdomains를 설정하세요'
    switch (problem.fault) {
      case 'subdomains':
        return `${subject} 패턴은 ${problem.domain} 아래의 이름을 허용하는데, 누구나 그런 이름을 등록해 ${harm(problem)}. 직접 소유한 이름만 나열하거나, ${option}`
      case 'any-host':
        return `${subject} 패턴은 스킴이 ${problem.scheme}인 모든 앱이나 확장 프로그램을 허용합니다. 그중 무엇이든 ${harm(problem)}. 직접 만든 것만 나열하거나, ${option}`
      case 'label':
        return `${subject} 패턴은 남의 도메인과도 일치합니다. ${problem.domain} 아래에는 누구나 이름을 등록할 수 있습니다. 직접 소유한 도메인 아래에서 '*'를 레이블 전체로 쓰세요`
      case 'no-list':
        return `${subject} 값은 확인할 수 없습니다. cors-policy-no-suffixes 조건 때문에 이 번들에는 공개 접미사 목록(public suffix list)이 없습니다. 출처를 그대로 나열하거나 그 조건 없이 번들하세요`
    }
  },
  'public-address': ({ value, ...stakes }) =>
    `${display(value)} 범위에는 공인 주소가 있는데, 누구나 그런 주소를 얻어 ${harm(stakes)}. 범위를 좁히거나 dangerouslyAllowPublicAddresses를 설정하세요`,
}

/** Follows the person who does it, and ends the sentence. */
function harm({ credentials, enforce }: { readonly credentials: boolean; readonly enforce: boolean }): string {
  if (!enforce) return '사용자의 데이터를 읽을 수 있습니다'
  return credentials ? '사용자의 데이터를 읽고 바꿀 수 있습니다' : '데이터를 바꾸는 요청을 보낼 수 있습니다'
}
