import type { Overlay } from '../language.js'
import type { FAILED_TEXTS, PASSED_TEXTS } from '../model.js'

const ALLOW_ORIGIN = 'Access-Control-Allow-Origin'
const ALLOW_CREDENTIALS = 'Access-Control-Allow-Credentials'
const ALLOW_METHODS = 'Access-Control-Allow-Methods'
const ALLOW_HEADERS = 'Access-Control-Allow-Headers'
const WITH_CREDENTIALS = '자격 증명이 포함되면 브라우저는 *를 무시합니다'

export const PASSED_KO: Overlay<typeof PASSED_TEXTS> = {
  'same-origin': ({ target }) => `요청 대상의 출처(${target})가 페이지의 출처와 같으므로 CORS가 적용되지 않습니다`,
  'cross-origin': ({ target, origin, back, cors }) => {
    const where = back
      ? `요청이 다른 출처를 거쳐 페이지의 출처(${target})로 돌아옵니다`
      : `요청 대상의 출처(${target})가 페이지의 출처(${origin})와 다릅니다`
    return cors
      ? `${where}. 모드가 cors이므로 서버가 페이지를 허용해야 합니다`
      : `${where}. 모드가 no-cors이므로 브라우저는 CORS 없이 요청을 보내고, 어떤 스크립트도 응답을 읽을 수 없습니다`
  },
  navigation: ({ target }) => `브라우저가 ${target} 주소로 이동합니다. 폼과 링크에는 CORS가 적용되지 않습니다`,
  handshake: ({ target, origin }) =>
    `출처가 ${origin}인 페이지가 ${target}에 WebSocket을 엽니다. CORS가 적용되지 않으므로 서버가 Origin 헤더를 확인해야 합니다`,
  'method-normalized': ({ from, to }) => `브라우저가 ${from} 메서드를 ${to} 형태로 바꿔 보냅니다`,
  'headers-dropped': ({ names, noCors }) =>
    noCors
      ? `브라우저가 ${names.join(', ')} 헤더를 버립니다. no-cors 모드에서 스크립트는 CORS 안전 목록(CORS-safelisted)에 있는 헤더만 설정할 수 있습니다`
      : `브라우저가 ${names.join(', ')} 헤더를 버립니다. 스크립트가 설정할 수 없는 헤더입니다`,
  'body-dropped': ({ method }) => `XMLHttpRequest가 본문을 버립니다. ${method} 요청에는 본문을 넣을 수 없습니다`,
  'preflight-not-needed': () =>
    '프리플라이트가 필요 없는 단순 요청입니다. 메서드와 모든 헤더가 CORS 안전 목록(CORS-safelisted)에 있습니다',
  'event-source': () =>
    '프리플라이트가 필요 없습니다. EventSource는 CORS 안전 목록(CORS-safelisted)의 헤더만 붙여 GET 요청을 보냅니다',
  'preflight-needed': ({ method, upload, headers }) => {
    const reasons = [
      ...(method === null ? [] : [`${method} 메서드는 CORS 안전 목록(CORS-safelisted)에 없습니다`]),
      ...(upload ? ['본문이 스트림이거나, 스크립트가 업로드 진행 이벤트를 받습니다'] : []),
      ...(headers.length === 0
        ? []
        : [`다음 헤더는 CORS 안전 목록(CORS-safelisted)에 없거나 값이 조건에 맞지 않습니다: ${headers.join(', ')}`]),
    ]
    return `요청에 프리플라이트가 필요합니다. ${reasons.join('. ')}`
  },
  'preflight-remembered': () =>
    '프리플라이트를 보내지 않습니다. 이 요청을 허용한 이전 프리플라이트의 결과가 브라우저에 캐시되어 있습니다',
  'allow-origin-any': () => `${ALLOW_ORIGIN} 헤더가 *이므로 모든 페이지를 허용합니다`,
  'allow-origin-matches': ({ origin, credentials }) =>
    credentials
      ? `${ALLOW_ORIGIN} 헤더가 ${origin}이고, ${ALLOW_CREDENTIALS} 헤더가 true입니다`
      : `${ALLOW_ORIGIN} 헤더가 ${origin}입니다`,
  'status-ok': ({ status }) => `상태 코드가 ${status}이므로 정상입니다`,
  'lists-readable': () => `${ALLOW_METHODS} 헤더와 ${ALLOW_HEADERS} 헤더가 올바른 목록이거나 없습니다`,
  'method-allowed': ({ method, by }) => {
    if (by === 'name') return `${ALLOW_METHODS}에 ${method} 메서드가 있습니다`
    return by === 'wildcard'
      ? `${ALLOW_METHODS}에 *가 있습니다`
      : `${method} 메서드는 CORS 안전 목록(CORS-safelisted)에 있으므로 ${ALLOW_METHODS} 헤더에 없어도 됩니다`
  },
  'authorization-absent': () => '요청에 Authorization 헤더가 없습니다',
  'authorization-named': () => `${ALLOW_HEADERS}에 authorization이 있습니다`,
  'headers-allowed': ({ wildcard }) =>
    wildcard ? `${ALLOW_HEADERS}에 *가 있습니다` : `${ALLOW_HEADERS}에 요청한 헤더가 모두 있습니다`,
  'max-age': ({ seconds }) => `브라우저가 프리플라이트 결과를 ${seconds}초 동안 캐시합니다`,
  'cache-fresh': ({ age, lifetime }) =>
    lifetime === null
      ? '브라우저가 HTTP 캐시에 있는 응답을 씁니다. 이 응답은 만료되지 않습니다'
      : `브라우저가 HTTP 캐시에 있는 응답을 씁니다. 저장한 지 ${age}초 된 응답이며 ${lifetime}초까지 유효합니다`,
  'cache-vary': ({ field }) =>
    `HTTP 캐시에는 Vary가 가리키는 ${field} 헤더의 값이 다른 응답만 있으므로 브라우저가 서버에 요청합니다`,
  'cache-stale': ({ revalidates }) =>
    revalidates
      ? '캐시된 응답의 유효 시간이 지나서, 아직 쓸 수 있는지 브라우저가 서버에 묻습니다'
      : '캐시된 응답의 유효 시간이 지나서 브라우저가 서버에 다시 요청합니다',
  'cache-validated': () => '상태 코드가 304이므로 브라우저가 캐시된 응답을 304 응답의 새 헤더와 함께 씁니다',
  'misdirected-retry': () => '상태 코드가 421이므로 브라우저가 새 연결로 요청을 한 번 더 보냅니다',
  'integrity-unknown': () => '브라우저가 본문을 integrity 해시와 비교합니다. 이 비교는 여기서 계산하지 않습니다',
  'resource-policy-passed': ({ policy }) =>
    policy === null
      ? '응답에 Cross-Origin-Resource-Policy 헤더가 없습니다'
      : `Cross-Origin-Resource-Policy 헤더가 ${policy}이므로 이 페이지를 허용합니다`,
  'redirect-scheme-ok': ({ scheme }) => `새 URL의 스킴은 ${scheme}입니다`,
  'redirect-counted': ({ count, limit }) => `최대 ${limit}번 중 ${count}번째 리디렉션입니다`,
  'redirect-without-credentials': () => '새 URL에 사용자 이름이나 비밀번호가 없습니다',
  'redirect-same-origin-credentials': () => '새 URL에 사용자 이름이나 비밀번호가 있지만, 같은 출처 안에서는 허용됩니다',
  'redirect-body-sent': () => '본문을 다시 보낼 수 있거나, 본문이 없습니다',
  redirected: ({ url, method, authorization, nullOrigin }) => {
    const changes = [
      `브라우저가 리디렉션을 따라 ${url} 주소로 요청합니다`,
      ...(method === null ? [] : [`메서드가 바뀌어 본문 없는 ${method} 요청이 됩니다`]),
      ...(authorization ? ['출처가 바뀌므로 Authorization 헤더가 제거됩니다'] : []),
      ...(nullOrigin ? ['다른 출처가 또 다른 출처로 리디렉션하므로 Origin 헤더가 null이 됩니다'] : []),
    ]
    return changes.join('. ')
  },
  'response-visible': ({ status, hidden }) =>
    hidden.length === 0
      ? `스크립트가 상태 코드(${status})와 모든 헤더를 읽을 수 있습니다`
      : `스크립트가 상태 코드(${status})와 헤더를 읽을 수 있습니다. 다음 헤더는 제외됩니다: ${hidden.join(', ')}`,
  'socket-open': () => 'WebSocket이 열렸습니다. 스크립트가 서버가 보내는 내용을 읽을 수 있습니다',
}

