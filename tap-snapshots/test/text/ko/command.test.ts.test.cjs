/* IMPORTANT
 * This snapshot file is auto-generated, but designed for humans.
 * It should be checked into source control and tracked carefully.
 * Re-generate by setting TAP_SNAPSHOT=1 and running tests.
 * Make sure to inspect the output below.  Do not ignore changes!
 */
'use strict'
exports[`test/text/ko/command.test.ts > TAP > the Korean sentences of the commands > must match snapshot 1`] = `
command.COMMAND_TEXTS.command-unknown: 알 수 없는 명령입니다: "x-name". cors-policy --help를 참고하세요
command.COMMAND_TEXTS.command-unknown: 알 수 없는 명령입니다: "x-name". 혹시 SUGGESTION인가요? cors-policy --help를 참고하세요
command.COMMAND_TEXTS.command-unknown: 알 수 없는 명령입니다: "range". cors-policy --help를 참고하세요
command.COMMAND_TEXTS.command-unknown: 알 수 없는 명령입니다: "range". 혹시 SUGGESTION인가요? cors-policy --help를 참고하세요
command.COMMAND_TEXTS.option-unknown: check 명령에 없는 옵션입니다: --mode. cors-policy --help를 참고하세요
command.COMMAND_TEXTS.option-unknown: check 명령에 없는 옵션입니다: --mode. 혹시 SUGGESTION인가요? cors-policy --help를 참고하세요
command.COMMAND_TEXTS.option-without-value: --mode 옵션에는 값이 필요합니다
command.COMMAND_TEXTS.option-with-value: --mode 옵션에는 값을 줄 수 없습니다
command.COMMAND_TEXTS.value-ambiguous: --mode 뒤에 있는 VALUE 값은 옵션처럼 보입니다. 값이 맞다면 --mode=VALUE 형태로 쓰세요
command.COMMAND_TEXTS.file-missing: cors.json 파일이 없습니다
command.COMMAND_TEXTS.file-is-url: 파일이 필요한데 URL을 받았습니다. 실제 서버를 검사하려면 cors-policy doctor <url> --origin <origin> 명령을 쓰세요
command.COMMAND_TEXTS.file-is-folder: 파일이 필요합니다. 받은 폴더: "cors.json"
command.COMMAND_TEXTS.file-unreadable: cors.json 파일을 읽을 수 없습니다. WHY
command.COMMAND_TEXTS.file-unwritable: cors.json 파일에 쓸 수 없습니다. WHY
command.COMMAND_TEXTS.file-not-json: cors.json 파일은 JSON이 아닙니다. WHY
command.COMMAND_TEXTS.module-broken: cors.json 파일을 불러올 수 없습니다. WHY
command.COMMAND_TEXTS.module-broken: cors.json 파일을 불러올 수 없습니다. TypeError: Unknown file extension ".ts". TypeScript를 불러오려면 tsx를 설치하고 NODE_OPTIONS=--import=tsx를 설정하세요
command.COMMAND_TEXTS.config-format: .json 파일이나 모듈이 필요합니다. 받은 파일: cors.json
command.COMMAND_TEXTS.config-not-exported: cors.json 파일이 설정을 내보내지 않습니다. default 또는 config라는 이름으로 내보내세요
command.COMMAND_TEXTS.document-not-exported: cors.json 파일에 다음 이름의 export가 없습니다: x-one
command.COMMAND_TEXTS.document-not-exported: cors.json 파일에 다음 이름의 export가 없습니다: x-one, x-two
command.COMMAND_TEXTS.language-unknown: 알 수 없는 --lang 값입니다: "VALUE". 사용할 수 있는 값: one, two
command.COMMAND_TEXTS.language-unknown: 알 수 없는 --lang 값입니다: "VALUE". 혹시 SUGGESTION인가요? 사용할 수 있는 값: one, two
command.COMMAND_TEXTS.check-files: check는 파일 하나를 받습니다: cors-policy check <file>
command.COMMAND_TEXTS.config-missing: explain에는 설정 파일이 필요합니다: cors-policy explain <file> --origin <origin>
command.COMMAND_TEXTS.config-twice: explain은 설정 파일을 하나만 받습니다. "cors.json" 인자를 빼세요
command.COMMAND_TEXTS.origin-missing: --origin이 없습니다 (페이지의 출처, 예: https://app.example.com)
command.COMMAND_TEXTS.url-without-scheme: --url "https://api.example.com/things" 값에 스킴이 없습니다. 혹시 SUGGESTION인가요?
command.COMMAND_TEXTS.choice-unknown: 알 수 없는 ----mode 값입니다: "VALUE". 사용할 수 있는 값: one, two
command.COMMAND_TEXTS.image-and-destination: --image는 --destination image와 같은데, --destination 값이 "font"입니다. 둘 중 하나만 쓰세요
command.COMMAND_TEXTS.option-without-effect: --destination font에서는 ----mode 옵션이 효과가 없습니다. 빼세요
command.COMMAND_TEXTS.doctor-urls: doctor는 URL 하나를 받습니다: cors-policy doctor <url> --origin <origin>
command.COMMAND_TEXTS.timeout-invalid: --timeout은 초 단위의 숫자를 받습니다. 받은 값: "VALUE"
command.COMMAND_TEXTS.inspect-files: inspect는 파일을 최대 하나 받습니다. 파일이 없거나 -이면 표준 입력을 읽습니다
command.COMMAND_TEXTS.inspect-empty: 입력이 비어 있어 검사할 내용이 없습니다
command.COMMAND_TEXTS.question-invalid: WHY
command.COMMAND_TEXTS.playground-argument: playground는 인자를 받지 않습니다. 받은 값: "x"
command.COMMAND_TEXTS.page-missing: cors.json 파일이 없습니다. 먼저 npm run build를 실행하세요
command.COMMAND_TEXTS.port-invalid: --port는 0부터 65535까지의 숫자를 받습니다. 받은 값: "VALUE"
command.COMMAND_TEXTS.port-in-use: 2677번 포트가 사용 중입니다. 플레이그라운드가 이미 실행 중인 것이 아니라면 --port로 다른 포트를 고르세요
command.COMMAND_TEXTS.port-denied: 2677번 포트를 열 수 없습니다. WHY
command.COMMAND_TEXTS.convert-files: convert는 파일을 최대 하나 받습니다. 파일이 없으면 표준 입력을 읽습니다
command.COMMAND_TEXTS.stdin-missing: convert에는 파일이나 표준 입력의 문서가 필요합니다
command.COMMAND_TEXTS.format-missing: --mode 옵션이 없습니다. 사용할 수 있는 값: one, two
command.COMMAND_TEXTS.format-unknown: --mode 옵션에 알 수 없는 형식이 있습니다: "VALUE". 사용할 수 있는 값: one, two
command.COMMAND_TEXTS.format-unknown: --mode 옵션에 알 수 없는 형식이 있습니다: "VALUE". 혹시 SUGGESTION인가요? 사용할 수 있는 값: one, two
command.COMMAND_TEXTS.allow-unknown: 알 수 없는 --allow 값입니다: "VALUE". 사용할 수 있는 값: one, two
command.COMMAND_TEXTS.allow-unknown: 알 수 없는 --allow 값입니다: "VALUE". 혹시 SUGGESTION인가요? 사용할 수 있는 값: one, two
command.COMMAND_TEXTS.rule-invalid: --rule은 1부터 시작하는 규칙 번호를 받습니다. 받은 값: "VALUE"
command.COMMAND_WORDS.error: cors-policy: MESSAGE
command.COMMAND_WORDS.problems: 문제 0개
command.COMMAND_WORDS.problems: 문제 1개
command.COMMAND_WORDS.problems: 문제 2개
command.COMMAND_WORDS.noProblems: 문제 없음
command.COMMAND_WORDS.paste: 텍스트를 붙여 넣은 다음 Enter와 Ctrl+D를 누르세요 (Windows에서는 Ctrl+Z와 Enter)
command.COMMAND_WORDS.suggestions: 제안 0개
command.COMMAND_WORDS.suggestions: 제안 1개
command.COMMAND_WORDS.suggestions: 제안 2개
command.COMMAND_WORDS.playgroundAt: 플레이그라운드 주소: https://api.example.com/things (종료하려면 Ctrl+C)
command.COMMAND_WORDS.link: 플레이그라운드에서 보기 (npx cors-policy playground로 먼저 시작하세요): http://127.0.0.1:2677/#x
command.COMMAND_WORDS.noLink: 내용이 링크에 다 들어가지 않아서 플레이그라운드 링크가 없습니다.
command.COMMAND_WORDS.notShown: 플레이그라운드는 [some-code] 문제를 보여 주지 않습니다. 프리플라이트와 실제 요청 말고도 다른 요청이 있어야 드러나는 문제입니다.
command.COMMAND_WORDS.accept:   허용하려면: --allow x-name=https://app.example.com
command.COMMAND_WORDS.accept:   허용하려면: --allow range=https://app.example.com
command.COMMAND_WORDS.note: 참고: otherwise.origins: MESSAGE [some-code]
command-help.HELP.text: 사용법: cors-policy <command> [options]
        cors-policy <command> --help

  check <file> [--json]
      설정의 모든 문제를 나열하거나, 개선할 점을 제안합니다.
      종료 코드: 0 문제 없음, 1 문제 있음.

  explain <file> --origin <origin> [options]
      이 정책에서 브라우저가 요청을 어떻게 처리하는지, 어디서 실패하는지,
      어떻게 고치면 되는지 보여 줍니다.
      종료 코드: 0 스크립트가 응답을 받음, 1 받지 못함.

      --method <method>      기본값 GET
      --header <name>        스크립트가 설정하는 요청 헤더, 또는 'name: value'. 여러 번 쓸 수 있음
      --read <name>          스크립트가 읽는 응답 헤더. 여러 번 쓸 수 있음
      --credentials          credentials: 'include'
      --mode <mode>          cors (기본값), no-cors, same-origin
      --body <kind>          text, urlencoded, form-data, bytes, stream
      --redirect <mode>      follow (기본값), error, manual
      --destination <what>   fetch() 대신 쓰는 요소나 API: image, font, script, module, style,
                             audio, video, eventsource, form, beacon, websocket
      --image                --destination image와 같음
      --url <url>            기본값 https://server.invalid/
      --link                 같은 내용을 플레이그라운드에서 보는 링크도 출력. 토큰 등 비밀 값은 빠짐
      --json

      다루지 않는 것: 응답 본문, 서비스 워커, Content-Security-Policy, HSTS,
      차단된 포트, Referrer-Policy, 다른 사이트의 페이지 안에 있는 프레임,
      data: 및 blob: URL.

  doctor <url> --origin <origin> [options]
      브라우저가 보낼 요청을 실제 서버에 보내고, 무엇이 어디서 잘못되었는지,
      어떻게 고치면 되는지 알려 줍니다. --send-actual이 없으면 GET, HEAD, OPTIONS만
      보냅니다.
      종료 코드: 0 정상, 1 문제 발견, 2 확인하지 못함.

      --origin <origin>      페이지의 출처. 여러 번 쓸 수 있음
      --method <method>      기본값 GET. --send-actual이 없으면 안전하지 않은 메서드 대신 GET을 보냄
      --header <name>        페이지가 설정하는 요청 헤더, 또는 'name: value'. 여러 번 쓸 수 있음
      --read <name>          페이지가 읽는 응답 헤더. 여러 번 쓸 수 있음
      --credentials          credentials: 'include'
      --cookie <cookie>      함께 보낼 Cookie 헤더. 보고서에는 절대 나오지 않음
      --send-actual          메서드와 상관없이 실제 요청을 보냄
      --timeout <seconds>    전체 제한 시간, 초 단위 (기본값 30)
      --ca <file>            기본 인증서 대신 신뢰할 인증서 (PEM)
      --insecure             모든 인증서를 받아들임
      --follow-private       공인 주소에서 사설 주소로 가는 리디렉션을 따라감
      --html <file>          보고서를 HTML 페이지로도 저장
      --link                 프리플라이트, 요청, 리디렉션을 플레이그라운드에서 보여 주는 링크도
                             출력. 비밀은 빠짐
      --json

  inspect [file] [options]
      HAR 파일, curl -v 또는 curl -i 출력, 네트워크 패널에서 복사한 헤더,
      콘솔 메시지에서 원인을 찾습니다. 아무것도 보내지 않습니다.
      파일이 없거나 -이면 표준 입력을 읽습니다.
      종료 코드: 0 잘못된 것 없음, 1 문제 발견, 2 입력을 읽을 수 없음.

      --origin <origin>      페이지의 출처 (텍스트에 없을 때)
      --url <url>            URL (텍스트에 없을 때)
      --credentials          페이지가 credentials: 'include'로 보냄
      --html <file>          보고서를 HTML 페이지로도 저장
      --link                 같은 내용을 플레이그라운드에서 보여 주는 링크도 출력. 비밀은 빠짐
      --json

  convert --from <format> --to <format> [file]
      CORS 설정을 다른 형식으로 바꿉니다. 파일이 없으면 표준 입력을 읽고,
      차이점에 대한 참고 사항을 표준 오류에 씁니다.
      종료 코드: 0 변환함, 1 거부함 (결과가 더 많이 허용하게 되거나, 입력이
      그 형식이 아님).

      --from config, starlette, express, fastify, s3, r2, gcs, api-gateway,
             ingress-nginx, traefik, istio, kong, headers
      --to   config, starlette, s3, r2, gcs, api-gateway, cloudfront, nginx,
             ingress-nginx, traefik, istio
      --allow <name>[=<origin>]  insecure-origins, public-suffix-subdomains,
                                 public-addresses. 여러 번 쓸 수 있음
      --rule <number>        여러 규칙 중 하나
      --pick <path>          문서 안의 여러 설정 중 하나
      --name <name>          nginx 변수 이름의 일부

  playground [--port <port>] [--file]
      브라우저가 하는 일을 보여 주는 페이지를 이 컴퓨터에서 엽니다. 설정, 요청,
      HAR 파일, 콘솔 메시지를 넣어 볼 수 있습니다. 종료하려면 Ctrl+C를 누르세요.

      --port <port>          기본값 2677. 0이면 비어 있는 포트
      --file                 페이지를 여는 대신 그 파일의 경로를 출력. 브라우저로 파일을 바로 열 수도 있음

모든 명령은 --lang <language>를 받습니다 (en 또는 ko). 기본값은 LC_ALL,
LC_MESSAGES, LANG 환경 변수의 언어이며, 없으면 en입니다.

설정은 .json 파일이거나, default 또는 config로 설정을 내보내는 모듈입니다.
종료 코드 2: 명령을 실행할 수 없음.

`
