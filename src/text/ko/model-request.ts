import type { Overlay } from '../language.js'
import type { ARGUMENT_TEXTS } from '../model-request.js'

export const ARGUMENT_KO: Overlay<typeof ARGUMENT_TEXTS> = {
  'not-an-object': ({ path, value }) => `${path}: 객체가 필요합니다. 받은 값: ${value}`,
  'unknown-option': ({ path, suggestion }) =>
    suggestion === undefined
      ? `${path}: 알 수 없는 옵션입니다`
      : `${path}: 알 수 없는 옵션입니다. 혹시 ${suggestion}인가요?`,
  'not-a-string': ({ path, value }) => `${path}: 문자열이 필요합니다. 받은 값: ${value}`,
  'not-a-boolean': ({ path, value }) => `${path}: true 또는 false가 필요합니다. 받은 값: ${value}`,
  'not-one-of': ({ path, value, expected, suggestion }) =>
    `${path}: ${expected.map((choice) => `'${choice}'`).join(', ')} 중 하나가 필요합니다. 받은 값: ${value}${suggestion === undefined ? '' : `. 혹시 '${suggestion}'인가요?`}`,
  'wrong-initiator': ({ path, value, initiator }) =>
    `${path}: ${initiator} 요청만 모드가 ${value}입니다. 스크립트는 'cors', 'no-cors', 'same-origin'을 씁니다`,
  'headers-type': ({ path, value }) =>
    `${path}: { 'content-type': 'application/json' } 같은 객체나 [name, value] 쌍이 필요합니다. 받은 값: ${value}`,
  'header-pair': ({ path, value }) => `${path}: [name, value] 쌍이 필요합니다. 받은 값: ${value}`,
  'header-value': ({ path, value }) => `${path}: 문자열이나 숫자가 필요합니다. 받은 값: ${value}`,
  'response-promise': ({ path }) =>
    `${path} 값은 Promise인데 evaluate()는 동기 함수입니다. 응답을 먼저 await한 뒤 배열로 전달하세요`,
  'response-status': ({ path, value }) => `${path}: 100부터 999까지의 상태 코드가 필요합니다. 받은 값: ${value}`,
  'responses-type': ({ path, value }) => `${path}: 응답의 배열이나 함수가 필요합니다. 받은 값: ${value}`,
}
