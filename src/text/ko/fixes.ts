import type { FIX_TEXTS } from '../fixes.js'
import type { Overlay } from '../language.js'

const ALLOW_ORIGIN = 'Access-Control-Allow-Origin'

export const FIX_KO: Overlay<typeof FIX_TEXTS> = {
  'set-allow-origin': ({ on, value }) =>
    `신뢰하는 출처라면 ${RESPONSE[on]}에 ${ALLOW_ORIGIN}: ${value} 헤더와 Vary: Origin 헤더를 추가하세요`,
  'set-header': ({ on, field, value }) => `${RESPONSE[on]}에 ${field}: ${value} 헤더를 설정하세요`,
  'set-status': ({ on, value }) => `${RESPONSE[on]}의 상태 코드를 바꾸세요: ${value}`,
  'add-to-list': ({ on, field, value }) => `${RESPONSE[on]}의 ${field} 헤더에 ${value} 값을 추가하세요`,
  'remove-header': ({ on, field }) => `${RESPONSE[on]}에서 ${field} 헤더를 빼세요`,

  'omit-credentials': () => '자격 증명이 필요 없다면 빼고 요청하세요',
  'final-url': ({ because }) => `최종 URL로 바로 요청하세요. ${FINAL_URL[because]}`,
  'real-origin': () =>
    '페이지를 실제 출처에서 제공하세요. 샌드박스 iframe과 로컬 파일은 Origin: null을 보내며, 이 값은 어떤 사이트든 보낼 수 있습니다',
  'upper-case-method': ({ method }) =>
    `메서드를 대문자 '${method}' 형태로 쓰세요. 브라우저는 이 메서드를 대문자로 바꿔 주지 않습니다`,
  'cors-mode': () => "요청의 mode를 'cors'로 설정하세요",
  'crossorigin-attribute': ({ element }) =>
    `${element} 요소에 crossorigin='anonymous' 또는 'use-credentials' 속성을 추가하세요`,
  'follow-redirects': () => "요청의 redirect를 'follow'로 설정하세요",
  'credentials-in-header': () => 'URL에서 사용자 이름과 비밀번호를 빼고 Authorization 헤더를 보내세요',
  'redirect-without-credentials': () => '서버가 사용자 이름과 비밀번호가 없는 URL로 리디렉션하게 하세요',
  'other-method': ({ method }) => `다른 메서드를 쓰세요. 스크립트는 ${method} 요청을 보낼 수 없습니다`,
  'https-url': ({ url }) => `${url} 주소를 https로 제공하고, https로 요청하세요`,
  'use-fetch': () => '스크립트가 응답을 읽어야 한다면 fetch()를 쓰세요',
  'https-page': ({ origin }) =>
    `'${origin}' 페이지를 https로 제공하세요. 평문 http에서 자격 증명을 쓰면 네트워크 경로에 있는 누구에게나 데이터가 노출됩니다`,
  'own-subdomains': ({ origin }) =>
    `'${origin}' 대신 직접 소유한 서브도메인을 나열하세요. 서브도메인은 누구나 등록할 수 있고, 등록하면 데이터를 읽을 수 있습니다`,
  'not-configurable': ({ reason }) => `어떤 설정으로도 허용할 수 없습니다: ${reason}`,
  'unreadable-header': ({ name }) =>
    `${name} 헤더를 읽지 마세요. 브라우저는 이 헤더를 스크립트에 절대 보여 주지 않습니다`,

  'add-entry': ({ path, value }) => `${path}에 '${value}' 항목을 추가하세요`,
  'add-origin': ({ path, value, insecure }) =>
    `신뢰하는 출처라면 ${path}에 '${value}' 항목을 추가하세요${caution(insecure)}`,
  'list-origins': ({ path, value, insecure }) =>
    `신뢰하는 출처라면 '*'를 ${path}: ${show(value)} 값으로 바꾸세요${caution(insecure)}. 브라우저는 자격 증명과 함께 쓰인 '*'를 거부합니다`,
  'set-credentials': ({ path }) => `${path}: true를 설정하세요`,
  'list-exposed': ({ path, value }) =>
    `'*'를 ${path}: ${show(value)} 값으로 바꾸세요. 자격 증명을 쓰면 브라우저는 '*'를 와일드카드가 아니라 헤더 이름으로 읽습니다`,
}

const RESPONSE = { preflight: '프리플라이트 응답', actual: '실제 요청에 대한 응답' }

const FINAL_URL = {
  preflight: '브라우저는 프리플라이트의 리디렉션을 따라가지 않습니다',
  origin: '다른 출처로 리디렉션되면 Origin이 null로 바뀝니다',
  stream: '스트림은 두 번 보낼 수 없습니다',
}

function caution(insecure: boolean): string {
  return insecure ? ' (평문 http이므로 네트워크 경로에 있는 누구나 엿볼 수 있습니다)' : ''
}

function show(values: readonly string[]): string {
  return `[${values.map((value) => `'${value}'`).join(', ')}]`
}
