import type { SECURITY_TEXTS } from '../doctor-security.js'
import type { Overlay } from '../language.js'

/** Follows the one who does it, and ends the sentence. */
const reads = ({ credentials }: { readonly credentials: boolean }) =>
  `${credentials ? '방문자의 쿠키로' : '쿠키 없이'} 이 URL의 응답을 읽을 수 있습니다.`
const COMPARE =
  'Origin 전체를 목록과 비교하세요. startsWith, endsWith, includes나 점을 이스케이프하지 않은 정규 표현식으로 비교하지 마세요. vercel.app 같은 공유 도메인 아래의 모든 이름을 허용하지 마세요.'

export const SECURITY_KO: Overlay<typeof SECURITY_TEXTS> = {
  'origin-reflected': {
    title: ({ origin }) => `모든 출처가 허용됩니다. 서버가 ${origin} 값을 그대로 돌려줍니다`,
    impact: (item) => `겉으로는 문제가 없어 보이지만, 어떤 사이트든 ${reads(item)}`,
    fix: () => ({
      app: '신뢰하는 출처를 나열하세요. (cors와 @fastify/cors는 origin: true일 때, FastAPI는 allow_origins=["*"]와 자격 증명을 함께 쓸 때 Origin을 그대로 돌려줍니다.)',
      nginx: '$http_origin을 헤더에 그대로 넣지 마세요. $http_origin의 map으로 고르세요.',
      cdn: '응답 헤더 정책에 출처를 나열하세요.',
      'api-gateway': 'CORS 설정에 출처를 나열하세요.',
    }),
  },
  'near-miss-accepted': {
    title: ({ origin }) => `${origin} 출처가 허용됩니다. 페이지의 출처와 비슷해 보일 뿐 다른 출처입니다`,
    impact: (item) => `겉으로는 문제가 없어 보이지만, 그런 이름을 등록하면 누구나 ${reads(item)}`,
    fix: () => ({
      app: COMPARE,
      nginx: 'map의 정규 표현식을 ^와 $로 고정하고 점을 이스케이프하세요: ~^https://([a-z0-9-]+\\.)?example\\.com$',
      'api-gateway': COMPARE,
    }),
  },
  'scheme-not-checked': {
    title: ({ origin }) => `같은 호스트의 평문 http 출처가 허용됩니다: ${origin}`,
    impact: (item) => `겉으로는 문제가 없어 보이지만, 같은 네트워크에 있는 누구나 그런 페이지를 띄워 ${reads(item)}`,
    fix: () => ({ app: '스킴도 비교하세요. https:// 출처만 나열하세요.' }),
  },
  'port-not-checked': {
    title: ({ origin }) => `같은 호스트의 다른 포트가 허용됩니다: ${origin}`,
    impact: (item) => `겉으로는 문제가 없어 보이지만, 그 호스트에서 실행되는 다른 프로그램도 ${reads(item)}`,
    fix: () => ({ app: '포트도 비교하세요.' }),
  },
  'null-accepted': {
    title: () => '출처 null이 허용됩니다',
    impact: (item) =>
      `겉으로는 문제가 없어 보이지만, 어떤 사이트든 샌드박스 iframe에서 이 출처로 요청해 ${reads(item)}`,
    fix: () => ({
      app: '허용 출처 목록에서 null을 빼세요. 로컬 파일이나 앱이라면 페이지를 실제 출처에서 제공하세요.',
      nginx: '$http_origin의 map에서 null을 빼세요.',
    }),
  },
  'cookie-over-http': {
    title: () => '쿠키가 평문 http로 전송됩니다',
    impact: () =>
      '네트워크 경로에 있는 누구나 쿠키를 읽고 설정할 수 있습니다. Secure 쿠키는 전송되지 않아 로그아웃된 것처럼 보입니다.',
    fix: () => ({ app: 'API를 https로 제공하고 쿠키에 Secure를 설정하세요.' }),
  },
  'cookie-not-cross-site': {
    title: ({ names, origin }) =>
      `쿠키(${names.join(', ')})에 SameSite=None; Secure가 없어서, 다른 사이트의 페이지(${origin})에서는 브라우저가 저장하지 않습니다`,
    impact: () => '로그인은 성공하지만 다음 요청은 로그인되지 않은 상태입니다.',
    fix: () => ({
      app: 'SameSite=None; Secure를 설정하되, 서드파티 쿠키를 차단하는 브라우저가 있다는 점에 유의하세요. 아니면 API를 페이지와 같은 사이트의 서브도메인에서 제공하세요.',
    }),
  },
  'cookie-ignored': {
    title: ({ names }) => `서버가 쿠키(${names.join(', ')})를 설정하지만, 페이지는 자격 증명을 보내지 않습니다`,
    impact: () => '브라우저가 쿠키를 무시합니다.',
    fix: () => ({
      page: "페이지에 쿠키가 필요하다면 credentials: 'include'를 쓰고, doctor에 --credentials를 붙여 실행하세요.",
    }),
  },
}
