import type { REACH_TEXTS } from '../doctor-reach.js'
import type { TRANSPORT_TEXTS } from '../doctor-transport.js'
import type { Overlay } from '../language.js'

const CONNECTION: Readonly<Record<string, string>> = {
  closed: '응답 없이 연결이 닫혔습니다',
  'not-http': '서버가 HTTP로 응답하지 않습니다',
  'headers-too-large': '응답 헤더가 브라우저의 한도(256 kB)보다 큽니다',
}

const TLS: Readonly<Record<string, string>> = {
  'not-tls': '서버가 TLS로 응답하지 않습니다',
  'tls-refused': '서버가 TLS 핸드셰이크를 거부합니다',
  'tls-version': '서버의 TLS 버전(1.2 미만)을 브라우저가 더는 지원하지 않습니다',
}

export const TRANSPORT_KO: Overlay<typeof TRANSPORT_TEXTS> = {
  'dns-failed': () => '호스트 이름을 찾을 수 없습니다',
  'connection-refused': () => '연결이 거부되었습니다',
  'connection-failed': ({ fault, detail }) => CONNECTION[fault] ?? `연결할 수 없습니다 (${detail})`,
  timeout: () => '제한 시간 안에 응답이 없습니다',
  'tls-untrusted': ({ detail }) => `인증서를 신뢰할 수 없습니다 (${detail})`,
  'tls-name-mismatch': () => '인증서의 이름이 호스트 이름과 다릅니다',
  'tls-expired': ({ fault }) =>
    fault === 'not-yet-valid' ? '인증서의 유효 기간이 아직 시작되지 않았습니다' : '인증서가 만료되었습니다',
  'tls-failed': ({ fault, detail }) => TLS[fault] ?? `TLS로 연결할 수 없습니다 (${detail})`,
  'client-certificate-required': () => '서버가 클라이언트 인증서를 요구합니다',
}

const NOT_CORS = 'CORS 문제가 아닙니다.'

