/* IMPORTANT
 * This snapshot file is auto-generated, but designed for humans.
 * It should be checked into source control and tracked carefully.
 * Re-generate by setting TAP_SNAPSHOT=1 and running tests.
 * Make sure to inspect the output below.  Do not ignore changes!
 */
'use strict'
exports[`test/text/ko/interop.test.ts > TAP > the Korean sentences about conversions > must match snapshot 1`] = `
interop.CONVERSION_WORDS.suggestion: MESSAGE. 혹시 suggestion인가요?
interop.CONVERSION_WORDS.problems: 변환에 문제가 0개 있습니다:
interop.CONVERSION_WORDS.problems: 변환에 문제가 1개 있습니다:
interop.CONVERSION_WORDS.problems: 변환에 문제가 2개 있습니다:
interop.CONVERSION_WORDS.place: otherwise.origins (3행 7열)
interop.CONVERSION_WORDS.more: … 그리고 0개가 더 있습니다. 모두 오류의 problems에 있습니다
interop.CONVERSION_WORDS.more: … 그리고 1개가 더 있습니다. 모두 오류의 problems에 있습니다
interop.CONVERSION_WORDS.more: … 그리고 2개가 더 있습니다. 모두 오류의 problems에 있습니다
interop.INTEROP_PROBLEMS.document-syntax: 올바른 JSON 형식이 아닙니다: some-reason
interop.INTEROP_PROBLEMS.document-syntax: 올바른 JSON 형식이 아닙니다: 리터럴이 아닙니다
interop.INTEROP_PROBLEMS.document-limit: 문자 수가 너무 많습니다(최대 20). CORS 부분만 변환하세요
interop.INTEROP_PROBLEMS.document-limit: 중첩 단계 수가 너무 많습니다(최대 20). CORS 부분만 변환하세요
interop.INTEROP_PROBLEMS.document-limit: 값 수가 너무 많습니다(최대 20). CORS 부분만 변환하세요
interop.INTEROP_PROBLEMS.document-limit: 텍스트가 아닙니다. UTF-8로 된 JSON, YAML, XML 또는 소스 코드가 필요합니다
interop.INTEROP_PROBLEMS.document-template: 템플릿 코드({{ … }})가 들어 있습니다. helm template 등으로 먼저 렌더링한 결과를 변환하세요
interop.INTEROP_PROBLEMS.not-read: Spring 설정이며, cors-policy는 이를 읽지 않습니다. cors-policy 설정을 직접 쓰세요: { origins: ['https://app.example.com'], methods: ['PUT'], headers: ['content-type'], credentials: true }
interop.INTEROP_PROBLEMS.document-unreadable: 문서를 읽는 중에 예외가 발생했습니다: some-reason
interop.INTEROP_PROBLEMS.document-unreadable: 문서를 읽는 중에 예외가 발생했습니다: not a literal
interop.INTEROP_PROBLEMS.nothing-found: Starlette의 CORS 설정이 없습니다. 다음 중 일부가 있는 객체가 필요합니다: origins, methods
interop.INTEROP_PROBLEMS.several-found: Starlette의 CORS 설정이 여러 개 있습니다. pick(--pick)으로 하나를 고르세요: 'a.b', 'c.d'
interop.INTEROP_PROBLEMS.several-found: Starlette의 CORS 설정이 여러 개 있습니다. pick(--pick)으로 하나를 고르세요: 
interop.INTEROP_PROBLEMS.pick-not-found: 이 경로에는 CORS 설정이 없습니다. CORS 설정이 있는 경로: 'a.b', 'c.d'
interop.INTEROP_PROBLEMS.pick-not-found: 이 경로에는 CORS 설정이 없습니다. CORS 설정이 있는 경로: 없음
interop.INTEROP_PROBLEMS.rule-not-found: 1부터 0까지의 규칙 번호가 필요합니다
interop.INTEROP_PROBLEMS.rule-not-found: 1부터 1까지의 규칙 번호가 필요합니다
interop.INTEROP_PROBLEMS.rule-not-found: 1부터 2까지의 규칙 번호가 필요합니다
interop.INTEROP_PROBLEMS.unknown-key: 알 수 없는 옵션입니다. 사용할 수 있는 옵션: origins, methods
interop.INTEROP_PROBLEMS.wrong-value: 필요한 값: one,two. 받은 값: "x"
interop.INTEROP_PROBLEMS.wrong-value: 필요한 값: 문자열 목록. 받은 값: "x"
interop.INTEROP_PROBLEMS.wrong-value: 필요한 값: something rare. 받은 값: "x"
interop.INTEROP_PROBLEMS.options-elsewhere: 코드의 다른 곳에서 옵션이 더해집니다. 모든 옵션을 여기에 적으세요
interop.INTEROP_PROBLEMS.options-conflict: x-one 옵션은 같은 옵션인데 값이 서로 다릅니다. 하나를 빼세요
interop.INTEROP_PROBLEMS.options-conflict: x-one, x-two 옵션은 같은 옵션인데 값이 서로 다릅니다. 하나를 빼세요
interop.INTEROP_PROBLEMS.computed-value: process.env.ORIGINS 값은 리터럴이 아닙니다. 값을 여기에 적으세요
interop.INTEROP_PROBLEMS.computed-value: process.env.ORIGINS 값은 리터럴이 아닙니다. 출처를 여기에 적거나, 코드에서 origins: parseOrigins(process.env.CORS_ORIGINS)로 읽으세요
interop.INTEROP_PROBLEMS.origin-function: Starlette에서는 요청마다 이 함수를 호출하므로 옵션을 읽을 수 없습니다. 요청마다 컴파일된 정책을 고르는 함수를 전달하세요 (docs/servers.md의 "A policy for each host")
interop.INTEROP_PROBLEMS.origin-function: Starlette에서는 요청마다 이 함수를 호출하므로 출처를 읽을 수 없습니다. origins에 나열하거나, livePolicy()와 policy.origins를 써서 데이터로 관리하세요 (docs/data-origins.md)
interop.INTEROP_PROBLEMS.source-fails: headers 값이 "x"이면 Starlette에서 실행 중에 오류가 납니다. headers 옵션을 빼거나 값을 주세요
interop.INTEROP_PROBLEMS.source-fails: exposeHeaders 값이 "x"이면 Starlette에서 실행 중에 오류가 납니다. exposeHeaders 옵션을 빼거나 값을 주세요
interop.INTEROP_PROBLEMS.source-fails: methods 값이 "x"이면 Starlette에서 실행 중에 오류가 납니다. methods 옵션을 빼거나 값을 주세요
interop.INTEROP_PROBLEMS.source-fails: origins 값이 "x"이면 Starlette에서 실행 중에 오류가 납니다. origins 옵션을 빼거나 값을 주세요
interop.INTEROP_PROBLEMS.preflight-off: Starlette에서는 프리플라이트를 앱에 맡기지만, cors-policy의 정책은 항상 프리플라이트에 직접 응답합니다. 이 옵션을 빼세요
interop.INTEROP_PROBLEMS.reflects-any-origin: Starlette에서는 모든 출처를 그대로 돌려주고 자격 증명도 허용하므로, 어떤 사이트든 사용자의 데이터를 읽을 수 있습니다. 출처를 나열하거나(origins: ['https://app.example.com']) 자격 증명을 빼세요
interop.INTEROP_PROBLEMS.literal-pattern: Starlette에서는 이 텍스트를 글자 그대로 비교하므로 어떤 출처와도 일치하지 않지만, 패턴으로 바꾸면 일치하게 됩니다. 출처를 나열하거나 설정에 패턴을 직접 적으세요
interop.INTEROP_PROBLEMS.wildcard-in-list: 목록 안의 '*'는 Starlette에서 글자 그대로 비교되어 어떤 출처와도 일치하지 않습니다. origin: '*'라고 쓰거나 빼세요
interop.INTEROP_PROBLEMS.source-rejects: Starlette에서는 이 출처를 받아들이지 않고, 대신 모든 출처를 허용할 수도 있습니다. 의도한 출처를 설정에 직접 적으세요
interop.INTEROP_PROBLEMS.origin-prefix: 출처의 앞부분만 비교하므로, 같은 텍스트로 시작하는 더 긴 이름을 누구나 만들 수 있습니다. 정확히 일치하는 값을 쓰세요
interop.INTEROP_PROBLEMS.one-label: Starlette에서는 여기에 레이블 하나만 허용합니다. cors-policy의 패턴은 더 깊은 이름도 허용하므로, 그래도 된다면 직접 적으세요
interop.INTEROP_PROBLEMS.port-required: 포트를 요구하지만, 모든 포트를 허용하는 cors-policy의 패턴은 기본 포트와도 일치합니다. 그래도 된다면 포트 없는 출처도 나열하세요
interop.INTEROP_PROBLEMS.regex: 스킴이 없어서 http를 포함한 어떤 스킴의 출처와도 일치합니다
interop.INTEROP_PROBLEMS.regex: 읽을 수 없는 정규 표현식입니다. 출처를 나열하거나 https://*.example.com 같은 패턴을 쓰세요
interop.INTEROP_PROBLEMS.regex: 일치하는 출처가 너무 많아 나열할 수 없습니다. https://*.example.com 같은 패턴을 쓰세요
interop.INTEROP_PROBLEMS.regex: 어떤 패턴으로도 정확히 표현할 수 없는 정규 표현식입니다. 출처를 나열하거나 https://*.example.com 같은 패턴을 쓰세요
interop.INTEROP_PROBLEMS.regex: ^와 $로 고정하지 않아서, 그 텍스트를 포함하기만 하는 출처와도 일치합니다
interop.INTEROP_PROBLEMS.regex: 포트를 요구하지만, 모든 포트를 허용하는 패턴은 기본 포트와도 일치합니다
interop.INTEROP_PROBLEMS.regex: 브라우저가 보내는 어떤 출처와도 일치하지 않습니다. 빼거나, 의도한 출처를 쓰세요
interop.INTEROP_PROBLEMS.regex: 모든 출처와 일치합니다. 출처를 나열하거나, 모든 사이트가 읽게 하려면 자격 증명 없이 '*'를 쓰세요
interop.INTEROP_PROBLEMS.regex: 이스케이프하지 않은 점은 모든 문자와 일치하므로, 그 자리의 문자만 다른 이름과도 일치합니다
interop.INTEROP_PROBLEMS.regex: 도메인 앞에 점이 없어서, 같은 텍스트로 끝나는 다른 이름을 누구나 등록할 수 있습니다
interop.INTEROP_PROBLEMS.regex: 도메인 아래 레이블 하나만 허용합니다. cors-policy의 패턴은 더 깊은 이름도 허용하므로, 그래도 된다면 직접 적으세요
interop.INTEROP_PROBLEMS.regex: 특정 이름이나 숫자만 허용합니다. cors-policy의 패턴은 모두 허용하므로, 그래도 된다면 직접 적으세요
interop.INTEROP_PROBLEMS.regex: 끝이 열려 있어서, 같은 텍스트로 시작하는 더 긴 이름을 누구나 만들 수 있습니다
interop.INTEROP_PROBLEMS.regex: 자릿수가 정해진 포트만 허용합니다. cors-policy의 패턴은 모든 포트를 허용하므로, 그래도 된다면 직접 적으세요
interop.INTEROP_PROBLEMS.regex-flags: 지원하지 않는 플래그입니다: "gi". 'i'만 쓸 수 있습니다
interop.INTEROP_PROBLEMS.method-any: 브라우저가 보내는 메서드가 아닙니다
interop.INTEROP_PROBLEMS.shorthand: x-name 옵션의 기본값은 버전과 라우트에 따라 다릅니다. 값을 직접 적으세요
interop.INTEROP_PROBLEMS.shorthand: range 옵션의 기본값은 버전과 라우트에 따라 다릅니다. 값을 직접 적으세요
interop.INTEROP_PROBLEMS.rules-differ: 규칙 0개의 결과가 서로 다른데, 정책의 결과는 하나입니다. rule 또는 --rule(1부터 0까지)로 규칙 하나를 변환하고, 라우트마다 정책을 따로 쓰세요
interop.INTEROP_PROBLEMS.rules-differ: 규칙 1개의 결과가 서로 다른데, 정책의 결과는 하나입니다. rule 또는 --rule(1부터 1까지)로 규칙 하나를 변환하고, 라우트마다 정책을 따로 쓰세요
interop.INTEROP_PROBLEMS.rules-differ: 규칙 2개의 결과가 서로 다른데, 정책의 결과는 하나입니다. rule 또는 --rule(1부터 2까지)로 규칙 하나를 변환하고, 라우트마다 정책을 따로 쓰세요
interop.INTEROP_PROBLEMS.dynamic-origin: process.env.ORIGINS 값은 요청의 Origin을 그대로 돌려주므로 모든 사이트를 허용합니다. 출처를 나열하세요: origins: ['https://app.example.com']
interop.INTEROP_PROBLEMS.conditional-wildcard: 출처에 관한 조건이 맞을 때만 '*'를 보냅니다. 그 조건이 허용하는 출처를 나열하세요: origins: ['https://app.example.com']
interop.INTEROP_PROBLEMS.paths-differ: 경로에 따라 서로 다른 CORS 헤더를 설정하는 부분이 0곳 있습니다. 한 번에 한 부분씩 변환하고, 라우트마다 정책을 따로 쓰세요
interop.INTEROP_PROBLEMS.paths-differ: 경로에 따라 서로 다른 CORS 헤더를 설정하는 부분이 1곳 있습니다. 한 번에 한 부분씩 변환하고, 라우트마다 정책을 따로 쓰세요
interop.INTEROP_PROBLEMS.paths-differ: 경로에 따라 서로 다른 CORS 헤더를 설정하는 부분이 2곳 있습니다. 한 번에 한 부분씩 변환하고, 라우트마다 정책을 따로 쓰세요
interop.INTEROP_PROBLEMS.target-origin: https://target.example.com에는 주소 범위가 없습니다. 출처를 나열하세요
interop.INTEROP_PROBLEMS.target-origin: https://target.example.com에는 스킴의 모든 호스트를 뜻하는 와일드카드가 없습니다. 출처를 나열하세요
interop.INTEROP_PROBLEMS.target-origin: https://target.example.com의 와일드카드는 점과도 일치합니다. 출처를 나열하세요
interop.INTEROP_PROBLEMS.target-origin: https://target.example.com에는 패턴이 없습니다. 출처를 나열하세요
interop.INTEROP_PROBLEMS.target-origin: 정규 표현식으로 쓸 수 없습니다. 출처를 나열하세요
interop.INTEROP_PROBLEMS.target-origin: https://target.example.com에서는 http와 https 스킴만 쓸 수 있습니다
interop.INTEROP_PROBLEMS.target-origin: https://target.example.com에서는 출처 하나에 와일드카드를 하나만 쓸 수 있습니다. 포트를 적거나 출처를 나열하세요
interop.INTEROP_PROBLEMS.target-origin: https://target.example.com에서는 이 호스트를 받아들이지 않고, 대신 모든 출처를 허용할 수도 있습니다. 다른 이름을 나열하세요
interop.INTEROP_PROBLEMS.target-origin: https://target.example.com에는 포트의 와일드카드가 없습니다. 포트를 나열하세요
interop.INTEROP_PROBLEMS.target-origin: https://target.example.com의 와일드카드는 서브도메인(https://*.example.com)에만 동작합니다. 출처를 나열하세요
interop.INTEROP_PROBLEMS.target-enforce: https://target.example.com에는 enforce에 해당하는 기능이 없습니다. enforce는 앱에 두고, enforce가 없는 설정을 변환하세요
interop.INTEROP_PROBLEMS.target-none: https://target.example.com에서는 어떤 출처도 허용하지 않는다고 표현할 수 없습니다. 대신 그 CORS 설정을 지우세요
interop.INTEROP_PROBLEMS.target-otherwise: https://target.example.com에서는 모든 출처에 같은 응답을 합니다. otherwise가 없는 설정을 변환하세요
interop.INTEROP_PROBLEMS.target-rules: https://target.example.com에서는 한 규칙이 맞지 않으면 다음 규칙을 시도하므로, 바깥 설정의 출처에도 x-one 항목이 허용됩니다. 이 메서드와 헤더를 바깥 설정에 추가하거나, otherwise가 없는 설정을 변환하세요
interop.INTEROP_PROBLEMS.target-rules: https://target.example.com에서는 한 규칙이 맞지 않으면 다음 규칙을 시도하므로, 바깥 설정의 출처에도 x-one, x-two 항목이 허용됩니다. 이 메서드와 헤더를 바깥 설정에 추가하거나, otherwise가 없는 설정을 변환하세요
interop.INTEROP_PROBLEMS.target-headers: https://target.example.com의 '*'는 Authorization도 허용합니다. 그래도 된다면 ['*', 'authorization']이라고 적고, 아니면 헤더를 나열하세요
interop.INTEROP_PROBLEMS.target-headers: https://target.example.com에서는 '*'를 그대로 보내는데, 자격 증명을 쓰면 브라우저가 이를 와일드카드가 아니라 헤더 이름으로 읽습니다. 헤더를 나열하세요
interop.INTEROP_PROBLEMS.target-headers: https://target.example.com에서는 항상 Content-Type을 허용합니다. 그래도 된다면 headers에 'content-type'을 추가하세요
interop.INTEROP_PROBLEMS.target-headers: https://target.example.com에서는 여기에 '*'를 쓸 수 없습니다. 헤더를 나열하세요
interop.INTEROP_PROBLEMS.target-headers: https://target.example.com에서는 이름에 영문자, 숫자, 하이픈, 밑줄만 쓸 수 있습니다
interop.INTEROP_PROBLEMS.target-headers: https://target.example.com에서는 headers와 exposeHeaders가 한 목록입니다. 양쪽에 같은 이름을 적으세요
interop.INTEROP_PROBLEMS.target-name: 소문자로 시작하고, 그 뒤로 소문자, 숫자, 밑줄이 최대 19자까지 오는 이름이 필요합니다
interop.INTEROP_PROBLEMS.target-name: https://target.example.com에서는 '$'가 변수의 시작으로 읽힙니다
interop.INTEROP_PROBLEMS.target-size: https://target.example.com에는 너무 깁니다. 설정은 최대 20바이트입니다
interop-notes.INTEROP_NOTES.origin-default: 값이 없습니다. 이 경우 Starlette에서는 모든 출처를 허용합니다. 출처를 나열하세요
interop-notes.INTEROP_NOTES.not-enabled: headers 값이 true가 아니면 Starlette에서는 CORS 헤더를 보내지 않으므로, 다른 출처는 응답을 읽을 수 없습니다
interop-notes.INTEROP_NOTES.not-enabled: exposeHeaders 값이 true가 아니면 Starlette에서는 CORS 헤더를 보내지 않으므로, 다른 출처는 응답을 읽을 수 없습니다
interop-notes.INTEROP_NOTES.not-enabled: methods 값이 true가 아니면 Starlette에서는 CORS 헤더를 보내지 않으므로, 다른 출처는 응답을 읽을 수 없습니다
interop-notes.INTEROP_NOTES.not-enabled: origins 값이 true가 아니면 Starlette에서는 CORS 헤더를 보내지 않으므로, 다른 출처는 응답을 읽을 수 없습니다
interop-notes.INTEROP_NOTES.default-used: Starlette에서는 여기에 x-one 값을 쓸 수 없어서 기본 목록이 쓰입니다
interop-notes.INTEROP_NOTES.default-used: Starlette에서는 여기에 x-one, x-two 값을 쓸 수 없어서 기본 목록이 쓰입니다
interop-notes.INTEROP_NOTES.safelisted-method: GET 메서드도 허용됩니다. 어떤 CORS 헤더로도 GET, HEAD, POST를 금지할 수 없습니다
interop-notes.INTEROP_NOTES.safelisted-method: GET, POST 메서드도 허용됩니다. 어떤 CORS 헤더로도 GET, HEAD, POST를 금지할 수 없습니다
interop-notes.INTEROP_NOTES.method-dropped: https://target.example.com에는 PUT 메서드가 없습니다
interop-notes.INTEROP_NOTES.methods-narrowed: '*'가 https://target.example.com에 있는 메서드로 바뀝니다: GET
interop-notes.INTEROP_NOTES.methods-narrowed: '*'가 https://target.example.com에 있는 메서드로 바뀝니다: GET, POST
interop-notes.INTEROP_NOTES.names-dropped: x-one 항목을 뺐습니다. 어떤 스크립트도 이 헤더를 보낼 수 없습니다
interop-notes.INTEROP_NOTES.names-dropped: x-one, x-two 항목을 뺐습니다. 어떤 스크립트도 이 헤더를 보낼 수 없습니다
interop-notes.INTEROP_NOTES.names-dropped: x-0, x-1, x-2, x-3, x-4, x-5, x-6, x-7, x-8, x-9, x-10, x-11 외 2개 항목을 뺐습니다. 어떤 스크립트도 이 헤더를 보낼 수 없습니다
interop-notes.INTEROP_NOTES.names-dropped: x-one 항목을 뺐습니다. 어떤 스크립트도 이 헤더를 읽을 수 없습니다
interop-notes.INTEROP_NOTES.names-dropped: x-one, x-two 항목을 뺐습니다. 어떤 스크립트도 이 헤더를 읽을 수 없습니다
interop-notes.INTEROP_NOTES.names-dropped: x-0, x-1, x-2, x-3, x-4, x-5, x-6, x-7, x-8, x-9, x-10, x-11 외 2개 항목을 뺐습니다. 어떤 스크립트도 이 헤더를 읽을 수 없습니다
interop-notes.INTEROP_NOTES.names-dropped: x-one 항목을 뺐습니다. CORS 프로토콜의 헤더인데 잘못된 목록에 있습니다
interop-notes.INTEROP_NOTES.names-dropped: x-one, x-two 항목을 뺐습니다. CORS 프로토콜의 헤더인데 잘못된 목록에 있습니다
interop-notes.INTEROP_NOTES.names-dropped: x-0, x-1, x-2, x-3, x-4, x-5, x-6, x-7, x-8, x-9, x-10, x-11 외 2개 항목을 뺐습니다. CORS 프로토콜의 헤더인데 잘못된 목록에 있습니다
interop-notes.INTEROP_NOTES.names-dropped: x-one 항목을 뺐습니다. 어떤 스크립트도 이 메서드를 보낼 수 없습니다
interop-notes.INTEROP_NOTES.names-dropped: x-one, x-two 항목을 뺐습니다. 어떤 스크립트도 이 메서드를 보낼 수 없습니다
interop-notes.INTEROP_NOTES.names-dropped: x-0, x-1, x-2, x-3, x-4, x-5, x-6, x-7, x-8, x-9, x-10, x-11 외 2개 항목을 뺐습니다. 어떤 스크립트도 이 메서드를 보낼 수 없습니다
interop-notes.INTEROP_NOTES.wildcard-dropped: '*'를 뺐습니다. 자격 증명을 쓰면 브라우저가 이를 와일드카드가 아니라 이름으로 읽습니다. 요청 헤더를 나열하세요
interop-notes.INTEROP_NOTES.wildcard-dropped: '*'를 뺐습니다. 자격 증명을 쓰면 브라우저가 이를 와일드카드가 아니라 이름으로 읽습니다. 응답 헤더를 나열하세요
interop-notes.INTEROP_NOTES.wildcard-dropped: '*'를 뺐습니다. 자격 증명을 쓰면 브라우저가 이를 와일드카드가 아니라 이름으로 읽습니다. 메서드를 나열하세요
interop-notes.INTEROP_NOTES.expose-wildcard-dropped: https://target.example.com에서는 여기에 '*'를 쓸 수 없습니다. 스크립트가 읽는 응답 헤더를 나열하세요
interop-notes.INTEROP_NOTES.headers-narrowed: x-one 헤더를 뺐습니다. https://target.example.com에서는 요청 헤더와 응답 헤더가 한 목록입니다
interop-notes.INTEROP_NOTES.headers-narrowed: x-one, x-two 헤더를 뺐습니다. https://target.example.com에서는 요청 헤더와 응답 헤더가 한 목록입니다
interop-notes.INTEROP_NOTES.pattern-narrowed: https://*.one.test 패턴으로 좁혔습니다. 원본은 점이 들어 있는 문자열이나 빈 문자열과도 일치했지만, 패턴은 레이블 하나 안에서 1자 이상과만 일치합니다
interop-notes.INTEROP_NOTES.pattern-narrowed: https://*.one.test, https://*.two.test 패턴으로 좁혔습니다. 원본은 점이 들어 있는 문자열이나 빈 문자열과도 일치했지만, 패턴은 레이블 하나 안에서 1자 이상과만 일치합니다
interop-notes.INTEROP_NOTES.pattern-one-label: https://target.example.com에서는 '*'가 레이블 하나만 허용하므로, https://*.one.test 패턴의 더 깊은 이름은 허용되지 않습니다
interop-notes.INTEROP_NOTES.pattern-one-label: https://target.example.com에서는 '*'가 레이블 하나만 허용하므로, https://*.one.test, https://*.two.test 패턴의 더 깊은 이름은 허용되지 않습니다
interop-notes.INTEROP_NOTES.default-port: https://*.one.test 패턴은 기본 포트와도 일치하지만, 원본은 포트를 요구합니다
interop-notes.INTEROP_NOTES.default-port: https://*.one.test, https://*.two.test 패턴은 기본 포트와도 일치하지만, 원본은 포트를 요구합니다
interop-notes.INTEROP_NOTES.pattern-one-way: 정규 표현식으로 바꿨습니다. 다시 범위로 변환할 수는 없습니다
interop-notes.INTEROP_NOTES.credentials-differ: x-name에서는 자격 증명을 절대 허용하지 않으므로, 쿠키가 있는 요청은 실패합니다
interop-notes.INTEROP_NOTES.credentials-differ: range에서는 자격 증명을 절대 허용하지 않으므로, 쿠키가 있는 요청은 실패합니다
interop-notes.INTEROP_NOTES.credentials-differ: 정책에 자격 증명이 있든 없든, x-name에서는 나열된 출처에 자격 증명을 허용합니다
interop-notes.INTEROP_NOTES.credentials-differ: 정책에 자격 증명이 있든 없든, range에서는 나열된 출처에 자격 증명을 허용합니다
interop-notes.INTEROP_NOTES.credentials-differ: 자격 증명을 뺐습니다. '*'와 함께 쓰면 브라우저가 거부하므로 원본에서도 효과가 없습니다
interop-notes.INTEROP_NOTES.credentials-differ: x-name에서는 나열된 출처에 자격 증명을 허용하지만 정책은 허용하지 않습니다. 스크립트가 자격 증명을 보낸다면 credentials: true를 설정하세요
interop-notes.INTEROP_NOTES.credentials-differ: range에서는 나열된 출처에 자격 증명을 허용하지만 정책은 허용하지 않습니다. 스크립트가 자격 증명을 보낸다면 credentials: true를 설정하세요
interop-notes.INTEROP_NOTES.max-age-capped: 프리플라이트 결과를 599초보다 오래 캐시하는 브라우저는 없습니다
interop-notes.INTEROP_NOTES.max-age-explicit: 음수이면 브라우저가 프리플라이트 결과를 캐시하지 않습니다. cors-policy 설정에서는 86400에 해당합니다
interop-notes.INTEROP_NOTES.max-age-explicit: x-name에서는 항상 숫자를 보냅니다. 86400초는 숫자가 없을 때 브라우저가 쓰는 값입니다
interop-notes.INTEROP_NOTES.max-age-explicit: range에서는 항상 숫자를 보냅니다. 86400초는 숫자가 없을 때 브라우저가 쓰는 값입니다
interop-notes.INTEROP_NOTES.max-age-explicit: x-name에서는 0을 쓸 수 없습니다. 숫자가 없으면 브라우저는 프리플라이트 결과를 86400초 동안 캐시합니다
interop-notes.INTEROP_NOTES.max-age-explicit: range에서는 0을 쓸 수 없습니다. 숫자가 없으면 브라우저는 프리플라이트 결과를 86400초 동안 캐시합니다
interop-notes.INTEROP_NOTES.status-fixed: https://target.example.com에서는 프리플라이트에 항상 상태 코드 200 응답을 보냅니다. 브라우저는 200~299를 모두 받아들입니다
interop-notes.INTEROP_NOTES.preflight-differs: x-name에서는 모든 OPTIONS 요청에 프리플라이트처럼 응답합니다. 정책은 프리플라이트가 아닌 요청을 앱에 맡깁니다
interop-notes.INTEROP_NOTES.preflight-differs: range에서는 모든 OPTIONS 요청에 프리플라이트처럼 응답합니다. 정책은 프리플라이트가 아닌 요청을 앱에 맡깁니다
interop-notes.INTEROP_NOTES.preflight-differs: x-name에서는 프리플라이트를 앱으로 전달합니다. 정책은 핸들러보다 먼저 응답합니다
interop-notes.INTEROP_NOTES.preflight-differs: range에서는 프리플라이트를 앱으로 전달합니다. 정책은 핸들러보다 먼저 응답합니다
interop-notes.INTEROP_NOTES.preflight-differs: x-name에서는 허용하지 않은 출처에도 CORS 헤더를 보냅니다. 브라우저는 이를 거부합니다
interop-notes.INTEROP_NOTES.preflight-differs: range에서는 허용하지 않은 출처에도 CORS 헤더를 보냅니다. 브라우저는 이를 거부합니다
interop-notes.INTEROP_NOTES.preflight-from-origin: https://target.example.com에서는 프리플라이트에 응답하지 않습니다. 200~299로 응답하는 앱에 캐시가 OPTIONS를 전달하게 하세요
interop-notes.INTEROP_NOTES.vary-not-always: https://target.example.com에서는 모든 응답에 Vary: Origin을 보내지는 않으므로, 캐시가 CORS 헤더 없는 사본을 페이지에 줄 수 있습니다
interop-notes.INTEROP_NOTES.option-dropped: headers 옵션을 뺐습니다. 대응하는 옵션이 없으며, 브라우저의 동작에는 영향이 없습니다
interop-notes.INTEROP_NOTES.option-dropped: exposeHeaders 옵션을 뺐습니다. 대응하는 옵션이 없으며, 브라우저의 동작에는 영향이 없습니다
interop-notes.INTEROP_NOTES.option-dropped: methods 옵션을 뺐습니다. 대응하는 옵션이 없으며, 브라우저의 동작에는 영향이 없습니다
interop-notes.INTEROP_NOTES.option-dropped: origins 옵션을 뺐습니다. 대응하는 옵션이 없으며, 브라우저의 동작에는 영향이 없습니다
interop-notes.INTEROP_NOTES.dangerous-option-dropped: https://target.example.com에는 그런 옵션이 없습니다. 그 옵션으로 허용한 내용은 변환한 문서에 들어 있습니다
`