export const FAILED_KO: Overlay<typeof FAILED_TEXTS> = {
  'url-invalid': ({ subject }) => `'${subject}' 값은 올바른 URL이 아닙니다`,
  'url-credentials': () => 'URL에 사용자 이름이나 비밀번호가 있습니다. 스크립트는 이런 URL을 요청할 수 없습니다',
  'method-invalid': ({ subject }) => `'${subject}' 값은 올바른 메서드가 아닙니다`,
  'method-forbidden': ({ subject }) => `스크립트는 ${subject} 메서드를 쓸 수 없습니다`,
  'method-not-safelisted': ({ subject }) =>
    `no-cors 모드에서 스크립트는 GET, HEAD, POST만 쓸 수 있고 ${subject} 메서드는 쓸 수 없습니다`,
  'header-invalid': ({ subject, part }) =>
    part === 'name'
      ? `'${subject}' 값은 올바른 헤더 이름이 아닙니다`
      : `${subject} 헤더의 값에 헤더에 넣을 수 없는 문자가 있습니다`,
  'body-with-get': ({ subject }) => `${subject} 요청에는 본문을 넣을 수 없습니다`,
  'stream-mode': () => 'no-cors 모드에서는 스트림을 보낼 수 없습니다',
  'mixed-content': ({ subject }) =>
    `페이지는 https인데 ${subject} 주소는 https가 아닙니다. 브라우저는 이를 혼합 콘텐츠(mixed content)로 차단합니다`,
  'mode-same-origin': ({ subject, origin }) =>
    `요청 대상의 출처(${subject})가 페이지의 출처(${origin})와 다른데 모드가 same-origin입니다`,
  'mode-no-cors-redirect': ({ subject }) =>
    `no-cors 모드에서는 redirect가 follow여야 합니다. 지금 값은 ${subject}입니다`,
  'scheme-not-http': ({ subject }) => `${subject} 주소의 스킴이 http도 https도 아닙니다`,
  'network-error': ({ preflight }) =>
    preflight ? '프리플라이트에 대한 응답이 없었습니다' : '요청에 대한 응답이 없었습니다',
  'stream-unauthorized': () => '상태 코드가 401인데, 본문이 스트림이라 자격 증명을 붙여 다시 보낼 수 없습니다',
  'allow-origin-missing': () => `응답에 ${ALLOW_ORIGIN} 헤더가 없습니다`,
  'allow-origin-wildcard': () => `${ALLOW_ORIGIN} 헤더가 *입니다. 자격 증명이 포함되면 브라우저는 이 값을 무시합니다`,
  'allow-origin-multiple': ({ subject }) => `${ALLOW_ORIGIN} 헤더에 값이 여러 개 있습니다: '${subject}'`,
  'allow-origin-mismatch': ({ subject, origin }) =>
    `${ALLOW_ORIGIN} 헤더는 '${subject}'인데 요청의 출처는 '${origin}'입니다`,
  'allow-credentials-missing': () =>
    `응답에 ${ALLOW_CREDENTIALS} 헤더가 없습니다. 자격 증명이 포함되면 이 헤더가 'true'여야 합니다`,
  'allow-credentials-not-true': ({ subject }) =>
    `${ALLOW_CREDENTIALS} 헤더가 '${subject}'입니다. 자격 증명이 포함되면 소문자로 정확히 'true'여야 합니다`,
  'preflight-redirect': ({ subject }) =>
    `상태 코드가 ${subject}입니다. 브라우저는 프리플라이트의 리디렉션을 따라가지 않습니다`,
  'preflight-not-ok': ({ subject }) => `상태 코드가 ${subject}입니다. 프리플라이트 응답은 200~299여야 합니다`,
  'allow-methods-invalid': ({ subject }) => `${ALLOW_METHODS} 헤더에 올바른 메서드가 아닌 '${subject}' 값이 있습니다`,
  'allow-headers-invalid': ({ subject }) =>
    `${ALLOW_HEADERS} 헤더에 올바른 헤더 이름이 아닌 '${subject}' 값이 있습니다`,
  'method-not-allowed': ({ subject, wildcard }) =>
    `${ALLOW_METHODS}에 ${subject} 메서드가 없습니다${wildcard ? `. ${WITH_CREDENTIALS}` : ''}`,
  'authorization-not-allowed': ({ wildcard }) =>
    `${ALLOW_HEADERS}에 authorization이 없습니다${wildcard ? '. *에는 포함되지 않습니다' : ''}`,
  'header-not-allowed': ({ missing, wildcard }) =>
    `${ALLOW_HEADERS}에 ${missing.join(', ')} 헤더가 없습니다${wildcard ? `. ${WITH_CREDENTIALS}` : ''}`,
  'resource-policy': ({ subject, origin, embedder }) =>
    embedder === null
      ? `Cross-Origin-Resource-Policy 헤더가 ${subject}인데 페이지의 출처는 ${origin}입니다`
      : `페이지의 Cross-Origin-Embedder-Policy가 ${embedder}인데 응답에 Cross-Origin-Resource-Policy 헤더가 없습니다`,
  'redirect-error': ({ subject }) => `상태 코드가 ${subject}인데 redirect 모드가 error입니다`,
  'redirect-manual': ({ subject }) =>
    `상태 코드가 ${subject}인데 redirect 모드가 manual입니다. 스크립트는 리디렉션이 있다는 사실만 알 수 있습니다`,
  'location-invalid': () => 'Location 헤더의 값이 올바른 URL 하나가 아닙니다',
  'redirect-scheme': ({ scheme }) => `새 URL의 스킴이 ${scheme}입니다. http 또는 https여야 합니다`,
  'redirect-count': ({ limit }) => `요청이 이미 ${limit}번 리디렉션되었습니다`,
  'redirect-credentials': () =>
    '새 URL에 사용자 이름이나 비밀번호가 있습니다. 브라우저는 다른 출처로 가는 리디렉션에서 이를 허용하지 않습니다',
  'redirect-stream': ({ status }) =>
    `상태 코드 ${status} 응답을 받으면 본문을 다시 보내야 하지만, 본문이 스트림이라 두 번 보낼 수 없습니다`,
  'integrity-opaque': () => '요소에 integrity 속성이 있으므로 페이지가 읽을 수 있는 응답이 필요합니다',
  'handshake-status': ({ subject }) => `상태 코드가 ${subject}입니다. WebSocket 핸드셰이크에는 101이 필요합니다`,
  'event-source-rejected': ({ status, type }) =>
    `상태 코드 ${status}, Content-Type ${type ?? '없음'} 응답입니다. EventSource에는 200과 text/event-stream이 필요합니다`,
  'response-opaque': () => '응답이 불투명(opaque)합니다. 스크립트는 상태 코드, 헤더, 본문을 읽을 수 없습니다',
  'response-navigated': () => '브라우저가 응답을 페이지로 보여 줍니다. 폼을 보낸 페이지는 응답을 읽을 수 없습니다',
  'response-discarded': () => 'sendBeacon()은 응답을 버립니다. 어떤 스크립트도 읽을 수 없습니다',
}
