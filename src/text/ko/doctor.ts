import type { PLACE_NAMES, REPORT_TEXTS, VERDICTS } from '../doctor.js'
import type { Overlay } from '../language.js'

export const PLACE_NAMES_KO: Overlay<typeof PLACE_NAMES> = {
  page: '페이지',
  app: '앱',
  nginx: 'nginx',
  apache: 'Apache',
  caddy: 'Caddy',
  iis: 'IIS',
  cdn: 'CDN 또는 캐시',
  bucket: '스토리지 버킷',
  'load-balancer': '로드 밸런서',
  'api-gateway': 'API 게이트웨이',
}

export const VERDICTS_KO: Overlay<typeof VERDICTS> = {
  unreachable: () => '서버에 연결할 수 없습니다.',
  blocked: () => '페이지가 응답을 받지 못합니다.',
  unclear: () => '페이지가 응답을 받는지 알 수 없습니다.',
  notSent: (method) => `페이지가 무엇을 받는지 알 수 없습니다. ${method} 요청을 보내지 않았습니다.`,
  healthy: () => '정상입니다. 페이지가 응답을 받습니다.',
  unknown: () => '페이지가 응답을 받지만, 일부 검사를 끝내지 못했습니다.',
  faults: (count) => `페이지가 응답을 받지만, 문제가 ${count}개 있습니다.`,
}

export const REPORT_KO: Overlay<typeof REPORT_TEXTS> = {
  language: 'ko',
  severities: { critical: '심각', error: '오류', warning: '경고', note: '참고' },
  headline: ({ method, url, origin, notes }) => `${method} ${url} (${[`출처 ${origin}`, ...notes].join('; ')})`,
  unknownOrigin: '페이지의 출처',
  withCredentials: '자격 증명 포함',
  standIn: (method) => `${method} 대신 GET을 보냄`,
  console: (text) => `콘솔: ${text}`,
  impact: (text) => `증상: ${text}`,
  fix: (place, text) => `해결 방법 (${place}): ${text}`,
  explains: (codes) => `같은 원인의 다른 문제: ${codes.join(', ')}`,
  more: (count) => `비슷한 응답이 ${count}개 더 있습니다`,
  sent: (count) => `요청 ${count}개를 보냈습니다.`,
  read: (count) => `요청 ${count}개를 읽었습니다.`,
  rateLimit: (remaining) =>
    `서버의 요청 제한(rate limit)까지 ${remaining}번 남았습니다. doctor를 실행할 때마다 줄어듭니다.`,
  unknown: (question) => `알 수 없음: ${question}`,
  nothing: '없습니다.',
  titles: {
    findings: '발견한 문제',
    elsewhere: '다른 곳에서 고치는 방법',
    steps: '브라우저가 하는 일',
    others: '그 밖에 확인한 요청',
    stopped: '✗ 여기서 멈춤',
  },
}
