import type { PREFLIGHT_TEXTS } from '../doctor-preflight.js'
import type { Overlay } from '../language.js'

/** A preflight that never gets to a status that is ok. */
const notOk = () =>
  "프리플라이트가 필요한 요청이 모두 실패합니다. 콘솔에는 프리플라이트 응답에 Access-Control-Allow-Origin이 없다거나 'It does not have HTTP ok status.'라고 나옵니다. 실제 요청은 전송되지 않습니다."

export const PREFLIGHT_KO: Overlay<typeof PREFLIGHT_TEXTS> = {
  'preflight-redirect': {
    title: ({ status, location }) =>
      `프리플라이트가 리디렉션되는데${status === 0 ? '' : `(${status}, ${location})`}, 브라우저는 이를 따라가지 않습니다`,
    impact: () => "콘솔에 'Redirect is not allowed for a preflight request.'라고 나옵니다.",
    fix: () => ({
      app: '페이지에서 최종 URL을 쓰고(끝의 슬래시 확인), 리디렉션 코드보다 먼저 OPTIONS에 응답하세요.',
      nginx: 'rewrite와 return 301에서 OPTIONS를 제외하거나, 페이지에서 최종 URL을 쓰세요(끝의 슬래시 확인).',
      cdn: '리디렉션 규칙에서 OPTIONS를 제외하거나, 페이지에서 최종 URL을 쓰세요.',
      'load-balancer': '리스너의 리디렉션 규칙에서 OPTIONS를 제외하거나, 페이지에서 최종 URL을 쓰세요.',
      'api-gateway': '페이지에서 스테이지 이름이 들어 있고 슬래시로 끝나지 않는 URL을 쓰세요.',
    }),
  },
  'preflight-redirect-https': {
    title: ({ status }) =>
      `프리플라이트가 http에서 https로 리디렉션되는데(${status}), 브라우저는 이를 따라가지 않습니다`,
    impact: () =>
      "콘솔에 'Redirect is not allowed for a preflight request.'라고 나옵니다. 그 호스트의 HSTS 정보를 저장해 둔 브라우저에서는 성공합니다.",
    fix: () => ({
      page: '페이지에서 API의 URL을 https://로 쓰세요. 주소를 직접 입력하는 사람을 위한 리디렉션은 그대로 두어도 됩니다.',
    }),
  },
  'preflight-unauthorized': {
    title: ({ status }) =>
      `서버가 프리플라이트에 인증을 요구하지만(${status}), 브라우저는 프리플라이트에 자격 증명을 보내지 않습니다`,
    impact: notOk,
    fix: () => ({
      app: '인증보다 먼저 프리플라이트에 응답하세요. 토큰을 확인하는 훅이나 미들웨어보다 먼저 CORS를 등록하세요.',
      nginx:
        "auth_basic이나 auth_request보다 먼저 OPTIONS에 응답하세요: 'if ($request_method = OPTIONS) { … return 204; }'.",
      apache: '인증을 <LimitExcept OPTIONS>로 감싸세요.',
      cdn: '접근 정책에서 OPTIONS를 제외하세요(Cloudflare Access: "Bypass OPTIONS requests to origin").',
      'load-balancer': '인증하는 규칙보다 위에, 인증 없이 OPTIONS를 전달하는 규칙을 추가하세요.',
      'api-gateway': 'OPTIONS 메서드에서 권한 부여자(authorizer)와 API 키를 빼세요.',
    }),
  },
  'preflight-forbidden': {
    title: () => '서버가 프리플라이트를 거부합니다(403)',
    impact: notOk,
    fix: () => ({
      app: '허용된 출처를 확인하고, CORS보다 먼저 실행되는 CSRF 방어나 IP 필터가 있는지 찾아보세요.',
      nginx: 'deny, limit_except, ModSecurity 규칙을 찾아 OPTIONS를 통과시키세요.',
      cdn: '방화벽에서 OPTIONS를 통과시키고, 그 경로의 허용 메서드 목록에 추가하세요.',
      bucket: '버킷에 출처, 메서드, 각 헤더를 허용하는 CORS 규칙을 추가하세요.',
      'load-balancer': '방화벽(WAF) 규칙에서 OPTIONS를 통과시키세요.',
      'api-gateway':
        'OPTIONS 메서드를 만들고(CORS 활성화) 다시 배포하세요. 리소스 정책과 방화벽에서 OPTIONS를 제외하세요.',
    }),
  },
  'preflight-not-found': {
    title: () => '서버에 프리플라이트를 받을 라우트가 없습니다(404)',
    impact: notOk,
    fix: () => ({
      app: 'CORS를 앱 전체에, 라우트보다 먼저 등록하세요. GET이나 PUT 라우트는 OPTIONS에 응답하지 않습니다.',
      nginx: 'OPTIONS를 앱으로 전달하거나, nginx에서 CORS 헤더와 함께 204로 응답하세요.',
      cdn: 'OPTIONS를 서버로 전달하세요(CloudFront: GET, HEAD, OPTIONS 또는 모든 메서드 허용).',
      'load-balancer': '그 경로를 전달하는 규칙에 OPTIONS 메서드를 추가하세요.',
      'api-gateway': 'OPTIONS 라우트를 추가하거나 게이트웨이의 CORS를 켜고 다시 배포하세요.',
    }),
  },
  'preflight-method-not-allowed': {
    title: ({ status }) => `서버가 OPTIONS 메서드를 허용하지 않습니다(${status})`,
    impact: notOk,
    fix: () => ({
      app: 'OPTIONS에 응답하세요. CORS를 앱 전체에, 라우트보다 먼저 등록하세요(FastAPI: CORSMiddleware 추가).',
      nginx:
        "정적 파일은 GET과 HEAD만 허용합니다. CORS 헤더와 함께 OPTIONS에 응답하세요: 'if ($request_method = OPTIONS) { … return 204; }'.",
      apache: 'Limit과 RewriteRule에서 OPTIONS를 통과시키거나, CORS 헤더와 함께 204로 응답하세요.',
      iis: 'IIS CORS 모듈을 설치하거나, 요청 필터링에서 OPTIONS를 앱까지 통과시키세요.',
      cdn: '그 경로에서 OPTIONS를 허용하고, Origin과 Access-Control-Request-* 헤더를 서버로 전달하세요.',
      'load-balancer': 'OPTIONS를 앱으로 전달하세요.',
      'api-gateway': '리소스의 OPTIONS 메서드를 만들고 다시 배포하세요.',
    }),
  },
  'preflight-client-error': {
    title: ({ status }) =>
      status === 0
        ? '프리플라이트 응답의 상태 코드가 200번대가 아닙니다'
        : `프리플라이트 응답의 상태 코드가 ${status}입니다`,
    impact: notOk,
    fix: () => ({
      app: '검증, 본문 파싱, 요청 제한보다 먼저 프리플라이트에 응답하세요. 프리플라이트에는 본문도, 스크립트가 설정한 헤더도 실리지 않습니다.',
      nginx: 'limit_req에서 OPTIONS를 제외하고 앱으로 전달하세요.',
      cdn: '요청 제한과 봇 차단에서 OPTIONS를 제외하세요.',
      'load-balancer': '요청 제한에서 OPTIONS를 제외하세요.',
      'api-gateway': '스로틀링, API 키, 요청 검증에서 OPTIONS를 제외하세요.',
    }),
  },
  'preflight-server-error': {
    title: ({ status }) => `프리플라이트에는 ${status} 오류로 응답하지만, 다른 요청에는 정상으로 응답합니다`,
    impact: notOk,
    fix: () => ({
      app: 'OPTIONS에 응답하세요. 앱이 OPTIONS를 처리하다가 비정상 종료되거나 연결을 닫으면, 프록시는 500~504로 응답합니다. CORS를 가장 먼저 등록하세요.',
      nginx: '앱이 OPTIONS를 어떻게 처리했는지 오류 로그에서 확인하고, 앱에서 고치세요.',
      cdn: '서버가 OPTIONS를 처리하지 못합니다. 서버에 직접 요청해 보고, CDN이 OPTIONS와 Access-Control-Request-* 헤더를 전달하는지 확인하세요.',
      'load-balancer': '앱이 OPTIONS를 받으면 연결을 닫습니다(로그의 종료 플래그 참고). 앱에서 고치세요.',
      'api-gateway': '게이트웨이가 OPTIONS에 직접 응답하게 하세요. CORS 설정을 켜고 다시 배포하세요.',
    }),
  },
  'preflight-timeout': {
    title: () => '프리플라이트 응답이 제한 시간 안에 오지 않습니다',
    impact: () => "요청이 오랫동안 'pending' 상태로 있다가 실패합니다.",
    fix: () => ({
      app: 'OPTIONS에 응답하세요. 요청을 받고도 응답하지 않고 next()도 호출하지 않는 핸들러나 미들웨어가 있습니다.',
    }),
  },
  'preflight-no-response': {
    title: () => '서버가 프리플라이트에 응답하지 않고 연결을 닫습니다',
    impact: () => "콘솔에 'net::ERR_EMPTY_RESPONSE'와 함께 프리플라이트가 실패했다고 나옵니다.",
    fix: () => ({ app: 'OPTIONS에 응답하고, 앞단에 OPTIONS를 버리는 방화벽이 있는지 확인하세요.' }),
  },
  'preflight-body': {
    title: ({ status, what }) =>
      `프리플라이트의 ${status} 응답에는 ${what === 'a body' ? '본문이' : `${what.replace(' and ', ', ')} 헤더가`} 있으면 안 됩니다`,
    impact: () => '일부 프록시나 keep-alive 연결에서는 다음 요청이 가끔 멈추거나 실패합니다.',
    fix: () => ({
      app: '본문, Content-Length, Transfer-Encoding 없이 204를 보내거나, Content-Length: 0과 함께 200을 보내세요.',
      nginx: "텍스트 없이 'return 204;'라고 쓰고, add_header Content-Length 0은 쓰지 마세요.",
      'api-gateway': '매핑된 헤더에서 Content-Length를 빼고, 매핑 템플릿을 비워 두세요.',
    }),
  },
  'preflight-avoidable': {
    title: ({ names }) => `${names.join(', ')} 헤더가 없으면 프리플라이트가 필요 없는 요청입니다`,
    impact: () => '서버가 실제 요청에는 응답하므로, 이 헤더들을 빼면 성공합니다.',
    fix: () => ({
      page: '직접 운영하는 API가 아니라면 이 헤더들을 빼세요. 프리플라이트에 응답하지 않는 공개 API가 많습니다.',
    }),
  },
}
