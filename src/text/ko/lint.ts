import type { Overlay } from '../language.js'
import type { ADVICE_TEXTS } from '../lint.js'

export const ADVICE_KO: Overlay<typeof ADVICE_TEXTS> = {
  'content-type-not-allowed': () =>
    "스크립트가 JSON을 보낼 수 없습니다. 보내야 한다면 headers에 'content-type'을 추가하세요",
  'authorization-not-covered': () =>
    "'*'에는 Authorization이 포함되지 않습니다. 스크립트가 토큰을 보낸다면 ['*', 'authorization']이라고 적으세요",
  'max-age-above-limit': ({ chromium, webkit }) =>
    `프리플라이트 결과를 Chrome은 최대 ${chromium}초, Safari는 최대 ${webkit}초까지만 캐시합니다`,
  'max-age-missing': ({ assumed, suggested }) =>
    `maxAge가 없으면 브라우저가 ${assumed}초마다 프리플라이트를 다시 보냅니다. maxAge: ${suggested} 정도로 설정하는 것이 좋습니다`,
  'max-age-zero': () => '브라우저가 요청마다 먼저 프리플라이트를 보냅니다. maxAge: 0은 디버깅할 때만 쓰세요',
  'localhost-in-production': ({ origin }) =>
    `'${origin}' 항목은 사용자 컴퓨터에서 실행되는 모든 프로그램을 허용합니다. 운영 설정에는 localhost를 넣지 마세요`,
  'insecure-origin': ({ origin }) =>
    `'${origin}' 출처는 평문 http를 쓰므로, 네트워크 경로에 있는 누구나 이 출처를 사칭할 수 있습니다. 가능하면 https를 쓰세요`,
  'public-suffix-pattern': ({ origin, domain }) =>
    `'${origin}' 패턴은 ${domain} 아래의 이름을 허용하는데, 그런 이름은 누구나 등록할 수 있습니다. 직접 소유한 이름만 나열하세요`,
  'apex-not-covered': ({ origin, apex }) =>
    `'${origin}' 패턴은 '${apex}' 자체와는 일치하지 않습니다. 그 출처의 페이지도 요청을 보낸다면 함께 추가하세요`,
  'origin-covered': ({ origin, by }) => `'${origin}' 항목은 효과가 없습니다. ${COVERED_BY[by]}`,
  'name-covered': ({ name }) => `'${name}' 항목은 효과가 없습니다. '*'에 포함됩니다`,
  'safelisted-method': ({ name }) => `'${name}' 항목은 효과가 없습니다. CORS로는 이 메서드를 금지할 수 없습니다`,
  'options-method': () =>
    "'OPTIONS'는 스크립트가 직접 OPTIONS 요청을 보낼 때만 필요하고, 프리플라이트에는 필요 없습니다. 직접 보내지 않는다면 빼세요",
  'safelisted-request-header': ({ name }) =>
    name === 'range'
      ? "'range'는 'bytes=0-'이나 'bytes=0-499' 같은 범위가 아닐 때만 필요합니다. 이런 범위는 원래 허용됩니다"
      : `'${name}' 항목은 128바이트를 넘는 값처럼 특이한 값에만 필요합니다. 다른 값은 모두 원래 허용됩니다`,
  'safelisted-response-header': ({ name }) =>
    `'${name}' 항목은 효과가 없습니다. 응답을 받는 스크립트라면 이 헤더를 항상 읽을 수 있습니다`,
  'protocol-headers-missing': ({ protocol, option, names }) =>
    `${protocol} 클라이언트는 ${names.join(', ')} 헤더를 ${option === 'headers' ? '보냅니다' : '읽습니다'}. ${option}에 추가하세요`,
  'credentials-without-enforce': () =>
    'CORS는 다른 사이트에서 쿠키와 함께 보낸 POST 요청이 실행되는 것을 막지 않습니다. 앱에 CSRF 방어가 없다면 enforce: true를 설정하세요',
  'dangerous-option-unneeded': ({ option }) => `이 설정에는 ${option} 옵션이 필요 없습니다. 빼세요`,
  'exemption-unneeded': ({ option, origin }) =>
    `'${origin}' 출처에는 ${option} 옵션이 필요 없습니다. 그 목록에서 빼세요`,
}

const COVERED_BY = {
  wildcard: "'*'가 이미 모든 출처를 허용합니다",
  pattern: '목록에 있는 패턴과 일치합니다',
  'outer-config': '바깥 설정의 origins와 먼저 일치합니다',
}
