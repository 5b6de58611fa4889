import t from 'tap'
import { speaking } from '../../../src/cli/language.js'
import { parseConfig } from '../../../src/config/parse-config.js'
import { checkKorean } from '../../support/korean.js'

t.test('the Korean sentences about a config', async (t) => {
  await checkKorean(t, 'config')
})

t.test('an error lists its problems in Korean, up to a limit', async (t) => {
  const messageOf = (origins: readonly unknown[]) => {
    try {
      return String(parseConfig({ origins }))
    } catch (error) {
      return (error as Error).message
    }
  }
  const few = await speaking('ko', async () => messageOf(['https://A.com']))
  t.equal(
    few,
    [
      'CORS 설정에 문제가 1개 있습니다:',
      `  origins[0]: "https://A.com" 값은 어떤 요청과도 일치하지 않습니다. 브라우저는 이 출처를 다른 형태로 보냅니다. 혹시 'https://a.com'인가요? [origin-not-canonical]`,
    ].join('\n'),
  )
  const unset = await speaking('ko', async () => messageOf([undefined]))
  t.match(unset, '받은 값: undefined. 빠진 환경 변수가 있나요? [wrong-type]')
  const many = Array.from({ length: 1002 }, (_, i) => `https://A${i}.com`)
  const lines = (await speaking('ko', async () => messageOf(many))).split('\n')
  t.equal(lines.length, 1002)
  t.equal(lines.at(-1), '  … 그리고 2개가 더 있습니다. 모두 오류의 problems에 있습니다')
})
