import type { Overlay } from '../language.js'
import type { NOTE_TEXTS } from '../model-notes.js'

export const NOTE_KO: Overlay<typeof NOTE_TEXTS> = {
  'mixed-content-upgraded': ({ url }) =>
    `페이지가 https이므로 브라우저가 ${url} 주소를 https로 요청합니다. 서버가 https를 지원하지 않으면 응답이 없습니다.`,
  'mixed-content-loopback': ({ url }) =>
    `페이지가 https이므로 Safari는 ${url} 주소를 혼합 콘텐츠로 차단합니다. Chrome과 Firefox는 사용자 자신의 컴퓨터로 보내는 http 요청을 허용합니다.`,
  'mixed-content-displayed': ({ url }) =>
    `호스트가 IP 주소이므로 Chrome과 Firefox는 ${url} 주소를 http로 불러오고, https 페이지가 완전히 안전하지는 않다고 표시합니다. IP 주소 대신 인증서가 있는 도메인 이름을 쓰세요.`,
  'mixed-content-local': ({ url }) =>
    `${url} 주소는 로컬 네트워크에 있으므로 Chrome 142 이상은 차단하는 대신 사용자에게 묻습니다. Firefox와 Safari는 차단합니다.`,
  'local-network-access': ({ url, space, secure }) =>
    secure
      ? `공개 페이지가 ${url} 주소에 접근하려 하면 Chrome 142 이상은 먼저 사용자에게 묻습니다. 허용하지 않으면 콘솔에 "Permission was denied for this request to access the \`${space}\` address space"라고 나옵니다.`
      : `${url} 주소는 \`${space}\` 주소 공간에 있으므로, https가 아닌 공개 페이지의 요청을 Chrome 142 이상이 차단합니다. 페이지를 https로 제공하세요.`,
  'cookie-third-party': ({ page, url }) =>
    `${url} 주소와 ${page} 페이지는 서로 다른 사이트입니다. SameSite=None; Secure 쿠키만 전송되는데, Safari와 Firefox, 그리고 많은 사용자의 브라우저 설정은 이런 쿠키도 차단하거나 격리합니다.`,
  'cookie-same-site': ({ names, url }) =>
    `사이트가 서로 달라서 브라우저가 이 페이지에는 ${url} 주소의 쿠키(${names.join(', ')})를 저장하지 않습니다. SameSite=None; Secure를 설정하세요.`,
  'cookie-over-http': ({ url, names }) =>
    names.length === 0
      ? `${url} 주소는 평문 http입니다. Secure 쿠키는 전송되지 않고, 나머지 쿠키는 네트워크 경로에 있는 누구나 읽을 수 있습니다. https를 쓰세요.`
      : `${url} 주소가 평문 http로 쿠키(${names.join(', ')})를 설정합니다. 네트워크 경로에 있는 누구나 쿠키를 읽고 바꿀 수 있습니다. https를 쓰세요.`,
  'cookie-ignored': ({ names }) =>
    `요청에 자격 증명이 없으므로 브라우저가 Set-Cookie(${names.join(', ')})를 무시합니다. 페이지에 쿠키가 필요하다면 credentials: 'include'를 쓰세요.`,
  'opaque-response-blocking': ({ type }) =>
    `Content-Type이 ${type}입니다. Chrome과 Firefox는 다른 출처의 이런 응답을 요소와 no-cors 요청에 넘겨주지 않습니다(opaque response blocking).`,
  'embedder-policy': () =>
    '응답에 Cross-Origin-Resource-Policy 헤더가 없어서, Cross-Origin-Embedder-Policy: require-corp 페이지는 이 응답을 받지 못합니다.',
  'font-without-cors': () =>
    'Safari는 CORS 없이 쿠키를 붙여 글꼴을 요청하고, 서버가 어떤 헤더를 보내든 그 글꼴을 사용합니다. Chrome과 Firefox에는 CORS 헤더가 필요합니다.',
  'websocket-origin': () =>
    'CORS는 WebSocket을 보호하지 않습니다. 어떤 페이지든 쿠키를 보내며 WebSocket을 열 수 있으므로, 서버가 Origin 헤더를 확인해야 합니다(예: policy.allows(origin)).',
}
