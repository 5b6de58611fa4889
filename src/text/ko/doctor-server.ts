import type { SERVER_TEXTS } from '../doctor-server.js'
import type { Overlay } from '../language.js'

const HIDDEN = '오류 응답에 CORS 헤더가 없어서 콘솔에는 CORS 오류로 나옵니다. 진짜 원인은 서버의 오류입니다.'

export const SERVER_KO: Overlay<typeof SERVER_TEXTS> = {
  'server-failing': {
    title: ({ status, standIn, server, recorded }) =>
      `서버가 ${recorded ? '' : 'Origin이 있든 없든 '}${status} 오류로 응답합니다${/^ERR_/.test(server) ? ` (${server})` : ''}. ${
        standIn && status === 404 ? '다른 메서드에만 있는 URL이 아니라면 ' : ''
      }${recorded && status === 403 ? '출처 때문일 수 있습니다' : 'CORS 문제가 아닙니다'}`,
    impact: ({ readable, status }) => (readable ? `페이지가 받는 응답의 상태 코드가 ${status}입니다.` : HIDDEN),
    fix: ({ status, standIn }) => {
      const gateway = GATEWAY[status] ?? '로그를 보고, 앱에 직접 요청해 보세요.'
      return {
        app: appFix(status, standIn),
        nginx: gateway,
        apache: gateway,
        caddy: gateway,
        'load-balancer': gateway,
        cdn: gateway,
        'api-gateway': gateway,
      }
    },
  },
  'challenge-page': {
    title: ({ by }) => `${CHALLENGES[by] ?? '방화벽이'} 사람만 통과할 수 있는 확인 페이지(challenge)를 보여 줍니다`,
    impact: () => '스크립트는 이 확인을 통과할 수 없고, 확인 페이지에는 CORS 헤더가 없습니다.',
    fix: () => ({
      app: 'API를 확인 페이지의 대상에서 제외하세요. ngrok이라면 유료 도메인을 쓰거나 ngrok-skip-browser-warning 헤더를 보내세요.',
      cdn: 'API의 경로, 적어도 OPTIONS를 확인 페이지와 봇 차단에서 제외하세요(Cloudflare: Skip 동작의 WAF 규칙).',
      'load-balancer': 'API의 경로, 적어도 OPTIONS를 확인 페이지를 띄우는 방화벽(AWS WAF) 규칙에서 제외하세요.',
    }),
  },
  'login-redirect': {
    title: ({ status, location }) => `요청이 로그인 페이지로 리디렉션됩니다(${status}, ${location})`,
    impact: () => '로그인 페이지에 CORS 헤더가 없어서 콘솔에는 CORS 오류로 나옵니다. 세션이 없거나 만료되었습니다.',
    fix: () => ({
      app: '세션 없는 API 요청에는 CORS 헤더와 함께 401로 응답하고, 로그인 화면으로는 페이지가 직접 이동하게 하세요. 세션을 확인하기 전에 OPTIONS에 응답하세요.',
      cdn: '접근 정책에서 OPTIONS를 통과시키고(Cloudflare Access: "Bypass OPTIONS requests to origin"), 페이지가 먼저 로그인하게 하세요.',
      'load-balancer': '인증 없이 OPTIONS를 전달하고, 인증되지 않은 API 요청의 동작을 deny로 설정하세요.',
    }),
  },
  'redirect-loop': {
    title: ({ url }) => `${url} 주소의 리디렉션이 끝없이 반복됩니다`,
    impact: () =>
      '콘솔에 net::ERR_TOO_MANY_REDIRECTS라고 나오거나, 리디렉션에 CORS 헤더가 없으면 CORS 오류로 나옵니다.',
    fix: () => ({
      app: 'https를 https로 리디렉션하지 않도록, 서버가 프록시의 X-Forwarded-Proto를 신뢰하게 하세요.',
      cdn: 'CDN이 서버에 https로 연결하게 하세요(Cloudflare: SSL 모드를 "Flexible" 대신 "Full (strict)"로).',
      nginx: "$http_x_forwarded_proto가 'https'가 아닐 때만 https로 리디렉션하세요.",
    }),
  },
  'mixed-content': {
    title: ({ origin }) => `페이지(${origin})는 https인데 이 URL은 평문 http입니다`,
    impact: () => "콘솔에 'Mixed Content'라고 나옵니다. 헤더와 상관없이 브라우저가 요청을 보내기 전에 차단합니다.",
    fix: () => ({ app: 'API를 https로 제공하고, 페이지에서 https URL을 쓰세요.' }),
  },
  'local-network-access': {
    title: ({ host }) => `이 호스트(${host})는 로컬 네트워크에 있는데, 페이지는 공개되어 있습니다`,
    impact: ({ secure }) =>
      secure
        ? 'Chrome 142 이상은 먼저 사용자에게 권한을 요청하고(Local Network Access), 허용하지 않으면 요청을 차단합니다.'
        : '페이지가 https가 아니므로 Chrome 142 이상이 요청을 차단합니다(Local Network Access).',
    fix: () => ({
      page: '개발 중이라면 페이지도 localhost에서 여세요. 아니라면 API에 공개 주소를 주세요.',
    }),
  },
  'resource-policy': {
    title: ({ policy, origin }) =>
      `Cross-Origin-Resource-Policy 헤더가 ${policy}이므로 ${origin} 출처의 <img>, <script>, <video>가 차단됩니다`,
    impact: () => 'crossorigin 없는 요소는 net::ERR_BLOCKED_BY_RESPONSE로 실패합니다. CORS 헤더로는 달라지지 않습니다.',
    fix: () => ({
      app: "다른 사이트에서 보여 주어도 되는 리소스에는 Cross-Origin-Resource-Policy: cross-origin을 보내세요(helmet: crossOriginResourcePolicy: { policy: 'cross-origin' }).",
      page: '서버가 CORS 헤더를 보낸다면 crossorigin 속성으로 불러오세요.',
    }),
  },
  'origin-rejected': {
    title: ({ status, origin, preflight }) =>
      `서버가 ${origin} 출처의 요청을 거부하지만(${preflight ? '프리플라이트에 ' : ''}${status}), Origin 없는 요청에는 응답합니다`,
    impact: () => '콘솔에는 CORS 오류로 나옵니다. 같은 URL을 curl이나 주소창으로 열면 됩니다.',
    fix: ({ origin }) => ({
      app: `신뢰한다면 ${origin} 출처를 허용 목록에 추가하세요. 다른 출처를 거부할 때는 오류를 내지 말고 헤더 없이 응답하세요(cors: callback(null, false)).`,
      bucket: `버킷에 ${origin} 출처, 메서드, 각 헤더를 허용하는 CORS 규칙을 추가하세요.`,
      cdn: `방화벽에서 ${origin} 출처를 허용하고 Origin을 서버로 전달하세요.`,
      'api-gateway': `게이트웨이의 허용 목록에 ${origin} 출처를 추가하세요.`,
    }),
  },
  'status-not-ok': {
    title: ({ status }) => `페이지가 받는 응답의 상태 코드가 ${status}입니다`,
    impact: () => '스크립트가 상태 코드를 볼 수 있습니다. CORS는 통과했습니다.',
    fix: ({ status }) => ({
      app:
        status === 401 || status === 403
          ? 'API가 요구하는 자격 증명을 보내세요. 예: --header "authorization: …"'
          : 'URL이 맞는지, 요청에 필요한 내용이 모두 들어 있는지 확인하세요.',
    }),
  },
  'method-not-sent': {
    title: ({ method, status }) =>
      `실제 ${method} 요청은 보내지 않았습니다. 대신 보낸 GET의 상태 코드는 ${status}입니다`,
    impact: ({ status }) =>
      status >= 400
        ? '페이지가 받는 응답에 대해서는 아무것도 알 수 없습니다.'
        : '실제 요청에 대한 응답의 헤더는 다를 수 있습니다.',
    fix: ({ method }) => ({
      page: `${method} 요청을 보내도 괜찮은 환경에서 doctor에 --send-actual을 붙여 실행하세요.`,
    }),
  },
  'no-response': {
    title: () => '실제 요청에 대한 응답이 없습니다',
    impact: () => "콘솔에 'Failed to fetch'와 net::ERR_…가 나옵니다. CORS 문제가 아닙니다.",
    fix: ({ detail }) => ({
      app: `서버가 응답하지 않는 이유를 찾으세요(${detail}). 페이지도 똑같이 실패합니다.`,
    }),
  },
  'same-origin': {
    title: ({ origin }) => `URL이 페이지 자신의 출처(${origin})에 속하므로 CORS와 상관없습니다`,
    impact: () => '헤더와 상관없이 페이지가 응답을 읽습니다.',
    fix: () => ({
      page: '할 일이 없습니다. 콘솔에 CORS 오류가 나온다면 페이지의 출처가 다른 것이니, 페이지의 주소를 확인하세요.',
    }),
  },
  incomplete: {
    title: ({ probes, why }) =>
      why === 'private'
        ? '일부 검사를 끝내지 못했습니다. 사설 네트워크로 가는 리디렉션은 따라가지 않았습니다'
        : `일부 검사를 끝내지 못했습니다. 보내려던 요청 중 ${probes.length}개에 응답이 없습니다(${probes.join(', ')})`,
    impact: () => '이 부분의 결과는 알 수 없습니다.',
    fix: ({ why }) => ({
      page: why === 'private' ? '직접 운영하는 네트워크라면 --follow-private를 쓰세요.' : '--timeout을 늘리세요.',
    }),
  },
}

