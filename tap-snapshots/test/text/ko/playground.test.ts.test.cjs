/* IMPORTANT
 * This snapshot file is auto-generated, but designed for humans.
 * It should be checked into source control and tracked carefully.
 * Re-generate by setting TAP_SNAPSHOT=1 and running tests.
 * Make sure to inspect the output below.  Do not ignore changes!
 */
'use strict'
exports[`test/text/ko/playground.test.ts > TAP > the Korean sentences of the playground > must match snapshot 1`] = `
playground.PLAYGROUND.title: CORS 플레이그라운드
playground.PLAYGROUND.intro: CORS 정책을 작성하고, 브라우저가 어떻게 동작하는지 확인해 보세요. 입력한 내용은 이 페이지 밖으로 전송되지 않습니다.
playground.PLAYGROUND.skip: 본문으로 건너뛰기
playground.PLAYGROUND.views: 보기
playground.PLAYGROUND.language: 언어
playground.PLAYGROUND.viewNames.ask: 정책과 요청
playground.PLAYGROUND.viewNames.paste: 오류 붙여 넣기
playground.PLAYGROUND.viewNames.convert: 설정 변환
playground.PLAYGROUND.viewNames.stories: 사례
playground.PLAYGROUND.linkProblem: 링크를 전부 읽지 못했습니다. MESSAGE
playground.PLAYGROUND.failed: 이 작업을 하지 못했습니다. MESSAGE
playground.PLAYGROUND.more: 그 밖에 0개
playground.PLAYGROUND.more: 그 밖에 1개
playground.PLAYGROUND.more: 그 밖에 2개
playground.PLAYGROUND.copyLink: 이 화면의 링크 복사
playground.PLAYGROUND.linkCopied: 링크를 복사했습니다
playground.PLAYGROUND.linkNotCopied: 브라우저가 복사를 허용하지 않습니다. 주소창에서 주소를 복사하세요.
playground.PLAYGROUND.status.problems: 정책에 문제가 0개 있습니다
playground.PLAYGROUND.status.problems: 정책에 문제가 1개 있습니다
playground.PLAYGROUND.status.problems: 정책에 문제가 2개 있습니다
playground.PLAYGROUND.status.suggestions: 정책에 문제가 없습니다
playground.PLAYGROUND.status.suggestions: 정책에 제안이 1개 있습니다
playground.PLAYGROUND.status.suggestions: 정책에 제안이 2개 있습니다
playground.PLAYGROUND.status.changed: 정책을 바꿨습니다.
playground.PLAYGROUND_ASK.policy: 정책
playground.PLAYGROUND_ASK.config: cors-policy 설정 (JSON)
playground.PLAYGROUND_ASK.problems: 문제
playground.PLAYGROUND_ASK.advice: 제안
playground.PLAYGROUND_ASK.noProblems: 올바른 정책입니다.
playground.PLAYGROUND_ASK.onLine: 3행
playground.PLAYGROUND_ASK.goToLine: 3행으로 이동
playground.PLAYGROUND_ASK.write: TEXT 넣기
playground.PLAYGROUND_ASK.request: 요청
playground.PLAYGROUND_ASK.origin: 페이지의 출처
playground.PLAYGROUND_ASK.url: URL
playground.PLAYGROUND_ASK.kind: 요청을 보내는 요소나 API
playground.PLAYGROUND_ASK.kinds.fetch: fetch() 또는 XMLHttpRequest
playground.PLAYGROUND_ASK.kinds.image: <img>
playground.PLAYGROUND_ASK.kinds.font: @font-face
playground.PLAYGROUND_ASK.kinds.script: <script>
playground.PLAYGROUND_ASK.kinds.style: <link rel="stylesheet">
playground.PLAYGROUND_ASK.kinds.audio: <audio>
playground.PLAYGROUND_ASK.kinds.video: <video>
playground.PLAYGROUND_ASK.kinds.eventsource: EventSource
playground.PLAYGROUND_ASK.kinds.form: <form method="post">
playground.PLAYGROUND_ASK.kinds.beacon: navigator.sendBeacon()
playground.PLAYGROUND_ASK.kinds.websocket: WebSocket
playground.PLAYGROUND_ASK.crossOrigin: crossorigin 속성
playground.PLAYGROUND_ASK.noCrossOrigin: 없음
playground.PLAYGROUND_ASK.method: 메서드
playground.PLAYGROUND_ASK.credentials: 자격 증명
playground.PLAYGROUND_ASK.credentialsModes.omit: omit: 쿠키를 보내지 않음
playground.PLAYGROUND_ASK.credentialsModes.same-origin: same-origin: 기본값
playground.PLAYGROUND_ASK.credentialsModes.include: include: 다른 출처에도 쿠키를 보냄
playground.PLAYGROUND_ASK.mode: 모드
playground.PLAYGROUND_ASK.modes.cors: cors: 기본값
playground.PLAYGROUND_ASK.modes.no-cors: no-cors: 응답을 읽지 않음
playground.PLAYGROUND_ASK.modes.same-origin: same-origin: 다른 출처로 보내지 않음
playground.PLAYGROUND_ASK.headers: 요청 헤더 (한 줄에 하나)
playground.PLAYGROUND_ASK.reads: 스크립트가 읽는 응답 헤더
playground.PLAYGROUND_ASK.result: 결과
playground.PLAYGROUND_ASK.tooManyFields: 요청 헤더와 읽을 응답 헤더는 각각 599개까지 받습니다.
playground.PLAYGROUND_ASK.fixFirst: 먼저 정책의 문제를 고치세요.
playground.PLAYGROUND_CONVERT.input: 변환할 설정
playground.PLAYGROUND_CONVERT.from: 원본 형식
playground.PLAYGROUND_CONVERT.to: 바꿀 형식
playground.PLAYGROUND_CONVERT.formats.config: cors-policy
playground.PLAYGROUND_CONVERT.formats.starlette: Starlette, FastAPI
playground.PLAYGROUND_CONVERT.formats.express: cors (Express)
playground.PLAYGROUND_CONVERT.formats.fastify: @fastify/cors
playground.PLAYGROUND_CONVERT.formats.s3: Amazon S3
playground.PLAYGROUND_CONVERT.formats.r2: Cloudflare R2
playground.PLAYGROUND_CONVERT.formats.gcs: Google Cloud Storage
playground.PLAYGROUND_CONVERT.formats.api-gateway: Amazon API Gateway
playground.PLAYGROUND_CONVERT.formats.cloudfront: Amazon CloudFront
playground.PLAYGROUND_CONVERT.formats.nginx: nginx
playground.PLAYGROUND_CONVERT.formats.ingress-nginx: ingress-nginx
playground.PLAYGROUND_CONVERT.formats.traefik: Traefik
playground.PLAYGROUND_CONVERT.formats.istio: Istio
playground.PLAYGROUND_CONVERT.formats.kong: Kong
playground.PLAYGROUND_CONVERT.formats.headers: 응답 헤더 (코드 또는 nginx)
playground.PLAYGROUND_CONVERT.text: 설정
playground.PLAYGROUND_CONVERT.result: 결과
playground.PLAYGROUND_CONVERT.notes: 차이점
playground.PLAYGROUND_CONVERT.noNotes: 차이점이 없습니다.
playground.PLAYGROUND_CONVERT.refused: 이 설정은 변환하지 않았습니다.
playground.PLAYGROUND_CONVERT.empty: 변환할 설정을 붙여 넣으세요.
playground.PLAYGROUND_CONVERT.take: 이 정책 써 보기
playground.PLAYGROUND_CONVERT.usePolicy: 현재 정책 사용
playground.PLAYGROUND_PASTE.input: 붙여 넣을 내용
playground.PLAYGROUND_PASTE.label: 콘솔 메시지, 네트워크 패널의 헤더, HAR 파일, curl -v 출력
playground.PLAYGROUND_PASTE.file: 또는 파일을 고르거나 여기에 놓으세요
playground.PLAYGROUND_PASTE.fileName: x-name 파일에서 읽음
playground.PLAYGROUND_PASTE.fileName: range 파일에서 읽음
playground.PLAYGROUND_PASTE.clear: 지우기
playground.PLAYGROUND_PASTE.empty: 내용을 붙여 넣으면 문제와 해결 방법을 알려 줍니다.
playground.PLAYGROUND_PASTE.example: 예시 보기
playground.PLAYGROUND_PASTE.tooLong: 50 MB입니다. 이 페이지는 최대 599 MB까지 읽습니다. 실패한 요청만 붙여 넣으세요.
playground.PLAYGROUND_PASTE.fileUnreadable: x-name 파일을 읽을 수 없습니다.
playground.PLAYGROUND_PASTE.fileUnreadable: range 파일을 읽을 수 없습니다.
playground.PLAYGROUND_PASTE.unreadable: 이 텍스트에서 요청을 찾지 못했습니다. 콘솔 메시지, 네트워크 패널의 헤더, HAR 파일, curl -v 출력 중 하나를 붙여 넣으세요.
playground.PLAYGROUND_PASTE.findings: 발견한 문제
playground.PLAYGROUND_PASTE.course: 이 응답을 받은 브라우저가 하는 일
playground.PLAYGROUND_PASTE.notShared: 링크에는 붙여 넣은 내용 중 CORS에 필요한 부분만 들어가고, 토큰 같은 비밀 값은 빠집니다.
playground.PLAYGROUND_TIMELINE.outcomes.readable: 읽을 수 있음: 페이지가 응답을 받습니다.
playground.PLAYGROUND_TIMELINE.outcomes.opaque: 불투명(opaque): 응답이 오지만 스크립트가 읽을 수 없습니다.
playground.PLAYGROUND_TIMELINE.outcomes.blocked: 차단됨: 페이지가 응답을 받지 못합니다.
playground.PLAYGROUND_TIMELINE.opaqueElements.image: 불투명(opaque): 이미지는 표시되지만 스크립트가 픽셀을 읽을 수 없습니다. 이 이미지를 그린 캔버스는 오염(tainted)됩니다.
playground.PLAYGROUND_TIMELINE.opaqueElements.script: 불투명(opaque): 스크립트는 실행되지만 페이지는 오류의 자세한 내용을 알 수 없습니다.
playground.PLAYGROUND_TIMELINE.opaqueElements.style: 불투명(opaque): 스타일시트는 적용되지만 스크립트가 규칙을 읽을 수 없습니다.
playground.PLAYGROUND_TIMELINE.opaqueElements.audio: 불투명(opaque): 오디오는 재생되지만 스크립트가 샘플을 읽을 수 없습니다.
playground.PLAYGROUND_TIMELINE.opaqueElements.video: 불투명(opaque): 비디오는 재생되지만 스크립트가 픽셀을 읽을 수 없습니다. 이 비디오를 그린 캔버스는 오염(tainted)됩니다.
playground.PLAYGROUND_TIMELINE.steps: 일어나는 일
playground.PLAYGROUND_TIMELINE.parties.page: 페이지
playground.PLAYGROUND_TIMELINE.parties.browser: 브라우저
playground.PLAYGROUND_TIMELINE.parties.cache: 캐시
playground.PLAYGROUND_TIMELINE.parties.server: 서버
playground.PLAYGROUND_TIMELINE.between: put → PUT
playground.PLAYGROUND_TIMELINE.calls: PUT https://api.example.com/things 요청
playground.PLAYGROUND_TIMELINE.preflight: 프리플라이트
playground.PLAYGROUND_TIMELINE.withCredentials: 자격 증명 포함
playground.PLAYGROUND_TIMELINE.withoutCredentials: 자격 증명 없음
playground.PLAYGROUND_TIMELINE.noResponse: 응답 없음
playground.PLAYGROUND_TIMELINE.fromCache: 저장된 사본
playground.PLAYGROUND_TIMELINE.passed: 통과
playground.PLAYGROUND_TIMELINE.failed: 여기서 멈춤
playground.PLAYGROUND_TIMELINE.withheld: 읽을 수 없음
playground.PLAYGROUND_TIMELINE.standardFor: cors-check 단계의 표준 문서
playground.PLAYGROUND_TIMELINE.readableHeaders: 응답을 받지만 헤더는 하나도 읽을 수 없음
playground.PLAYGROUND_TIMELINE.readableHeaders: 응답과 다음 헤더를 받음: x-one
playground.PLAYGROUND_TIMELINE.readableHeaders: 응답과 다음 헤더를 받음: x-one, x-two
playground.PLAYGROUND_TIMELINE.opaqueResult: 읽을 수 없는 응답을 받음
playground.PLAYGROUND_TIMELINE.blockedResult: 자세한 정보가 없는 오류를 받음
playground.PLAYGROUND_TIMELINE.fixes: 해결 방법
playground.PLAYGROUND_TIMELINE.change: 정책에서 0곳 바꾸기
playground.PLAYGROUND_TIMELINE.change: 정책 바꾸기
playground.PLAYGROUND_TIMELINE.change: 정책에서 2곳 바꾸기
playground.PLAYGROUND_TIMELINE.notes: 참고
playground.PLAYGROUND_TIMELINE.console: 콘솔에 나오는 내용
playground-state.PLAYGROUND_STATE_TEXTS.link-too-long: 이 링크는 599자보다 길어서 페이지가 읽지 않았습니다.
playground-state.PLAYGROUND_STATE_TEXTS.link-broken: 이 링크는 손상되었습니다. 만든 곳에서 다시 복사하세요.
playground-state.PLAYGROUND_STATE_TEXTS.link-cut: 이 링크는 끝부분이 잘렸습니다. 링크 전체를 복사하세요.
playground-state.PLAYGROUND_STATE_TEXTS.link-version: 이 링크의 형식 버전은 2인데, 이 페이지는 버전 1만 읽습니다. cors-policy를 업데이트하세요.
playground-state.PLAYGROUND_STATE_TEXTS.link-fields: 이 링크의 일부를 읽지 못했습니다: config, request. 나머지만 표시합니다.
playground-state.PLAYGROUND_STATE_TEXTS.link-left-out: 링크에 모두 담을 수 없어서 다음이 빠졌습니다: config, request.
playground-stories.PLAYGROUND_STORIES.choose: 사례 고르기
playground-stories.PLAYGROUND_STORIES.versions: 버전
playground-stories.PLAYGROUND_STORIES.wrong: 실패하는 경우
playground-stories.PLAYGROUND_STORIES.right: 성공하는 경우
playground-stories.PLAYGROUND_STORIES.setup: 서버의 설정
playground-stories.PLAYGROUND_STORIES.next: 직접 해 보기
playground-stories.PLAYGROUND_STORIES.scenes.fetch: 스크립트가 요청을 보냅니다
playground-stories.PLAYGROUND_STORIES.scenes.image: 먼저 <img>가 이미지를 보여 줍니다
playground-stories.PLAYGROUND_STORIES.scenes.canvas: 나중에 스크립트가 같은 이미지를 캔버스에 그립니다
playground-stories.PLAYGROUND_STORIES.texts.simple.title: 단순 요청
playground-stories.PLAYGROUND_STORIES.texts.simple.intro: 스크립트가 다른 출처에 요청합니다. 브라우저는 요청을 바로 보낸 뒤, 스크립트에 넘기기 전에 응답을 확인합니다.
playground-stories.PLAYGROUND_STORIES.texts.simple.wrong: 서버는 요청을 처리했지만, 응답이 이 페이지의 출처를 허용하지 않습니다. 스크립트는 오류를 받습니다.
playground-stories.PLAYGROUND_STORIES.texts.simple.right: 응답이 이 페이지의 출처를 허용하므로 스크립트가 읽을 수 있습니다.
playground-stories.PLAYGROUND_STORIES.texts.preflight.title: 프리플라이트
playground-stories.PLAYGROUND_STORIES.texts.preflight.intro: JSON을 담은 PUT은 CORS를 모르는 서버에 해를 끼칠 수 있습니다. 그래서 브라우저가 먼저 OPTIONS로 묻습니다.
playground-stories.PLAYGROUND_STORIES.texts.preflight.wrong: 프리플라이트 응답의 허용 목록에 PUT이 없습니다. PUT 요청은 전송되지 않습니다.
playground-stories.PLAYGROUND_STORIES.texts.preflight.right: 프리플라이트 응답이 메서드와 헤더를 허용합니다. 그러면 브라우저가 PUT을 보내고, 그 응답도 확인합니다.
playground-stories.PLAYGROUND_STORIES.texts.credentials.title: 쿠키
playground-stories.PLAYGROUND_STORIES.texts.credentials.intro: 스크립트가 쿠키와 함께 요청합니다. 그러면 브라우저는 정확한 출처와, 쿠키를 허용한다는 헤더를 요구합니다.
playground-stories.PLAYGROUND_STORIES.texts.credentials.wrong: 쿠키가 있는 요청에서 브라우저는 *를 무시합니다. 그러지 않으면 어떤 사이트든 사용자의 데이터를 읽을 수 있습니다.
playground-stories.PLAYGROUND_STORIES.texts.credentials.right: 응답이 이 페이지의 출처와 자격 증명을 허용합니다.
playground-stories.PLAYGROUND_STORIES.texts.early-image.title: 너무 일찍 불러온 이미지
playground-stories.PLAYGROUND_STORIES.texts.early-image.intro: 페이지가 이미지를 보여 주고, 나중에 캔버스에 그립니다. 테스트에서는 되지만, 이미지를 이미 본 사람에게는 실패합니다.
playground-stories.PLAYGROUND_STORIES.texts.early-image.wrong: <img>는 Origin을 보내지 않으므로 캐시의 사본에는 CORS 헤더가 없습니다. 캔버스는 그 사본을 받습니다.
playground-stories.PLAYGROUND_STORIES.texts.early-image.right: Vary: Origin은 그 사본이 Origin 없는 요청을 위한 것임을 캐시에 알려 줍니다. 그래서 브라우저가 캔버스를 위해 다시 요청합니다.
playground-stories.PLAYGROUND_STORIES.texts.two-layers.title: 두 계층
playground-stories.PLAYGROUND_STORIES.texts.two-layers.intro: 앱이 CORS 헤더를 설정하는데, 앞단의 nginx도 CORS 헤더를 추가합니다.
playground-stories.PLAYGROUND_STORIES.texts.two-layers.wrong: 헤더가 두 번 옵니다. 브라우저는 값을 하나만 받아들입니다.
playground-stories.PLAYGROUND_STORIES.texts.two-layers.right: 앱만 CORS 헤더를 설정합니다.
playground-stories.PLAYGROUND_STORIES.texts.load-balancer.title: 대신 응답하는 로드 밸런서
playground-stories.PLAYGROUND_STORIES.texts.load-balancer.intro: 앱의 정책은 올바르지만, 앞단의 로드 밸런서가 OPTIONS에 직접 응답합니다.
playground-stories.PLAYGROUND_STORIES.texts.load-balancer.wrong: 프리플라이트가 CORS 헤더 없는 502 응답을 받습니다. 콘솔에는 CORS 오류로 나오지만, 원인은 로드 밸런서에 있습니다.
playground-stories.PLAYGROUND_STORIES.texts.load-balancer.right: 로드 밸런서가 OPTIONS를 앱으로 전달하고, 앱이 프리플라이트에 응답합니다.
playground-stories.PLAYGROUND_STORIES.texts.fastapi.title: FastAPI에서 Node로
playground-stories.PLAYGROUND_STORIES.texts.fastapi.intro: 앱을 FastAPI에서 Node로 옮기면서 CORS 설정도 함께 가져옵니다.
playground-stories.PLAYGROUND_STORIES.texts.fastapi.wrong: ["*"]와 allow_credentials를 함께 쓰면 Starlette는 모든 출처를 허용합니다. 어떤 사이트든 사용자의 데이터를 읽을 수 있으므로 cors-policy는 변환을 거부합니다.
playground-stories.PLAYGROUND_STORIES.texts.fastapi.right: 출처 목록이 있는 설정은 변환됩니다. 페이지는 이전과 같은 응답을 받습니다.
`
