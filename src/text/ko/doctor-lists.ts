import type { LIST_TEXTS } from '../doctor-lists.js'
import type { Overlay } from '../language.js'

const list = (names: readonly string[]) => names.join(', ')
const star = (wildcard: boolean) => (wildcard ? " ('*'에는 포함되지 않음)" : '')
const unparsable = () => '헤더를 해석할 수 없다는 메시지가 콘솔에 나오고, 프리플라이트 전체가 실패합니다.'

export const LIST_KO: Overlay<typeof LIST_TEXTS> = {
  'authorization-not-covered': {
    title: ({ wildcard }) => `Access-Control-Allow-Headers에 authorization이 없습니다${star(wildcard)}`,
    impact: () => '요청의 authorization 헤더가 허용되지 않는다는 메시지가 콘솔에 나옵니다.',
    fix: () => ({
      app: "허용 헤더 목록에 authorization을 추가하세요. '*'에는 포함되지 않습니다.",
      nginx: "add_header Access-Control-Allow-Headers에 Authorization을 추가하세요. '*'에는 포함되지 않습니다.",
      cdn: '응답 헤더 정책에 Authorization을 추가하세요.',
      bucket: 'CORS 규칙의 헤더에 Authorization을 추가하세요.',
      'api-gateway': '허용 헤더 목록에 authorization을 추가하세요.',
    }),
  },
  'header-not-covered': {
    title: ({ names, wildcard }) => `Access-Control-Allow-Headers에 ${list(names)} 헤더가 없습니다${star(wildcard)}`,
    impact: ({ names }) => `요청의 ${names[0]} 헤더가 허용되지 않는다는 메시지가 콘솔에 나옵니다.`,
    fix: ({ names, ofResponses }) => {
      const all = list(names)
      if (ofResponses) {
        const text = `요청에서 ${all} 헤더를 빼세요. 페이지가 아니라 서버가 보내는 헤더입니다.`
        return { page: text, app: text }
      }
      return {
        app: `허용 헤더 목록에 ${all} 헤더를 추가하세요.`,
        nginx: `add_header Access-Control-Allow-Headers에 ${all} 헤더를 추가하세요.`,
        apache: `Header set Access-Control-Allow-Headers에 ${all} 헤더를 추가하세요.`,
        cdn: `정책의 허용 헤더 목록에 ${all} 헤더를 추가하세요.`,
        bucket: `CORS 규칙의 AllowedHeaders에 ${all} 헤더를 추가하세요.`,
        'api-gateway': `허용 헤더 목록에 ${all} 헤더를 추가하세요.`,
        page: `아니면 요청에서 ${all} 헤더를 빼세요.`,
      }
    },
  },
  'method-not-covered': {
    title: ({ method, wildcard }) => `Access-Control-Allow-Methods에 ${method} 메서드가 없습니다${star(wildcard)}`,
    impact: ({ method }) => `${method} 메서드가 허용되지 않는다는 메시지가 콘솔에 나옵니다.`,
    fix: ({ method, isPatch }) => {
      if (isPatch) {
        const text = "메서드를 대문자로 'PATCH'라고 쓰세요. 브라우저가 대문자로 바꿔 주지 않습니다."
        return { page: text, app: text }
      }
      return {
        app: `허용 메서드 목록에 ${method} 메서드를 추가하세요(메서드는 대소문자를 구분합니다).`,
        nginx: `add_header Access-Control-Allow-Methods에 ${method} 메서드를 추가하세요.`,
        apache: `Header set Access-Control-Allow-Methods에 ${method} 메서드를 추가하세요.`,
        cdn: `정책의 허용 메서드 목록에 ${method} 메서드를 추가하세요.`,
        bucket: `CORS 규칙의 AllowedMethods에 ${method} 메서드를 추가하세요.`,
        'api-gateway': `허용 메서드 목록에 ${method} 메서드를 추가하세요.`,
      }
    },
  },
  'allow-headers-invalid': {
    title: ({ part }) => `Access-Control-Allow-Headers 헤더에 올바른 헤더 이름이 아닌 '${part}' 값이 있습니다`,
    impact: unparsable,
    fix: () => ({ app: '이름을 쉼표로 구분하세요. 이름 안에 공백을 넣거나 따옴표와 세미콜론을 쓰지 마세요.' }),
  },
  'allow-methods-invalid': {
    title: ({ part }) => `Access-Control-Allow-Methods 헤더에 올바른 메서드가 아닌 '${part}' 값이 있습니다`,
    impact: unparsable,
    fix: () => ({ app: '메서드를 쉼표로 구분하세요. 따옴표나 세미콜론은 쓰지 마세요.' }),
  },
  'max-age-above-cap': {
    title: ({ seconds }) => `Access-Control-Max-Age 헤더가 ${seconds}입니다. 브라우저가 받아들이는 값보다 큽니다`,
    impact: ({ chromium, webkit }) =>
      `Chromium은 ${chromium}초 뒤에, Safari는 ${webkit}초 뒤에 프리플라이트를 다시 보냅니다.`,
    fix: ({ chromium }) => ({
      app: `그대로 두어도 해는 없습니다. ${chromium}초로 설정하세요. Chromium은 어차피 이 값까지만 받아들입니다.`,
    }),
  },
  'expose-headers-missing': {
    title: ({ names }) => `스크립트가 ${list(names)} 헤더를 읽을 수 없습니다`,
    impact: ({ names, absent }) =>
      absent.length === names.length
        ? 'response.headers.get()이 null을 반환합니다. 게다가 이 응답에는 그 헤더가 없습니다.'
        : '네트워크 패널에는 헤더가 보이지만 response.headers.get()은 null을 반환합니다.',
    fix: () => ({
      app: '페이지가 읽는 헤더를 Access-Control-Expose-Headers에 추가하세요.',
      bucket: '페이지가 읽는 헤더를 CORS 규칙의 ExposeHeaders에 추가하세요.',
      cdn: '페이지가 읽는 헤더를 정책의 노출 헤더에 추가하세요.',
    }),
  },
  'expose-wildcard-credentials': {
    title: ({ names }) =>
      `Access-Control-Expose-Headers 헤더가 '*'입니다. 자격 증명을 쓰면 이 값은 아무 헤더도 노출하지 않으므로, 스크립트가 ${list(names)} 헤더를 읽을 수 없습니다`,
    impact: () => '네트워크 패널에는 헤더가 보이지만 response.headers.get()은 null을 반환합니다.',
    fix: () => ({ app: '페이지가 읽는 헤더를 나열하세요.' }),
  },
}
