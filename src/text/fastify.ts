/** What the Fastify plugin says. */

interface Route {
  readonly method: string
  readonly url: string
}

/** Why an app does not start because of its routes. */
export const routeFaultTexts = {
  'scope-registered-twice': () =>
    'cors-policy is registered twice in one scope. Register it once, or inside a plugin that has routes of its own',
  'route-changed': ({ method, url }: Route) =>
    `another plugin changed config.cors of ${method} ${url} after cors-policy had read it. Register that plugin before cors-policy`,
  'preflight-ambiguous': ({ method, url, other }: Route & { readonly other?: string }) =>
    other === undefined
      ? `${method} ${url} has several versions with different CORS policies, and a preflight cannot tell them apart. Give them the same config.cors`
      : `a preflight cannot tell whether ${method} ${url} or ${method} ${other} will get the request, because it carries no version and no custom constraint. Give both routes the same config.cors`,
}

export function routeErrorText(lines: readonly string[]): string {
  return [`The app's routes have ${lines.length === 1 ? '1 CORS problem' : `${lines.length} CORS problems`}:`]
    .concat(lines.map((line) => `  ${line}`))
    .join('\n')
}

/** What the plugin logs. */
export const logTexts = {
  'route-unseen': ({ url }: { readonly url: string }) =>
    `cors-policy: ${url} has a config.cors, but was declared before the plugin loaded, so no other origin can use it. Await app.register(cors, …) before declaring the route`,
  'route-unclear': () =>
    'cors-policy: refused a preflight because more than 8 route patterns match its URL and their CORS policies differ. Give these routes the same config.cors, or fewer patterns that overlap',
  'hook-earlier': () =>
    'cors-policy: another plugin added an onRequest hook earlier. If it answers a request, the response may lack CORS headers and preflights may fail. Register cors-policy first (with Nest: on the Fastify instance that you give to FastifyAdapter)',
  'hook-answered': () =>
    'cors-policy: another onRequest hook answers before CORS. Register cors-policy before that hook',
  'origin-refused': ({ origin, reason }: { readonly origin: string; readonly reason: string }) =>
    `cors-policy: refused origin ${origin}: ${reason}`,
}

/** What is wrong with the plugin's options, or with a route's `config.cors`. */
export const optionTexts = {
  unknownPolicy: (name: string) =>
    `no policy named ${name} in this scope. Add it to policies, and await app.register() before declaring routes`,
  besidePolicy: () => 'cannot be combined with policy, which is already compiled',
  noPolicy: (value: string) =>
    `expected what compilePolicy() or livePolicy() returned, or a function that chooses one, got ${value}`,
  reservedName: (name: string) => `${name} already has a meaning in config.cors. Choose another name`,
}