export const REACH_KO: Overlay<typeof REACH_TEXTS> = {
  'dns-failed': {
    title: ({ host }) => `호스트 이름(${host})을 찾을 수 없습니다`,
    impact: () => `콘솔에 net::ERR_NAME_NOT_RESOLVED라고 나옵니다. ${NOT_CORS}`,
    fix: () => ({ app: 'URL의 철자와 호스트의 DNS 레코드를 확인하세요.' }),
  },
  'connection-refused': {
    title: ({ where }) => `연결이 거부되었습니다. ${where} 주소에서 요청을 받는 서버가 없습니다`,
    impact: () => `콘솔에 net::ERR_CONNECTION_REFUSED라고 나옵니다. ${NOT_CORS}`,
    fix: () => ({
      app: '서버를 시작하고 포트를 확인하세요. 컨테이너라면 0.0.0.0에 바인딩하고 포트를 공개하세요.',
    }),
  },
  'connection-failed': {
    title: ({ where, fault }) => CONNECTION_TITLES[fault]?.(where) ?? `${where} 주소에 연결할 수 없습니다`,
    impact: () => "콘솔에 'Failed to fetch'와 net::ERR_…가 나옵니다. CORS 헤더와는 상관없습니다.",
    fix: ({ fault }) => ({ app: CONNECTION_FIXES[fault] ?? '네트워크, 방화벽, URL을 확인하세요.' }),
  },
  timeout: {
    title: ({ where }) => `${where} 주소가 제한 시간 안에 응답하지 않습니다`,
    impact: () => `요청이 오랫동안 'pending' 상태로 있다가 실패합니다. ${NOT_CORS}`,
    fix: () => ({
      app: '서버가 켜져 있는지, 방화벽이 패킷을 버리지 않는지 확인하세요. 느린 것뿐이라면 --timeout을 늘리세요.',
    }),
  },
  'tls-untrusted': {
    title: ({ where }) => `${where} 서버의 인증서를 신뢰할 수 없습니다`,
    impact: () => `콘솔에 net::ERR_CERT_AUTHORITY_INVALID라고 나옵니다. ${NOT_CORS}`,
    fix: () => ({
      app: '공인 인증 기관의 인증서를 쓰고 중간 인증서도 함께 보내세요. 사설 인증 기관이라면 --ca <file> 옵션을 쓰세요.',
    }),
  },
  'tls-name-mismatch': {
    title: ({ where, host }) => `${where} 서버의 인증서에 호스트 이름(${host})이 없습니다`,
    impact: () => `콘솔에 net::ERR_CERT_COMMON_NAME_INVALID라고 나옵니다. ${NOT_CORS}`,
    fix: ({ host }) => ({
      app: `${host} 이름이 들어 있는 인증서를 발급받거나, 페이지에서 인증서에 있는 이름을 쓰세요. 로드 밸런서라면 리스너의 인증서를 확인하세요.`,
    }),
  },
  'tls-expired': {
    title: ({ where, fault }) =>
      fault === 'not-yet-valid'
        ? `${where} 서버의 인증서는 유효 기간이 아직 시작되지 않았습니다`
        : `${where} 서버의 인증서가 만료되었습니다`,
    impact: () => `콘솔에 net::ERR_CERT_DATE_INVALID라고 나옵니다. ${NOT_CORS}`,
    fix: () => ({ app: '인증서를 갱신하고 서버가 다시 읽게 하세요. 두 컴퓨터의 시계도 확인하세요.' }),
  },
  'tls-failed': {
    title: ({ where, fault }) => TLS_TITLES[fault]?.(where) ?? `${where} 주소에 TLS로 연결할 수 없습니다`,
    impact: () => `콘솔에 net::ERR_SSL_…이 나옵니다. ${NOT_CORS}`,
    fix: ({ fault }) => ({ app: TLS_FIXES[fault] ?? '서버의 TLS 설정을 확인하세요.' }),
  },
  'client-certificate-required': {
    title: ({ where }) => `${where} 서버가 클라이언트 인증서를 요구합니다`,
    impact: () => '프리플라이트에는 클라이언트 인증서가 실리지 않으므로, 프리플라이트가 필요한 요청은 실패합니다.',
    fix: () => ({
      app: '핸드셰이크에서는 클라이언트 인증서를 선택 사항으로 두고, OPTIONS를 제외한 모든 메서드에서 확인하세요.',
      nginx: "'ssl_verify_client optional;'로 설정하고, OPTIONS를 제외하고 인증서가 없는 요청을 거부하세요.",
    }),
  },
}

const CONNECTION_TITLES: Readonly<Record<string, (where: string) => string>> = {
  closed: (where) => `${where} 서버가 응답 없이 연결을 닫습니다`,
  'not-http': (where) => `${where} 서버가 HTTP로 응답하지 않습니다`,
  'headers-too-large': (where) => `${where} 서버의 응답 헤더가 브라우저의 한도(256 kB)보다 큽니다`,
}

const CONNECTION_FIXES: Readonly<Record<string, string>> = {
  closed: 'URL의 스킴과 서버의 로그를 확인하세요. TLS 포트는 평문 http 요청을 받으면 연결을 닫습니다.',
  'not-http': 'URL의 포트를 확인하세요. 그 포트에서는 다른 서비스가 실행 중입니다.',
  'headers-too-large': '헤더의 수나 크기를 줄이세요.',
}

const TLS_TITLES: Readonly<Record<string, (where: string) => string>> = {
  'not-tls': (where) => `${where} 서버가 TLS로 응답하지 않습니다`,
  'tls-refused': (where) => `${where} 서버가 TLS 핸드셰이크를 거부합니다`,
  'tls-version': (where) => `${where} 서버의 TLS 버전을 브라우저가 더는 지원하지 않습니다`,
}

const TLS_FIXES: Readonly<Record<string, string>> = {
  'not-tls': '그 포트에서 TLS를 켜거나, TLS가 켜진 포트를 쓰세요.',
  'tls-refused':
    '브라우저가 지원하는 암호 스위트를 허용하세요. 서버가 클라이언트 인증서를 요구한다면 OPTIONS에서는 선택 사항으로 두세요.',
  'tls-version': 'TLS 1.2와 1.3을 허용하세요.',
}
