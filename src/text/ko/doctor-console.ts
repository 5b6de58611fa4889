import type { CONSOLE_TEXTS } from '../doctor-console.js'
import type { Overlay } from '../language.js'

export const CONSOLE_KO: Overlay<typeof CONSOLE_TEXTS> = {
  'not-cors': {
    title: ({ what }) => TITLES[what],
    impact: () => 'CORS 문제가 아닙니다. CORS 헤더로는 바뀌지 않습니다.',
    fix: ({ what }) => ({ page: FIXES[what] }),
  },
  'not-http': {
    title: ({ kind }) =>
      kind === 'file'
        ? '페이지가 file: URL을 불러옵니다. CORS는 http와 https에서만 동작합니다'
        : '페이지의 URL에 http://나 https://가 없습니다',
    impact: () => '브라우저가 요청을 보내기 전에 차단합니다.',
    fix: ({ kind }) => ({
      page:
        kind === 'file'
          ? '로컬 웹 서버(npx serve, python3 -m http.server)로 폴더를 제공하고 http://localhost로 페이지를 여세요.'
          : '스킴까지 URL 전체를 쓰세요: http://localhost:8080/api',
    }),
  },
  'cause-hidden': {
    title: () => '이 메시지만으로는 요청이 실패한 이유를 알 수 없습니다',
    impact: ({ by }) => {
      if (by === 'own-origin') {
        return 'URL과 페이지의 출처가 같으므로 원인은 CORS가 아닙니다. 요청이 취소되었거나 응답이 없었습니다.'
      }
      return by === 'safari'
        ? 'Safari는 CORS 문제뿐 아니라 취소되었거나 응답이 없는 요청에도 이 메시지를 표시합니다. URL과 페이지의 출처가 같으면 원인은 CORS가 아닙니다.'
        : '브라우저는 CORS 문제, 응답하지 않는 서버, 확장 프로그램이 차단한 요청에 모두 이 메시지를 표시합니다.'
    },
    fix: () => ({
      page: '콘솔에서 이유가 적힌 메시지를 찾으세요. 없으면 네트워크 패널에서 요청의 상태 코드와 헤더를 복사하세요.',
    }),
  },
}

const TITLES = {
  csp: '페이지의 Content-Security-Policy가 요청을 차단합니다',
  worker: '워커 스크립트는 페이지와 출처가 같아야 합니다',
  frame: '다른 사이트가 이 페이지의 프레임에 표시되거나 프레임 안을 보여 주는 것을 허용하지 않습니다',
  canvas: '이미지를 CORS 없이 불러와서 픽셀을 읽을 수 없습니다',
  opaque: '서비스 워커가 CORS 없이 불러온 응답을 돌려줍니다',
  extension: '브라우저나 광고 차단기 같은 확장 프로그램이 요청을 차단합니다',
  element: '<script>나 <img> 같은 요소가 읽을 수 없는 응답을 받습니다',
  websocket: 'WebSocket 연결이 실패했습니다. WebSocket에는 CORS가 적용되지 않습니다',
} as const

const FIXES = {
  csp: '메시지에 나온 지시문(예: connect-src)에 URL의 출처를 추가하세요.',
  worker: '스크립트를 페이지의 출처에서 제공하거나, 스크립트를 import하는 blob: URL로 워커를 시작하세요.',
  frame:
    '두 페이지가 postMessage로 통신하게 하세요. 프레임에 표시하려면 다른 사이트가 허용해야 합니다(frame-ancestors).',
  canvas:
    "src보다 먼저 이미지에 crossOrigin = 'anonymous'를 설정하고, 이미지 응답에 Access-Control-Allow-Origin을 보내세요. 파일로 연 페이지라면 웹 서버가 필요합니다.",
  opaque: "서비스 워커에서 mode: 'no-cors' 없이 event.request를 fetch()에 넘기세요.",
  extension: '확장 프로그램 없는 시크릿 창에서 시도하세요. URL에 "ads"나 "track" 같은 말이 있으면 차단됩니다.',
  element: 'URL이 요소에 맞는 응답을 주는지 확인하세요. crossorigin 속성을 쓰면 CORS 헤더를 보내세요.',
  websocket:
    '네트워크 패널에서 핸드셰이크의 상태 코드를, 서버에서 WebSocket의 허용 출처를, 프록시에서 Upgrade 전달 여부를 확인하세요.',
} as const
