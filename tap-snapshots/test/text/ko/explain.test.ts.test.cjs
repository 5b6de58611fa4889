/* IMPORTANT
 * This snapshot file is auto-generated, but designed for humans.
 * It should be checked into source control and tracked carefully.
 * Re-generate by setting TAP_SNAPSHOT=1 and running tests.
 * Make sure to inspect the output below.  Do not ignore changes!
 */
'use strict'
exports[`test/text/ko/explain.test.ts > TAP > the Korean sentences of explain and lint > must match snapshot 1`] = `
explanation.EXPLANATION.from: (출처 https://app.example.com)
explanation.EXPLANATION.modes: (mode cors, credentials false)
explanation.EXPLANATION.modes: (mode cors, credentials true)
explanation.EXPLANATION.preflight: (프리플라이트, 자격 증명 없음)
explanation.EXPLANATION.preflight: (프리플라이트, 자격 증명 포함)
explanation.EXPLANATION.actual: (자격 증명 없음)
explanation.EXPLANATION.actual: (자격 증명 포함)
explanation.EXPLANATION.credentials: 자격 증명 없음
explanation.EXPLANATION.credentials: 자격 증명 포함
explanation.EXPLANATION.reason: some-reason
explanation.EXPLANATION.reason: otherwise.origins: some-reason
explanation.EXPLANATION.reason: not a literal
explanation.EXPLANATION.reason: otherwise.origins: not a literal
explanation.EXPLANATION.noResponse: 응답 없음
explanation.EXPLANATION.cached: (HTTP 캐시에서 가져옴)
explanation.EXPLANATION.readable: 스크립트가 응답을 읽을 수 있지만, 헤더는 하나도 읽을 수 없습니다
explanation.EXPLANATION.readable: 스크립트가 응답과 다음 헤더를 읽을 수 있습니다: x-one
explanation.EXPLANATION.readable: 스크립트가 응답과 다음 헤더를 읽을 수 있습니다: x-one, x-two
explanation.EXPLANATION.outcomes.readable: 읽을 수 있음
explanation.EXPLANATION.outcomes.opaque: 불투명(opaque)
explanation.EXPLANATION.outcomes.blocked: 차단됨
explanation.EXPLANATION.failedAt: cors-check 단계에서 blocked
explanation.EXPLANATION.notes: 참고
explanation.EXPLANATION.fixes: 해결 방법
explanation.EXPLANATION.console: 콘솔
fixes.FIX_TEXTS.set-allow-origin: 신뢰하는 출처라면 프리플라이트 응답에 Access-Control-Allow-Origin: VALUE 헤더와 Vary: Origin 헤더를 추가하세요
fixes.FIX_TEXTS.set-allow-origin: 신뢰하는 출처라면 실제 요청에 대한 응답에 Access-Control-Allow-Origin: VALUE 헤더와 Vary: Origin 헤더를 추가하세요
fixes.FIX_TEXTS.set-header: 프리플라이트 응답에 X-Field: VALUE 헤더를 설정하세요
fixes.FIX_TEXTS.set-header: 실제 요청에 대한 응답에 X-Field: VALUE 헤더를 설정하세요
fixes.FIX_TEXTS.set-status: 프리플라이트 응답의 상태 코드를 바꾸세요: VALUE
fixes.FIX_TEXTS.set-status: 실제 요청에 대한 응답의 상태 코드를 바꾸세요: VALUE
fixes.FIX_TEXTS.add-to-list: 프리플라이트 응답의 X-Field 헤더에 VALUE 값을 추가하세요
fixes.FIX_TEXTS.add-to-list: 실제 요청에 대한 응답의 X-Field 헤더에 VALUE 값을 추가하세요
fixes.FIX_TEXTS.remove-header: 프리플라이트 응답에서 X-Field 헤더를 빼세요
fixes.FIX_TEXTS.remove-header: 실제 요청에 대한 응답에서 X-Field 헤더를 빼세요
fixes.FIX_TEXTS.omit-credentials: 자격 증명이 필요 없다면 빼고 요청하세요
fixes.FIX_TEXTS.final-url: 최종 URL로 바로 요청하세요. 브라우저는 프리플라이트의 리디렉션을 따라가지 않습니다
fixes.FIX_TEXTS.final-url: 최종 URL로 바로 요청하세요. 다른 출처로 리디렉션되면 Origin이 null로 바뀝니다
fixes.FIX_TEXTS.final-url: 최종 URL로 바로 요청하세요. 스트림은 두 번 보낼 수 없습니다
fixes.FIX_TEXTS.real-origin: 페이지를 실제 출처에서 제공하세요. 샌드박스 iframe과 로컬 파일은 Origin: null을 보내며, 이 값은 어떤 사이트든 보낼 수 있습니다
fixes.FIX_TEXTS.upper-case-method: 메서드를 대문자 'PUT' 형태로 쓰세요. 브라우저는 이 메서드를 대문자로 바꿔 주지 않습니다
fixes.FIX_TEXTS.cors-mode: 요청의 mode를 'cors'로 설정하세요
fixes.FIX_TEXTS.crossorigin-attribute: <img> 요소에 crossorigin='anonymous' 또는 'use-credentials' 속성을 추가하세요
fixes.FIX_TEXTS.follow-redirects: 요청의 redirect를 'follow'로 설정하세요
fixes.FIX_TEXTS.credentials-in-header: URL에서 사용자 이름과 비밀번호를 빼고 Authorization 헤더를 보내세요
fixes.FIX_TEXTS.redirect-without-credentials: 서버가 사용자 이름과 비밀번호가 없는 URL로 리디렉션하게 하세요
fixes.FIX_TEXTS.other-method: 다른 메서드를 쓰세요. 스크립트는 PUT 요청을 보낼 수 없습니다
fixes.FIX_TEXTS.https-url: https://api.example.com/things 주소를 https로 제공하고, https로 요청하세요
fixes.FIX_TEXTS.use-fetch: 스크립트가 응답을 읽어야 한다면 fetch()를 쓰세요
fixes.FIX_TEXTS.https-page: 'https://app.example.com' 페이지를 https로 제공하세요. 평문 http에서 자격 증명을 쓰면 네트워크 경로에 있는 누구에게나 데이터가 노출됩니다
fixes.FIX_TEXTS.own-subdomains: 'https://app.example.com' 대신 직접 소유한 서브도메인을 나열하세요. 서브도메인은 누구나 등록할 수 있고, 등록하면 데이터를 읽을 수 있습니다
fixes.FIX_TEXTS.not-configurable: 어떤 설정으로도 허용할 수 없습니다: some-reason
fixes.FIX_TEXTS.not-configurable: 어떤 설정으로도 허용할 수 없습니다: not a literal
fixes.FIX_TEXTS.unreadable-header: x-name 헤더를 읽지 마세요. 브라우저는 이 헤더를 스크립트에 절대 보여 주지 않습니다
fixes.FIX_TEXTS.unreadable-header: range 헤더를 읽지 마세요. 브라우저는 이 헤더를 스크립트에 절대 보여 주지 않습니다
fixes.FIX_TEXTS.add-entry: otherwise.origins에 'VALUE' 항목을 추가하세요
fixes.FIX_TEXTS.add-origin: 신뢰하는 출처라면 otherwise.origins에 'VALUE' 항목을 추가하세요
fixes.FIX_TEXTS.add-origin: 신뢰하는 출처라면 otherwise.origins에 'VALUE' 항목을 추가하세요 (평문 http이므로 네트워크 경로에 있는 누구나 엿볼 수 있습니다)
fixes.FIX_TEXTS.list-origins: 신뢰하는 출처라면 '*'를 otherwise.origins: ['https://one.test', 'https://two.test'] 값으로 바꾸세요. 브라우저는 자격 증명과 함께 쓰인 '*'를 거부합니다
fixes.FIX_TEXTS.list-origins: 신뢰하는 출처라면 '*'를 otherwise.origins: ['https://one.test', 'https://two.test'] 값으로 바꾸세요 (평문 http이므로 네트워크 경로에 있는 누구나 엿볼 수 있습니다). 브라우저는 자격 증명과 함께 쓰인 '*'를 거부합니다
fixes.FIX_TEXTS.set-credentials: otherwise.origins: true를 설정하세요
fixes.FIX_TEXTS.list-exposed: '*'를 otherwise.origins: ['https://one.test', 'https://two.test'] 값으로 바꾸세요. 자격 증명을 쓰면 브라우저는 '*'를 와일드카드가 아니라 헤더 이름으로 읽습니다
lint.ADVICE_TEXTS.content-type-not-allowed: 스크립트가 JSON을 보낼 수 없습니다. 보내야 한다면 headers에 'content-type'을 추가하세요
lint.ADVICE_TEXTS.authorization-not-covered: '*'에는 Authorization이 포함되지 않습니다. 스크립트가 토큰을 보낸다면 ['*', 'authorization']이라고 적으세요
lint.ADVICE_TEXTS.max-age-above-limit: 프리플라이트 결과를 Chrome은 최대 7200초, Safari는 최대 600초까지만 캐시합니다
lint.ADVICE_TEXTS.max-age-missing: maxAge가 없으면 브라우저가 5초마다 프리플라이트를 다시 보냅니다. maxAge: 7200 정도로 설정하는 것이 좋습니다
lint.ADVICE_TEXTS.max-age-zero: 브라우저가 요청마다 먼저 프리플라이트를 보냅니다. maxAge: 0은 디버깅할 때만 쓰세요
lint.ADVICE_TEXTS.localhost-in-production: 'https://app.example.com' 항목은 사용자 컴퓨터에서 실행되는 모든 프로그램을 허용합니다. 운영 설정에는 localhost를 넣지 마세요
lint.ADVICE_TEXTS.insecure-origin: 'https://app.example.com' 출처는 평문 http를 쓰므로, 네트워크 경로에 있는 누구나 이 출처를 사칭할 수 있습니다. 가능하면 https를 쓰세요
lint.ADVICE_TEXTS.public-suffix-pattern: 'https://app.example.com' 패턴은 example.com 아래의 이름을 허용하는데, 그런 이름은 누구나 등록할 수 있습니다. 직접 소유한 이름만 나열하세요
lint.ADVICE_TEXTS.apex-not-covered: 'https://app.example.com' 패턴은 'https://example.com' 자체와는 일치하지 않습니다. 그 출처의 페이지도 요청을 보낸다면 함께 추가하세요
lint.ADVICE_TEXTS.origin-covered: 'https://app.example.com' 항목은 효과가 없습니다. '*'가 이미 모든 출처를 허용합니다
lint.ADVICE_TEXTS.origin-covered: 'https://app.example.com' 항목은 효과가 없습니다. 목록에 있는 패턴과 일치합니다
lint.ADVICE_TEXTS.origin-covered: 'https://app.example.com' 항목은 효과가 없습니다. 바깥 설정의 origins와 먼저 일치합니다
lint.ADVICE_TEXTS.name-covered: 'x-name' 항목은 효과가 없습니다. '*'에 포함됩니다
lint.ADVICE_TEXTS.name-covered: 'range' 항목은 효과가 없습니다. '*'에 포함됩니다
lint.ADVICE_TEXTS.safelisted-method: 'x-name' 항목은 효과가 없습니다. CORS로는 이 메서드를 금지할 수 없습니다
lint.ADVICE_TEXTS.safelisted-method: 'range' 항목은 효과가 없습니다. CORS로는 이 메서드를 금지할 수 없습니다
lint.ADVICE_TEXTS.options-method: 'OPTIONS'는 스크립트가 직접 OPTIONS 요청을 보낼 때만 필요하고, 프리플라이트에는 필요 없습니다. 직접 보내지 않는다면 빼세요
lint.ADVICE_TEXTS.safelisted-request-header: 'x-name' 항목은 128바이트를 넘는 값처럼 특이한 값에만 필요합니다. 다른 값은 모두 원래 허용됩니다
lint.ADVICE_TEXTS.safelisted-request-header: 'range'는 'bytes=0-'이나 'bytes=0-499' 같은 범위가 아닐 때만 필요합니다. 이런 범위는 원래 허용됩니다
lint.ADVICE_TEXTS.safelisted-response-header: 'x-name' 항목은 효과가 없습니다. 응답을 받는 스크립트라면 이 헤더를 항상 읽을 수 있습니다
lint.ADVICE_TEXTS.safelisted-response-header: 'range' 항목은 효과가 없습니다. 응답을 받는 스크립트라면 이 헤더를 항상 읽을 수 있습니다
lint.ADVICE_TEXTS.protocol-headers-missing: MCP 클라이언트는 x-one 헤더를 보냅니다. headers에 추가하세요
lint.ADVICE_TEXTS.protocol-headers-missing: MCP 클라이언트는 x-one, x-two 헤더를 보냅니다. headers에 추가하세요
lint.ADVICE_TEXTS.protocol-headers-missing: MCP 클라이언트는 x-one 헤더를 읽습니다. exposeHeaders에 추가하세요
lint.ADVICE_TEXTS.protocol-headers-missing: MCP 클라이언트는 x-one, x-two 헤더를 읽습니다. exposeHeaders에 추가하세요
lint.ADVICE_TEXTS.protocol-headers-missing: MCP 클라이언트는 x-one 헤더를 읽습니다. methods에 추가하세요
lint.ADVICE_TEXTS.protocol-headers-missing: MCP 클라이언트는 x-one, x-two 헤더를 읽습니다. methods에 추가하세요
lint.ADVICE_TEXTS.protocol-headers-missing: MCP 클라이언트는 x-one 헤더를 읽습니다. origins에 추가하세요
lint.ADVICE_TEXTS.protocol-headers-missing: MCP 클라이언트는 x-one, x-two 헤더를 읽습니다. origins에 추가하세요
lint.ADVICE_TEXTS.credentials-without-enforce: CORS는 다른 사이트에서 쿠키와 함께 보낸 POST 요청이 실행되는 것을 막지 않습니다. 앱에 CSRF 방어가 없다면 enforce: true를 설정하세요
lint.ADVICE_TEXTS.dangerous-option-unneeded: 이 설정에는 headers 옵션이 필요 없습니다. 빼세요
lint.ADVICE_TEXTS.dangerous-option-unneeded: 이 설정에는 exposeHeaders 옵션이 필요 없습니다. 빼세요
lint.ADVICE_TEXTS.dangerous-option-unneeded: 이 설정에는 methods 옵션이 필요 없습니다. 빼세요
lint.ADVICE_TEXTS.dangerous-option-unneeded: 이 설정에는 origins 옵션이 필요 없습니다. 빼세요
lint.ADVICE_TEXTS.exemption-unneeded: 'https://app.example.com' 출처에는 headers 옵션이 필요 없습니다. 그 목록에서 빼세요
lint.ADVICE_TEXTS.exemption-unneeded: 'https://app.example.com' 출처에는 exposeHeaders 옵션이 필요 없습니다. 그 목록에서 빼세요
lint.ADVICE_TEXTS.exemption-unneeded: 'https://app.example.com' 출처에는 methods 옵션이 필요 없습니다. 그 목록에서 빼세요
lint.ADVICE_TEXTS.exemption-unneeded: 'https://app.example.com' 출처에는 origins 옵션이 필요 없습니다. 그 목록에서 빼세요
model.FAILED_TEXTS.url-invalid: 'SUBJECT' 값은 올바른 URL이 아닙니다
model.FAILED_TEXTS.url-credentials: URL에 사용자 이름이나 비밀번호가 있습니다. 스크립트는 이런 URL을 요청할 수 없습니다
model.FAILED_TEXTS.method-invalid: 'SUBJECT' 값은 올바른 메서드가 아닙니다
model.FAILED_TEXTS.method-forbidden: 스크립트는 SUBJECT 메서드를 쓸 수 없습니다
model.FAILED_TEXTS.method-not-safelisted: no-cors 모드에서 스크립트는 GET, HEAD, POST만 쓸 수 있고 SUBJECT 메서드는 쓸 수 없습니다
model.FAILED_TEXTS.header-invalid: 'SUBJECT' 값은 올바른 헤더 이름이 아닙니다
model.FAILED_TEXTS.header-invalid: SUBJECT 헤더의 값에 헤더에 넣을 수 없는 문자가 있습니다
model.FAILED_TEXTS.body-with-get: SUBJECT 요청에는 본문을 넣을 수 없습니다
model.FAILED_TEXTS.stream-mode: no-cors 모드에서는 스트림을 보낼 수 없습니다
model.FAILED_TEXTS.mixed-content: 페이지는 https인데 SUBJECT 주소는 https가 아닙니다. 브라우저는 이를 혼합 콘텐츠(mixed content)로 차단합니다
model.FAILED_TEXTS.mode-same-origin: 요청 대상의 출처(SUBJECT)가 페이지의 출처(https://app.example.com)와 다른데 모드가 same-origin입니다
model.FAILED_TEXTS.mode-no-cors-redirect: no-cors 모드에서는 redirect가 follow여야 합니다. 지금 값은 SUBJECT입니다
model.FAILED_TEXTS.scheme-not-http: SUBJECT 주소의 스킴이 http도 https도 아닙니다
model.FAILED_TEXTS.network-error: 요청에 대한 응답이 없었습니다
model.FAILED_TEXTS.network-error: 프리플라이트에 대한 응답이 없었습니다
model.FAILED_TEXTS.stream-unauthorized: 상태 코드가 401인데, 본문이 스트림이라 자격 증명을 붙여 다시 보낼 수 없습니다
model.FAILED_TEXTS.allow-origin-missing: 응답에 Access-Control-Allow-Origin 헤더가 없습니다
model.FAILED_TEXTS.allow-origin-wildcard: Access-Control-Allow-Origin 헤더가 *입니다. 자격 증명이 포함되면 브라우저는 이 값을 무시합니다
model.FAILED_TEXTS.allow-origin-multiple: Access-Control-Allow-Origin 헤더에 값이 여러 개 있습니다: 'SUBJECT'
model.FAILED_TEXTS.allow-origin-mismatch: Access-Control-Allow-Origin 헤더는 'SUBJECT'인데 요청의 출처는 'https://app.example.com'입니다
model.FAILED_TEXTS.allow-credentials-missing: 응답에 Access-Control-Allow-Credentials 헤더가 없습니다. 자격 증명이 포함되면 이 헤더가 'true'여야 합니다
model.FAILED_TEXTS.allow-credentials-not-true: Access-Control-Allow-Credentials 헤더가 'SUBJECT'입니다. 자격 증명이 포함되면 소문자로 정확히 'true'여야 합니다
model.FAILED_TEXTS.preflight-redirect: 상태 코드가 SUBJECT입니다. 브라우저는 프리플라이트의 리디렉션을 따라가지 않습니다
model.FAILED_TEXTS.preflight-not-ok: 상태 코드가 SUBJECT입니다. 프리플라이트 응답은 200~299여야 합니다
model.FAILED_TEXTS.allow-methods-invalid: Access-Control-Allow-Methods 헤더에 올바른 메서드가 아닌 'SUBJECT' 값이 있습니다
model.FAILED_TEXTS.allow-headers-invalid: Access-Control-Allow-Headers 헤더에 올바른 헤더 이름이 아닌 'SUBJECT' 값이 있습니다
model.FAILED_TEXTS.method-not-allowed: Access-Control-Allow-Methods에 SUBJECT 메서드가 없습니다
model.FAILED_TEXTS.method-not-allowed: Access-Control-Allow-Methods에 SUBJECT 메서드가 없습니다. 자격 증명이 포함되면 브라우저는 *를 무시합니다
model.FAILED_TEXTS.authorization-not-allowed: Access-Control-Allow-Headers에 authorization이 없습니다
model.FAILED_TEXTS.authorization-not-allowed: Access-Control-Allow-Headers에 authorization이 없습니다. *에는 포함되지 않습니다
model.FAILED_TEXTS.header-not-allowed: Access-Control-Allow-Headers에 x-one 헤더가 없습니다
model.FAILED_TEXTS.header-not-allowed: Access-Control-Allow-Headers에 x-one 헤더가 없습니다. 자격 증명이 포함되면 브라우저는 *를 무시합니다
model.FAILED_TEXTS.header-not-allowed: Access-Control-Allow-Headers에 x-one, x-two 헤더가 없습니다
model.FAILED_TEXTS.header-not-allowed: Access-Control-Allow-Headers에 x-one, x-two 헤더가 없습니다. 자격 증명이 포함되면 브라우저는 *를 무시합니다
model.FAILED_TEXTS.resource-policy: Cross-Origin-Resource-Policy 헤더가 SUBJECT인데 페이지의 출처는 https://app.example.com입니다
model.FAILED_TEXTS.resource-policy: 페이지의 Cross-Origin-Embedder-Policy가 require-corp인데 응답에 Cross-Origin-Resource-Policy 헤더가 없습니다
model.FAILED_TEXTS.redirect-error: 상태 코드가 SUBJECT인데 redirect 모드가 error입니다
model.FAILED_TEXTS.redirect-manual: 상태 코드가 SUBJECT인데 redirect 모드가 manual입니다. 스크립트는 리디렉션이 있다는 사실만 알 수 있습니다
model.FAILED_TEXTS.location-invalid: Location 헤더의 값이 올바른 URL 하나가 아닙니다
model.FAILED_TEXTS.redirect-scheme: 새 URL의 스킴이 ftp입니다. http 또는 https여야 합니다
model.FAILED_TEXTS.redirect-count: 요청이 이미 20번 리디렉션되었습니다
model.FAILED_TEXTS.redirect-credentials: 새 URL에 사용자 이름이나 비밀번호가 있습니다. 브라우저는 다른 출처로 가는 리디렉션에서 이를 허용하지 않습니다
model.FAILED_TEXTS.redirect-stream: 상태 코드 200 응답을 받으면 본문을 다시 보내야 하지만, 본문이 스트림이라 두 번 보낼 수 없습니다
model.FAILED_TEXTS.integrity-opaque: 요소에 integrity 속성이 있으므로 페이지가 읽을 수 있는 응답이 필요합니다
model.FAILED_TEXTS.handshake-status: 상태 코드가 SUBJECT입니다. WebSocket 핸드셰이크에는 101이 필요합니다
model.FAILED_TEXTS.event-source-rejected: 상태 코드 200, Content-Type 없음 응답입니다. EventSource에는 200과 text/event-stream이 필요합니다
model.FAILED_TEXTS.event-source-rejected: 상태 코드 200, Content-Type text/plain 응답입니다. EventSource에는 200과 text/event-stream이 필요합니다
model.FAILED_TEXTS.response-opaque: 응답이 불투명(opaque)합니다. 스크립트는 상태 코드, 헤더, 본문을 읽을 수 없습니다
model.FAILED_TEXTS.response-navigated: 브라우저가 응답을 페이지로 보여 줍니다. 폼을 보낸 페이지는 응답을 읽을 수 없습니다
model.FAILED_TEXTS.response-discarded: sendBeacon()은 응답을 버립니다. 어떤 스크립트도 읽을 수 없습니다
model.PASSED_TEXTS.same-origin: 요청 대상의 출처(https://target.example.com)가 페이지의 출처와 같으므로 CORS가 적용되지 않습니다
model.PASSED_TEXTS.cross-origin: 요청 대상의 출처(https://target.example.com)가 페이지의 출처(https://app.example.com)와 다릅니다. 모드가 no-cors이므로 브라우저는 CORS 없이 요청을 보내고, 어떤 스크립트도 응답을 읽을 수 없습니다
model.PASSED_TEXTS.cross-origin: 요청 대상의 출처(https://target.example.com)가 페이지의 출처(https://app.example.com)와 다릅니다. 모드가 cors이므로 서버가 페이지를 허용해야 합니다
model.PASSED_TEXTS.cross-origin: 요청이 다른 출처를 거쳐 페이지의 출처(https://target.example.com)로 돌아옵니다. 모드가 no-cors이므로 브라우저는 CORS 없이 요청을 보내고, 어떤 스크립트도 응답을 읽을 수 없습니다
model.PASSED_TEXTS.cross-origin: 요청이 다른 출처를 거쳐 페이지의 출처(https://target.example.com)로 돌아옵니다. 모드가 cors이므로 서버가 페이지를 허용해야 합니다
model.PASSED_TEXTS.navigation: 브라우저가 https://target.example.com 주소로 이동합니다. 폼과 링크에는 CORS가 적용되지 않습니다
model.PASSED_TEXTS.handshake: 출처가 https://app.example.com인 페이지가 https://target.example.com에 WebSocket을 엽니다. CORS가 적용되지 않으므로 서버가 Origin 헤더를 확인해야 합니다
model.PASSED_TEXTS.method-normalized: 브라우저가 put 메서드를 PUT 형태로 바꿔 보냅니다
model.PASSED_TEXTS.headers-dropped: 브라우저가 x-one 헤더를 버립니다. 스크립트가 설정할 수 없는 헤더입니다
model.PASSED_TEXTS.headers-dropped: 브라우저가 x-one 헤더를 버립니다. no-cors 모드에서 스크립트는 CORS 안전 목록(CORS-safelisted)에 있는 헤더만 설정할 수 있습니다
model.PASSED_TEXTS.headers-dropped: 브라우저가 x-one, x-two 헤더를 버립니다. 스크립트가 설정할 수 없는 헤더입니다
model.PASSED_TEXTS.headers-dropped: 브라우저가 x-one, x-two 헤더를 버립니다. no-cors 모드에서 스크립트는 CORS 안전 목록(CORS-safelisted)에 있는 헤더만 설정할 수 있습니다
model.PASSED_TEXTS.body-dropped: XMLHttpRequest가 본문을 버립니다. PUT 요청에는 본문을 넣을 수 없습니다
model.PASSED_TEXTS.preflight-not-needed: 프리플라이트가 필요 없는 단순 요청입니다. 메서드와 모든 헤더가 CORS 안전 목록(CORS-safelisted)에 있습니다
model.PASSED_TEXTS.event-source: 프리플라이트가 필요 없습니다. EventSource는 CORS 안전 목록(CORS-safelisted)의 헤더만 붙여 GET 요청을 보냅니다
model.PASSED_TEXTS.preflight-needed: 요청에 프리플라이트가 필요합니다. 
model.PASSED_TEXTS.preflight-needed: 요청에 프리플라이트가 필요합니다. 다음 헤더는 CORS 안전 목록(CORS-safelisted)에 없거나 값이 조건에 맞지 않습니다: x-one, x-two
model.PASSED_TEXTS.preflight-needed: 요청에 프리플라이트가 필요합니다. 본문이 스트림이거나, 스크립트가 업로드 진행 이벤트를 받습니다
model.PASSED_TEXTS.preflight-needed: 요청에 프리플라이트가 필요합니다. 본문이 스트림이거나, 스크립트가 업로드 진행 이벤트를 받습니다. 다음 헤더는 CORS 안전 목록(CORS-safelisted)에 없거나 값이 조건에 맞지 않습니다: x-one, x-two
model.PASSED_TEXTS.preflight-needed: 요청에 프리플라이트가 필요합니다. PUT 메서드는 CORS 안전 목록(CORS-safelisted)에 없습니다
model.PASSED_TEXTS.preflight-needed: 요청에 프리플라이트가 필요합니다. PUT 메서드는 CORS 안전 목록(CORS-safelisted)에 없습니다. 다음 헤더는 CORS 안전 목록(CORS-safelisted)에 없거나 값이 조건에 맞지 않습니다: x-one, x-two
model.PASSED_TEXTS.preflight-needed: 요청에 프리플라이트가 필요합니다. PUT 메서드는 CORS 안전 목록(CORS-safelisted)에 없습니다. 본문이 스트림이거나, 스크립트가 업로드 진행 이벤트를 받습니다
model.PASSED_TEXTS.preflight-needed: 요청에 프리플라이트가 필요합니다. PUT 메서드는 CORS 안전 목록(CORS-safelisted)에 없습니다. 본문이 스트림이거나, 스크립트가 업로드 진행 이벤트를 받습니다. 다음 헤더는 CORS 안전 목록(CORS-safelisted)에 없거나 값이 조건에 맞지 않습니다: x-one, x-two
model.PASSED_TEXTS.preflight-remembered: 프리플라이트를 보내지 않습니다. 이 요청을 허용한 이전 프리플라이트의 결과가 브라우저에 캐시되어 있습니다
model.PASSED_TEXTS.allow-origin-any: Access-Control-Allow-Origin 헤더가 *이므로 모든 페이지를 허용합니다
model.PASSED_TEXTS.allow-origin-matches: Access-Control-Allow-Origin 헤더가 https://app.example.com입니다
model.PASSED_TEXTS.allow-origin-matches: Access-Control-Allow-Origin 헤더가 https://app.example.com이고, Access-Control-Allow-Credentials 헤더가 true입니다
model.PASSED_TEXTS.status-ok: 상태 코드가 200이므로 정상입니다
model.PASSED_TEXTS.lists-readable: Access-Control-Allow-Methods 헤더와 Access-Control-Allow-Headers 헤더가 올바른 목록이거나 없습니다
model.PASSED_TEXTS.method-allowed: PUT 메서드는 CORS 안전 목록(CORS-safelisted)에 있으므로 Access-Control-Allow-Methods 헤더에 없어도 됩니다
model.PASSED_TEXTS.method-allowed: Access-Control-Allow-Methods에 *가 있습니다
model.PASSED_TEXTS.method-allowed: Access-Control-Allow-Methods에 PUT 메서드가 있습니다
model.PASSED_TEXTS.authorization-absent: 요청에 Authorization 헤더가 없습니다
model.PASSED_TEXTS.authorization-named: Access-Control-Allow-Headers에 authorization이 있습니다
model.PASSED_TEXTS.headers-allowed: Access-Control-Allow-Headers에 요청한 헤더가 모두 있습니다
model.PASSED_TEXTS.headers-allowed: Access-Control-Allow-Headers에 *가 있습니다
model.PASSED_TEXTS.max-age: 브라우저가 프리플라이트 결과를 86400초 동안 캐시합니다
model.PASSED_TEXTS.cache-fresh: 브라우저가 HTTP 캐시에 있는 응답을 씁니다. 이 응답은 만료되지 않습니다
model.PASSED_TEXTS.cache-fresh: 브라우저가 HTTP 캐시에 있는 응답을 씁니다. 저장한 지 4초 된 응답이며 10초까지 유효합니다
model.PASSED_TEXTS.cache-vary: HTTP 캐시에는 Vary가 가리키는 X-Field 헤더의 값이 다른 응답만 있으므로 브라우저가 서버에 요청합니다
model.PASSED_TEXTS.cache-stale: 캐시된 응답의 유효 시간이 지나서 브라우저가 서버에 다시 요청합니다
model.PASSED_TEXTS.cache-stale: 캐시된 응답의 유효 시간이 지나서, 아직 쓸 수 있는지 브라우저가 서버에 묻습니다
model.PASSED_TEXTS.cache-validated: 상태 코드가 304이므로 브라우저가 캐시된 응답을 304 응답의 새 헤더와 함께 씁니다
model.PASSED_TEXTS.misdirected-retry: 상태 코드가 421이므로 브라우저가 새 연결로 요청을 한 번 더 보냅니다
model.PASSED_TEXTS.integrity-unknown: 브라우저가 본문을 integrity 해시와 비교합니다. 이 비교는 여기서 계산하지 않습니다
model.PASSED_TEXTS.resource-policy-passed: 응답에 Cross-Origin-Resource-Policy 헤더가 없습니다
model.PASSED_TEXTS.resource-policy-passed: Cross-Origin-Resource-Policy 헤더가 same-site이므로 이 페이지를 허용합니다
model.PASSED_TEXTS.redirect-scheme-ok: 새 URL의 스킴은 ftp입니다
model.PASSED_TEXTS.redirect-counted: 최대 20번 중 0번째 리디렉션입니다
model.PASSED_TEXTS.redirect-counted: 최대 20번 중 1번째 리디렉션입니다
model.PASSED_TEXTS.redirect-counted: 최대 20번 중 2번째 리디렉션입니다
model.PASSED_TEXTS.redirect-without-credentials: 새 URL에 사용자 이름이나 비밀번호가 없습니다
model.PASSED_TEXTS.redirect-same-origin-credentials: 새 URL에 사용자 이름이나 비밀번호가 있지만, 같은 출처 안에서는 허용됩니다
model.PASSED_TEXTS.redirect-body-sent: 본문을 다시 보낼 수 있거나, 본문이 없습니다
model.PASSED_TEXTS.redirected: 브라우저가 리디렉션을 따라 https://api.example.com/things 주소로 요청합니다
model.PASSED_TEXTS.redirected: 브라우저가 리디렉션을 따라 https://api.example.com/things 주소로 요청합니다. 다른 출처가 또 다른 출처로 리디렉션하므로 Origin 헤더가 null이 됩니다
model.PASSED_TEXTS.redirected: 브라우저가 리디렉션을 따라 https://api.example.com/things 주소로 요청합니다. 출처가 바뀌므로 Authorization 헤더가 제거됩니다
model.PASSED_TEXTS.redirected: 브라우저가 리디렉션을 따라 https://api.example.com/things 주소로 요청합니다. 출처가 바뀌므로 Authorization 헤더가 제거됩니다. 다른 출처가 또 다른 출처로 리디렉션하므로 Origin 헤더가 null이 됩니다
model.PASSED_TEXTS.redirected: 브라우저가 리디렉션을 따라 https://api.example.com/things 주소로 요청합니다. 메서드가 바뀌어 본문 없는 PUT 요청이 됩니다
model.PASSED_TEXTS.redirected: 브라우저가 리디렉션을 따라 https://api.example.com/things 주소로 요청합니다. 메서드가 바뀌어 본문 없는 PUT 요청이 됩니다. 다른 출처가 또 다른 출처로 리디렉션하므로 Origin 헤더가 null이 됩니다
model.PASSED_TEXTS.redirected: 브라우저가 리디렉션을 따라 https://api.example.com/things 주소로 요청합니다. 메서드가 바뀌어 본문 없는 PUT 요청이 됩니다. 출처가 바뀌므로 Authorization 헤더가 제거됩니다
model.PASSED_TEXTS.redirected: 브라우저가 리디렉션을 따라 https://api.example.com/things 주소로 요청합니다. 메서드가 바뀌어 본문 없는 PUT 요청이 됩니다. 출처가 바뀌므로 Authorization 헤더가 제거됩니다. 다른 출처가 또 다른 출처로 리디렉션하므로 Origin 헤더가 null이 됩니다
model.PASSED_TEXTS.response-visible: 스크립트가 상태 코드(200)와 모든 헤더를 읽을 수 있습니다
model.PASSED_TEXTS.response-visible: 스크립트가 상태 코드(200)와 헤더를 읽을 수 있습니다. 다음 헤더는 제외됩니다: x-one, x-two
model.PASSED_TEXTS.socket-open: WebSocket이 열렸습니다. 스크립트가 서버가 보내는 내용을 읽을 수 있습니다
model-notes.NOTE_TEXTS.mixed-content-upgraded: 페이지가 https이므로 브라우저가 https://api.example.com/things 주소를 https로 요청합니다. 서버가 https를 지원하지 않으면 응답이 없습니다.
model-notes.NOTE_TEXTS.mixed-content-loopback: 페이지가 https이므로 Safari는 https://api.example.com/things 주소를 혼합 콘텐츠로 차단합니다. Chrome과 Firefox는 사용자 자신의 컴퓨터로 보내는 http 요청을 허용합니다.
model-notes.NOTE_TEXTS.mixed-content-displayed: 호스트가 IP 주소이므로 Chrome과 Firefox는 https://api.example.com/things 주소를 http로 불러오고, https 페이지가 완전히 안전하지는 않다고 표시합니다. IP 주소 대신 인증서가 있는 도메인 이름을 쓰세요.
model-notes.NOTE_TEXTS.mixed-content-local: https://api.example.com/things 주소는 로컬 네트워크에 있으므로 Chrome 142 이상은 차단하는 대신 사용자에게 묻습니다. Firefox와 Safari는 차단합니다.
model-notes.NOTE_TEXTS.local-network-access: https://api.example.com/things 주소는 \`local\` 주소 공간에 있으므로, https가 아닌 공개 페이지의 요청을 Chrome 142 이상이 차단합니다. 페이지를 https로 제공하세요.
model-notes.NOTE_TEXTS.local-network-access: 공개 페이지가 https://api.example.com/things 주소에 접근하려 하면 Chrome 142 이상은 먼저 사용자에게 묻습니다. 허용하지 않으면 콘솔에 "Permission was denied for this request to access the \`local\` address space"라고 나옵니다.
model-notes.NOTE_TEXTS.cookie-third-party: https://api.example.com/things 주소와 https://page.example.com 페이지는 서로 다른 사이트입니다. SameSite=None; Secure 쿠키만 전송되는데, Safari와 Firefox, 그리고 많은 사용자의 브라우저 설정은 이런 쿠키도 차단하거나 격리합니다.
model-notes.NOTE_TEXTS.cookie-same-site: 사이트가 서로 달라서 브라우저가 이 페이지에는 https://api.example.com/things 주소의 쿠키(x-one)를 저장하지 않습니다. SameSite=None; Secure를 설정하세요.
model-notes.NOTE_TEXTS.cookie-same-site: 사이트가 서로 달라서 브라우저가 이 페이지에는 https://api.example.com/things 주소의 쿠키(x-one, x-two)를 저장하지 않습니다. SameSite=None; Secure를 설정하세요.
model-notes.NOTE_TEXTS.cookie-over-http: https://api.example.com/things 주소는 평문 http입니다. Secure 쿠키는 전송되지 않고, 나머지 쿠키는 네트워크 경로에 있는 누구나 읽을 수 있습니다. https를 쓰세요.
model-notes.NOTE_TEXTS.cookie-over-http: https://api.example.com/things 주소가 평문 http로 쿠키(x-one)를 설정합니다. 네트워크 경로에 있는 누구나 쿠키를 읽고 바꿀 수 있습니다. https를 쓰세요.
model-notes.NOTE_TEXTS.cookie-over-http: https://api.example.com/things 주소가 평문 http로 쿠키(x-one, x-two)를 설정합니다. 네트워크 경로에 있는 누구나 쿠키를 읽고 바꿀 수 있습니다. https를 쓰세요.
model-notes.NOTE_TEXTS.cookie-ignored: 요청에 자격 증명이 없으므로 브라우저가 Set-Cookie(x-one)를 무시합니다. 페이지에 쿠키가 필요하다면 credentials: 'include'를 쓰세요.
model-notes.NOTE_TEXTS.cookie-ignored: 요청에 자격 증명이 없으므로 브라우저가 Set-Cookie(x-one, x-two)를 무시합니다. 페이지에 쿠키가 필요하다면 credentials: 'include'를 쓰세요.
model-notes.NOTE_TEXTS.opaque-response-blocking: Content-Type이 null입니다. Chrome과 Firefox는 다른 출처의 이런 응답을 요소와 no-cors 요청에 넘겨주지 않습니다(opaque response blocking).
model-notes.NOTE_TEXTS.opaque-response-blocking: Content-Type이 text/plain입니다. Chrome과 Firefox는 다른 출처의 이런 응답을 요소와 no-cors 요청에 넘겨주지 않습니다(opaque response blocking).
model-notes.NOTE_TEXTS.embedder-policy: 응답에 Cross-Origin-Resource-Policy 헤더가 없어서, Cross-Origin-Embedder-Policy: require-corp 페이지는 이 응답을 받지 못합니다.
model-notes.NOTE_TEXTS.font-without-cors: Safari는 CORS 없이 쿠키를 붙여 글꼴을 요청하고, 서버가 어떤 헤더를 보내든 그 글꼴을 사용합니다. Chrome과 Firefox에는 CORS 헤더가 필요합니다.
model-notes.NOTE_TEXTS.websocket-origin: CORS는 WebSocket을 보호하지 않습니다. 어떤 페이지든 쿠키를 보내며 WebSocket을 열 수 있으므로, 서버가 Origin 헤더를 확인해야 합니다(예: policy.allows(origin)).
model-request.ARGUMENT_TEXTS.not-an-object: otherwise.origins: 객체가 필요합니다. 받은 값: VALUE
model-request.ARGUMENT_TEXTS.unknown-option: otherwise.origins: 알 수 없는 옵션입니다
model-request.ARGUMENT_TEXTS.unknown-option: otherwise.origins: 알 수 없는 옵션입니다. 혹시 suggestion인가요?
model-request.ARGUMENT_TEXTS.not-a-string: otherwise.origins: 문자열이 필요합니다. 받은 값: VALUE
model-request.ARGUMENT_TEXTS.not-a-boolean: otherwise.origins: true 또는 false가 필요합니다. 받은 값: VALUE
model-request.ARGUMENT_TEXTS.not-one-of: otherwise.origins: 'one', 'two' 중 하나가 필요합니다. 받은 값: VALUE
model-request.ARGUMENT_TEXTS.not-one-of: otherwise.origins: 'one', 'two' 중 하나가 필요합니다. 받은 값: VALUE. 혹시 'suggestion'인가요?
model-request.ARGUMENT_TEXTS.wrong-initiator: otherwise.origins: form 요청만 모드가 VALUE입니다. 스크립트는 'cors', 'no-cors', 'same-origin'을 씁니다
model-request.ARGUMENT_TEXTS.headers-type: otherwise.origins: { 'content-type': 'application/json' } 같은 객체나 [name, value] 쌍이 필요합니다. 받은 값: VALUE
model-request.ARGUMENT_TEXTS.header-pair: otherwise.origins: [name, value] 쌍이 필요합니다. 받은 값: VALUE
model-request.ARGUMENT_TEXTS.header-value: otherwise.origins: 문자열이나 숫자가 필요합니다. 받은 값: VALUE
model-request.ARGUMENT_TEXTS.response-promise: otherwise.origins 값은 Promise인데 evaluate()는 동기 함수입니다. 응답을 먼저 await한 뒤 배열로 전달하세요
model-request.ARGUMENT_TEXTS.response-status: otherwise.origins: 100부터 999까지의 상태 코드가 필요합니다. 받은 값: VALUE
model-request.ARGUMENT_TEXTS.responses-type: otherwise.origins: 응답의 배열이나 함수가 필요합니다. 받은 값: VALUE
`
