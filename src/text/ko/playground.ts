import type { Overlay } from '../language.js'
import type {
  PLAYGROUND,
  PLAYGROUND_ASK,
  PLAYGROUND_CONVERT,
  PLAYGROUND_PASTE,
  PLAYGROUND_TIMELINE,
} from '../playground.js'
import type { PLAYGROUND_STATE_TEXTS } from '../playground-state.js'
import type { PLAYGROUND_STORIES } from '../playground-stories.js'

export const PLAYGROUND_KO: Overlay<typeof PLAYGROUND> = {
  title: 'CORS 플레이그라운드',
  intro:
    'CORS 정책을 작성하고, 브라우저가 어떻게 동작하는지 확인해 보세요. 입력한 내용은 이 페이지 밖으로 전송되지 않습니다.',
  skip: '본문으로 건너뛰기',
  views: '보기',
  language: '언어',
  viewNames: {
    ask: '정책과 요청',
    paste: '오류 붙여 넣기',
    convert: '설정 변환',
    stories: '사례',
  },
  linkProblem: (message) => `링크를 전부 읽지 못했습니다. ${message}`,
  failed: (message) => `이 작업을 하지 못했습니다. ${message}`,
  more: (count) => `그 밖에 ${count}개`,
  copyLink: '이 화면의 링크 복사',
  linkCopied: '링크를 복사했습니다',
  linkNotCopied: '브라우저가 복사를 허용하지 않습니다. 주소창에서 주소를 복사하세요.',
  status: {
    problems: (count) => `정책에 문제가 ${count}개 있습니다`,
    suggestions: (count) => (count === 0 ? '정책에 문제가 없습니다' : `정책에 제안이 ${count}개 있습니다`),
    changed: '정책을 바꿨습니다.',
  },
}

export const ASK_KO: Overlay<typeof PLAYGROUND_ASK> = {
  policy: '정책',
  config: 'cors-policy 설정 (JSON)',
  problems: '문제',
  advice: '제안',
  noProblems: '올바른 정책입니다.',
  onLine: (line) => `${line}행`,
  goToLine: (line) => `${line}행으로 이동`,
  write: (text) => `${text} 넣기`,
  request: '요청',
  origin: '페이지의 출처',
  kind: '요청을 보내는 요소나 API',
  kinds: { fetch: 'fetch() 또는 XMLHttpRequest' },
  crossOrigin: 'crossorigin 속성',
  noCrossOrigin: '없음',
  method: '메서드',
  credentials: '자격 증명',
  credentialsModes: {
    omit: 'omit: 쿠키를 보내지 않음',
    'same-origin': 'same-origin: 기본값',
    include: 'include: 다른 출처에도 쿠키를 보냄',
  },
  mode: '모드',
  modes: {
    cors: 'cors: 기본값',
    'no-cors': 'no-cors: 응답을 읽지 않음',
    'same-origin': 'same-origin: 다른 출처로 보내지 않음',
  },
  headers: '요청 헤더 (한 줄에 하나)',
  reads: '스크립트가 읽는 응답 헤더',
  result: '결과',
  tooManyFields: (maximum) => `요청 헤더와 읽을 응답 헤더는 각각 ${maximum}개까지 받습니다.`,
  fixFirst: '먼저 정책의 문제를 고치세요.',
}

