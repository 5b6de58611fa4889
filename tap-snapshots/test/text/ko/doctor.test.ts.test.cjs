/* IMPORTANT
 * This snapshot file is auto-generated, but designed for humans.
 * It should be checked into source control and tracked carefully.
 * Re-generate by setting TAP_SNAPSHOT=1 and running tests.
 * Make sure to inspect the output below.  Do not ignore changes!
 */
'use strict'
exports[`test/text/ko/doctor.test.ts > TAP > the Korean sentences of the doctor > must match snapshot 1`] = `
doctor-caches.CACHE_TEXTS.cached-without-cors.title: 캐시가 CORS 헤더 없는 사본을 돌려줍니다. Origin 없는 요청 때 저장된 사본입니다
doctor-caches.CACHE_TEXTS.cached-without-cors.title: 캐시가 CORS 헤더 없는 사본을 돌려줍니다. Origin 없는 요청 때 저장된 사본입니다 (Age: 60)
doctor-caches.CACHE_TEXTS.cached-without-cors.impact: 될 때도 있고 안 될 때도 있습니다. <img>나 크롤러가 캐시를 채우고 나면 페이지는 Access-Control-Allow-Origin 없는 사본을 받습니다. 그러면 캔버스는 오염(tainted)되고 글꼴은 불러오지 못합니다.
doctor-caches.CACHE_TEXTS.cached-without-cors.fix: 모든 응답에 Vary: Origin을 보내세요. Origin이 없는 요청의 응답과 오류 응답에도 필요합니다. 그런 다음 캐시를 비우세요.
앱이 모든 응답에 Vary: Origin을 보내게 하거나 proxy_cache_key에 $http_origin을 넣으세요. 그런 다음 캐시를 비우세요.
Origin을 캐시 키에 넣고(CloudFront: Origin 헤더가 있는 캐시 정책), 서버가 Vary: Origin을 보내게 하세요. 그런 다음 캐시를 비우세요.
앱이 Vary: Origin을 보내게 하고, 중간에서 지우지 마세요.
응답에 Vary: Origin을 추가하세요. API 캐싱을 쓴다면 Origin을 캐시 키로 지정하세요.
doctor-caches.CACHE_TEXTS.cached-for-another-origin.title: 캐시가 다른 사이트(VALUE)용 사본을 돌려줍니다
doctor-caches.CACHE_TEXTS.cached-for-another-origin.title: 캐시가 다른 사이트(VALUE)용 사본을 돌려줍니다 (Age: 60)
doctor-caches.CACHE_TEXTS.cached-for-another-origin.impact: 어느 사이트가 먼저 요청했느냐에 따라 한 사이트에서는 되고 다른 사이트에서는 안 됩니다.
doctor-caches.CACHE_TEXTS.cached-for-another-origin.fix: 모든 응답에 Vary: Origin을 보내세요. Origin이 없는 요청의 응답과 오류 응답에도 필요합니다. 그런 다음 캐시를 비우세요.
앱이 모든 응답에 Vary: Origin을 보내게 하거나 proxy_cache_key에 $http_origin을 넣으세요. 그런 다음 캐시를 비우세요.
Origin을 캐시 키에 넣고(CloudFront: Origin 헤더가 있는 캐시 정책), 서버가 Vary: Origin을 보내게 하세요. 그런 다음 캐시를 비우세요.
앱이 Vary: Origin을 보내게 하고, 중간에서 지우지 마세요.
응답에 Vary: Origin을 추가하세요. API 캐싱을 쓴다면 Origin을 캐시 키로 지정하세요.
doctor-caches.CACHE_TEXTS.cacheable-without-cors.title: Origin 없는 요청의 응답에 Access-Control-Allow-Origin도 Vary: Origin도 없고, 이 응답은 캐시될 수 있습니다
doctor-caches.CACHE_TEXTS.cacheable-without-cors.impact: <img>가 이 URL을 먼저 불러오기 전까지는 잘 됩니다. 그 뒤에는 브라우저나 CDN이 캔버스, 글꼴, fetch()에 그 사본을 주므로 차단됩니다.
doctor-caches.CACHE_TEXTS.cacheable-without-cors.fix: 모든 응답에 Vary: Origin을 보내세요. Origin이 없는 요청의 응답과 오류 응답에도 필요합니다.
add_header 줄이 있는 location마다 'add_header Vary Origin always;'를 추가하세요.
Origin을 캐시 키에 넣고(CloudFront: Origin 헤더가 있는 캐시 정책), 서버가 Vary: Origin을 보내게 하세요.
앱이 Vary: Origin을 보내게 하고, 중간에서 지우지 마세요.
응답에 Vary: Origin을 추가하세요. API 캐싱을 쓴다면 Origin을 캐시 키로 지정하세요.
버킷은 Origin이 있을 때만 Vary를 보냅니다. 앞단의 CDN에서 Vary: Origin을 추가하거나, 이미지를 불러오는 모든 곳에 crossorigin 속성을 쓰세요.
모든 사본에 헤더가 있도록, 이 URL을 불러오는 모든 곳에 crossorigin 속성을 쓰세요.
doctor-caches.CACHE_TEXTS.instances-differ.title: 같은 요청인데 응답이 다릅니다. 5번 중 3번만 통과하며, 캐시 때문이 아닙니다
doctor-caches.CACHE_TEXTS.instances-differ.title: 같은 프리플라이트인데 응답이 다릅니다. 5번 중 3번만 통과하며, 캐시 때문이 아닙니다
doctor-caches.CACHE_TEXTS.instances-differ.impact: 어느 서버가 응답하느냐에 따라 될 때도 있고 안 될 때도 있습니다.
doctor-caches.CACHE_TEXTS.instances-differ.fix: 모든 인스턴스에 같은 버전과 같은 CORS 설정을 배포하세요.
로드 밸런서의 대상을 서로 비교하세요. 그중 하나의 CORS 설정이 다릅니다.
doctor-caches.CACHE_TEXTS.vary-missing.title: Vary: Origin이 없어서 캐시가 한 사이트의 사본을 다른 사이트에 줄 수 있습니다
doctor-caches.CACHE_TEXTS.vary-missing.impact: 캐시(브라우저 캐시 포함)가 두 사이트에 응답하기 전까지는 잘 됩니다. 그 뒤에는 한쪽이 차단됩니다.
doctor-caches.CACHE_TEXTS.vary-missing.fix: 모든 응답에 Vary: Origin을 보내세요. Origin이 없는 요청의 응답과 오류 응답에도 필요합니다.
add_header 줄이 있는 location마다 'add_header Vary Origin always;'를 추가하세요.
Origin을 캐시 키에 넣고(CloudFront: Origin 헤더가 있는 캐시 정책), 서버가 Vary: Origin을 보내게 하세요.
앱이 Vary: Origin을 보내게 하고, 중간에서 지우지 마세요.
응답에 Vary: Origin을 추가하세요. API 캐싱을 쓴다면 Origin을 캐시 키로 지정하세요.
doctor-caches.CACHE_TEXTS.vary-missing-without-origin.title: Origin 없는 요청의 응답에 Vary: Origin이 없어서, 캐시가 그 사본을 페이지에 줄 수 있습니다
doctor-caches.CACHE_TEXTS.vary-missing-without-origin.impact: <img>가 이 URL을 먼저 불러오기 전까지는 잘 됩니다. 그 뒤에는 캔버스, 글꼴, fetch()가 CORS 헤더 없는 사본을 받습니다.
doctor-caches.CACHE_TEXTS.vary-missing-without-origin.fix: 모든 응답에 Vary: Origin을 보내세요. Origin이 없는 요청의 응답과 오류 응답에도 필요합니다.
add_header 줄이 있는 location마다 'add_header Vary Origin always;'를 추가하세요.
Origin을 캐시 키에 넣고(CloudFront: Origin 헤더가 있는 캐시 정책), 서버가 Vary: Origin을 보내게 하세요.
앱이 Vary: Origin을 보내게 하고, 중간에서 지우지 마세요.
응답에 Vary: Origin을 추가하세요. API 캐싱을 쓴다면 Origin을 캐시 키로 지정하세요.
doctor-caches.CACHE_TEXTS.vary-missing-error.title: 오류 응답에 Vary: Origin이 없습니다
doctor-caches.CACHE_TEXTS.vary-missing-error.impact: 캐시가 404를 저장하기 전까지는 잘 됩니다. 그 뒤에는 다른 사이트에서 404 대신 CORS 오류로 보입니다.
doctor-caches.CACHE_TEXTS.vary-missing-error.fix: 모든 응답에 Vary: Origin을 보내세요. Origin이 없는 요청의 응답과 오류 응답에도 필요합니다.
add_header 줄이 있는 location마다 'add_header Vary Origin always;'를 추가하세요.
Origin을 캐시 키에 넣고(CloudFront: Origin 헤더가 있는 캐시 정책), 서버가 Vary: Origin을 보내게 하세요.
앱이 Vary: Origin을 보내게 하고, 중간에서 지우지 마세요.
응답에 Vary: Origin을 추가하세요. API 캐싱을 쓴다면 Origin을 캐시 키로 지정하세요.
doctor-caches.CACHE_TEXTS.vary-missing-preflight.title: 프리플라이트 응답에 Vary: Origin이 없습니다
doctor-caches.CACHE_TEXTS.vary-missing-preflight.impact: 브라우저와 대부분의 캐시는 OPTIONS 응답을 저장하지 않습니다. 저장하도록 설정된 CDN은 예외입니다.
doctor-caches.CACHE_TEXTS.vary-missing-preflight.fix: 모든 응답에 Vary: Origin을 보내세요. Origin이 없는 요청의 응답과 오류 응답에도 필요합니다.
add_header 줄이 있는 location마다 'add_header Vary Origin always;'를 추가하세요.
Origin을 캐시 키에 넣고(CloudFront: Origin 헤더가 있는 캐시 정책), 서버가 Vary: Origin을 보내게 하세요.
앱이 Vary: Origin을 보내게 하고, 중간에서 지우지 마세요.
응답에 Vary: Origin을 추가하세요. API 캐싱을 쓴다면 Origin을 캐시 키로 지정하세요.
doctor-caches.CACHE_TEXTS.error-without-cors.title: 오류 응답(0)에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.error-without-cors.title: 오류 응답(401)에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.error-without-cors.title: 오류 응답(403)에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.error-without-cors.title: 오류 응답(404)에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.error-without-cors.title: 오류 응답(418)에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.error-without-cors.title: 오류 응답(429)에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.error-without-cors.title: 오류 응답(500)에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.error-without-cors.title: 오류 응답(502)에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.error-without-cors.title: 오류 응답(503)에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.error-without-cors.title: 오류 응답(504)에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.error-without-cors.title: 오류 응답(520)에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.error-without-cors.title: 오류 응답(521)에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.error-without-cors.title: 오류 응답(522)에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.error-without-cors.title: 오류 응답(523)에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.error-without-cors.title: 오류 응답(525)에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.error-without-cors.title: 오류 응답(526)에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.error-without-cors.title: 오류 응답(200)에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.error-without-cors.impact: 콘솔에 진짜 오류 대신 CORS 오류가 나옵니다. 페이지는 상태 코드도 메시지도 알 수 없습니다.
doctor-caches.CACHE_TEXTS.error-without-cors.fix: 404와 500에도 헤더가 붙도록 CORS를 앱 전체에, 가장 먼저 등록하세요.
add_header에 'always'를 추가하세요. 없으면 nginx는 오류 응답에 헤더를 붙이지 않습니다.
'Header always set'을 쓰세요. 'always'가 없으면 Apache는 오류 응답에 헤더를 붙이지 않습니다.
사용자 지정 오류 페이지와 방화벽의 응답에도 헤더를 추가하세요(CloudFront: 응답 헤더 정책).
로드 밸런서 자체의 오류(502, 503, 504)에는 CORS 헤더가 없습니다. 오류 페이지에 헤더를 추가하세요.
게이트웨이 자체의 응답에 헤더를 추가하세요(AWS: DEFAULT_4XX, DEFAULT_5XX).
doctor-caches.CACHE_TEXTS.redirect-cross-origin.title: 요청이 put 주소에서 PUT 주소로 리디렉션되어 서버에 Origin: null로 도착합니다
doctor-caches.CACHE_TEXTS.redirect-cross-origin.impact: 첫 번째 URL에서 리디렉션된 마지막 URL 요청이 CORS 정책 때문에 차단되었다는 메시지가 콘솔에 나옵니다.
doctor-caches.CACHE_TEXTS.redirect-cross-origin.fix: 최종 URL로 바로 요청하세요. 서버에서 null을 허용하지 마세요. 어떤 사이트든 보낼 수 있는 값입니다.
CDN이 리디렉션하는 대신 그 URL을 직접 가져오게 하거나, 최종 URL로 바로 요청하세요.
doctor-caches.CACHE_TEXTS.redirect-without-cors.title: 요청이 리디렉션되는데(/login), 리디렉션 응답에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.redirect-without-cors.title: 요청이 리디렉션되는데(401, /login), 리디렉션 응답에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.redirect-without-cors.title: 요청이 리디렉션되는데(403, /login), 리디렉션 응답에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.redirect-without-cors.title: 요청이 리디렉션되는데(404, /login), 리디렉션 응답에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.redirect-without-cors.title: 요청이 리디렉션되는데(418, /login), 리디렉션 응답에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.redirect-without-cors.title: 요청이 리디렉션되는데(429, /login), 리디렉션 응답에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.redirect-without-cors.title: 요청이 리디렉션되는데(500, /login), 리디렉션 응답에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.redirect-without-cors.title: 요청이 리디렉션되는데(502, /login), 리디렉션 응답에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.redirect-without-cors.title: 요청이 리디렉션되는데(503, /login), 리디렉션 응답에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.redirect-without-cors.title: 요청이 리디렉션되는데(504, /login), 리디렉션 응답에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.redirect-without-cors.title: 요청이 리디렉션되는데(520, /login), 리디렉션 응답에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.redirect-without-cors.title: 요청이 리디렉션되는데(521, /login), 리디렉션 응답에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.redirect-without-cors.title: 요청이 리디렉션되는데(522, /login), 리디렉션 응답에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.redirect-without-cors.title: 요청이 리디렉션되는데(523, /login), 리디렉션 응답에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.redirect-without-cors.title: 요청이 리디렉션되는데(525, /login), 리디렉션 응답에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.redirect-without-cors.title: 요청이 리디렉션되는데(526, /login), 리디렉션 응답에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.redirect-without-cors.title: 요청이 리디렉션되는데(200, /login), 리디렉션 응답에 CORS 헤더가 없습니다
doctor-caches.CACHE_TEXTS.redirect-without-cors.impact: 'Access-Control-Allow-Origin' 헤더가 없다는 메시지가 콘솔에 나오고, 리디렉션 전의 URL이 표시됩니다.
doctor-caches.CACHE_TEXTS.redirect-without-cors.fix: 최종 URL로 바로 요청하세요. 스킴, 호스트, 끝의 슬래시를 확인하세요.
페이지에서 최종 URL을 쓰거나(끝의 슬래시 확인), 리디렉션 코드보다 먼저 CORS를 등록하세요.
doctor-caches.CACHE_TEXTS.redirect-refused.title: 요청이 리디렉션에서 실패합니다. ECONNRESET
doctor-caches.CACHE_TEXTS.redirect-refused.impact: 리디렉션이 실패했거나 허용되지 않는다는 메시지가 콘솔에 나옵니다.
doctor-caches.CACHE_TEXTS.redirect-refused.fix: 최종 URL로 바로 요청하거나 리디렉션을 고치세요. Location에는 사용자 이름과 비밀번호가 없는 절대 https URL 하나만 있어야 하고, 리디렉션 전후의 응답 모두에 CORS 헤더가 있어야 합니다.
doctor-console.CONSOLE_TEXTS.not-cors.title: 페이지의 Content-Security-Policy가 요청을 차단합니다
doctor-console.CONSOLE_TEXTS.not-cors.title: 워커 스크립트는 페이지와 출처가 같아야 합니다
doctor-console.CONSOLE_TEXTS.not-cors.title: 다른 사이트가 이 페이지의 프레임에 표시되거나 프레임 안을 보여 주는 것을 허용하지 않습니다
doctor-console.CONSOLE_TEXTS.not-cors.title: 이미지를 CORS 없이 불러와서 픽셀을 읽을 수 없습니다
doctor-console.CONSOLE_TEXTS.not-cors.title: 서비스 워커가 CORS 없이 불러온 응답을 돌려줍니다
doctor-console.CONSOLE_TEXTS.not-cors.title: 브라우저나 광고 차단기 같은 확장 프로그램이 요청을 차단합니다
doctor-console.CONSOLE_TEXTS.not-cors.title: <script>나 <img> 같은 요소가 읽을 수 없는 응답을 받습니다
doctor-console.CONSOLE_TEXTS.not-cors.title: WebSocket 연결이 실패했습니다. WebSocket에는 CORS가 적용되지 않습니다
doctor-console.CONSOLE_TEXTS.not-cors.impact: CORS 문제가 아닙니다. CORS 헤더로는 바뀌지 않습니다.
doctor-console.CONSOLE_TEXTS.not-cors.fix: 메시지에 나온 지시문(예: connect-src)에 URL의 출처를 추가하세요.
doctor-console.CONSOLE_TEXTS.not-cors.fix: 스크립트를 페이지의 출처에서 제공하거나, 스크립트를 import하는 blob: URL로 워커를 시작하세요.
doctor-console.CONSOLE_TEXTS.not-cors.fix: 두 페이지가 postMessage로 통신하게 하세요. 프레임에 표시하려면 다른 사이트가 허용해야 합니다(frame-ancestors).
doctor-console.CONSOLE_TEXTS.not-cors.fix: src보다 먼저 이미지에 crossOrigin = 'anonymous'를 설정하고, 이미지 응답에 Access-Control-Allow-Origin을 보내세요. 파일로 연 페이지라면 웹 서버가 필요합니다.
doctor-console.CONSOLE_TEXTS.not-cors.fix: 서비스 워커에서 mode: 'no-cors' 없이 event.request를 fetch()에 넘기세요.
doctor-console.CONSOLE_TEXTS.not-cors.fix: 확장 프로그램 없는 시크릿 창에서 시도하세요. URL에 "ads"나 "track" 같은 말이 있으면 차단됩니다.
doctor-console.CONSOLE_TEXTS.not-cors.fix: URL이 요소에 맞는 응답을 주는지 확인하세요. crossorigin 속성을 쓰면 CORS 헤더를 보내세요.
doctor-console.CONSOLE_TEXTS.not-cors.fix: 네트워크 패널에서 핸드셰이크의 상태 코드를, 서버에서 WebSocket의 허용 출처를, 프록시에서 Upgrade 전달 여부를 확인하세요.
doctor-console.CONSOLE_TEXTS.not-http.title: 페이지가 file: URL을 불러옵니다. CORS는 http와 https에서만 동작합니다
doctor-console.CONSOLE_TEXTS.not-http.title: 페이지의 URL에 http://나 https://가 없습니다
doctor-console.CONSOLE_TEXTS.not-http.impact: 브라우저가 요청을 보내기 전에 차단합니다.
doctor-console.CONSOLE_TEXTS.not-http.fix: 로컬 웹 서버(npx serve, python3 -m http.server)로 폴더를 제공하고 http://localhost로 페이지를 여세요.
doctor-console.CONSOLE_TEXTS.not-http.fix: 스킴까지 URL 전체를 쓰세요: http://localhost:8080/api
doctor-console.CONSOLE_TEXTS.cause-hidden.title: 이 메시지만으로는 요청이 실패한 이유를 알 수 없습니다
doctor-console.CONSOLE_TEXTS.cause-hidden.impact: Safari는 CORS 문제뿐 아니라 취소되었거나 응답이 없는 요청에도 이 메시지를 표시합니다. URL과 페이지의 출처가 같으면 원인은 CORS가 아닙니다.
doctor-console.CONSOLE_TEXTS.cause-hidden.impact: URL과 페이지의 출처가 같으므로 원인은 CORS가 아닙니다. 요청이 취소되었거나 응답이 없었습니다.
doctor-console.CONSOLE_TEXTS.cause-hidden.impact: 브라우저는 CORS 문제, 응답하지 않는 서버, 확장 프로그램이 차단한 요청에 모두 이 메시지를 표시합니다.
doctor-console.CONSOLE_TEXTS.cause-hidden.fix: 콘솔에서 이유가 적힌 메시지를 찾으세요. 없으면 네트워크 패널에서 요청의 상태 코드와 헤더를 복사하세요.
doctor-errors.DOCTOR_ERROR_TEXTS.url-invalid: "GIVEN" 값은 URL이 아닙니다. https://api.example.com/things 같은 URL이 필요합니다
doctor-errors.DOCTOR_ERROR_TEXTS.url-scheme: http 또는 https URL이 필요합니다. 받은 스킴: "GIVEN"
doctor-errors.DOCTOR_ERROR_TEXTS.url-credentials: 스크립트는 사용자 이름이나 비밀번호가 있는 URL을 요청할 수 없습니다. 대신 --header "authorization: …" 옵션을 쓰세요
doctor-errors.DOCTOR_ERROR_TEXTS.origin-invalid: "GIVEN" 값은 출처가 아닙니다. https://app.example.com 같은 출처가 필요합니다
doctor-errors.DOCTOR_ERROR_TEXTS.request-invalid: 스크립트가 보낼 수 없는 요청입니다. GIVEN
doctor-errors.DOCTOR_ERROR_TEXTS.read-invalid: "GIVEN" 값은 헤더 이름이 아닙니다. x-total-count 같은 이름이 필요합니다
doctor-errors.DOCTOR_ERROR_TEXTS.read-forbidden: 브라우저는 x-name 헤더를 스크립트에 절대 보여 주지 않습니다. 값을 다른 헤더로 보내세요
doctor-errors.DOCTOR_ERROR_TEXTS.read-forbidden: 브라우저는 range 헤더를 스크립트에 절대 보여 주지 않습니다. 값을 다른 헤더로 보내세요
doctor-errors.DOCTOR_ERROR_TEXTS.option-invalid: x-name 옵션은 0보다 큰 정수여야 합니다. 받은 값: GIVEN
doctor-errors.DOCTOR_ERROR_TEXTS.option-invalid: range 옵션은 0보다 큰 정수여야 합니다. 받은 값: GIVEN
doctor-errors.DOCTOR_ERROR_TEXTS.record-unreadable: 이 텍스트를 읽을 수 없습니다. HAR 파일, curl -v 또는 curl -i 출력, 네트워크 패널에서 복사한 헤더, 콘솔 메시지 중 하나를 입력하세요
doctor-headers.HEADER_TEXTS.allow-origin-missing.title: https://app.example.com 출처의 요청에 대한 응답에 Access-Control-Allow-Origin 헤더가 없습니다
doctor-headers.HEADER_TEXTS.allow-origin-missing.title: 모든 응답에 Access-Control-Allow-Origin 헤더가 없습니다
doctor-headers.HEADER_TEXTS.allow-origin-missing.title: null 출처의 요청에 대한 응답에 Access-Control-Allow-Origin 헤더가 없습니다
doctor-headers.HEADER_TEXTS.allow-origin-missing.impact: 요청한 리소스에 'Access-Control-Allow-Origin' 헤더가 없다는 메시지가 콘솔에 나옵니다.
doctor-headers.HEADER_TEXTS.allow-origin-missing.fix: 신뢰한다면 https://app.example.com 출처를 허용 목록에 추가하세요. 이미 있다면 일부 라우트, 오류, OPTIONS처럼 CORS가 적용되지 않는 응답이 있는지 확인하세요.
신뢰한다면 https://app.example.com 출처를 허용 목록에 추가하세요. 앱이 헤더를 보낸다면 proxy_hide_header를 찾아보세요. add_header가 하나라도 있는 location은 바깥의 add_header를 상속하지 않으며, 오류 응답에는 'always'가 필요합니다.
신뢰한다면 https://app.example.com 출처를 허용 목록에 추가하세요. 오류 응답에도 붙도록 'Header always set'을 쓰세요.
신뢰한다면 https://app.example.com 출처를 허용 목록에 추가하세요. CORS 헤더와 함께 OPTIONS에 응답하거나, OPTIONS를 앱으로 전달하세요.
신뢰한다면 https://app.example.com 출처를 허용 목록에 추가하세요. IIS CORS 모듈을 쓰세요. web.config의 customHeaders는 출처를 고를 수 없습니다.
Origin 헤더를 서버로 전달하거나(CloudFront: 원본 요청 정책 CORS-S3Origin), CORS가 있는 응답 헤더 정책을 추가하세요.
버킷에 https://app.example.com 출처와 메서드를 허용하는 CORS 규칙을 추가하세요.
신뢰한다면 https://app.example.com 출처를 허용 목록에 추가하세요. 로드 밸런서 뒤의 앱에서 설정하세요.
게이트웨이의 CORS를 켜고(Kong: cors 플러그인) https://app.example.com 출처를 허용하세요. 게이트웨이가 요청을 전달만 한다면 함수에서 헤더를 보내야 합니다.
doctor-headers.HEADER_TEXTS.allow-origin-missing.fix: CORS를 앱 전체에, 라우트보다 먼저 등록하고(Express: 라우트 하나가 아니라 app.use(cors(…))), 신뢰한다면 https://app.example.com 출처를 허용하세요.
신뢰한다면 https://app.example.com 출처를 허용 목록에 추가하세요. 앱이 헤더를 보낸다면 proxy_hide_header를 찾아보세요. add_header가 하나라도 있는 location은 바깥의 add_header를 상속하지 않으며, 오류 응답에는 'always'가 필요합니다.
신뢰한다면 https://app.example.com 출처를 허용 목록에 추가하세요. 오류 응답에도 붙도록 'Header always set'을 쓰세요.
신뢰한다면 https://app.example.com 출처를 허용 목록에 추가하세요. CORS 헤더와 함께 OPTIONS에 응답하거나, OPTIONS를 앱으로 전달하세요.
신뢰한다면 https://app.example.com 출처를 허용 목록에 추가하세요. IIS CORS 모듈을 쓰세요. web.config의 customHeaders는 출처를 고를 수 없습니다.
Origin 헤더를 서버로 전달하거나(CloudFront: 원본 요청 정책 CORS-S3Origin), CORS가 있는 응답 헤더 정책을 추가하세요.
버킷에 https://app.example.com 출처와 메서드를 허용하는 CORS 규칙을 추가하세요.
신뢰한다면 https://app.example.com 출처를 허용 목록에 추가하세요. 로드 밸런서 뒤의 앱에서 설정하세요.
게이트웨이의 CORS를 켜고(Kong: cors 플러그인) https://app.example.com 출처를 허용하세요. 게이트웨이가 요청을 전달만 한다면 함수에서 헤더를 보내야 합니다.
doctor-headers.HEADER_TEXTS.allow-origin-missing.fix: 페이지를 실제 출처에서 제공하세요. 샌드박스 iframe과 로컬 파일은 Origin: null을 보내며, 이 값은 어떤 사이트든 보낼 수 있습니다. null을 허용하지 마세요.
null을 허용하지 마세요. 페이지를 실제 출처에서 제공하세요.
doctor-headers.HEADER_TEXTS.allow-origin-doubled.title: x-one 헤더가 두 번 전송됩니다(VALUE). 두 계층이 CORS 헤더를 추가합니다
doctor-headers.HEADER_TEXTS.allow-origin-doubled.title: x-one, x-two 헤더가 두 번 전송됩니다(VALUE). 두 계층이 CORS 헤더를 추가합니다
doctor-headers.HEADER_TEXTS.allow-origin-doubled.impact: 브라우저는 둘을 합쳐 값 하나로 읽습니다. Access-Control-Allow-Origin이라면 값은 하나만 허용되는데 여러 개라는 메시지가 콘솔에 나옵니다.
doctor-headers.HEADER_TEXTS.allow-origin-doubled.fix: 한 계층만 CORS 헤더를 설정하게 하세요. 앱과 앞단의 프록시 중 한쪽에서 빼고, CORS를 한 번만 등록하세요.
add_header Access-Control-* 줄을 지우거나, 앱이 보낸 헤더를 proxy_hide_header로 제거하세요.
'Header add'를 'Header set'으로 바꾸거나, 앱이 헤더를 보낸다면 지우세요.
header 지시어를 지우거나, 앱의 헤더를 header_down -Access-Control-Allow-Origin으로 지우세요.
web.config의 customHeaders를 지우거나, 앱에서 CORS를 빼세요.
응답 헤더 정책이 서버가 보낸 값을 덮어쓰게 하거나, 그 정책을 빼세요.
헤더를 추가하지 말고 바꾸세요(http-response set-header).
게이트웨이와 앱 중 한쪽의 CORS를 끄세요.
doctor-headers.HEADER_TEXTS.allow-origin-list.title: Access-Control-Allow-Origin 헤더가 목록입니다: VALUE
doctor-headers.HEADER_TEXTS.allow-origin-list.impact: 헤더의 값은 하나만 허용되는데 여러 개라는 메시지가 콘솔에 나옵니다.
doctor-headers.HEADER_TEXTS.allow-origin-list.fix: 이 헤더에는 출처 하나만 쓸 수 있습니다. 요청의 Origin이 목록에 있으면 그 값을 헤더에 쓰고 Vary: Origin을 추가하세요.
이 헤더에는 출처 하나만 쓸 수 있습니다. $http_origin의 map으로 출처를 고르고 Vary: Origin을 추가하세요.
이 헤더에는 출처 하나만 쓸 수 있습니다. matcher로 Origin을 비교하고 Vary: Origin을 추가하세요.
이 헤더에는 출처 하나만 쓸 수 있습니다. 출처 목록이 있는 응답 헤더 정책을 쓰세요. 그러면 요청한 출처만 헤더에 담아 보냅니다.
이 헤더에는 출처 하나만 쓸 수 있습니다. 게이트웨이의 CORS 설정에 여러 출처를 나열하거나, 함수에서 고르세요.
doctor-headers.HEADER_TEXTS.allow-origin-scheme.title: Access-Control-Allow-Origin 헤더는 VALUE인데 페이지의 출처는 https://app.example.com입니다 (스킴이 다름)
doctor-headers.HEADER_TEXTS.allow-origin-scheme.impact: 요청이 CORS 정책 때문에 차단되었다는 메시지가 콘솔에 나오고, 페이지는 TypeError를 받습니다.
doctor-headers.HEADER_TEXTS.allow-origin-scheme.fix: 출처를 페이지와 같은 스킴으로 적으세요. TLS를 종료하는 프록시가 앞에 있다면 요청의 스킴으로 출처를 만들지 마세요.
doctor-headers.HEADER_TEXTS.allow-origin-port.title: Access-Control-Allow-Origin 헤더는 VALUE인데 페이지의 출처는 https://app.example.com입니다 (포트가 다름)
doctor-headers.HEADER_TEXTS.allow-origin-port.impact: 요청이 CORS 정책 때문에 차단되었다는 메시지가 콘솔에 나오고, 페이지는 TypeError를 받습니다.
doctor-headers.HEADER_TEXTS.allow-origin-port.fix: 출처에 포트까지 적으세요. 기본 포트(443, 80)라면 빼세요.
doctor-headers.HEADER_TEXTS.allow-origin-trailing-slash.title: Access-Control-Allow-Origin 헤더가 VALUE입니다. 출처는 슬래시로 끝나지 않습니다
doctor-headers.HEADER_TEXTS.allow-origin-trailing-slash.impact: 요청이 CORS 정책 때문에 차단되었다는 메시지가 콘솔에 나오고, 페이지는 TypeError를 받습니다.
doctor-headers.HEADER_TEXTS.allow-origin-trailing-slash.fix: 설정에서 슬래시를 지우세요.
add_header 줄에서 슬래시를 지우세요.
응답 헤더 정책에서 슬래시를 지우세요.
버킷의 CORS 규칙에서 슬래시를 지우세요.
허용 출처 목록에서 슬래시를 지우세요.
doctor-headers.HEADER_TEXTS.allow-origin-null.title: Access-Control-Allow-Origin 헤더는 null인데 페이지의 출처는 https://app.example.com입니다
doctor-headers.HEADER_TEXTS.allow-origin-null.impact: 요청이 CORS 정책 때문에 차단되었다는 메시지가 콘솔에 나오고, 페이지는 TypeError를 받습니다.
doctor-headers.HEADER_TEXTS.allow-origin-null.fix: null을 절대 보내지 마세요. 어떤 사이트든 이 출처로 요청할 수 있습니다. 요청의 Origin이 목록에 있으면 그 값을 헤더에 쓰고 Vary: Origin을 추가하세요.
doctor-headers.HEADER_TEXTS.allow-origin-empty.title: Access-Control-Allow-Origin 헤더가 비어 있습니다
doctor-headers.HEADER_TEXTS.allow-origin-empty.impact: 요청이 CORS 정책 때문에 차단되었다는 메시지가 콘솔에 나오고, 페이지는 TypeError를 받습니다.
doctor-headers.HEADER_TEXTS.allow-origin-empty.fix: 값이 비어 있으면 헤더를 아예 보내지 마세요. 요청의 Origin이 목록에 있으면 그 값을 헤더에 쓰고 Vary: Origin을 추가하세요. 값이 들어 있는 변수나 설정도 확인하세요.
doctor-headers.HEADER_TEXTS.allow-origin-pattern.title: Access-Control-Allow-Origin 헤더가 VALUE입니다. 브라우저는 패턴을 이해하지 못합니다
doctor-headers.HEADER_TEXTS.allow-origin-pattern.impact: 요청이 CORS 정책 때문에 차단되었다는 메시지가 콘솔에 나오고, 페이지는 TypeError를 받습니다.
doctor-headers.HEADER_TEXTS.allow-origin-pattern.fix: 이 헤더에는 출처 하나 또는 '*'만 쓸 수 있습니다. 요청의 Origin이 목록에 있으면 그 값을 헤더에 쓰고 Vary: Origin을 추가하세요.
doctor-headers.HEADER_TEXTS.allow-origin-no-scheme.title: Access-Control-Allow-Origin 헤더가 VALUE입니다. 스킴이 없어서 출처가 아닙니다
doctor-headers.HEADER_TEXTS.allow-origin-no-scheme.impact: 요청이 CORS 정책 때문에 차단되었다는 메시지가 콘솔에 나오고, 페이지는 TypeError를 받습니다.
doctor-headers.HEADER_TEXTS.allow-origin-no-scheme.fix: 출처 전체를 쓰세요: https://app.example.com.
doctor-headers.HEADER_TEXTS.allow-origin-quoted.title: Access-Control-Allow-Origin 헤더의 값(VALUE)에 따옴표가 있습니다
doctor-headers.HEADER_TEXTS.allow-origin-quoted.impact: 요청이 CORS 정책 때문에 차단되었다는 메시지가 콘솔에 나오고, 페이지는 TypeError를 받습니다.
doctor-headers.HEADER_TEXTS.allow-origin-quoted.fix: 값에서 따옴표를 지우세요.
doctor-headers.HEADER_TEXTS.allow-origin-other.title: Access-Control-Allow-Origin 헤더는 VALUE인데 페이지의 출처는 https://app.example.com입니다
doctor-headers.HEADER_TEXTS.allow-origin-other.impact: 요청이 CORS 정책 때문에 차단되었다는 메시지가 콘솔에 나오고, 페이지는 TypeError를 받습니다.
doctor-headers.HEADER_TEXTS.allow-origin-other.fix: 요청의 Origin이 목록에 있으면 그 값을 헤더에 쓰고 Vary: Origin을 추가하세요.
$http_origin의 map으로 출처를 고르고 Vary: Origin을 추가하세요.
SetEnvIf Origin으로 출처를 고르고 Vary: Origin을 추가하세요.
IIS CORS 모듈에 https://app.example.com 출처를 추가하거나, 앱에서 출처를 고르세요.
Origin을 서버로 전달하고 캐시 키에 넣거나, 응답 헤더 정책에 출처를 나열하세요.
버킷의 CORS 규칙에 https://app.example.com 출처를 추가하세요.
게이트웨이의 CORS 설정에 출처를 나열하세요.
doctor-headers.HEADER_TEXTS.allow-origin-wildcard-credentials.title: Access-Control-Allow-Origin 헤더가 '*'입니다. 자격 증명이 포함되면 브라우저는 이 값을 무시합니다
doctor-headers.HEADER_TEXTS.allow-origin-wildcard-credentials.impact: 요청의 credentials 모드가 'include'일 때는 헤더에 와일드카드 '*'를 쓸 수 없다는 메시지가 콘솔에 나옵니다.
doctor-headers.HEADER_TEXTS.allow-origin-wildcard-credentials.fix: 출처를 나열하고 자격 증명을 허용하거나, 자격 증명 없이 요청하세요. 그렇다고 모든 Origin을 그대로 돌려주지는 마세요.
$http_origin의 map으로 출처를 고르고 Vary: Origin을 추가하세요. Access-Control-Allow-Credentials: true도 추가하세요.
응답 헤더 정책에 출처를 나열하고 자격 증명을 허용하세요.
CORS 설정에 출처를 나열하고 자격 증명을 허용하세요.
doctor-headers.HEADER_TEXTS.allow-credentials-missing.title: 요청에 자격 증명이 포함되는데 Access-Control-Allow-Credentials 헤더가 없습니다
doctor-headers.HEADER_TEXTS.allow-credentials-missing.impact: 헤더의 값이 ''인데 'true'여야 한다는 메시지가 콘솔에 나옵니다.
doctor-headers.HEADER_TEXTS.allow-credentials-missing.fix: CORS 정책에서 프리플라이트와 응답 모두에 자격 증명을 허용하거나, 자격 증명 없이 요청하세요.
doctor-headers.HEADER_TEXTS.allow-credentials-not-true.title: Access-Control-Allow-Credentials 헤더가 'VALUE'입니다. 정확히 'true'여야 합니다
doctor-headers.HEADER_TEXTS.allow-credentials-not-true.impact: 헤더의 값이 'true'여야 한다는 메시지가 콘솔에 나옵니다.
doctor-headers.HEADER_TEXTS.allow-credentials-not-true.fix: 소문자로 'true'를 한 번만 보내세요. 허용하지 않으려면 'false'를 보내지 말고 헤더를 빼세요.
'true'를 한 번만 보내세요. 앱도 보낸다면 둘 중 하나를 지우세요.
doctor-inspect.UNKNOWN_TEXTS.url: 요청의 URL. 요청도 함께 복사하거나 --url 옵션을 쓰세요.
doctor-inspect.UNKNOWN_TEXTS.origin: 페이지의 출처. 요청 헤더도 함께 복사하거나 --origin https://app.example.com 옵션을 쓰세요.
doctor-inspect.UNKNOWN_TEXTS.request-origin: 페이지가 받는 응답. 기록된 요청에 Origin 헤더가 없습니다. Origin 헤더를 붙여 다시 요청하세요(curl -v -H 'Origin: https://app.example.com').
doctor-inspect.UNKNOWN_TEXTS.preflight: 프리플라이트 응답. 같은 URL의 OPTIONS 요청도 복사하세요.
doctor-inspect.UNKNOWN_TEXTS.not-preflight: 프리플라이트 응답. 기록된 OPTIONS 요청에 Origin이나 Access-Control-Request-Method가 없습니다. 다음을 실행하세요: curl -v -X OPTIONS -H 'Origin: https://app.example.com' -H 'Access-Control-Request-Method: GET' <url>
doctor-inspect.UNKNOWN_TEXTS.actual: 실제 요청에 대한 응답. 실제 요청도 복사하거나 cors-policy doctor를 실행하세요.
doctor-inspect.UNKNOWN_TEXTS.status: 응답의 상태 코드(이 메시지에는 없음). 502 같은 오류도 콘솔에서는 똑같이 보이므로, 네트워크 패널에서 응답 헤더를 복사하세요.
doctor-inspect.UNKNOWN_TEXTS.others: 다른 출처, Origin 없는 요청, 캐시가 받는 응답. cors-policy doctor <url> --origin <origin> 명령으로 서버에 확인하세요.
doctor-lists.LIST_TEXTS.authorization-not-covered.title: Access-Control-Allow-Headers에 authorization이 없습니다
doctor-lists.LIST_TEXTS.authorization-not-covered.title: Access-Control-Allow-Headers에 authorization이 없습니다 ('*'에는 포함되지 않음)
doctor-lists.LIST_TEXTS.authorization-not-covered.impact: 요청의 authorization 헤더가 허용되지 않는다는 메시지가 콘솔에 나옵니다.
doctor-lists.LIST_TEXTS.authorization-not-covered.fix: 허용 헤더 목록에 authorization을 추가하세요. '*'에는 포함되지 않습니다.
add_header Access-Control-Allow-Headers에 Authorization을 추가하세요. '*'에는 포함되지 않습니다.
응답 헤더 정책에 Authorization을 추가하세요.
CORS 규칙의 헤더에 Authorization을 추가하세요.
허용 헤더 목록에 authorization을 추가하세요.
doctor-lists.LIST_TEXTS.header-not-covered.title: Access-Control-Allow-Headers에 x-one 헤더가 없습니다
doctor-lists.LIST_TEXTS.header-not-covered.title: Access-Control-Allow-Headers에 x-one 헤더가 없습니다 ('*'에는 포함되지 않음)
doctor-lists.LIST_TEXTS.header-not-covered.title: Access-Control-Allow-Headers에 x-one, x-two 헤더가 없습니다
doctor-lists.LIST_TEXTS.header-not-covered.title: Access-Control-Allow-Headers에 x-one, x-two 헤더가 없습니다 ('*'에는 포함되지 않음)
doctor-lists.LIST_TEXTS.header-not-covered.impact: 요청의 x-one 헤더가 허용되지 않는다는 메시지가 콘솔에 나옵니다.
doctor-lists.LIST_TEXTS.header-not-covered.fix: 허용 헤더 목록에 x-one 헤더를 추가하세요.
add_header Access-Control-Allow-Headers에 x-one 헤더를 추가하세요.
Header set Access-Control-Allow-Headers에 x-one 헤더를 추가하세요.
정책의 허용 헤더 목록에 x-one 헤더를 추가하세요.
CORS 규칙의 AllowedHeaders에 x-one 헤더를 추가하세요.
허용 헤더 목록에 x-one 헤더를 추가하세요.
아니면 요청에서 x-one 헤더를 빼세요.
doctor-lists.LIST_TEXTS.header-not-covered.fix: 요청에서 x-one 헤더를 빼세요. 페이지가 아니라 서버가 보내는 헤더입니다.
요청에서 x-one 헤더를 빼세요. 페이지가 아니라 서버가 보내는 헤더입니다.
doctor-lists.LIST_TEXTS.header-not-covered.fix: 허용 헤더 목록에 x-one, x-two 헤더를 추가하세요.
add_header Access-Control-Allow-Headers에 x-one, x-two 헤더를 추가하세요.
Header set Access-Control-Allow-Headers에 x-one, x-two 헤더를 추가하세요.
정책의 허용 헤더 목록에 x-one, x-two 헤더를 추가하세요.
CORS 규칙의 AllowedHeaders에 x-one, x-two 헤더를 추가하세요.
허용 헤더 목록에 x-one, x-two 헤더를 추가하세요.
아니면 요청에서 x-one, x-two 헤더를 빼세요.
doctor-lists.LIST_TEXTS.header-not-covered.fix: 요청에서 x-one, x-two 헤더를 빼세요. 페이지가 아니라 서버가 보내는 헤더입니다.
요청에서 x-one, x-two 헤더를 빼세요. 페이지가 아니라 서버가 보내는 헤더입니다.
doctor-lists.LIST_TEXTS.method-not-covered.title: Access-Control-Allow-Methods에 PUT 메서드가 없습니다
doctor-lists.LIST_TEXTS.method-not-covered.title: Access-Control-Allow-Methods에 PUT 메서드가 없습니다 ('*'에는 포함되지 않음)
doctor-lists.LIST_TEXTS.method-not-covered.impact: PUT 메서드가 허용되지 않는다는 메시지가 콘솔에 나옵니다.
doctor-lists.LIST_TEXTS.method-not-covered.fix: 허용 메서드 목록에 PUT 메서드를 추가하세요(메서드는 대소문자를 구분합니다).
add_header Access-Control-Allow-Methods에 PUT 메서드를 추가하세요.
Header set Access-Control-Allow-Methods에 PUT 메서드를 추가하세요.
정책의 허용 메서드 목록에 PUT 메서드를 추가하세요.
CORS 규칙의 AllowedMethods에 PUT 메서드를 추가하세요.
허용 메서드 목록에 PUT 메서드를 추가하세요.
doctor-lists.LIST_TEXTS.method-not-covered.fix: 메서드를 대문자로 'PATCH'라고 쓰세요. 브라우저가 대문자로 바꿔 주지 않습니다.
메서드를 대문자로 'PATCH'라고 쓰세요. 브라우저가 대문자로 바꿔 주지 않습니다.
doctor-lists.LIST_TEXTS.allow-headers-invalid.title: Access-Control-Allow-Headers 헤더에 올바른 헤더 이름이 아닌 'name' 값이 있습니다
doctor-lists.LIST_TEXTS.allow-headers-invalid.title: Access-Control-Allow-Headers 헤더에 올바른 헤더 이름이 아닌 'value' 값이 있습니다
doctor-lists.LIST_TEXTS.allow-headers-invalid.impact: 헤더를 해석할 수 없다는 메시지가 콘솔에 나오고, 프리플라이트 전체가 실패합니다.
doctor-lists.LIST_TEXTS.allow-headers-invalid.fix: 이름을 쉼표로 구분하세요. 이름 안에 공백을 넣거나 따옴표와 세미콜론을 쓰지 마세요.
doctor-lists.LIST_TEXTS.allow-methods-invalid.title: Access-Control-Allow-Methods 헤더에 올바른 메서드가 아닌 'name' 값이 있습니다
doctor-lists.LIST_TEXTS.allow-methods-invalid.title: Access-Control-Allow-Methods 헤더에 올바른 메서드가 아닌 'value' 값이 있습니다
doctor-lists.LIST_TEXTS.allow-methods-invalid.impact: 헤더를 해석할 수 없다는 메시지가 콘솔에 나오고, 프리플라이트 전체가 실패합니다.
doctor-lists.LIST_TEXTS.allow-methods-invalid.fix: 메서드를 쉼표로 구분하세요. 따옴표나 세미콜론은 쓰지 마세요.
doctor-lists.LIST_TEXTS.max-age-above-cap.title: Access-Control-Max-Age 헤더가 86400입니다. 브라우저가 받아들이는 값보다 큽니다
doctor-lists.LIST_TEXTS.max-age-above-cap.impact: Chromium은 7200초 뒤에, Safari는 600초 뒤에 프리플라이트를 다시 보냅니다.
doctor-lists.LIST_TEXTS.max-age-above-cap.fix: 그대로 두어도 해는 없습니다. 7200초로 설정하세요. Chromium은 어차피 이 값까지만 받아들입니다.
doctor-lists.LIST_TEXTS.expose-headers-missing.title: 스크립트가 x-one 헤더를 읽을 수 없습니다
doctor-lists.LIST_TEXTS.expose-headers-missing.title: 스크립트가 x-one, x-two 헤더를 읽을 수 없습니다
doctor-lists.LIST_TEXTS.expose-headers-missing.impact: 네트워크 패널에는 헤더가 보이지만 response.headers.get()은 null을 반환합니다.
doctor-lists.LIST_TEXTS.expose-headers-missing.impact: response.headers.get()이 null을 반환합니다. 게다가 이 응답에는 그 헤더가 없습니다.
doctor-lists.LIST_TEXTS.expose-headers-missing.fix: 페이지가 읽는 헤더를 Access-Control-Expose-Headers에 추가하세요.
페이지가 읽는 헤더를 CORS 규칙의 ExposeHeaders에 추가하세요.
페이지가 읽는 헤더를 정책의 노출 헤더에 추가하세요.
doctor-lists.LIST_TEXTS.expose-wildcard-credentials.title: Access-Control-Expose-Headers 헤더가 '*'입니다. 자격 증명을 쓰면 이 값은 아무 헤더도 노출하지 않으므로, 스크립트가 x-one 헤더를 읽을 수 없습니다
doctor-lists.LIST_TEXTS.expose-wildcard-credentials.title: Access-Control-Expose-Headers 헤더가 '*'입니다. 자격 증명을 쓰면 이 값은 아무 헤더도 노출하지 않으므로, 스크립트가 x-one, x-two 헤더를 읽을 수 없습니다
doctor-lists.LIST_TEXTS.expose-wildcard-credentials.impact: 네트워크 패널에는 헤더가 보이지만 response.headers.get()은 null을 반환합니다.
doctor-lists.LIST_TEXTS.expose-wildcard-credentials.fix: 페이지가 읽는 헤더를 나열하세요.
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect.title: 프리플라이트가 리디렉션되는데, 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect.title: 프리플라이트가 리디렉션되는데(401, /login), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect.title: 프리플라이트가 리디렉션되는데(403, /login), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect.title: 프리플라이트가 리디렉션되는데(404, /login), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect.title: 프리플라이트가 리디렉션되는데(418, /login), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect.title: 프리플라이트가 리디렉션되는데(429, /login), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect.title: 프리플라이트가 리디렉션되는데(500, /login), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect.title: 프리플라이트가 리디렉션되는데(502, /login), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect.title: 프리플라이트가 리디렉션되는데(503, /login), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect.title: 프리플라이트가 리디렉션되는데(504, /login), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect.title: 프리플라이트가 리디렉션되는데(520, /login), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect.title: 프리플라이트가 리디렉션되는데(521, /login), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect.title: 프리플라이트가 리디렉션되는데(522, /login), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect.title: 프리플라이트가 리디렉션되는데(523, /login), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect.title: 프리플라이트가 리디렉션되는데(525, /login), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect.title: 프리플라이트가 리디렉션되는데(526, /login), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect.title: 프리플라이트가 리디렉션되는데(200, /login), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect.impact: 콘솔에 'Redirect is not allowed for a preflight request.'라고 나옵니다.
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect.fix: 페이지에서 최종 URL을 쓰고(끝의 슬래시 확인), 리디렉션 코드보다 먼저 OPTIONS에 응답하세요.
rewrite와 return 301에서 OPTIONS를 제외하거나, 페이지에서 최종 URL을 쓰세요(끝의 슬래시 확인).
리디렉션 규칙에서 OPTIONS를 제외하거나, 페이지에서 최종 URL을 쓰세요.
리스너의 리디렉션 규칙에서 OPTIONS를 제외하거나, 페이지에서 최종 URL을 쓰세요.
페이지에서 스테이지 이름이 들어 있고 슬래시로 끝나지 않는 URL을 쓰세요.
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect-https.title: 프리플라이트가 http에서 https로 리디렉션되는데(0), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect-https.title: 프리플라이트가 http에서 https로 리디렉션되는데(401), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect-https.title: 프리플라이트가 http에서 https로 리디렉션되는데(403), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect-https.title: 프리플라이트가 http에서 https로 리디렉션되는데(404), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect-https.title: 프리플라이트가 http에서 https로 리디렉션되는데(418), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect-https.title: 프리플라이트가 http에서 https로 리디렉션되는데(429), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect-https.title: 프리플라이트가 http에서 https로 리디렉션되는데(500), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect-https.title: 프리플라이트가 http에서 https로 리디렉션되는데(502), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect-https.title: 프리플라이트가 http에서 https로 리디렉션되는데(503), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect-https.title: 프리플라이트가 http에서 https로 리디렉션되는데(504), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect-https.title: 프리플라이트가 http에서 https로 리디렉션되는데(520), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect-https.title: 프리플라이트가 http에서 https로 리디렉션되는데(521), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect-https.title: 프리플라이트가 http에서 https로 리디렉션되는데(522), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect-https.title: 프리플라이트가 http에서 https로 리디렉션되는데(523), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect-https.title: 프리플라이트가 http에서 https로 리디렉션되는데(525), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect-https.title: 프리플라이트가 http에서 https로 리디렉션되는데(526), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect-https.title: 프리플라이트가 http에서 https로 리디렉션되는데(200), 브라우저는 이를 따라가지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect-https.impact: 콘솔에 'Redirect is not allowed for a preflight request.'라고 나옵니다. 그 호스트의 HSTS 정보를 저장해 둔 브라우저에서는 성공합니다.
doctor-preflight.PREFLIGHT_TEXTS.preflight-redirect-https.fix: 페이지에서 API의 URL을 https://로 쓰세요. 주소를 직접 입력하는 사람을 위한 리디렉션은 그대로 두어도 됩니다.
doctor-preflight.PREFLIGHT_TEXTS.preflight-unauthorized.title: 서버가 프리플라이트에 인증을 요구하지만(0), 브라우저는 프리플라이트에 자격 증명을 보내지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-unauthorized.title: 서버가 프리플라이트에 인증을 요구하지만(401), 브라우저는 프리플라이트에 자격 증명을 보내지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-unauthorized.title: 서버가 프리플라이트에 인증을 요구하지만(403), 브라우저는 프리플라이트에 자격 증명을 보내지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-unauthorized.title: 서버가 프리플라이트에 인증을 요구하지만(404), 브라우저는 프리플라이트에 자격 증명을 보내지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-unauthorized.title: 서버가 프리플라이트에 인증을 요구하지만(418), 브라우저는 프리플라이트에 자격 증명을 보내지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-unauthorized.title: 서버가 프리플라이트에 인증을 요구하지만(429), 브라우저는 프리플라이트에 자격 증명을 보내지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-unauthorized.title: 서버가 프리플라이트에 인증을 요구하지만(500), 브라우저는 프리플라이트에 자격 증명을 보내지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-unauthorized.title: 서버가 프리플라이트에 인증을 요구하지만(502), 브라우저는 프리플라이트에 자격 증명을 보내지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-unauthorized.title: 서버가 프리플라이트에 인증을 요구하지만(503), 브라우저는 프리플라이트에 자격 증명을 보내지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-unauthorized.title: 서버가 프리플라이트에 인증을 요구하지만(504), 브라우저는 프리플라이트에 자격 증명을 보내지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-unauthorized.title: 서버가 프리플라이트에 인증을 요구하지만(520), 브라우저는 프리플라이트에 자격 증명을 보내지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-unauthorized.title: 서버가 프리플라이트에 인증을 요구하지만(521), 브라우저는 프리플라이트에 자격 증명을 보내지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-unauthorized.title: 서버가 프리플라이트에 인증을 요구하지만(522), 브라우저는 프리플라이트에 자격 증명을 보내지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-unauthorized.title: 서버가 프리플라이트에 인증을 요구하지만(523), 브라우저는 프리플라이트에 자격 증명을 보내지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-unauthorized.title: 서버가 프리플라이트에 인증을 요구하지만(525), 브라우저는 프리플라이트에 자격 증명을 보내지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-unauthorized.title: 서버가 프리플라이트에 인증을 요구하지만(526), 브라우저는 프리플라이트에 자격 증명을 보내지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-unauthorized.title: 서버가 프리플라이트에 인증을 요구하지만(200), 브라우저는 프리플라이트에 자격 증명을 보내지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-unauthorized.impact: 프리플라이트가 필요한 요청이 모두 실패합니다. 콘솔에는 프리플라이트 응답에 Access-Control-Allow-Origin이 없다거나 'It does not have HTTP ok status.'라고 나옵니다. 실제 요청은 전송되지 않습니다.
doctor-preflight.PREFLIGHT_TEXTS.preflight-unauthorized.fix: 인증보다 먼저 프리플라이트에 응답하세요. 토큰을 확인하는 훅이나 미들웨어보다 먼저 CORS를 등록하세요.
auth_basic이나 auth_request보다 먼저 OPTIONS에 응답하세요: 'if ($request_method = OPTIONS) { … return 204; }'.
인증을 <LimitExcept OPTIONS>로 감싸세요.
접근 정책에서 OPTIONS를 제외하세요(Cloudflare Access: "Bypass OPTIONS requests to origin").
인증하는 규칙보다 위에, 인증 없이 OPTIONS를 전달하는 규칙을 추가하세요.
OPTIONS 메서드에서 권한 부여자(authorizer)와 API 키를 빼세요.
doctor-preflight.PREFLIGHT_TEXTS.preflight-forbidden.title: 서버가 프리플라이트를 거부합니다(403)
doctor-preflight.PREFLIGHT_TEXTS.preflight-forbidden.impact: 프리플라이트가 필요한 요청이 모두 실패합니다. 콘솔에는 프리플라이트 응답에 Access-Control-Allow-Origin이 없다거나 'It does not have HTTP ok status.'라고 나옵니다. 실제 요청은 전송되지 않습니다.
doctor-preflight.PREFLIGHT_TEXTS.preflight-forbidden.fix: 허용된 출처를 확인하고, CORS보다 먼저 실행되는 CSRF 방어나 IP 필터가 있는지 찾아보세요.
deny, limit_except, ModSecurity 규칙을 찾아 OPTIONS를 통과시키세요.
방화벽에서 OPTIONS를 통과시키고, 그 경로의 허용 메서드 목록에 추가하세요.
버킷에 출처, 메서드, 각 헤더를 허용하는 CORS 규칙을 추가하세요.
방화벽(WAF) 규칙에서 OPTIONS를 통과시키세요.
OPTIONS 메서드를 만들고(CORS 활성화) 다시 배포하세요. 리소스 정책과 방화벽에서 OPTIONS를 제외하세요.
doctor-preflight.PREFLIGHT_TEXTS.preflight-not-found.title: 서버에 프리플라이트를 받을 라우트가 없습니다(404)
doctor-preflight.PREFLIGHT_TEXTS.preflight-not-found.impact: 프리플라이트가 필요한 요청이 모두 실패합니다. 콘솔에는 프리플라이트 응답에 Access-Control-Allow-Origin이 없다거나 'It does not have HTTP ok status.'라고 나옵니다. 실제 요청은 전송되지 않습니다.
doctor-preflight.PREFLIGHT_TEXTS.preflight-not-found.fix: CORS를 앱 전체에, 라우트보다 먼저 등록하세요. GET이나 PUT 라우트는 OPTIONS에 응답하지 않습니다.
OPTIONS를 앱으로 전달하거나, nginx에서 CORS 헤더와 함께 204로 응답하세요.
OPTIONS를 서버로 전달하세요(CloudFront: GET, HEAD, OPTIONS 또는 모든 메서드 허용).
그 경로를 전달하는 규칙에 OPTIONS 메서드를 추가하세요.
OPTIONS 라우트를 추가하거나 게이트웨이의 CORS를 켜고 다시 배포하세요.
doctor-preflight.PREFLIGHT_TEXTS.preflight-method-not-allowed.title: 서버가 OPTIONS 메서드를 허용하지 않습니다(0)
doctor-preflight.PREFLIGHT_TEXTS.preflight-method-not-allowed.title: 서버가 OPTIONS 메서드를 허용하지 않습니다(401)
doctor-preflight.PREFLIGHT_TEXTS.preflight-method-not-allowed.title: 서버가 OPTIONS 메서드를 허용하지 않습니다(403)
doctor-preflight.PREFLIGHT_TEXTS.preflight-method-not-allowed.title: 서버가 OPTIONS 메서드를 허용하지 않습니다(404)
doctor-preflight.PREFLIGHT_TEXTS.preflight-method-not-allowed.title: 서버가 OPTIONS 메서드를 허용하지 않습니다(418)
doctor-preflight.PREFLIGHT_TEXTS.preflight-method-not-allowed.title: 서버가 OPTIONS 메서드를 허용하지 않습니다(429)
doctor-preflight.PREFLIGHT_TEXTS.preflight-method-not-allowed.title: 서버가 OPTIONS 메서드를 허용하지 않습니다(500)
doctor-preflight.PREFLIGHT_TEXTS.preflight-method-not-allowed.title: 서버가 OPTIONS 메서드를 허용하지 않습니다(502)
doctor-preflight.PREFLIGHT_TEXTS.preflight-method-not-allowed.title: 서버가 OPTIONS 메서드를 허용하지 않습니다(503)
doctor-preflight.PREFLIGHT_TEXTS.preflight-method-not-allowed.title: 서버가 OPTIONS 메서드를 허용하지 않습니다(504)
doctor-preflight.PREFLIGHT_TEXTS.preflight-method-not-allowed.title: 서버가 OPTIONS 메서드를 허용하지 않습니다(520)
doctor-preflight.PREFLIGHT_TEXTS.preflight-method-not-allowed.title: 서버가 OPTIONS 메서드를 허용하지 않습니다(521)
doctor-preflight.PREFLIGHT_TEXTS.preflight-method-not-allowed.title: 서버가 OPTIONS 메서드를 허용하지 않습니다(522)
doctor-preflight.PREFLIGHT_TEXTS.preflight-method-not-allowed.title: 서버가 OPTIONS 메서드를 허용하지 않습니다(523)
doctor-preflight.PREFLIGHT_TEXTS.preflight-method-not-allowed.title: 서버가 OPTIONS 메서드를 허용하지 않습니다(525)
doctor-preflight.PREFLIGHT_TEXTS.preflight-method-not-allowed.title: 서버가 OPTIONS 메서드를 허용하지 않습니다(526)
doctor-preflight.PREFLIGHT_TEXTS.preflight-method-not-allowed.title: 서버가 OPTIONS 메서드를 허용하지 않습니다(200)
doctor-preflight.PREFLIGHT_TEXTS.preflight-method-not-allowed.impact: 프리플라이트가 필요한 요청이 모두 실패합니다. 콘솔에는 프리플라이트 응답에 Access-Control-Allow-Origin이 없다거나 'It does not have HTTP ok status.'라고 나옵니다. 실제 요청은 전송되지 않습니다.
doctor-preflight.PREFLIGHT_TEXTS.preflight-method-not-allowed.fix: OPTIONS에 응답하세요. CORS를 앱 전체에, 라우트보다 먼저 등록하세요(FastAPI: CORSMiddleware 추가).
정적 파일은 GET과 HEAD만 허용합니다. CORS 헤더와 함께 OPTIONS에 응답하세요: 'if ($request_method = OPTIONS) { … return 204; }'.
Limit과 RewriteRule에서 OPTIONS를 통과시키거나, CORS 헤더와 함께 204로 응답하세요.
IIS CORS 모듈을 설치하거나, 요청 필터링에서 OPTIONS를 앱까지 통과시키세요.
그 경로에서 OPTIONS를 허용하고, Origin과 Access-Control-Request-* 헤더를 서버로 전달하세요.
OPTIONS를 앱으로 전달하세요.
리소스의 OPTIONS 메서드를 만들고 다시 배포하세요.
doctor-preflight.PREFLIGHT_TEXTS.preflight-client-error.title: 프리플라이트 응답의 상태 코드가 200번대가 아닙니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-client-error.title: 프리플라이트 응답의 상태 코드가 401입니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-client-error.title: 프리플라이트 응답의 상태 코드가 403입니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-client-error.title: 프리플라이트 응답의 상태 코드가 404입니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-client-error.title: 프리플라이트 응답의 상태 코드가 418입니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-client-error.title: 프리플라이트 응답의 상태 코드가 429입니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-client-error.title: 프리플라이트 응답의 상태 코드가 500입니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-client-error.title: 프리플라이트 응답의 상태 코드가 502입니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-client-error.title: 프리플라이트 응답의 상태 코드가 503입니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-client-error.title: 프리플라이트 응답의 상태 코드가 504입니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-client-error.title: 프리플라이트 응답의 상태 코드가 520입니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-client-error.title: 프리플라이트 응답의 상태 코드가 521입니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-client-error.title: 프리플라이트 응답의 상태 코드가 522입니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-client-error.title: 프리플라이트 응답의 상태 코드가 523입니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-client-error.title: 프리플라이트 응답의 상태 코드가 525입니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-client-error.title: 프리플라이트 응답의 상태 코드가 526입니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-client-error.title: 프리플라이트 응답의 상태 코드가 200입니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-client-error.impact: 프리플라이트가 필요한 요청이 모두 실패합니다. 콘솔에는 프리플라이트 응답에 Access-Control-Allow-Origin이 없다거나 'It does not have HTTP ok status.'라고 나옵니다. 실제 요청은 전송되지 않습니다.
doctor-preflight.PREFLIGHT_TEXTS.preflight-client-error.fix: 검증, 본문 파싱, 요청 제한보다 먼저 프리플라이트에 응답하세요. 프리플라이트에는 본문도, 스크립트가 설정한 헤더도 실리지 않습니다.
limit_req에서 OPTIONS를 제외하고 앱으로 전달하세요.
요청 제한과 봇 차단에서 OPTIONS를 제외하세요.
요청 제한에서 OPTIONS를 제외하세요.
스로틀링, API 키, 요청 검증에서 OPTIONS를 제외하세요.
doctor-preflight.PREFLIGHT_TEXTS.preflight-server-error.title: 프리플라이트에는 0 오류로 응답하지만, 다른 요청에는 정상으로 응답합니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-server-error.title: 프리플라이트에는 401 오류로 응답하지만, 다른 요청에는 정상으로 응답합니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-server-error.title: 프리플라이트에는 403 오류로 응답하지만, 다른 요청에는 정상으로 응답합니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-server-error.title: 프리플라이트에는 404 오류로 응답하지만, 다른 요청에는 정상으로 응답합니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-server-error.title: 프리플라이트에는 418 오류로 응답하지만, 다른 요청에는 정상으로 응답합니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-server-error.title: 프리플라이트에는 429 오류로 응답하지만, 다른 요청에는 정상으로 응답합니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-server-error.title: 프리플라이트에는 500 오류로 응답하지만, 다른 요청에는 정상으로 응답합니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-server-error.title: 프리플라이트에는 502 오류로 응답하지만, 다른 요청에는 정상으로 응답합니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-server-error.title: 프리플라이트에는 503 오류로 응답하지만, 다른 요청에는 정상으로 응답합니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-server-error.title: 프리플라이트에는 504 오류로 응답하지만, 다른 요청에는 정상으로 응답합니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-server-error.title: 프리플라이트에는 520 오류로 응답하지만, 다른 요청에는 정상으로 응답합니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-server-error.title: 프리플라이트에는 521 오류로 응답하지만, 다른 요청에는 정상으로 응답합니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-server-error.title: 프리플라이트에는 522 오류로 응답하지만, 다른 요청에는 정상으로 응답합니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-server-error.title: 프리플라이트에는 523 오류로 응답하지만, 다른 요청에는 정상으로 응답합니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-server-error.title: 프리플라이트에는 525 오류로 응답하지만, 다른 요청에는 정상으로 응답합니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-server-error.title: 프리플라이트에는 526 오류로 응답하지만, 다른 요청에는 정상으로 응답합니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-server-error.title: 프리플라이트에는 200 오류로 응답하지만, 다른 요청에는 정상으로 응답합니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-server-error.impact: 프리플라이트가 필요한 요청이 모두 실패합니다. 콘솔에는 프리플라이트 응답에 Access-Control-Allow-Origin이 없다거나 'It does not have HTTP ok status.'라고 나옵니다. 실제 요청은 전송되지 않습니다.
doctor-preflight.PREFLIGHT_TEXTS.preflight-server-error.fix: OPTIONS에 응답하세요. 앱이 OPTIONS를 처리하다가 비정상 종료되거나 연결을 닫으면, 프록시는 500~504로 응답합니다. CORS를 가장 먼저 등록하세요.
앱이 OPTIONS를 어떻게 처리했는지 오류 로그에서 확인하고, 앱에서 고치세요.
서버가 OPTIONS를 처리하지 못합니다. 서버에 직접 요청해 보고, CDN이 OPTIONS와 Access-Control-Request-* 헤더를 전달하는지 확인하세요.
앱이 OPTIONS를 받으면 연결을 닫습니다(로그의 종료 플래그 참고). 앱에서 고치세요.
게이트웨이가 OPTIONS에 직접 응답하게 하세요. CORS 설정을 켜고 다시 배포하세요.
doctor-preflight.PREFLIGHT_TEXTS.preflight-timeout.title: 프리플라이트 응답이 제한 시간 안에 오지 않습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-timeout.impact: 요청이 오랫동안 'pending' 상태로 있다가 실패합니다.
doctor-preflight.PREFLIGHT_TEXTS.preflight-timeout.fix: OPTIONS에 응답하세요. 요청을 받고도 응답하지 않고 next()도 호출하지 않는 핸들러나 미들웨어가 있습니다.
doctor-preflight.PREFLIGHT_TEXTS.preflight-no-response.title: 서버가 프리플라이트에 응답하지 않고 연결을 닫습니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-no-response.impact: 콘솔에 'net::ERR_EMPTY_RESPONSE'와 함께 프리플라이트가 실패했다고 나옵니다.
doctor-preflight.PREFLIGHT_TEXTS.preflight-no-response.fix: OPTIONS에 응답하고, 앞단에 OPTIONS를 버리는 방화벽이 있는지 확인하세요.
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 0 응답에는 본문이 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 0 응답에는 Content-Length, Transfer-Encoding 헤더가 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 401 응답에는 본문이 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 401 응답에는 Content-Length, Transfer-Encoding 헤더가 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 403 응답에는 본문이 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 403 응답에는 Content-Length, Transfer-Encoding 헤더가 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 404 응답에는 본문이 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 404 응답에는 Content-Length, Transfer-Encoding 헤더가 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 418 응답에는 본문이 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 418 응답에는 Content-Length, Transfer-Encoding 헤더가 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 429 응답에는 본문이 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 429 응답에는 Content-Length, Transfer-Encoding 헤더가 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 500 응답에는 본문이 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 500 응답에는 Content-Length, Transfer-Encoding 헤더가 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 502 응답에는 본문이 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 502 응답에는 Content-Length, Transfer-Encoding 헤더가 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 503 응답에는 본문이 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 503 응답에는 Content-Length, Transfer-Encoding 헤더가 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 504 응답에는 본문이 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 504 응답에는 Content-Length, Transfer-Encoding 헤더가 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 520 응답에는 본문이 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 520 응답에는 Content-Length, Transfer-Encoding 헤더가 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 521 응답에는 본문이 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 521 응답에는 Content-Length, Transfer-Encoding 헤더가 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 522 응답에는 본문이 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 522 응답에는 Content-Length, Transfer-Encoding 헤더가 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 523 응답에는 본문이 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 523 응답에는 Content-Length, Transfer-Encoding 헤더가 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 525 응답에는 본문이 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 525 응답에는 Content-Length, Transfer-Encoding 헤더가 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 526 응답에는 본문이 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 526 응답에는 Content-Length, Transfer-Encoding 헤더가 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 200 응답에는 본문이 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.title: 프리플라이트의 200 응답에는 Content-Length, Transfer-Encoding 헤더가 있으면 안 됩니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.impact: 일부 프록시나 keep-alive 연결에서는 다음 요청이 가끔 멈추거나 실패합니다.
doctor-preflight.PREFLIGHT_TEXTS.preflight-body.fix: 본문, Content-Length, Transfer-Encoding 없이 204를 보내거나, Content-Length: 0과 함께 200을 보내세요.
텍스트 없이 'return 204;'라고 쓰고, add_header Content-Length 0은 쓰지 마세요.
매핑된 헤더에서 Content-Length를 빼고, 매핑 템플릿을 비워 두세요.
doctor-preflight.PREFLIGHT_TEXTS.preflight-avoidable.title: x-one 헤더가 없으면 프리플라이트가 필요 없는 요청입니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-avoidable.title: x-one, x-two 헤더가 없으면 프리플라이트가 필요 없는 요청입니다
doctor-preflight.PREFLIGHT_TEXTS.preflight-avoidable.impact: 서버가 실제 요청에는 응답하므로, 이 헤더들을 빼면 성공합니다.
doctor-preflight.PREFLIGHT_TEXTS.preflight-avoidable.fix: 직접 운영하는 API가 아니라면 이 헤더들을 빼세요. 프리플라이트에 응답하지 않는 공개 API가 많습니다.
doctor-reach.REACH_TEXTS.dns-failed.title: 호스트 이름(api.example.com)을 찾을 수 없습니다
doctor-reach.REACH_TEXTS.dns-failed.impact: 콘솔에 net::ERR_NAME_NOT_RESOLVED라고 나옵니다. CORS 문제가 아닙니다.
doctor-reach.REACH_TEXTS.dns-failed.fix: URL의 철자와 호스트의 DNS 레코드를 확인하세요.
doctor-reach.REACH_TEXTS.connection-refused.title: 연결이 거부되었습니다. api.example.com:8443 주소에서 요청을 받는 서버가 없습니다
doctor-reach.REACH_TEXTS.connection-refused.impact: 콘솔에 net::ERR_CONNECTION_REFUSED라고 나옵니다. CORS 문제가 아닙니다.
doctor-reach.REACH_TEXTS.connection-refused.fix: 서버를 시작하고 포트를 확인하세요. 컨테이너라면 0.0.0.0에 바인딩하고 포트를 공개하세요.
doctor-reach.REACH_TEXTS.connection-failed.title: api.example.com:8443 주소에 연결할 수 없습니다
doctor-reach.REACH_TEXTS.connection-failed.title: api.example.com:8443 서버가 응답 없이 연결을 닫습니다
doctor-reach.REACH_TEXTS.connection-failed.title: api.example.com:8443 서버가 HTTP로 응답하지 않습니다
doctor-reach.REACH_TEXTS.connection-failed.title: api.example.com:8443 서버의 응답 헤더가 브라우저의 한도(256 kB)보다 큽니다
doctor-reach.REACH_TEXTS.connection-failed.impact: 콘솔에 'Failed to fetch'와 net::ERR_…가 나옵니다. CORS 헤더와는 상관없습니다.
doctor-reach.REACH_TEXTS.connection-failed.fix: 네트워크, 방화벽, URL을 확인하세요.
doctor-reach.REACH_TEXTS.connection-failed.fix: URL의 스킴과 서버의 로그를 확인하세요. TLS 포트는 평문 http 요청을 받으면 연결을 닫습니다.
doctor-reach.REACH_TEXTS.connection-failed.fix: URL의 포트를 확인하세요. 그 포트에서는 다른 서비스가 실행 중입니다.
doctor-reach.REACH_TEXTS.connection-failed.fix: 헤더의 수나 크기를 줄이세요.
doctor-reach.REACH_TEXTS.timeout.title: api.example.com:8443 주소가 제한 시간 안에 응답하지 않습니다
doctor-reach.REACH_TEXTS.timeout.impact: 요청이 오랫동안 'pending' 상태로 있다가 실패합니다. CORS 문제가 아닙니다.
doctor-reach.REACH_TEXTS.timeout.fix: 서버가 켜져 있는지, 방화벽이 패킷을 버리지 않는지 확인하세요. 느린 것뿐이라면 --timeout을 늘리세요.
doctor-reach.REACH_TEXTS.tls-untrusted.title: api.example.com:8443 서버의 인증서를 신뢰할 수 없습니다
doctor-reach.REACH_TEXTS.tls-untrusted.impact: 콘솔에 net::ERR_CERT_AUTHORITY_INVALID라고 나옵니다. CORS 문제가 아닙니다.
doctor-reach.REACH_TEXTS.tls-untrusted.fix: 공인 인증 기관의 인증서를 쓰고 중간 인증서도 함께 보내세요. 사설 인증 기관이라면 --ca <file> 옵션을 쓰세요.
doctor-reach.REACH_TEXTS.tls-name-mismatch.title: api.example.com:8443 서버의 인증서에 호스트 이름(api.example.com)이 없습니다
doctor-reach.REACH_TEXTS.tls-name-mismatch.impact: 콘솔에 net::ERR_CERT_COMMON_NAME_INVALID라고 나옵니다. CORS 문제가 아닙니다.
doctor-reach.REACH_TEXTS.tls-name-mismatch.fix: api.example.com 이름이 들어 있는 인증서를 발급받거나, 페이지에서 인증서에 있는 이름을 쓰세요. 로드 밸런서라면 리스너의 인증서를 확인하세요.
doctor-reach.REACH_TEXTS.tls-expired.title: api.example.com:8443 서버의 인증서가 만료되었습니다
doctor-reach.REACH_TEXTS.tls-expired.title: api.example.com:8443 서버의 인증서는 유효 기간이 아직 시작되지 않았습니다
doctor-reach.REACH_TEXTS.tls-expired.impact: 콘솔에 net::ERR_CERT_DATE_INVALID라고 나옵니다. CORS 문제가 아닙니다.
doctor-reach.REACH_TEXTS.tls-expired.fix: 인증서를 갱신하고 서버가 다시 읽게 하세요. 두 컴퓨터의 시계도 확인하세요.
doctor-reach.REACH_TEXTS.tls-failed.title: api.example.com:8443 주소에 TLS로 연결할 수 없습니다
doctor-reach.REACH_TEXTS.tls-failed.title: api.example.com:8443 서버가 TLS로 응답하지 않습니다
doctor-reach.REACH_TEXTS.tls-failed.title: api.example.com:8443 서버가 TLS 핸드셰이크를 거부합니다
doctor-reach.REACH_TEXTS.tls-failed.title: api.example.com:8443 서버의 TLS 버전을 브라우저가 더는 지원하지 않습니다
doctor-reach.REACH_TEXTS.tls-failed.impact: 콘솔에 net::ERR_SSL_…이 나옵니다. CORS 문제가 아닙니다.
doctor-reach.REACH_TEXTS.tls-failed.fix: 서버의 TLS 설정을 확인하세요.
doctor-reach.REACH_TEXTS.tls-failed.fix: 그 포트에서 TLS를 켜거나, TLS가 켜진 포트를 쓰세요.
doctor-reach.REACH_TEXTS.tls-failed.fix: 브라우저가 지원하는 암호 스위트를 허용하세요. 서버가 클라이언트 인증서를 요구한다면 OPTIONS에서는 선택 사항으로 두세요.
doctor-reach.REACH_TEXTS.tls-failed.fix: TLS 1.2와 1.3을 허용하세요.
doctor-reach.REACH_TEXTS.client-certificate-required.title: api.example.com:8443 서버가 클라이언트 인증서를 요구합니다
doctor-reach.REACH_TEXTS.client-certificate-required.impact: 프리플라이트에는 클라이언트 인증서가 실리지 않으므로, 프리플라이트가 필요한 요청은 실패합니다.
doctor-reach.REACH_TEXTS.client-certificate-required.fix: 핸드셰이크에서는 클라이언트 인증서를 선택 사항으로 두고, OPTIONS를 제외한 모든 메서드에서 확인하세요.
'ssl_verify_client optional;'로 설정하고, OPTIONS를 제외하고 인증서가 없는 요청을 거부하세요.
doctor-security.SECURITY_TEXTS.origin-reflected.title: 모든 출처가 허용됩니다. 서버가 https://app.example.com 값을 그대로 돌려줍니다
doctor-security.SECURITY_TEXTS.origin-reflected.impact: 겉으로는 문제가 없어 보이지만, 어떤 사이트든 쿠키 없이 이 URL의 응답을 읽을 수 있습니다.
doctor-security.SECURITY_TEXTS.origin-reflected.impact: 겉으로는 문제가 없어 보이지만, 어떤 사이트든 방문자의 쿠키로 이 URL의 응답을 읽을 수 있습니다.
doctor-security.SECURITY_TEXTS.origin-reflected.fix: 신뢰하는 출처를 나열하세요. (cors와 @fastify/cors는 origin: true일 때, FastAPI는 allow_origins=["*"]와 자격 증명을 함께 쓸 때 Origin을 그대로 돌려줍니다.)
$http_origin을 헤더에 그대로 넣지 마세요. $http_origin의 map으로 고르세요.
응답 헤더 정책에 출처를 나열하세요.
CORS 설정에 출처를 나열하세요.
doctor-security.SECURITY_TEXTS.near-miss-accepted.title: https://app.example.com 출처가 허용됩니다. 페이지의 출처와 비슷해 보일 뿐 다른 출처입니다
doctor-security.SECURITY_TEXTS.near-miss-accepted.impact: 겉으로는 문제가 없어 보이지만, 그런 이름을 등록하면 누구나 쿠키 없이 이 URL의 응답을 읽을 수 있습니다.
doctor-security.SECURITY_TEXTS.near-miss-accepted.impact: 겉으로는 문제가 없어 보이지만, 그런 이름을 등록하면 누구나 방문자의 쿠키로 이 URL의 응답을 읽을 수 있습니다.
doctor-security.SECURITY_TEXTS.near-miss-accepted.fix: Origin 전체를 목록과 비교하세요. startsWith, endsWith, includes나 점을 이스케이프하지 않은 정규 표현식으로 비교하지 마세요. vercel.app 같은 공유 도메인 아래의 모든 이름을 허용하지 마세요.
map의 정규 표현식을 ^와 $로 고정하고 점을 이스케이프하세요: ~^https://([a-z0-9-]+\\.)?example\\.com$
Origin 전체를 목록과 비교하세요. startsWith, endsWith, includes나 점을 이스케이프하지 않은 정규 표현식으로 비교하지 마세요. vercel.app 같은 공유 도메인 아래의 모든 이름을 허용하지 마세요.
doctor-security.SECURITY_TEXTS.scheme-not-checked.title: 같은 호스트의 평문 http 출처가 허용됩니다: https://app.example.com
doctor-security.SECURITY_TEXTS.scheme-not-checked.impact: 겉으로는 문제가 없어 보이지만, 같은 네트워크에 있는 누구나 그런 페이지를 띄워 쿠키 없이 이 URL의 응답을 읽을 수 있습니다.
doctor-security.SECURITY_TEXTS.scheme-not-checked.impact: 겉으로는 문제가 없어 보이지만, 같은 네트워크에 있는 누구나 그런 페이지를 띄워 방문자의 쿠키로 이 URL의 응답을 읽을 수 있습니다.
doctor-security.SECURITY_TEXTS.scheme-not-checked.fix: 스킴도 비교하세요. https:// 출처만 나열하세요.
doctor-security.SECURITY_TEXTS.port-not-checked.title: 같은 호스트의 다른 포트가 허용됩니다: https://app.example.com
doctor-security.SECURITY_TEXTS.port-not-checked.impact: 겉으로는 문제가 없어 보이지만, 그 호스트에서 실행되는 다른 프로그램도 쿠키 없이 이 URL의 응답을 읽을 수 있습니다.
doctor-security.SECURITY_TEXTS.port-not-checked.impact: 겉으로는 문제가 없어 보이지만, 그 호스트에서 실행되는 다른 프로그램도 방문자의 쿠키로 이 URL의 응답을 읽을 수 있습니다.
doctor-security.SECURITY_TEXTS.port-not-checked.fix: 포트도 비교하세요.
doctor-security.SECURITY_TEXTS.null-accepted.title: 출처 null이 허용됩니다
doctor-security.SECURITY_TEXTS.null-accepted.impact: 겉으로는 문제가 없어 보이지만, 어떤 사이트든 샌드박스 iframe에서 이 출처로 요청해 쿠키 없이 이 URL의 응답을 읽을 수 있습니다.
doctor-security.SECURITY_TEXTS.null-accepted.impact: 겉으로는 문제가 없어 보이지만, 어떤 사이트든 샌드박스 iframe에서 이 출처로 요청해 방문자의 쿠키로 이 URL의 응답을 읽을 수 있습니다.
doctor-security.SECURITY_TEXTS.null-accepted.fix: 허용 출처 목록에서 null을 빼세요. 로컬 파일이나 앱이라면 페이지를 실제 출처에서 제공하세요.
$http_origin의 map에서 null을 빼세요.
doctor-security.SECURITY_TEXTS.cookie-over-http.title: 쿠키가 평문 http로 전송됩니다
doctor-security.SECURITY_TEXTS.cookie-over-http.impact: 네트워크 경로에 있는 누구나 쿠키를 읽고 설정할 수 있습니다. Secure 쿠키는 전송되지 않아 로그아웃된 것처럼 보입니다.
doctor-security.SECURITY_TEXTS.cookie-over-http.fix: API를 https로 제공하고 쿠키에 Secure를 설정하세요.
doctor-security.SECURITY_TEXTS.cookie-not-cross-site.title: 쿠키(x-one)에 SameSite=None; Secure가 없어서, 다른 사이트의 페이지(https://app.example.com)에서는 브라우저가 저장하지 않습니다
doctor-security.SECURITY_TEXTS.cookie-not-cross-site.title: 쿠키(x-one, x-two)에 SameSite=None; Secure가 없어서, 다른 사이트의 페이지(https://app.example.com)에서는 브라우저가 저장하지 않습니다
doctor-security.SECURITY_TEXTS.cookie-not-cross-site.impact: 로그인은 성공하지만 다음 요청은 로그인되지 않은 상태입니다.
doctor-security.SECURITY_TEXTS.cookie-not-cross-site.fix: SameSite=None; Secure를 설정하되, 서드파티 쿠키를 차단하는 브라우저가 있다는 점에 유의하세요. 아니면 API를 페이지와 같은 사이트의 서브도메인에서 제공하세요.
doctor-security.SECURITY_TEXTS.cookie-ignored.title: 서버가 쿠키(x-one)를 설정하지만, 페이지는 자격 증명을 보내지 않습니다
doctor-security.SECURITY_TEXTS.cookie-ignored.title: 서버가 쿠키(x-one, x-two)를 설정하지만, 페이지는 자격 증명을 보내지 않습니다
doctor-security.SECURITY_TEXTS.cookie-ignored.impact: 브라우저가 쿠키를 무시합니다.
doctor-security.SECURITY_TEXTS.cookie-ignored.fix: 페이지에 쿠키가 필요하다면 credentials: 'include'를 쓰고, doctor에 --credentials를 붙여 실행하세요.
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 0 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 0 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 0 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 0 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 401 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 401 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 401 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 401 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 403 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 403 오류로 응답합니다. 출처 때문일 수 있습니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 403 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 403 오류로 응답합니다 (ERR_NGROK_3200). 출처 때문일 수 있습니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 404 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 404 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 404 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 404 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 404 오류로 응답합니다. 다른 메서드에만 있는 URL이 아니라면 CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 404 오류로 응답합니다. 다른 메서드에만 있는 URL이 아니라면 CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 404 오류로 응답합니다 (ERR_NGROK_3200). 다른 메서드에만 있는 URL이 아니라면 CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 404 오류로 응답합니다 (ERR_NGROK_3200). 다른 메서드에만 있는 URL이 아니라면 CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 418 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 418 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 418 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 418 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 429 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 429 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 429 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 429 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 500 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 500 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 500 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 500 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 502 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 502 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 502 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 502 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 503 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 503 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 503 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 503 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 504 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 504 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 504 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 504 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 520 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 520 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 520 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 520 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 521 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 521 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 521 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 521 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 522 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 522 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 522 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 522 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 523 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 523 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 523 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 523 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 525 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 525 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 525 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 525 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 526 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 526 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 526 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 526 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 200 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 200 오류로 응답합니다. CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 Origin이 있든 없든 200 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.title: 서버가 200 오류로 응답합니다 (ERR_NGROK_3200). CORS 문제가 아닙니다
doctor-server.SERVER_TEXTS.server-failing.impact: 오류 응답에 CORS 헤더가 없어서 콘솔에는 CORS 오류로 나옵니다. 진짜 원인은 서버의 오류입니다.
doctor-server.SERVER_TEXTS.server-failing.impact: 페이지가 받는 응답의 상태 코드가 0입니다.
doctor-server.SERVER_TEXTS.server-failing.impact: 페이지가 받는 응답의 상태 코드가 401입니다.
doctor-server.SERVER_TEXTS.server-failing.impact: 페이지가 받는 응답의 상태 코드가 403입니다.
doctor-server.SERVER_TEXTS.server-failing.impact: 페이지가 받는 응답의 상태 코드가 404입니다.
doctor-server.SERVER_TEXTS.server-failing.impact: 페이지가 받는 응답의 상태 코드가 418입니다.
doctor-server.SERVER_TEXTS.server-failing.impact: 페이지가 받는 응답의 상태 코드가 429입니다.
doctor-server.SERVER_TEXTS.server-failing.impact: 페이지가 받는 응답의 상태 코드가 500입니다.
doctor-server.SERVER_TEXTS.server-failing.impact: 페이지가 받는 응답의 상태 코드가 502입니다.
doctor-server.SERVER_TEXTS.server-failing.impact: 페이지가 받는 응답의 상태 코드가 503입니다.
doctor-server.SERVER_TEXTS.server-failing.impact: 페이지가 받는 응답의 상태 코드가 504입니다.
doctor-server.SERVER_TEXTS.server-failing.impact: 페이지가 받는 응답의 상태 코드가 520입니다.
doctor-server.SERVER_TEXTS.server-failing.impact: 페이지가 받는 응답의 상태 코드가 521입니다.
doctor-server.SERVER_TEXTS.server-failing.impact: 페이지가 받는 응답의 상태 코드가 522입니다.
doctor-server.SERVER_TEXTS.server-failing.impact: 페이지가 받는 응답의 상태 코드가 523입니다.
doctor-server.SERVER_TEXTS.server-failing.impact: 페이지가 받는 응답의 상태 코드가 525입니다.
doctor-server.SERVER_TEXTS.server-failing.impact: 페이지가 받는 응답의 상태 코드가 526입니다.
doctor-server.SERVER_TEXTS.server-failing.impact: 페이지가 받는 응답의 상태 코드가 200입니다.
doctor-server.SERVER_TEXTS.server-failing.fix: 서버가 요청을 거부하는 이유를 찾으세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
doctor-server.SERVER_TEXTS.server-failing.fix: 서버가 요구하는 인증 정보 등을 보내세요. 페이지가 상태 코드를 볼 수 있도록, 거부 응답에도 CORS 헤더를 설정하세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
doctor-server.SERVER_TEXTS.server-failing.fix: URL을 확인하세요. 서버의 이 주소에는 아무것도 없습니다.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
doctor-server.SERVER_TEXTS.server-failing.fix: URL을 확인하세요. 그 URL에 다른 메서드만 있다면, OPTIONS에도 응답하도록 CORS를 앱 전체에 등록하세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
doctor-server.SERVER_TEXTS.server-failing.fix: 요청 제한이 풀릴 때까지 기다리거나, 제한을 늘리세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
doctor-server.SERVER_TEXTS.server-failing.fix: 서버의 로그에서 원인을 찾으세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
로그를 보고, 앱에 직접 요청해 보세요.
doctor-server.SERVER_TEXTS.server-failing.fix: 서버의 로그에서 원인을 찾으세요. 프록시가 앱과 통신할 수 없습니다. 앱이 실행 중인지, 포트가 맞는지, http와 https 중 어느 쪽으로 요청을 받는지 확인하세요(HTTPS 대상 그룹이라면 앱에 TLS가 필요합니다).
프록시가 앱과 통신할 수 없습니다. 앱이 실행 중인지, 포트가 맞는지, http와 https 중 어느 쪽으로 요청을 받는지 확인하세요(HTTPS 대상 그룹이라면 앱에 TLS가 필요합니다).
프록시가 앱과 통신할 수 없습니다. 앱이 실행 중인지, 포트가 맞는지, http와 https 중 어느 쪽으로 요청을 받는지 확인하세요(HTTPS 대상 그룹이라면 앱에 TLS가 필요합니다).
프록시가 앱과 통신할 수 없습니다. 앱이 실행 중인지, 포트가 맞는지, http와 https 중 어느 쪽으로 요청을 받는지 확인하세요(HTTPS 대상 그룹이라면 앱에 TLS가 필요합니다).
프록시가 앱과 통신할 수 없습니다. 앱이 실행 중인지, 포트가 맞는지, http와 https 중 어느 쪽으로 요청을 받는지 확인하세요(HTTPS 대상 그룹이라면 앱에 TLS가 필요합니다).
프록시가 앱과 통신할 수 없습니다. 앱이 실행 중인지, 포트가 맞는지, http와 https 중 어느 쪽으로 요청을 받는지 확인하세요(HTTPS 대상 그룹이라면 앱에 TLS가 필요합니다).
프록시가 앱과 통신할 수 없습니다. 앱이 실행 중인지, 포트가 맞는지, http와 https 중 어느 쪽으로 요청을 받는지 확인하세요(HTTPS 대상 그룹이라면 앱에 TLS가 필요합니다).
doctor-server.SERVER_TEXTS.server-failing.fix: 서버의 로그에서 원인을 찾으세요. 프록시가 요청을 전달할 정상(healthy) 앱이 없습니다. 헬스 체크 설정을 확인하고, 앱이 실행 중인지 확인하세요.
프록시가 요청을 전달할 정상(healthy) 앱이 없습니다. 헬스 체크 설정을 확인하고, 앱이 실행 중인지 확인하세요.
프록시가 요청을 전달할 정상(healthy) 앱이 없습니다. 헬스 체크 설정을 확인하고, 앱이 실행 중인지 확인하세요.
프록시가 요청을 전달할 정상(healthy) 앱이 없습니다. 헬스 체크 설정을 확인하고, 앱이 실행 중인지 확인하세요.
프록시가 요청을 전달할 정상(healthy) 앱이 없습니다. 헬스 체크 설정을 확인하고, 앱이 실행 중인지 확인하세요.
프록시가 요청을 전달할 정상(healthy) 앱이 없습니다. 헬스 체크 설정을 확인하고, 앱이 실행 중인지 확인하세요.
프록시가 요청을 전달할 정상(healthy) 앱이 없습니다. 헬스 체크 설정을 확인하고, 앱이 실행 중인지 확인하세요.
doctor-server.SERVER_TEXTS.server-failing.fix: 서버의 로그에서 원인을 찾으세요. 앱의 응답이 너무 늦습니다. 앱이 무엇을 기다리느라 늦는지, 제한 시간이 얼마인지 확인하세요.
앱의 응답이 너무 늦습니다. 앱이 무엇을 기다리느라 늦는지, 제한 시간이 얼마인지 확인하세요.
앱의 응답이 너무 늦습니다. 앱이 무엇을 기다리느라 늦는지, 제한 시간이 얼마인지 확인하세요.
앱의 응답이 너무 늦습니다. 앱이 무엇을 기다리느라 늦는지, 제한 시간이 얼마인지 확인하세요.
앱의 응답이 너무 늦습니다. 앱이 무엇을 기다리느라 늦는지, 제한 시간이 얼마인지 확인하세요.
앱의 응답이 너무 늦습니다. 앱이 무엇을 기다리느라 늦는지, 제한 시간이 얼마인지 확인하세요.
앱의 응답이 너무 늦습니다. 앱이 무엇을 기다리느라 늦는지, 제한 시간이 얼마인지 확인하세요.
doctor-server.SERVER_TEXTS.server-failing.fix: 서버의 로그에서 원인을 찾으세요. 앱이 HTTP가 아닌 응답을 보내거나, 비정상 종료됩니다.
앱이 HTTP가 아닌 응답을 보내거나, 비정상 종료됩니다.
앱이 HTTP가 아닌 응답을 보내거나, 비정상 종료됩니다.
앱이 HTTP가 아닌 응답을 보내거나, 비정상 종료됩니다.
앱이 HTTP가 아닌 응답을 보내거나, 비정상 종료됩니다.
앱이 HTTP가 아닌 응답을 보내거나, 비정상 종료됩니다.
앱이 HTTP가 아닌 응답을 보내거나, 비정상 종료됩니다.
doctor-server.SERVER_TEXTS.server-failing.fix: 서버의 로그에서 원인을 찾으세요. 앱이 연결을 거부합니다. 앱이 실행 중인지, Cloudflare의 주소를 허용하는지 확인하세요.
앱이 연결을 거부합니다. 앱이 실행 중인지, Cloudflare의 주소를 허용하는지 확인하세요.
앱이 연결을 거부합니다. 앱이 실행 중인지, Cloudflare의 주소를 허용하는지 확인하세요.
앱이 연결을 거부합니다. 앱이 실행 중인지, Cloudflare의 주소를 허용하는지 확인하세요.
앱이 연결을 거부합니다. 앱이 실행 중인지, Cloudflare의 주소를 허용하는지 확인하세요.
앱이 연결을 거부합니다. 앱이 실행 중인지, Cloudflare의 주소를 허용하는지 확인하세요.
앱이 연결을 거부합니다. 앱이 실행 중인지, Cloudflare의 주소를 허용하는지 확인하세요.
doctor-server.SERVER_TEXTS.server-failing.fix: 서버의 로그에서 원인을 찾으세요. 앱이 제한 시간 안에 연결을 받지 않습니다. 앱이 실행 중인지, 방화벽이 막고 있지 않은지 확인하세요.
앱이 제한 시간 안에 연결을 받지 않습니다. 앱이 실행 중인지, 방화벽이 막고 있지 않은지 확인하세요.
앱이 제한 시간 안에 연결을 받지 않습니다. 앱이 실행 중인지, 방화벽이 막고 있지 않은지 확인하세요.
앱이 제한 시간 안에 연결을 받지 않습니다. 앱이 실행 중인지, 방화벽이 막고 있지 않은지 확인하세요.
앱이 제한 시간 안에 연결을 받지 않습니다. 앱이 실행 중인지, 방화벽이 막고 있지 않은지 확인하세요.
앱이 제한 시간 안에 연결을 받지 않습니다. 앱이 실행 중인지, 방화벽이 막고 있지 않은지 확인하세요.
앱이 제한 시간 안에 연결을 받지 않습니다. 앱이 실행 중인지, 방화벽이 막고 있지 않은지 확인하세요.
doctor-server.SERVER_TEXTS.server-failing.fix: 서버의 로그에서 원인을 찾으세요. 앱에 연결할 수 없습니다. Cloudflare의 DNS 레코드와 주소를 확인하세요.
앱에 연결할 수 없습니다. Cloudflare의 DNS 레코드와 주소를 확인하세요.
앱에 연결할 수 없습니다. Cloudflare의 DNS 레코드와 주소를 확인하세요.
앱에 연결할 수 없습니다. Cloudflare의 DNS 레코드와 주소를 확인하세요.
앱에 연결할 수 없습니다. Cloudflare의 DNS 레코드와 주소를 확인하세요.
앱에 연결할 수 없습니다. Cloudflare의 DNS 레코드와 주소를 확인하세요.
앱에 연결할 수 없습니다. Cloudflare의 DNS 레코드와 주소를 확인하세요.
doctor-server.SERVER_TEXTS.server-failing.fix: 서버의 로그에서 원인을 찾으세요. 앱과의 TLS 핸드셰이크가 실패합니다. 앱의 인증서를 확인하세요.
앱과의 TLS 핸드셰이크가 실패합니다. 앱의 인증서를 확인하세요.
앱과의 TLS 핸드셰이크가 실패합니다. 앱의 인증서를 확인하세요.
앱과의 TLS 핸드셰이크가 실패합니다. 앱의 인증서를 확인하세요.
앱과의 TLS 핸드셰이크가 실패합니다. 앱의 인증서를 확인하세요.
앱과의 TLS 핸드셰이크가 실패합니다. 앱의 인증서를 확인하세요.
앱과의 TLS 핸드셰이크가 실패합니다. 앱의 인증서를 확인하세요.
doctor-server.SERVER_TEXTS.server-failing.fix: 서버의 로그에서 원인을 찾으세요. 앱의 인증서가 올바르지 않습니다.
앱의 인증서가 올바르지 않습니다.
앱의 인증서가 올바르지 않습니다.
앱의 인증서가 올바르지 않습니다.
앱의 인증서가 올바르지 않습니다.
앱의 인증서가 올바르지 않습니다.
앱의 인증서가 올바르지 않습니다.
doctor-server.SERVER_TEXTS.challenge-page.title: Cloudflare가 사람만 통과할 수 있는 확인 페이지(challenge)를 보여 줍니다
doctor-server.SERVER_TEXTS.challenge-page.title: AWS WAF가 사람만 통과할 수 있는 확인 페이지(challenge)를 보여 줍니다
doctor-server.SERVER_TEXTS.challenge-page.title: ngrok이 사람만 통과할 수 있는 확인 페이지(challenge)를 보여 줍니다
doctor-server.SERVER_TEXTS.challenge-page.title: 방화벽이 사람만 통과할 수 있는 확인 페이지(challenge)를 보여 줍니다
doctor-server.SERVER_TEXTS.challenge-page.impact: 스크립트는 이 확인을 통과할 수 없고, 확인 페이지에는 CORS 헤더가 없습니다.
doctor-server.SERVER_TEXTS.challenge-page.fix: API를 확인 페이지의 대상에서 제외하세요. ngrok이라면 유료 도메인을 쓰거나 ngrok-skip-browser-warning 헤더를 보내세요.
API의 경로, 적어도 OPTIONS를 확인 페이지와 봇 차단에서 제외하세요(Cloudflare: Skip 동작의 WAF 규칙).
API의 경로, 적어도 OPTIONS를 확인 페이지를 띄우는 방화벽(AWS WAF) 규칙에서 제외하세요.
doctor-server.SERVER_TEXTS.login-redirect.title: 요청이 로그인 페이지로 리디렉션됩니다(0, /login)
doctor-server.SERVER_TEXTS.login-redirect.title: 요청이 로그인 페이지로 리디렉션됩니다(401, /login)
doctor-server.SERVER_TEXTS.login-redirect.title: 요청이 로그인 페이지로 리디렉션됩니다(403, /login)
doctor-server.SERVER_TEXTS.login-redirect.title: 요청이 로그인 페이지로 리디렉션됩니다(404, /login)
doctor-server.SERVER_TEXTS.login-redirect.title: 요청이 로그인 페이지로 리디렉션됩니다(418, /login)
doctor-server.SERVER_TEXTS.login-redirect.title: 요청이 로그인 페이지로 리디렉션됩니다(429, /login)
doctor-server.SERVER_TEXTS.login-redirect.title: 요청이 로그인 페이지로 리디렉션됩니다(500, /login)
doctor-server.SERVER_TEXTS.login-redirect.title: 요청이 로그인 페이지로 리디렉션됩니다(502, /login)
doctor-server.SERVER_TEXTS.login-redirect.title: 요청이 로그인 페이지로 리디렉션됩니다(503, /login)
doctor-server.SERVER_TEXTS.login-redirect.title: 요청이 로그인 페이지로 리디렉션됩니다(504, /login)
doctor-server.SERVER_TEXTS.login-redirect.title: 요청이 로그인 페이지로 리디렉션됩니다(520, /login)
doctor-server.SERVER_TEXTS.login-redirect.title: 요청이 로그인 페이지로 리디렉션됩니다(521, /login)
doctor-server.SERVER_TEXTS.login-redirect.title: 요청이 로그인 페이지로 리디렉션됩니다(522, /login)
doctor-server.SERVER_TEXTS.login-redirect.title: 요청이 로그인 페이지로 리디렉션됩니다(523, /login)
doctor-server.SERVER_TEXTS.login-redirect.title: 요청이 로그인 페이지로 리디렉션됩니다(525, /login)
doctor-server.SERVER_TEXTS.login-redirect.title: 요청이 로그인 페이지로 리디렉션됩니다(526, /login)
doctor-server.SERVER_TEXTS.login-redirect.title: 요청이 로그인 페이지로 리디렉션됩니다(200, /login)
doctor-server.SERVER_TEXTS.login-redirect.impact: 로그인 페이지에 CORS 헤더가 없어서 콘솔에는 CORS 오류로 나옵니다. 세션이 없거나 만료되었습니다.
doctor-server.SERVER_TEXTS.login-redirect.fix: 세션 없는 API 요청에는 CORS 헤더와 함께 401로 응답하고, 로그인 화면으로는 페이지가 직접 이동하게 하세요. 세션을 확인하기 전에 OPTIONS에 응답하세요.
접근 정책에서 OPTIONS를 통과시키고(Cloudflare Access: "Bypass OPTIONS requests to origin"), 페이지가 먼저 로그인하게 하세요.
인증 없이 OPTIONS를 전달하고, 인증되지 않은 API 요청의 동작을 deny로 설정하세요.
doctor-server.SERVER_TEXTS.redirect-loop.title: https://api.example.com/things 주소의 리디렉션이 끝없이 반복됩니다
doctor-server.SERVER_TEXTS.redirect-loop.impact: 콘솔에 net::ERR_TOO_MANY_REDIRECTS라고 나오거나, 리디렉션에 CORS 헤더가 없으면 CORS 오류로 나옵니다.
doctor-server.SERVER_TEXTS.redirect-loop.fix: https를 https로 리디렉션하지 않도록, 서버가 프록시의 X-Forwarded-Proto를 신뢰하게 하세요.
CDN이 서버에 https로 연결하게 하세요(Cloudflare: SSL 모드를 "Flexible" 대신 "Full (strict)"로).
$http_x_forwarded_proto가 'https'가 아닐 때만 https로 리디렉션하세요.
doctor-server.SERVER_TEXTS.mixed-content.title: 페이지(https://app.example.com)는 https인데 이 URL은 평문 http입니다
doctor-server.SERVER_TEXTS.mixed-content.impact: 콘솔에 'Mixed Content'라고 나옵니다. 헤더와 상관없이 브라우저가 요청을 보내기 전에 차단합니다.
doctor-server.SERVER_TEXTS.mixed-content.fix: API를 https로 제공하고, 페이지에서 https URL을 쓰세요.
doctor-server.SERVER_TEXTS.local-network-access.title: 이 호스트(api.example.com)는 로컬 네트워크에 있는데, 페이지는 공개되어 있습니다
doctor-server.SERVER_TEXTS.local-network-access.impact: 페이지가 https가 아니므로 Chrome 142 이상이 요청을 차단합니다(Local Network Access).
doctor-server.SERVER_TEXTS.local-network-access.impact: Chrome 142 이상은 먼저 사용자에게 권한을 요청하고(Local Network Access), 허용하지 않으면 요청을 차단합니다.
doctor-server.SERVER_TEXTS.local-network-access.fix: 개발 중이라면 페이지도 localhost에서 여세요. 아니라면 API에 공개 주소를 주세요.
doctor-server.SERVER_TEXTS.resource-policy.title: Cross-Origin-Resource-Policy 헤더가 null이므로 https://app.example.com 출처의 <img>, <script>, <video>가 차단됩니다
doctor-server.SERVER_TEXTS.resource-policy.title: Cross-Origin-Resource-Policy 헤더가 same-site이므로 https://app.example.com 출처의 <img>, <script>, <video>가 차단됩니다
doctor-server.SERVER_TEXTS.resource-policy.impact: crossorigin 없는 요소는 net::ERR_BLOCKED_BY_RESPONSE로 실패합니다. CORS 헤더로는 달라지지 않습니다.
doctor-server.SERVER_TEXTS.resource-policy.fix: 다른 사이트에서 보여 주어도 되는 리소스에는 Cross-Origin-Resource-Policy: cross-origin을 보내세요(helmet: crossOriginResourcePolicy: { policy: 'cross-origin' }).
서버가 CORS 헤더를 보낸다면 crossorigin 속성으로 불러오세요.
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(0), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(프리플라이트에 0), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(401), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(프리플라이트에 401), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(403), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(프리플라이트에 403), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(404), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(프리플라이트에 404), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(418), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(프리플라이트에 418), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(429), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(프리플라이트에 429), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(500), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(프리플라이트에 500), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(502), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(프리플라이트에 502), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(503), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(프리플라이트에 503), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(504), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(프리플라이트에 504), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(520), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(프리플라이트에 520), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(521), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(프리플라이트에 521), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(522), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(프리플라이트에 522), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(523), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(프리플라이트에 523), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(525), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(프리플라이트에 525), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(526), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(프리플라이트에 526), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(200), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.title: 서버가 https://app.example.com 출처의 요청을 거부하지만(프리플라이트에 200), Origin 없는 요청에는 응답합니다
doctor-server.SERVER_TEXTS.origin-rejected.impact: 콘솔에는 CORS 오류로 나옵니다. 같은 URL을 curl이나 주소창으로 열면 됩니다.
doctor-server.SERVER_TEXTS.origin-rejected.fix: 신뢰한다면 https://app.example.com 출처를 허용 목록에 추가하세요. 다른 출처를 거부할 때는 오류를 내지 말고 헤더 없이 응답하세요(cors: callback(null, false)).
버킷에 https://app.example.com 출처, 메서드, 각 헤더를 허용하는 CORS 규칙을 추가하세요.
방화벽에서 https://app.example.com 출처를 허용하고 Origin을 서버로 전달하세요.
게이트웨이의 허용 목록에 https://app.example.com 출처를 추가하세요.
doctor-server.SERVER_TEXTS.status-not-ok.title: 페이지가 받는 응답의 상태 코드가 0입니다
doctor-server.SERVER_TEXTS.status-not-ok.title: 페이지가 받는 응답의 상태 코드가 401입니다
doctor-server.SERVER_TEXTS.status-not-ok.title: 페이지가 받는 응답의 상태 코드가 403입니다
doctor-server.SERVER_TEXTS.status-not-ok.title: 페이지가 받는 응답의 상태 코드가 404입니다
doctor-server.SERVER_TEXTS.status-not-ok.title: 페이지가 받는 응답의 상태 코드가 418입니다
doctor-server.SERVER_TEXTS.status-not-ok.title: 페이지가 받는 응답의 상태 코드가 429입니다
doctor-server.SERVER_TEXTS.status-not-ok.title: 페이지가 받는 응답의 상태 코드가 500입니다
doctor-server.SERVER_TEXTS.status-not-ok.title: 페이지가 받는 응답의 상태 코드가 502입니다
doctor-server.SERVER_TEXTS.status-not-ok.title: 페이지가 받는 응답의 상태 코드가 503입니다
doctor-server.SERVER_TEXTS.status-not-ok.title: 페이지가 받는 응답의 상태 코드가 504입니다
doctor-server.SERVER_TEXTS.status-not-ok.title: 페이지가 받는 응답의 상태 코드가 520입니다
doctor-server.SERVER_TEXTS.status-not-ok.title: 페이지가 받는 응답의 상태 코드가 521입니다
doctor-server.SERVER_TEXTS.status-not-ok.title: 페이지가 받는 응답의 상태 코드가 522입니다
doctor-server.SERVER_TEXTS.status-not-ok.title: 페이지가 받는 응답의 상태 코드가 523입니다
doctor-server.SERVER_TEXTS.status-not-ok.title: 페이지가 받는 응답의 상태 코드가 525입니다
doctor-server.SERVER_TEXTS.status-not-ok.title: 페이지가 받는 응답의 상태 코드가 526입니다
doctor-server.SERVER_TEXTS.status-not-ok.title: 페이지가 받는 응답의 상태 코드가 200입니다
doctor-server.SERVER_TEXTS.status-not-ok.impact: 스크립트가 상태 코드를 볼 수 있습니다. CORS는 통과했습니다.
doctor-server.SERVER_TEXTS.status-not-ok.fix: URL이 맞는지, 요청에 필요한 내용이 모두 들어 있는지 확인하세요.
doctor-server.SERVER_TEXTS.status-not-ok.fix: API가 요구하는 자격 증명을 보내세요. 예: --header "authorization: …"
doctor-server.SERVER_TEXTS.method-not-sent.title: 실제 PUT 요청은 보내지 않았습니다. 대신 보낸 GET의 상태 코드는 0입니다
doctor-server.SERVER_TEXTS.method-not-sent.title: 실제 PUT 요청은 보내지 않았습니다. 대신 보낸 GET의 상태 코드는 401입니다
doctor-server.SERVER_TEXTS.method-not-sent.title: 실제 PUT 요청은 보내지 않았습니다. 대신 보낸 GET의 상태 코드는 403입니다
doctor-server.SERVER_TEXTS.method-not-sent.title: 실제 PUT 요청은 보내지 않았습니다. 대신 보낸 GET의 상태 코드는 404입니다
doctor-server.SERVER_TEXTS.method-not-sent.title: 실제 PUT 요청은 보내지 않았습니다. 대신 보낸 GET의 상태 코드는 418입니다
doctor-server.SERVER_TEXTS.method-not-sent.title: 실제 PUT 요청은 보내지 않았습니다. 대신 보낸 GET의 상태 코드는 429입니다
doctor-server.SERVER_TEXTS.method-not-sent.title: 실제 PUT 요청은 보내지 않았습니다. 대신 보낸 GET의 상태 코드는 500입니다
doctor-server.SERVER_TEXTS.method-not-sent.title: 실제 PUT 요청은 보내지 않았습니다. 대신 보낸 GET의 상태 코드는 502입니다
doctor-server.SERVER_TEXTS.method-not-sent.title: 실제 PUT 요청은 보내지 않았습니다. 대신 보낸 GET의 상태 코드는 503입니다
doctor-server.SERVER_TEXTS.method-not-sent.title: 실제 PUT 요청은 보내지 않았습니다. 대신 보낸 GET의 상태 코드는 504입니다
doctor-server.SERVER_TEXTS.method-not-sent.title: 실제 PUT 요청은 보내지 않았습니다. 대신 보낸 GET의 상태 코드는 520입니다
doctor-server.SERVER_TEXTS.method-not-sent.title: 실제 PUT 요청은 보내지 않았습니다. 대신 보낸 GET의 상태 코드는 521입니다
doctor-server.SERVER_TEXTS.method-not-sent.title: 실제 PUT 요청은 보내지 않았습니다. 대신 보낸 GET의 상태 코드는 522입니다
doctor-server.SERVER_TEXTS.method-not-sent.title: 실제 PUT 요청은 보내지 않았습니다. 대신 보낸 GET의 상태 코드는 523입니다
doctor-server.SERVER_TEXTS.method-not-sent.title: 실제 PUT 요청은 보내지 않았습니다. 대신 보낸 GET의 상태 코드는 525입니다
doctor-server.SERVER_TEXTS.method-not-sent.title: 실제 PUT 요청은 보내지 않았습니다. 대신 보낸 GET의 상태 코드는 526입니다
doctor-server.SERVER_TEXTS.method-not-sent.title: 실제 PUT 요청은 보내지 않았습니다. 대신 보낸 GET의 상태 코드는 200입니다
doctor-server.SERVER_TEXTS.method-not-sent.impact: 실제 요청에 대한 응답의 헤더는 다를 수 있습니다.
doctor-server.SERVER_TEXTS.method-not-sent.impact: 페이지가 받는 응답에 대해서는 아무것도 알 수 없습니다.
doctor-server.SERVER_TEXTS.method-not-sent.fix: PUT 요청을 보내도 괜찮은 환경에서 doctor에 --send-actual을 붙여 실행하세요.
doctor-server.SERVER_TEXTS.no-response.title: 실제 요청에 대한 응답이 없습니다
doctor-server.SERVER_TEXTS.no-response.impact: 콘솔에 'Failed to fetch'와 net::ERR_…가 나옵니다. CORS 문제가 아닙니다.
doctor-server.SERVER_TEXTS.no-response.fix: 서버가 응답하지 않는 이유를 찾으세요(ECONNRESET). 페이지도 똑같이 실패합니다.
doctor-server.SERVER_TEXTS.same-origin.title: URL이 페이지 자신의 출처(https://app.example.com)에 속하므로 CORS와 상관없습니다
doctor-server.SERVER_TEXTS.same-origin.impact: 헤더와 상관없이 페이지가 응답을 읽습니다.
doctor-server.SERVER_TEXTS.same-origin.fix: 할 일이 없습니다. 콘솔에 CORS 오류가 나온다면 페이지의 출처가 다른 것이니, 페이지의 주소를 확인하세요.
doctor-server.SERVER_TEXTS.incomplete.title: 일부 검사를 끝내지 못했습니다. 보내려던 요청 중 1개에 응답이 없습니다(foreign)
doctor-server.SERVER_TEXTS.incomplete.title: 일부 검사를 끝내지 못했습니다. 사설 네트워크로 가는 리디렉션은 따라가지 않았습니다
doctor-server.SERVER_TEXTS.incomplete.title: 일부 검사를 끝내지 못했습니다. 보내려던 요청 중 2개에 응답이 없습니다(foreign, null)
doctor-server.SERVER_TEXTS.incomplete.impact: 이 부분의 결과는 알 수 없습니다.
doctor-server.SERVER_TEXTS.incomplete.fix: --timeout을 늘리세요.
doctor-server.SERVER_TEXTS.incomplete.fix: 직접 운영하는 네트워크라면 --follow-private를 쓰세요.
doctor-transport.TRANSPORT_TEXTS.dns-failed: 호스트 이름을 찾을 수 없습니다
doctor-transport.TRANSPORT_TEXTS.connection-refused: 연결이 거부되었습니다
doctor-transport.TRANSPORT_TEXTS.connection-failed: 연결할 수 없습니다 (ECONNRESET)
doctor-transport.TRANSPORT_TEXTS.connection-failed: 응답 없이 연결이 닫혔습니다
doctor-transport.TRANSPORT_TEXTS.connection-failed: 서버가 HTTP로 응답하지 않습니다
doctor-transport.TRANSPORT_TEXTS.connection-failed: 응답 헤더가 브라우저의 한도(256 kB)보다 큽니다
doctor-transport.TRANSPORT_TEXTS.timeout: 제한 시간 안에 응답이 없습니다
doctor-transport.TRANSPORT_TEXTS.tls-untrusted: 인증서를 신뢰할 수 없습니다 (ECONNRESET)
doctor-transport.TRANSPORT_TEXTS.tls-name-mismatch: 인증서의 이름이 호스트 이름과 다릅니다
doctor-transport.TRANSPORT_TEXTS.tls-expired: 인증서가 만료되었습니다
doctor-transport.TRANSPORT_TEXTS.tls-expired: 인증서의 유효 기간이 아직 시작되지 않았습니다
doctor-transport.TRANSPORT_TEXTS.tls-failed: TLS로 연결할 수 없습니다 (ECONNRESET)
doctor-transport.TRANSPORT_TEXTS.tls-failed: 서버가 TLS로 응답하지 않습니다
doctor-transport.TRANSPORT_TEXTS.tls-failed: 서버가 TLS 핸드셰이크를 거부합니다
doctor-transport.TRANSPORT_TEXTS.tls-failed: 서버의 TLS 버전(1.2 미만)을 브라우저가 더는 지원하지 않습니다
doctor-transport.TRANSPORT_TEXTS.client-certificate-required: 서버가 클라이언트 인증서를 요구합니다
doctor.PLACE_NAMES.page: 페이지
doctor.PLACE_NAMES.app: 앱
doctor.PLACE_NAMES.nginx: nginx
doctor.PLACE_NAMES.apache: Apache
doctor.PLACE_NAMES.caddy: Caddy
doctor.PLACE_NAMES.iis: IIS
doctor.PLACE_NAMES.cdn: CDN 또는 캐시
doctor.PLACE_NAMES.bucket: 스토리지 버킷
doctor.PLACE_NAMES.load-balancer: 로드 밸런서
doctor.PLACE_NAMES.api-gateway: API 게이트웨이
doctor.REPORT_TEXTS.language: ko
doctor.REPORT_TEXTS.severities.critical: 심각
doctor.REPORT_TEXTS.severities.error: 오류
doctor.REPORT_TEXTS.severities.warning: 경고
doctor.REPORT_TEXTS.severities.note: 참고
doctor.REPORT_TEXTS.headline: PUT https://api.example.com/things (출처 https://app.example.com)
doctor.REPORT_TEXTS.headline: PUT https://api.example.com/things (출처 https://app.example.com; NOTE)
doctor.REPORT_TEXTS.unknownOrigin: 페이지의 출처
doctor.REPORT_TEXTS.withCredentials: 자격 증명 포함
doctor.REPORT_TEXTS.standIn: PUT 대신 GET을 보냄
doctor.REPORT_TEXTS.console: 콘솔: TEXT
doctor.REPORT_TEXTS.impact: 증상: TEXT
doctor.REPORT_TEXTS.fix: 해결 방법 (PLACE): TEXT
doctor.REPORT_TEXTS.explains: 같은 원인의 다른 문제: some-code, other-code
doctor.REPORT_TEXTS.more: 비슷한 응답이 0개 더 있습니다
doctor.REPORT_TEXTS.more: 비슷한 응답이 1개 더 있습니다
doctor.REPORT_TEXTS.more: 비슷한 응답이 2개 더 있습니다
doctor.REPORT_TEXTS.sent: 요청 0개를 보냈습니다.
doctor.REPORT_TEXTS.sent: 요청 1개를 보냈습니다.
doctor.REPORT_TEXTS.sent: 요청 2개를 보냈습니다.
doctor.REPORT_TEXTS.read: 요청 0개를 읽었습니다.
doctor.REPORT_TEXTS.read: 요청 1개를 읽었습니다.
doctor.REPORT_TEXTS.read: 요청 2개를 읽었습니다.
doctor.REPORT_TEXTS.rateLimit: 서버의 요청 제한(rate limit)까지 9번 남았습니다. doctor를 실행할 때마다 줄어듭니다.
doctor.REPORT_TEXTS.unknown: 알 수 없음: QUESTION
doctor.REPORT_TEXTS.nothing: 없습니다.
doctor.REPORT_TEXTS.titles.findings: 발견한 문제
doctor.REPORT_TEXTS.titles.elsewhere: 다른 곳에서 고치는 방법
doctor.REPORT_TEXTS.titles.steps: 브라우저가 하는 일
doctor.REPORT_TEXTS.titles.others: 그 밖에 확인한 요청
doctor.REPORT_TEXTS.titles.stopped: ✗ 여기서 멈춤
doctor.VERDICTS.unreachable: 서버에 연결할 수 없습니다.
doctor.VERDICTS.blocked: 페이지가 응답을 받지 못합니다.
doctor.VERDICTS.unclear: 페이지가 응답을 받는지 알 수 없습니다.
doctor.VERDICTS.notSent: 페이지가 무엇을 받는지 알 수 없습니다. PUT 요청을 보내지 않았습니다.
doctor.VERDICTS.healthy: 정상입니다. 페이지가 응답을 받습니다.
doctor.VERDICTS.unknown: 페이지가 응답을 받지만, 일부 검사를 끝내지 못했습니다.
doctor.VERDICTS.faults: 페이지가 응답을 받지만, 문제가 0개 있습니다.
doctor.VERDICTS.faults: 페이지가 응답을 받지만, 문제가 1개 있습니다.
doctor.VERDICTS.faults: 페이지가 응답을 받지만, 문제가 2개 있습니다.
`
