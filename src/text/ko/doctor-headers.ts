import type { HEADER_TEXTS } from '../doctor-headers.js'
import type { Overlay } from '../language.js'

const ALLOW_ORIGIN = 'Access-Control-Allow-Origin'
const LIST_ORIGIN = '요청의 Origin이 목록에 있으면 그 값을 헤더에 쓰고 Vary: Origin을 추가하세요.'
const MAP = '$http_origin의 map으로 출처를 고르고 Vary: Origin을 추가하세요.'
const ONE_ORIGIN = '이 헤더에는 출처 하나만 쓸 수 있습니다.'
const blocked = () => '요청이 CORS 정책 때문에 차단되었다는 메시지가 콘솔에 나오고, 페이지는 TypeError를 받습니다.'

interface Allowed {
  readonly value: string
  readonly origin: string
}

/** A value of Access-Control-Allow-Origin that is not the origin of the page. */
const differs = ({ value, origin }: Allowed) => `${ALLOW_ORIGIN} 헤더는 ${value}인데 페이지의 출처는 ${origin}입니다`

export const HEADER_KO: Overlay<typeof HEADER_TEXTS> = {
  'allow-origin-missing': {
    title: ({ origin, everywhere }) =>
      everywhere
        ? `모든 응답에 ${ALLOW_ORIGIN} 헤더가 없습니다`
        : `${origin} 출처의 요청에 대한 응답에 ${ALLOW_ORIGIN} 헤더가 없습니다`,
    impact: () => "요청한 리소스에 'Access-Control-Allow-Origin' 헤더가 없다는 메시지가 콘솔에 나옵니다.",
    fix: missingFix,
  },
  'allow-origin-doubled': {
    title: ({ names, value }) =>
      `${names.join(', ')} 헤더가 두 번 전송됩니다(${value}). 두 계층이 CORS 헤더를 추가합니다`,
    impact: () =>
      '브라우저는 둘을 합쳐 값 하나로 읽습니다. Access-Control-Allow-Origin이라면 값은 하나만 허용되는데 여러 개라는 메시지가 콘솔에 나옵니다.',
    fix: () => ({
      app: '한 계층만 CORS 헤더를 설정하게 하세요. 앱과 앞단의 프록시 중 한쪽에서 빼고, CORS를 한 번만 등록하세요.',
      nginx: 'add_header Access-Control-* 줄을 지우거나, 앱이 보낸 헤더를 proxy_hide_header로 제거하세요.',
      apache: "'Header add'를 'Header set'으로 바꾸거나, 앱이 헤더를 보낸다면 지우세요.",
      caddy: 'header 지시어를 지우거나, 앱의 헤더를 header_down -Access-Control-Allow-Origin으로 지우세요.',
      iis: 'web.config의 customHeaders를 지우거나, 앱에서 CORS를 빼세요.',
      cdn: '응답 헤더 정책이 서버가 보낸 값을 덮어쓰게 하거나, 그 정책을 빼세요.',
      'load-balancer': '헤더를 추가하지 말고 바꾸세요(http-response set-header).',
      'api-gateway': '게이트웨이와 앱 중 한쪽의 CORS를 끄세요.',
    }),
  },
  'allow-origin-list': {
    title: ({ value }) => `${ALLOW_ORIGIN} 헤더가 목록입니다: ${value}`,
    impact: () => '헤더의 값은 하나만 허용되는데 여러 개라는 메시지가 콘솔에 나옵니다.',
    fix: () => ({
      app: `${ONE_ORIGIN} ${LIST_ORIGIN}`,
      nginx: `${ONE_ORIGIN} ${MAP}`,
      caddy: `${ONE_ORIGIN} matcher로 Origin을 비교하고 Vary: Origin을 추가하세요.`,
      cdn: `${ONE_ORIGIN} 출처 목록이 있는 응답 헤더 정책을 쓰세요. 그러면 요청한 출처만 헤더에 담아 보냅니다.`,
      'api-gateway': `${ONE_ORIGIN} 게이트웨이의 CORS 설정에 여러 출처를 나열하거나, 함수에서 고르세요.`,
    }),
  },
  'allow-origin-scheme': {
    title: (item) => `${differs(item)} (스킴이 다름)`,
    impact: blocked,
    fix: () => ({
      app: '출처를 페이지와 같은 스킴으로 적으세요. TLS를 종료하는 프록시가 앞에 있다면 요청의 스킴으로 출처를 만들지 마세요.',
    }),
  },
  'allow-origin-port': {
    title: (item) => `${differs(item)} (포트가 다름)`,
    impact: blocked,
    fix: () => ({ app: '출처에 포트까지 적으세요. 기본 포트(443, 80)라면 빼세요.' }),
  },
  'allow-origin-trailing-slash': {
    title: ({ value }) => `${ALLOW_ORIGIN} 헤더가 ${value}입니다. 출처는 슬래시로 끝나지 않습니다`,
    impact: blocked,
    fix: () => ({
      app: '설정에서 슬래시를 지우세요.',
      nginx: 'add_header 줄에서 슬래시를 지우세요.',
      cdn: '응답 헤더 정책에서 슬래시를 지우세요.',
      bucket: '버킷의 CORS 규칙에서 슬래시를 지우세요.',
      'api-gateway': '허용 출처 목록에서 슬래시를 지우세요.',
    }),
  },
  'allow-origin-null': {
    title: ({ origin }) => `${ALLOW_ORIGIN} 헤더는 null인데 페이지의 출처는 ${origin}입니다`,
    impact: blocked,
    fix: () => ({ app: `null을 절대 보내지 마세요. 어떤 사이트든 이 출처로 요청할 수 있습니다. ${LIST_ORIGIN}` }),
  },
  'allow-origin-empty': {
    title: () => `${ALLOW_ORIGIN} 헤더가 비어 있습니다`,
    impact: blocked,
    fix: () => ({
      app: `값이 비어 있으면 헤더를 아예 보내지 마세요. ${LIST_ORIGIN} 값이 들어 있는 변수나 설정도 확인하세요.`,
    }),
  },
  'allow-origin-pattern': {
    title: ({ value }) => `${ALLOW_ORIGIN} 헤더가 ${value}입니다. 브라우저는 패턴을 이해하지 못합니다`,
    impact: blocked,
    fix: () => ({ app: `이 헤더에는 출처 하나 또는 '*'만 쓸 수 있습니다. ${LIST_ORIGIN}` }),
  },
  'allow-origin-no-scheme': {
    title: ({ value }) => `${ALLOW_ORIGIN} 헤더가 ${value}입니다. 스킴이 없어서 출처가 아닙니다`,
    impact: blocked,
    fix: ({ origin }) => ({ app: `출처 전체를 쓰세요: ${origin}.` }),
  },
  'allow-origin-quoted': {
    title: ({ value }) => `${ALLOW_ORIGIN} 헤더의 값(${value})에 따옴표가 있습니다`,
    impact: blocked,
    fix: () => ({ app: '값에서 따옴표를 지우세요.' }),
  },
  'allow-origin-other': {
    title: differs,
    impact: blocked,
    fix: ({ origin }) => ({
      app: LIST_ORIGIN,
      nginx: MAP,
      apache: 'SetEnvIf Origin으로 출처를 고르고 Vary: Origin을 추가하세요.',
      iis: `IIS CORS 모듈에 ${origin} 출처를 추가하거나, 앱에서 출처를 고르세요.`,
      cdn: 'Origin을 서버로 전달하고 캐시 키에 넣거나, 응답 헤더 정책에 출처를 나열하세요.',
      bucket: `버킷의 CORS 규칙에 ${origin} 출처를 추가하세요.`,
      'api-gateway': '게이트웨이의 CORS 설정에 출처를 나열하세요.',
    }),
  },
  'allow-origin-wildcard-credentials': {
    title: () => `${ALLOW_ORIGIN} 헤더가 '*'입니다. 자격 증명이 포함되면 브라우저는 이 값을 무시합니다`,
    impact: () =>
      "요청의 credentials 모드가 'include'일 때는 헤더에 와일드카드 '*'를 쓸 수 없다는 메시지가 콘솔에 나옵니다.",
    fix: () => ({
      app: '출처를 나열하고 자격 증명을 허용하거나, 자격 증명 없이 요청하세요. 그렇다고 모든 Origin을 그대로 돌려주지는 마세요.',
      nginx: `${MAP} Access-Control-Allow-Credentials: true도 추가하세요.`,
      cdn: '응답 헤더 정책에 출처를 나열하고 자격 증명을 허용하세요.',
      'api-gateway': 'CORS 설정에 출처를 나열하고 자격 증명을 허용하세요.',
    }),
  },
  'allow-credentials-missing': {
    title: () => '요청에 자격 증명이 포함되는데 Access-Control-Allow-Credentials 헤더가 없습니다',
    impact: () => "헤더의 값이 ''인데 'true'여야 한다는 메시지가 콘솔에 나옵니다.",
    fix: () => ({
      app: 'CORS 정책에서 프리플라이트와 응답 모두에 자격 증명을 허용하거나, 자격 증명 없이 요청하세요.',
    }),
  },
  'allow-credentials-not-true': {
    title: ({ value }) => `Access-Control-Allow-Credentials 헤더가 '${value}'입니다. 정확히 'true'여야 합니다`,
    impact: () => "헤더의 값이 'true'여야 한다는 메시지가 콘솔에 나옵니다.",
    fix: () => ({
      app: "소문자로 'true'를 한 번만 보내세요. 허용하지 않으려면 'false'를 보내지 말고 헤더를 빼세요.",
      nginx: "'true'를 한 번만 보내세요. 앱도 보낸다면 둘 중 하나를 지우세요.",
    }),
  },
}

