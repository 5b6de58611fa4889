import { EXPLANATION } from '../explanation.js'
import type { Overlay } from '../language.js'

export const EXPLANATION_KO: Overlay<typeof EXPLANATION> = {
  from: (origin) => `(출처 ${origin})`,
  modes: (mode, credentials) => `(mode ${mode}, credentials ${credentials})`,
  preflight: (credentials) => `(프리플라이트, ${EXPLANATION.credentials(credentials)})`,
  credentials: (included) => (included ? '자격 증명 포함' : '자격 증명 없음'),
  reason: ({ reason, matchedBy }) =>
    matchedBy === undefined || matchedBy === 'origins' ? reason : `${matchedBy}: ${reason}`,
  noResponse: '응답 없음',
  cached: '(HTTP 캐시에서 가져옴)',
  readable: (names) =>
    names.length === 0
      ? '스크립트가 응답을 읽을 수 있지만, 헤더는 하나도 읽을 수 없습니다'
      : `스크립트가 응답과 다음 헤더를 읽을 수 있습니다: ${names.join(', ')}`,
  outcomes: { readable: '읽을 수 있음', opaque: '불투명(opaque)', blocked: '차단됨' },
  failedAt: (outcome, step) => `${step} 단계에서 ${outcome}`,
  notes: '참고',
  fixes: '해결 방법',
  console: '콘솔',
}
