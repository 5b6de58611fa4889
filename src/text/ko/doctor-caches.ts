import type { CACHE_TEXTS } from '../doctor-caches.js'
import type { Overlay } from '../language.js'

const VARY = {
  app: '모든 응답에 Vary: Origin을 보내세요. Origin이 없는 요청의 응답과 오류 응답에도 필요합니다.',
  nginx: "add_header 줄이 있는 location마다 'add_header Vary Origin always;'를 추가하세요.",
  cdn: 'Origin을 캐시 키에 넣고(CloudFront: Origin 헤더가 있는 캐시 정책), 서버가 Vary: Origin을 보내게 하세요.',
  'load-balancer': '앱이 Vary: Origin을 보내게 하고, 중간에서 지우지 마세요.',
  'api-gateway': '응답에 Vary: Origin을 추가하세요. API 캐싱을 쓴다면 Origin을 캐시 키로 지정하세요.',
}
const vary = () => VARY
const purge = () => ({
  ...VARY,
  app: `${VARY.app} 그런 다음 캐시를 비우세요.`,
  nginx:
    '앱이 모든 응답에 Vary: Origin을 보내게 하거나 proxy_cache_key에 $http_origin을 넣으세요. 그런 다음 캐시를 비우세요.',
  cdn: `${VARY.cdn} 그런 다음 캐시를 비우세요.`,
})
const because = ({ proof }: { readonly proof: string }) => (proof === '' ? '' : ` (${proof})`)