function missingFix({ origin, everywhere }: { readonly origin: string; readonly everywhere: boolean }) {
  if (origin === 'null') {
    return {
      page: '페이지를 실제 출처에서 제공하세요. 샌드박스 iframe과 로컬 파일은 Origin: null을 보내며, 이 값은 어떤 사이트든 보낼 수 있습니다. null을 허용하지 마세요.',
      app: 'null을 허용하지 마세요. 페이지를 실제 출처에서 제공하세요.',
    }
  }
  const add = `신뢰한다면 ${origin} 출처를 허용 목록에 추가하세요.`
  return {
    app: everywhere
      ? `CORS를 앱 전체에, 라우트보다 먼저 등록하고(Express: 라우트 하나가 아니라 app.use(cors(…))), 신뢰한다면 ${origin} 출처를 허용하세요.`
      : `${add} 이미 있다면 일부 라우트, 오류, OPTIONS처럼 CORS가 적용되지 않는 응답이 있는지 확인하세요.`,
    nginx: `${add} 앱이 헤더를 보낸다면 proxy_hide_header를 찾아보세요. add_header가 하나라도 있는 location은 바깥의 add_header를 상속하지 않으며, 오류 응답에는 'always'가 필요합니다.`,
    apache: `${add} 오류 응답에도 붙도록 'Header always set'을 쓰세요.`,
    caddy: `${add} CORS 헤더와 함께 OPTIONS에 응답하거나, OPTIONS를 앱으로 전달하세요.`,
    iis: `${add} IIS CORS 모듈을 쓰세요. web.config의 customHeaders는 출처를 고를 수 없습니다.`,
    cdn: 'Origin 헤더를 서버로 전달하거나(CloudFront: 원본 요청 정책 CORS-S3Origin), CORS가 있는 응답 헤더 정책을 추가하세요.',
    bucket: `버킷에 ${origin} 출처와 메서드를 허용하는 CORS 규칙을 추가하세요.`,
    'load-balancer': `${add} 로드 밸런서 뒤의 앱에서 설정하세요.`,
    'api-gateway': `게이트웨이의 CORS를 켜고(Kong: cors 플러그인) ${origin} 출처를 허용하세요. 게이트웨이가 요청을 전달만 한다면 함수에서 헤더를 보내야 합니다.`,
  }
}
