/**
 * Registrable domains below which strangers get names, at any depth, and which the public suffix list does not have, or
 * has in part only. With each: who hands out the names, and where that is documented.
 */
export const SHARED_HOSTS: ReadonlySet<string> = new Set([
  // GitHub Codespaces, `<codespace>-<port>.app.github.dev`: docs.github.com, "Forwarding ports in your codespace"
  'github.dev',
  // Gitpod, `<port>-<workspace>.<cluster>.gitpod.io`: www.gitpod.io/docs, "Expose ports"
  'gitpod.io',
  // StackBlitz, `<project>.stackblitz.io` and `<project>--<port>--….webcontainer.io`: developer.stackblitz.com
  'stackblitz.io',
  'webcontainer.io',
  // Microsoft dev tunnels, `<tunnel>-<port>.<region>.devtunnels.ms`: learn.microsoft.com/azure/developer/dev-tunnels
  'devtunnels.ms',
  // Tunnels to anybody's machine: github.com/localtunnel/localtunnel, serveo.net, localhost.run/docs, docs.zrok.io,
  // pinggy.io/docs, gradio.app/guides/sharing-your-app
  'loca.lt',
  'serveo.net',
  'serveousercontent.com',
  'lhr.life',
  'zrok.io',
  'pinggy.link',
  'gradio.live',
  // Names for any address, `evil.203.0.113.7.nip.io`: nip.io, sslip.io, traefik.me
  'nip.io',
  'sslip.io',
  'traefik.me',
  // Hosts of apps, `<app>-<organisation>.koyeb.app`, `<workspace>--<app>.modal.run`, `<pod>-<port>.proxy.runpod.net`:
  // www.koyeb.com/docs, modal.com/docs/guide/webhook-urls, docs.runpod.io, cloud.ibm.com/docs/codeengine
  'koyeb.app',
  'modal.run',
  'runpod.net',
  'appdomain.cloud',
  // Azure Container Apps, `<app>.<environment>.<region>.azurecontainerapps.io`: learn.microsoft.com/azure/container-apps
  'azurecontainerapps.io',
  // Clouds whose suffixes are listed further down (`s3.amazonaws.com`, `blob.core.windows.net`), below the wildcard too
  'amazonaws.com',
  'amazonaws.com.cn',
  'on.aws',
  'azure.com',
  'windows.net',
])

/**
 * Names that no registry sells, so that whoever runs the network hands them out: RFC 6761 and 6762 with its appendix G,
 * RFC 8375, and `internal`, which ICANN reserved in 2024.
 */
export const PRIVATE_SUFFIXES: ReadonlySet<string> = new Set([
  'corp',
  'example',
  'home',
  'home.arpa',
  'internal',
  'intranet',
  'invalid',
  'lan',
  'local',
  'localhost',
  'private',
  'test',
])
