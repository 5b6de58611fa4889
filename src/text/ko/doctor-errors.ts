import { display } from '../display.js'
import type { DOCTOR_ERROR_TEXTS } from '../doctor-errors.js'
import type { UNKNOWN_TEXTS } from '../doctor-inspect.js'
import type { Overlay } from '../language.js'

export const DOCTOR_ERROR_KO: Overlay<typeof DOCTOR_ERROR_TEXTS> = {
  'url-invalid': ({ given }) =>
    `${display(given)} 값은 URL이 아닙니다. https://api.example.com/things 같은 URL이 필요합니다`,
  'url-scheme': ({ given }) => `http 또는 https URL이 필요합니다. 받은 스킴: ${display(given)}`,
  'url-credentials': () =>
    '스크립트는 사용자 이름이나 비밀번호가 있는 URL을 요청할 수 없습니다. 대신 --header "authorization: …" 옵션을 쓰세요',
  'origin-invalid': ({ given }) =>
    `${display(given)} 값은 출처가 아닙니다. https://app.example.com 같은 출처가 필요합니다`,
  'request-invalid': ({ given }) => `스크립트가 보낼 수 없는 요청입니다. ${given}`,
  'read-invalid': ({ given }) => `${display(given)} 값은 헤더 이름이 아닙니다. x-total-count 같은 이름이 필요합니다`,
  'read-forbidden': ({ name }) =>
    `브라우저는 ${name} 헤더를 스크립트에 절대 보여 주지 않습니다. 값을 다른 헤더로 보내세요`,
  'option-invalid': ({ name, given }) => `${name} 옵션은 0보다 큰 정수여야 합니다. 받은 값: ${given}`,
  'record-unreadable': () =>
    '이 텍스트를 읽을 수 없습니다. HAR 파일, curl -v 또는 curl -i 출력, 네트워크 패널에서 복사한 헤더, 콘솔 메시지 중 하나를 입력하세요',
}

/** Each follows "알 수 없음:". */
export const UNKNOWN_KO: Overlay<typeof UNKNOWN_TEXTS> = {
  url: '요청의 URL. 요청도 함께 복사하거나 --url 옵션을 쓰세요.',
  origin: '페이지의 출처. 요청 헤더도 함께 복사하거나 --origin https://app.example.com 옵션을 쓰세요.',
  'request-origin':
    "페이지가 받는 응답. 기록된 요청에 Origin 헤더가 없습니다. Origin 헤더를 붙여 다시 요청하세요(curl -v -H 'Origin: https://app.example.com').",
  preflight: '프리플라이트 응답. 같은 URL의 OPTIONS 요청도 복사하세요.',
  'not-preflight':
    "프리플라이트 응답. 기록된 OPTIONS 요청에 Origin이나 Access-Control-Request-Method가 없습니다. 다음을 실행하세요: curl -v -X OPTIONS -H 'Origin: https://app.example.com' -H 'Access-Control-Request-Method: GET' <url>",
  actual: '실제 요청에 대한 응답. 실제 요청도 복사하거나 cors-policy doctor를 실행하세요.',
  status:
    '응답의 상태 코드(이 메시지에는 없음). 502 같은 오류도 콘솔에서는 똑같이 보이므로, 네트워크 패널에서 응답 헤더를 복사하세요.',
  others:
    '다른 출처, Origin 없는 요청, 캐시가 받는 응답. cors-policy doctor <url> --origin <origin> 명령으로 서버에 확인하세요.',
}