export const TIMELINE_KO: Overlay<typeof PLAYGROUND_TIMELINE> = {
  outcomes: {
    readable: '읽을 수 있음: 페이지가 응답을 받습니다.',
    opaque: '불투명(opaque): 응답이 오지만 스크립트가 읽을 수 없습니다.',
    blocked: '차단됨: 페이지가 응답을 받지 못합니다.',
  },
  opaqueElements: {
    image:
      '불투명(opaque): 이미지는 표시되지만 스크립트가 픽셀을 읽을 수 없습니다. 이 이미지를 그린 캔버스는 오염(tainted)됩니다.',
    script: '불투명(opaque): 스크립트는 실행되지만 페이지는 오류의 자세한 내용을 알 수 없습니다.',
    style: '불투명(opaque): 스타일시트는 적용되지만 스크립트가 규칙을 읽을 수 없습니다.',
    audio: '불투명(opaque): 오디오는 재생되지만 스크립트가 샘플을 읽을 수 없습니다.',
    video:
      '불투명(opaque): 비디오는 재생되지만 스크립트가 픽셀을 읽을 수 없습니다. 이 비디오를 그린 캔버스는 오염(tainted)됩니다.',
  },
  steps: '일어나는 일',
  parties: { page: '페이지', browser: '브라우저', cache: '캐시', server: '서버' },
  between: (from, to) => `${from} → ${to}`,
  calls: (method, url) => `${method} ${url} 요청`,
  preflight: '프리플라이트',
  withCredentials: '자격 증명 포함',
  withoutCredentials: '자격 증명 없음',
  noResponse: '응답 없음',
  fromCache: '저장된 사본',
  passed: '통과',
  failed: '여기서 멈춤',
  withheld: '읽을 수 없음',
  standardFor: (step) => `${step} 단계의 표준 문서`,
  readableHeaders: (names) =>
    names.length === 0 ? '응답을 받지만 헤더는 하나도 읽을 수 없음' : `응답과 다음 헤더를 받음: ${names.join(', ')}`,
  opaqueResult: '읽을 수 없는 응답을 받음',
  blockedResult: '자세한 정보가 없는 오류를 받음',
  fixes: '해결 방법',
  change: (count) => (count === 1 ? '정책 바꾸기' : `정책에서 ${count}곳 바꾸기`),
  notes: '참고',
  console: '콘솔에 나오는 내용',
}

export const PASTE_KO: Overlay<typeof PLAYGROUND_PASTE> = {
  input: '붙여 넣을 내용',
  label: '콘솔 메시지, 네트워크 패널의 헤더, HAR 파일, curl -v 출력',
  file: '또는 파일을 고르거나 여기에 놓으세요',
  fileName: (name) => `${name} 파일에서 읽음`,
  clear: '지우기',
  empty: '내용을 붙여 넣으면 문제와 해결 방법을 알려 줍니다.',
  example: '예시 보기',
  tooLong: (megabytes, maximum) =>
    `${megabytes} MB입니다. 이 페이지는 최대 ${maximum} MB까지 읽습니다. 실패한 요청만 붙여 넣으세요.`,
  fileUnreadable: (name) => `${name} 파일을 읽을 수 없습니다.`,
  unreadable:
    '이 텍스트에서 요청을 찾지 못했습니다. 콘솔 메시지, 네트워크 패널의 헤더, HAR 파일, curl -v 출력 중 하나를 붙여 넣으세요.',
  findings: '발견한 문제',
  course: '이 응답을 받은 브라우저가 하는 일',
  notShared: '링크에는 붙여 넣은 내용 중 CORS에 필요한 부분만 들어가고, 토큰 같은 비밀 값은 빠집니다.',
}

export const CONVERT_KO: Overlay<typeof PLAYGROUND_CONVERT> = {
  input: '변환할 설정',
  from: '원본 형식',
  to: '바꿀 형식',
  formats: { express: 'cors (Express)', headers: '응답 헤더 (코드 또는 nginx)' },
  text: '설정',
  result: '결과',
  notes: '차이점',
  noNotes: '차이점이 없습니다.',
  refused: '이 설정은 변환하지 않았습니다.',
  empty: '변환할 설정을 붙여 넣으세요.',
  take: '이 정책 써 보기',
  usePolicy: '현재 정책 사용',
}

