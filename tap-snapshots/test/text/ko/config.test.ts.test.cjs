/* IMPORTANT
 * This snapshot file is auto-generated, but designed for humans.
 * It should be checked into source control and tracked carefully.
 * Re-generate by setting TAP_SNAPSHOT=1 and running tests.
 * Make sure to inspect the output below.  Do not ignore changes!
 */
'use strict'
exports[`test/text/ko/config.test.ts > TAP > the Korean sentences about a config > must match snapshot 1`] = `
config.CONFIG_TEXTS.unknown-option: 알 수 없는 옵션입니다. 사용할 수 있는 옵션: origins, methods
config.CONFIG_TEXTS.unknown-option: 알 수 없는 옵션입니다
config.CONFIG_TEXTS.unknown-option: 알 수 없는 옵션입니다. 여기서 prefix는 효과가 없습니다. prefix가 있는 플러그인 안에서 cors-policy를 등록하세요
config.CONFIG_TEXTS.unknown-option: 알 수 없는 옵션입니다. 써도 효과가 없습니다. cors-policy는 각 라우트의 로거로 로그를 남깁니다
config.CONFIG_TEXTS.unknown-option: 알 수 없는 옵션입니다. 프리플라이트에는 항상 응답합니다
config.CONFIG_TEXTS.unknown-option: 알 수 없는 옵션입니다. 프리플라이트에는 항상 핸들러보다 먼저 응답합니다
config.CONFIG_TEXTS.unknown-option: 알 수 없는 옵션입니다. 프리플라이트가 아닌 OPTIONS 요청은 항상 앱으로 전달됩니다
config.CONFIG_TEXTS.unknown-option: 알 수 없는 옵션입니다. cors-policy의 OPTIONS 라우트는 swagger에 항상 나타나지 않습니다
config.CONFIG_TEXTS.unknown-option: 알 수 없는 옵션입니다. 라우트별 정책은 config.cors에 적으세요. 요청마다 정책을 고르려면 설정 대신 함수를 전달하세요 (Fastify: { policy: (request) => … })
config.CONFIG_TEXTS.wrong-type: { origins: ["https://app.example.com"] } 같은 일반 객체가 필요합니다. 받은 값: "VALUE"
config.CONFIG_TEXTS.wrong-type: true 또는 false가 필요합니다. 받은 값: "VALUE"
config.CONFIG_TEXTS.wrong-type: true, false 또는 origins 항목의 배열이 필요합니다. 받은 값: "VALUE"
config.CONFIG_TEXTS.wrong-type: 숫자가 필요합니다. 받은 값: "VALUE"
config.CONFIG_TEXTS.wrong-type: 문자열이 필요합니다. 받은 값: "VALUE"
config.CONFIG_TEXTS.wrong-type: 정규 표현식은 지원하지 않습니다. https://*.example.com 같은 패턴을 쓰세요
config.CONFIG_TEXTS.wrong-type: 빈 문자열입니다. 비어 있는 환경 변수가 있나요?
config.CONFIG_TEXTS.wrong-type: 배열에 빈 자리가 있습니다
config.CONFIG_TEXTS.wrong-type: 문자열 배열이 필요한데 함수를 받았습니다. 출처가 데이터베이스에 있다면 livePolicy()와 policy.origins를 쓰세요 (docs/data-origins.md). 요청마다 정책을 고르려면 설정 대신 함수를 전달하세요 (Fastify: { policy: (request) => … })
config.CONFIG_TEXTS.wrong-type: 문자열 배열이 필요합니다. 받은 값: "VALUE". 모든 출처를 허용하려면 '*'를 쓰세요
config.CONFIG_TEXTS.wrong-type: 문자열 배열이 필요합니다. 받은 값: "VALUE". 응답을 읽을 수 있는 출처를 나열하세요
config.CONFIG_TEXTS.wrong-type: 문자열 배열이 필요합니다. 받은 값: "VALUE"
config.CONFIG_TEXTS.wrong-type: 문자열 배열이 필요합니다. 받은 값: "VALUE". 혹시 ["one", "two"]인가요?
config.CONFIG_TEXTS.wrong-type: 항목이 300개로 너무 많습니다 (최대 599개)
config.CONFIG_TEXTS.wrong-type: 값을 읽는 중에 예외가 발생했습니다: "why"
config.CONFIG_TEXTS.wrong-type: otherwise가 너무 깊게 중첩되었습니다 (최대 599단계)
config.CONFIG_TEXTS.wrong-type: { origins: ["https://app.example.com"] } 같은 일반 객체가 필요합니다. 받은 값: 클래스의 인스턴스
config.CONFIG_TEXTS.wrong-type: true 또는 false가 필요합니다. 받은 값: 객체
config.CONFIG_TEXTS.wrong-type: true, false 또는 origins 항목의 배열이 필요합니다. 받은 값: 객체
config.CONFIG_TEXTS.wrong-type: 숫자가 필요합니다. 받은 값: 객체
config.CONFIG_TEXTS.wrong-type: 문자열이 필요합니다. 받은 값: 객체
config.CONFIG_TEXTS.wrong-type: 문자열 배열이 필요합니다. 받은 값: 객체. 모든 출처를 허용하려면 '*'를 쓰세요
config.CONFIG_TEXTS.wrong-type: 문자열 배열이 필요합니다. 받은 값: 객체. 응답을 읽을 수 있는 출처를 나열하세요
config.CONFIG_TEXTS.wrong-type: 문자열 배열이 필요합니다. 받은 값: 객체
config.CONFIG_TEXTS.wrong-type: 문자열 배열이 필요합니다. 받은 값: 객체. 혹시 ["one", "two"]인가요?
config.CONFIG_TEXTS.wrong-type: { origins: ["https://app.example.com"] } 같은 일반 객체가 필요합니다. 받은 값: true
config.CONFIG_TEXTS.wrong-type: true 또는 false가 필요합니다. 받은 값: true
config.CONFIG_TEXTS.wrong-type: true, false 또는 origins 항목의 배열이 필요합니다. 받은 값: true
config.CONFIG_TEXTS.wrong-type: 숫자가 필요합니다. 받은 값: true
config.CONFIG_TEXTS.wrong-type: 문자열이 필요합니다. 받은 값: true
config.CONFIG_TEXTS.wrong-type: 문자열 배열이 필요합니다. 받은 값: true. 모든 출처를 허용하려면 '*'를 쓰세요
config.CONFIG_TEXTS.wrong-type: 문자열 배열이 필요합니다. 받은 값: true. 응답을 읽을 수 있는 출처를 나열하세요
config.CONFIG_TEXTS.wrong-type: 문자열 배열이 필요합니다. 받은 값: true
config.CONFIG_TEXTS.wrong-type: 문자열 배열이 필요합니다. 받은 값: true. 혹시 ["one", "two"]인가요?
config.CONFIG_TEXTS.wrong-type: { origins: ["https://app.example.com"] } 같은 일반 객체가 필요합니다. 받은 값: false
config.CONFIG_TEXTS.wrong-type: true 또는 false가 필요합니다. 받은 값: false
config.CONFIG_TEXTS.wrong-type: true, false 또는 origins 항목의 배열이 필요합니다. 받은 값: false
config.CONFIG_TEXTS.wrong-type: 숫자가 필요합니다. 받은 값: false
config.CONFIG_TEXTS.wrong-type: 문자열이 필요합니다. 받은 값: false
config.CONFIG_TEXTS.wrong-type: 문자열 배열이 필요합니다. 받은 값: false. 다른 출처를 하나도 허용하지 않으려면 'none'을 쓰세요
config.CONFIG_TEXTS.wrong-type: 문자열 배열이 필요합니다. 받은 값: false
config.CONFIG_TEXTS.wrong-type: 문자열 배열이 필요합니다. 받은 값: false. 혹시 ["one", "two"]인가요?
config.CONFIG_TEXTS.wildcard-with-credentials: '*'는 credentials와 함께 쓸 수 없습니다. 브라우저가 거부합니다. 출처를 나열하거나 credentials를 빼세요. 그렇다고 모든 Origin을 그대로 돌려주면 어떤 사이트든 사용자의 데이터를 읽을 수 있습니다
config.CONFIG_TEXTS.expose-wildcard-with-credentials: credentials를 쓰면 exposeHeaders의 '*'는 동작하지 않습니다. 브라우저가 이름이 '*'인 헤더로 해석하기 때문입니다. 헤더를 나열하세요
config.CONFIG_TEXTS.exemption-unused: "VALUE" 값은 origins의 항목이 아닙니다. origins에 있는 그대로 적거나 빼세요
config.CONFIG_TEXTS.otherwise-unreachable: origins에 '*'가 있으면 otherwise는 절대 쓰이지 않습니다. 둘 중 하나를 빼세요
config.CONFIG_TEXTS.otherwise-option: headers 옵션은 가장 바깥 설정에만 적을 수 있습니다. 그곳으로 옮기면 otherwise에도 적용됩니다
config.CONFIG_TEXTS.otherwise-option: exposeHeaders 옵션은 가장 바깥 설정에만 적을 수 있습니다. 그곳으로 옮기면 otherwise에도 적용됩니다
config.CONFIG_TEXTS.otherwise-option: methods 옵션은 가장 바깥 설정에만 적을 수 있습니다. 그곳으로 옮기면 otherwise에도 적용됩니다
config.CONFIG_TEXTS.otherwise-option: origins 옵션은 가장 바깥 설정에만 적을 수 있습니다. 그곳으로 옮기면 otherwise에도 적용됩니다
config.CONFIG_TEXTS.method-syntax: "VALUE" 값은 메서드 이름이 아닙니다. 이름 안의 와일드카드는 지원하지 않습니다. 이름을 나열하거나 '*'를 쓰세요
config.CONFIG_TEXTS.method-syntax: "VALUE" 값은 메서드 이름이 아닙니다. 공백이나 쉼표 없이 항목 하나에 이름 하나만 적으세요
config.CONFIG_TEXTS.method-syntax: "VALUE" 값은 메서드 이름이 아닙니다. 허용되지 않는 문자가 있습니다
config.CONFIG_TEXTS.method-forbidden: 브라우저는 스크립트가 PUT 요청을 보내지 못하게 합니다
config.CONFIG_TEXTS.method-case: 메서드는 대소문자를 구분하므로 "VALUE" 값은 어떤 요청과도 일치하지 않습니다
config.CONFIG_TEXTS.header-syntax: "VALUE" 값은 헤더 이름이 아닙니다. 이름 안의 와일드카드는 지원하지 않습니다. 이름을 나열하거나 '*'를 쓰세요
config.CONFIG_TEXTS.header-syntax: "VALUE" 값은 헤더 이름이 아닙니다. 공백이나 쉼표 없이 항목 하나에 이름 하나만 적으세요
config.CONFIG_TEXTS.header-syntax: "VALUE" 값은 헤더 이름이 아닙니다. 허용되지 않는 문자가 있습니다
config.CONFIG_TEXTS.header-forbidden: 스크립트는 x-header 헤더를 설정할 수 없습니다. 브라우저만 설정합니다
config.CONFIG_TEXTS.header-forbidden: 브라우저는 x-header 헤더를 스크립트에 절대 보여 주지 않습니다
config.CONFIG_TEXTS.header-direction: x-header 헤더는 요청 헤더이며, 브라우저가 직접 설정합니다
config.CONFIG_TEXTS.header-direction: x-header 헤더는 응답 헤더이며, 정책이 직접 보냅니다
config.CONFIG_TEXTS.header-direction: x-header 헤더는 요청 헤더이며, 노출할 수 없습니다
config.CONFIG_TEXTS.header-direction: x-header 헤더는 응답 헤더이며, 정책이 스크립트가 아니라 브라우저를 위해 보냅니다
config.CONFIG_TEXTS.max-age-range: 200부터 599까지의 정수(초)가 필요합니다. 받은 값: "VALUE"
config.CONFIG_TEXTS.status-range: 200부터 599까지의 상태 코드가 필요합니다 (브라우저는 프리플라이트 응답의 상태 코드가 다르면 거부합니다). 받은 값: "VALUE"
config.CONFIG_TEXTS.enforce-with-wildcard: origins에 '*'가 있으면 enforce는 효과가 없습니다. 출처를 나열하거나 enforce를 빼세요
config-origins.ORIGIN_TEXTS.origins-missing: origins가 없습니다. 응답을 읽을 수 있는 출처를 나열하거나 'none' 또는 '*'를 쓰세요
config-origins.ORIGIN_TEXTS.origins-missing: 출처가 없습니다. 값이 비어 있습니다. 환경 변수가 설정되어 있나요?
config-origins.ORIGIN_TEXTS.origin-syntax: "VALUE" 값은 정규 표현식처럼 보입니다. https://*.example.com 같은 패턴만 지원합니다
config-origins.ORIGIN_TEXTS.origin-syntax: "VALUE" 값은 출처(scheme://host[:port])도 출처 패턴도 아닙니다
config-origins.ORIGIN_TEXTS.origin-syntax: "VALUE" 값에 공백이나 쉼표가 있습니다. 항목 하나에 출처 하나만 적거나, parseOrigins()로 문자열을 나누세요
config-origins.ORIGIN_TEXTS.origin-syntax: "VALUE" 값에 세미콜론이 있습니다. 항목 하나에 출처 하나만 적거나, parseOrigins()에 쉼표로 구분한 문자열을 전달하세요
config-origins.ORIGIN_TEXTS.origin-syntax: "VALUE" 값에 따옴표가 들어 있습니다
config-origins.ORIGIN_TEXTS.origin-syntax: "VALUE" 값은 모든 호스트와 일치합니다. 그런 뜻이라면 origins: '*'를 쓰고, 아니라면 도메인을 추가하세요
config-origins.ORIGIN_TEXTS.origin-syntax: "VALUE" 값은 주소에 와일드카드를 썼습니다. 주소 범위는 프리픽스 길이(CIDR)로 적습니다
config-origins.ORIGIN_TEXTS.origin-syntax: "VALUE" 값은 스킴에 와일드카드를 썼습니다. http와 https를 항목 두 개로 적으세요
config-origins.ORIGIN_TEXTS.origin-syntax: "VALUE" 값에는 '*'를 쓸 수 없는 자리에 '*'가 있습니다. 맨 앞 레이블 전체(https://*.example.com), 첫 번째 레이블의 일부(https://pr-*.example.com), 포트(http://localhost:*)에만 쓸 수 있습니다
config-origins.ORIGIN_TEXTS.origin-syntax: "VALUE" 값에 스킴이 없습니다
config-origins.ORIGIN_TEXTS.origin-syntax: "VALUE" 값의 호스트가 점으로 끝납니다
config-origins.ORIGIN_TEXTS.origin-syntax: "VALUE" 값의 포트가 0입니다. 포트 0에서 제공되는 페이지는 없습니다
config-origins.ORIGIN_TEXTS.origin-syntax: "VALUE" 값의 포트가 1부터 65535까지의 숫자가 아닙니다. 항목 하나에 포트 하나만 적거나, 모든 포트를 허용하려면 :*를 쓰세요
config-origins.ORIGIN_TEXTS.origin-syntax: "VALUE" 값은 출처가 아닙니다. 다른 출처를 하나도 허용하지 않으려면 origins: 'none'을 쓰세요
config-origins.ORIGIN_TEXTS.origin-syntax: "VALUE" 값은 300자입니다. 출처는 최대 599자입니다
config-origins.ORIGIN_TEXTS.origin-syntax: parseOrigins()는 '*' 값을 받지 않습니다. 모든 출처를 허용하려면 코드에 origins: '*' 형태로 적으세요
config-origins.ORIGIN_TEXTS.origin-syntax: parseOrigins()는 'none' 값을 받지 않습니다. 다른 출처를 하나도 허용하지 않으려면 코드에 origins: 'none' 형태로 적으세요
config-origins.ORIGIN_TEXTS.origin-null: "VALUE" 출처는 샌드박스 iframe이면 어디서나 보낼 수 있으므로, 허용하면 모든 사이트를 허용하게 됩니다. 실제 출처를 나열하세요
config-origins.ORIGIN_TEXTS.origin-scheme: "VALUE" 값은 어떤 요청과도 일치하지 않습니다. WebSocket의 Origin은 페이지의 출처이며 스킴은 https입니다
config-origins.ORIGIN_TEXTS.origin-scheme: "VALUE" 출처를 허용하면 사용자가 여는 모든 HTML 파일을 허용하게 됩니다. 앱을 app://. 같은 자체 스킴으로 제공하고(Electron은 protocol.handle, Cordova는 scheme 설정) 그 출처를 적으세요
config-origins.ORIGIN_TEXTS.origin-scheme: "VALUE" 값은 어떤 요청과도 일치하지 않습니다. 스킴이 ftp인 출처를 갖는 페이지는 없습니다
config-origins.ORIGIN_TEXTS.origin-not-canonical: "VALUE" 값은 어떤 요청과도 일치하지 않습니다. 브라우저는 이 출처를 다른 형태로 보냅니다
config-origins.ORIGIN_TEXTS.origin-not-canonical: "VALUE" 값은 이 주소 범위의 정규 형식이 아닙니다
config-origins.ORIGIN_TEXTS.insecure-origin: "VALUE" 출처는 평문 http를 씁니다. 네트워크 경로에 있는 누구나 그 페이지를 조작해 사용자의 데이터를 읽을 수 있습니다. https를 쓰거나 dangerouslyAllowInsecureOrigins를 설정하세요
config-origins.ORIGIN_TEXTS.insecure-origin: "VALUE" 출처는 평문 http를 씁니다. 네트워크 경로에 있는 누구나 그 페이지를 조작해 데이터를 바꾸는 요청을 보낼 수 있습니다. https를 쓰거나 dangerouslyAllowInsecureOrigins를 설정하세요
config-origins.ORIGIN_TEXTS.insecure-origin: "VALUE" 출처는 평문 http를 씁니다. 네트워크 경로에 있는 누구나 그 페이지를 조작해 사용자의 데이터를 읽고 바꿀 수 있습니다. https를 쓰거나 dangerouslyAllowInsecureOrigins를 설정하세요
config-origins.ORIGIN_TEXTS.public-suffix: "VALUE" 패턴은 example.com 아래의 이름을 허용하는데, 누구나 그런 이름을 등록해 사용자의 데이터를 읽을 수 있습니다. 직접 소유한 이름만 나열하거나, dangerouslyAllowPublicSuffixSubdomains를 설정하세요
config-origins.ORIGIN_TEXTS.public-suffix: "VALUE" 패턴은 example.com 아래의 이름을 허용하는데, 누구나 그런 이름을 등록해 데이터를 바꾸는 요청을 보낼 수 있습니다. 직접 소유한 이름만 나열하거나, dangerouslyAllowPublicSuffixSubdomains를 설정하세요
config-origins.ORIGIN_TEXTS.public-suffix: "VALUE" 패턴은 example.com 아래의 이름을 허용하는데, 누구나 그런 이름을 등록해 사용자의 데이터를 읽고 바꿀 수 있습니다. 직접 소유한 이름만 나열하거나, dangerouslyAllowPublicSuffixSubdomains를 설정하세요
config-origins.ORIGIN_TEXTS.public-suffix: "VALUE" 패턴은 스킴이 ftp인 모든 앱이나 확장 프로그램을 허용합니다. 그중 무엇이든 사용자의 데이터를 읽을 수 있습니다. 직접 만든 것만 나열하거나, dangerouslyAllowPublicSuffixSubdomains를 설정하세요
config-origins.ORIGIN_TEXTS.public-suffix: "VALUE" 패턴은 스킴이 ftp인 모든 앱이나 확장 프로그램을 허용합니다. 그중 무엇이든 데이터를 바꾸는 요청을 보낼 수 있습니다. 직접 만든 것만 나열하거나, dangerouslyAllowPublicSuffixSubdomains를 설정하세요
config-origins.ORIGIN_TEXTS.public-suffix: "VALUE" 패턴은 스킴이 ftp인 모든 앱이나 확장 프로그램을 허용합니다. 그중 무엇이든 사용자의 데이터를 읽고 바꿀 수 있습니다. 직접 만든 것만 나열하거나, dangerouslyAllowPublicSuffixSubdomains를 설정하세요
config-origins.ORIGIN_TEXTS.public-suffix: "VALUE" 패턴은 남의 도메인과도 일치합니다. example.com 아래에는 누구나 이름을 등록할 수 있습니다. 직접 소유한 도메인 아래에서 '*'를 레이블 전체로 쓰세요
config-origins.ORIGIN_TEXTS.public-suffix: "VALUE" 값은 확인할 수 없습니다. cors-policy-no-suffixes 조건 때문에 이 번들에는 공개 접미사 목록(public suffix list)이 없습니다. 출처를 그대로 나열하거나 그 조건 없이 번들하세요
config-origins.ORIGIN_TEXTS.public-address: "VALUE" 범위에는 공인 주소가 있는데, 누구나 그런 주소를 얻어 사용자의 데이터를 읽을 수 있습니다. 범위를 좁히거나 dangerouslyAllowPublicAddresses를 설정하세요
config-origins.ORIGIN_TEXTS.public-address: "VALUE" 범위에는 공인 주소가 있는데, 누구나 그런 주소를 얻어 데이터를 바꾸는 요청을 보낼 수 있습니다. 범위를 좁히거나 dangerouslyAllowPublicAddresses를 설정하세요
config-origins.ORIGIN_TEXTS.public-address: "VALUE" 범위에는 공인 주소가 있는데, 누구나 그런 주소를 얻어 사용자의 데이터를 읽고 바꿀 수 있습니다. 범위를 좁히거나 dangerouslyAllowPublicAddresses를 설정하세요
display.VALUE_NAMES.symbol: 심볼
display.VALUE_NAMES.function: 함수
display.VALUE_NAMES.array: 배열
display.VALUE_NAMES.regExp: 정규 표현식
display.VALUE_NAMES.object: 객체
`