export const CACHE_KO: Overlay<typeof CACHE_TEXTS> = {
  'cached-without-cors': {
    title: (item) => `캐시가 CORS 헤더 없는 사본을 돌려줍니다. Origin 없는 요청 때 저장된 사본입니다${because(item)}`,
    impact: () =>
      '될 때도 있고 안 될 때도 있습니다. <img>나 크롤러가 캐시를 채우고 나면 페이지는 Access-Control-Allow-Origin 없는 사본을 받습니다. 그러면 캔버스는 오염(tainted)되고 글꼴은 불러오지 못합니다.',
    fix: purge,
  },
  'cached-for-another-origin': {
    title: (item) => `캐시가 다른 사이트(${item.value})용 사본을 돌려줍니다${because(item)}`,
    impact: () => '어느 사이트가 먼저 요청했느냐에 따라 한 사이트에서는 되고 다른 사이트에서는 안 됩니다.',
    fix: purge,
  },
  'cacheable-without-cors': {
    title: () =>
      'Origin 없는 요청의 응답에 Access-Control-Allow-Origin도 Vary: Origin도 없고, 이 응답은 캐시될 수 있습니다',
    impact: () =>
      '<img>가 이 URL을 먼저 불러오기 전까지는 잘 됩니다. 그 뒤에는 브라우저나 CDN이 캔버스, 글꼴, fetch()에 그 사본을 주므로 차단됩니다.',
    fix: () => ({
      ...VARY,
      bucket:
        '버킷은 Origin이 있을 때만 Vary를 보냅니다. 앞단의 CDN에서 Vary: Origin을 추가하거나, 이미지를 불러오는 모든 곳에 crossorigin 속성을 쓰세요.',
      page: '모든 사본에 헤더가 있도록, 이 URL을 불러오는 모든 곳에 crossorigin 속성을 쓰세요.',
    }),
  },
  'instances-differ': {
    title: ({ good, bad, preflight }) =>
      `같은 ${preflight ? '프리플라이트' : '요청'}인데 응답이 다릅니다. ${good + bad}번 중 ${good}번만 통과하며, 캐시 때문이 아닙니다`,
    impact: () => '어느 서버가 응답하느냐에 따라 될 때도 있고 안 될 때도 있습니다.',
    fix: () => ({
      app: '모든 인스턴스에 같은 버전과 같은 CORS 설정을 배포하세요.',
      'load-balancer': '로드 밸런서의 대상을 서로 비교하세요. 그중 하나의 CORS 설정이 다릅니다.',
    }),
  },
  'vary-missing': {
    title: () => 'Vary: Origin이 없어서 캐시가 한 사이트의 사본을 다른 사이트에 줄 수 있습니다',
    impact: () => '캐시(브라우저 캐시 포함)가 두 사이트에 응답하기 전까지는 잘 됩니다. 그 뒤에는 한쪽이 차단됩니다.',
    fix: vary,
  },
  'vary-missing-without-origin': {
    title: () => 'Origin 없는 요청의 응답에 Vary: Origin이 없어서, 캐시가 그 사본을 페이지에 줄 수 있습니다',
    impact: () =>
      '<img>가 이 URL을 먼저 불러오기 전까지는 잘 됩니다. 그 뒤에는 캔버스, 글꼴, fetch()가 CORS 헤더 없는 사본을 받습니다.',
    fix: vary,
  },
  'vary-missing-error': {
    title: () => '오류 응답에 Vary: Origin이 없습니다',
    impact: () => '캐시가 404를 저장하기 전까지는 잘 됩니다. 그 뒤에는 다른 사이트에서 404 대신 CORS 오류로 보입니다.',
    fix: vary,
  },
  'vary-missing-preflight': {
    title: () => '프리플라이트 응답에 Vary: Origin이 없습니다',
    impact: () => '브라우저와 대부분의 캐시는 OPTIONS 응답을 저장하지 않습니다. 저장하도록 설정된 CDN은 예외입니다.',
    fix: vary,
  },
  'error-without-cors': {
    title: ({ status }) => `오류 응답(${status})에 CORS 헤더가 없습니다`,
    impact: () => '콘솔에 진짜 오류 대신 CORS 오류가 나옵니다. 페이지는 상태 코드도 메시지도 알 수 없습니다.',
    fix: () => ({
      app: '404와 500에도 헤더가 붙도록 CORS를 앱 전체에, 가장 먼저 등록하세요.',
      nginx: "add_header에 'always'를 추가하세요. 없으면 nginx는 오류 응답에 헤더를 붙이지 않습니다.",
      apache: "'Header always set'을 쓰세요. 'always'가 없으면 Apache는 오류 응답에 헤더를 붙이지 않습니다.",
      cdn: '사용자 지정 오류 페이지와 방화벽의 응답에도 헤더를 추가하세요(CloudFront: 응답 헤더 정책).',
      'load-balancer':
        '로드 밸런서 자체의 오류(502, 503, 504)에는 CORS 헤더가 없습니다. 오류 페이지에 헤더를 추가하세요.',
      'api-gateway': '게이트웨이 자체의 응답에 헤더를 추가하세요(AWS: DEFAULT_4XX, DEFAULT_5XX).',
    }),
  },
  'redirect-cross-origin': {
    title: ({ from, to }) => `요청이 ${from} 주소에서 ${to} 주소로 리디렉션되어 서버에 Origin: null로 도착합니다`,
    impact: () =>
      '첫 번째 URL에서 리디렉션된 마지막 URL 요청이 CORS 정책 때문에 차단되었다는 메시지가 콘솔에 나옵니다.',
    fix: () => ({
      page: '최종 URL로 바로 요청하세요. 서버에서 null을 허용하지 마세요. 어떤 사이트든 보낼 수 있는 값입니다.',
      cdn: 'CDN이 리디렉션하는 대신 그 URL을 직접 가져오게 하거나, 최종 URL로 바로 요청하세요.',
    }),
  },
  'redirect-without-cors': {
    title: ({ status, location }) =>
      `요청이 리디렉션되는데(${status === 0 ? '' : `${status}, `}${location}), 리디렉션 응답에 CORS 헤더가 없습니다`,
    impact: () => "'Access-Control-Allow-Origin' 헤더가 없다는 메시지가 콘솔에 나오고, 리디렉션 전의 URL이 표시됩니다.",
    fix: () => ({
      page: '최종 URL로 바로 요청하세요. 스킴, 호스트, 끝의 슬래시를 확인하세요.',
      app: '페이지에서 최종 URL을 쓰거나(끝의 슬래시 확인), 리디렉션 코드보다 먼저 CORS를 등록하세요.',
    }),
  },
  'redirect-refused': {
    title: ({ detail }) => `요청이 리디렉션에서 실패합니다. ${detail}`,
    impact: () => '리디렉션이 실패했거나 허용되지 않는다는 메시지가 콘솔에 나옵니다.',
    fix: () => ({
      app: '최종 URL로 바로 요청하거나 리디렉션을 고치세요. Location에는 사용자 이름과 비밀번호가 없는 절대 https URL 하나만 있어야 하고, 리디렉션 전후의 응답 모두에 CORS 헤더가 있어야 합니다.',
    }),
  },
}
