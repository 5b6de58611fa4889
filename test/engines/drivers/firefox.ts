import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { programPath } from '../../support/programs.js'
import { openMarionette } from './marionette.js'
import type { Remote } from './session.js'
import { waitFor } from './wait-for.js'
import type { Workspace } from './workspace.js'

export const FIREFOX_PROGRAMS = ['firefox-esr']

const PREFERENCES: Readonly<Record<string, unknown>> = {
  // It writes the port that it takes into its profile.
  'marionette.port': 0,
  // Keeps it off the network, whatever it would like to update.
  'network.dns.forceResolve': '127.0.0.1',
  // Without it preflight caching is flaky.
  'network.dns.disableIPv6': true,
  'app.update.disabledForTesting': true,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.server': '',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
}

export async function openFirefox(workspace: Workspace): Promise<Remote> {
  const profile = join(workspace.folder, 'profile')
  await mkdir(profile)
  const lines = Object.entries(PREFERENCES).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  )
  await writeFile(join(profile, 'user.js'), lines.join(''))
  const args = [
    '--headless',
    '--marionette',
    '--remote-allow-system-access',
    '--no-remote',
    '--profile',
    profile,
    'about:blank',
  ]
  const firefox = workspace.start(programPath('firefox-esr'), args)
  const port = await waitFor('Firefox', firefox, () => portIn(profile))
  return openMarionette(port)
}

async function portIn(profile: string): Promise<number | undefined> {
  const text = await readFile(join(profile, 'MarionetteActivePort'), 'utf8').catch(() => '')
  return /^\d+$/.test(text.trim()) ? Number(text) : undefined
}