const CHALLENGES: Readonly<Record<string, string>> = {
  cloudflare: 'Cloudflare가',
  'aws-waf': 'AWS WAF가',
  ngrok: 'ngrok이',
}

/** What a status says about the way to the server; the same for every product. */
const GATEWAY: Readonly<Record<number, string>> = {
  502: '프록시가 앱과 통신할 수 없습니다. 앱이 실행 중인지, 포트가 맞는지, http와 https 중 어느 쪽으로 요청을 받는지 확인하세요(HTTPS 대상 그룹이라면 앱에 TLS가 필요합니다).',
  503: '프록시가 요청을 전달할 정상(healthy) 앱이 없습니다. 헬스 체크 설정을 확인하고, 앱이 실행 중인지 확인하세요.',
  504: '앱의 응답이 너무 늦습니다. 앱이 무엇을 기다리느라 늦는지, 제한 시간이 얼마인지 확인하세요.',
  520: '앱이 HTTP가 아닌 응답을 보내거나, 비정상 종료됩니다.',
  521: '앱이 연결을 거부합니다. 앱이 실행 중인지, Cloudflare의 주소를 허용하는지 확인하세요.',
  522: '앱이 제한 시간 안에 연결을 받지 않습니다. 앱이 실행 중인지, 방화벽이 막고 있지 않은지 확인하세요.',
  523: '앱에 연결할 수 없습니다. Cloudflare의 DNS 레코드와 주소를 확인하세요.',
  525: '앱과의 TLS 핸드셰이크가 실패합니다. 앱의 인증서를 확인하세요.',
  526: '앱의 인증서가 올바르지 않습니다.',
}

function appFix(status: number, standIn: boolean): string {
  if (status === 401 || status === 403) {
    return '서버가 요구하는 인증 정보 등을 보내세요. 페이지가 상태 코드를 볼 수 있도록, 거부 응답에도 CORS 헤더를 설정하세요.'
  }
  if (status === 404) {
    return standIn
      ? 'URL을 확인하세요. 그 URL에 다른 메서드만 있다면, OPTIONS에도 응답하도록 CORS를 앱 전체에 등록하세요.'
      : 'URL을 확인하세요. 서버의 이 주소에는 아무것도 없습니다.'
  }
  if (status === 429) return '요청 제한이 풀릴 때까지 기다리거나, 제한을 늘리세요.'
  return status >= 500
    ? `서버의 로그에서 원인을 찾으세요. ${GATEWAY[status] ?? ''}`.trim()
    : '서버가 요청을 거부하는 이유를 찾으세요.'
}