export const STORIES_KO: Overlay<typeof PLAYGROUND_STORIES> = {
  choose: '사례 고르기',
  versions: '버전',
  wrong: '실패하는 경우',
  right: '성공하는 경우',
  setup: '서버의 설정',
  next: '직접 해 보기',
  scenes: {
    fetch: '스크립트가 요청을 보냅니다',
    image: '먼저 <img>가 이미지를 보여 줍니다',
    canvas: '나중에 스크립트가 같은 이미지를 캔버스에 그립니다',
  },
  texts: {
    simple: {
      title: '단순 요청',
      intro:
        '스크립트가 다른 출처에 요청합니다. 브라우저는 요청을 바로 보낸 뒤, 스크립트에 넘기기 전에 응답을 확인합니다.',
      wrong: '서버는 요청을 처리했지만, 응답이 이 페이지의 출처를 허용하지 않습니다. 스크립트는 오류를 받습니다.',
      right: '응답이 이 페이지의 출처를 허용하므로 스크립트가 읽을 수 있습니다.',
    },
    preflight: {
      title: '프리플라이트',
      intro: 'JSON을 담은 PUT은 CORS를 모르는 서버에 해를 끼칠 수 있습니다. 그래서 브라우저가 먼저 OPTIONS로 묻습니다.',
      wrong: '프리플라이트 응답의 허용 목록에 PUT이 없습니다. PUT 요청은 전송되지 않습니다.',
      right: '프리플라이트 응답이 메서드와 헤더를 허용합니다. 그러면 브라우저가 PUT을 보내고, 그 응답도 확인합니다.',
    },
    credentials: {
      title: '쿠키',
      intro: '스크립트가 쿠키와 함께 요청합니다. 그러면 브라우저는 정확한 출처와, 쿠키를 허용한다는 헤더를 요구합니다.',
      wrong:
        '쿠키가 있는 요청에서 브라우저는 *를 무시합니다. 그러지 않으면 어떤 사이트든 사용자의 데이터를 읽을 수 있습니다.',
      right: '응답이 이 페이지의 출처와 자격 증명을 허용합니다.',
    },
    'early-image': {
      title: '너무 일찍 불러온 이미지',
      intro:
        '페이지가 이미지를 보여 주고, 나중에 캔버스에 그립니다. 테스트에서는 되지만, 이미지를 이미 본 사람에게는 실패합니다.',
      wrong: '<img>는 Origin을 보내지 않으므로 캐시의 사본에는 CORS 헤더가 없습니다. 캔버스는 그 사본을 받습니다.',
      right:
        'Vary: Origin은 그 사본이 Origin 없는 요청을 위한 것임을 캐시에 알려 줍니다. 그래서 브라우저가 캔버스를 위해 다시 요청합니다.',
    },
    'two-layers': {
      title: '두 계층',
      intro: '앱이 CORS 헤더를 설정하는데, 앞단의 nginx도 CORS 헤더를 추가합니다.',
      wrong: '헤더가 두 번 옵니다. 브라우저는 값을 하나만 받아들입니다.',
      right: '앱만 CORS 헤더를 설정합니다.',
    },
    'load-balancer': {
      title: '대신 응답하는 로드 밸런서',
      intro: '앱의 정책은 올바르지만, 앞단의 로드 밸런서가 OPTIONS에 직접 응답합니다.',
      wrong:
        '프리플라이트가 CORS 헤더 없는 502 응답을 받습니다. 콘솔에는 CORS 오류로 나오지만, 원인은 로드 밸런서에 있습니다.',
      right: '로드 밸런서가 OPTIONS를 앱으로 전달하고, 앱이 프리플라이트에 응답합니다.',
    },
    fastapi: {
      title: 'FastAPI에서 Node로',
      intro: '앱을 FastAPI에서 Node로 옮기면서 CORS 설정도 함께 가져옵니다.',
      wrong:
        '["*"]와 allow_credentials를 함께 쓰면 Starlette는 모든 출처를 허용합니다. 어떤 사이트든 사용자의 데이터를 읽을 수 있으므로 cors-policy는 변환을 거부합니다.',
      right: '출처 목록이 있는 설정은 변환됩니다. 페이지는 이전과 같은 응답을 받습니다.',
    },
  },
}

export const STATE_KO: Overlay<typeof PLAYGROUND_STATE_TEXTS> = {
  'link-too-long': ({ maximum }) => `이 링크는 ${maximum}자보다 길어서 페이지가 읽지 않았습니다.`,
  'link-broken': () => '이 링크는 손상되었습니다. 만든 곳에서 다시 복사하세요.',
  'link-cut': () => '이 링크는 끝부분이 잘렸습니다. 링크 전체를 복사하세요.',
  'link-version': ({ version }) =>
    `이 링크의 형식 버전은 ${version}인데, 이 페이지는 버전 1만 읽습니다. cors-policy를 업데이트하세요.`,
  'link-fields': ({ fields }) => `이 링크의 일부를 읽지 못했습니다: ${fields.join(', ')}. 나머지만 표시합니다.`,
  'link-left-out': ({ fields }) => `링크에 모두 담을 수 없어서 다음이 빠졌습니다: ${fields.join(', ')}.`,
}
