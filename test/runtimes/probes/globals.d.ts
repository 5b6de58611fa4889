/** The little of other runtimes that the probes use. */

declare const Bun: {
  serve(options: {
    hostname: string
    port: number
    fetch(request: Request, server: BunServer): Promise<Response | undefined>
    websocket?: { message(socket: { send(text: string): void }, text: string): void }
  }): BunServer
}

interface BunServer {
  readonly port: number
  upgrade(request: Request): boolean
}

declare const Deno: {
  readonly args: readonly string[]
  readTextFileSync(file: string | undefined): string
  upgradeWebSocket(request: Request): { readonly socket: WebSocket; readonly response: Response }
  serve(
    options: { hostname: string; port: number; onListen(address: { readonly port: number }): void },
    handler: (request: Request) => Promise<Response>,
  ): { readonly addr: { readonly port: number } }
}

/** Of workerd. */
declare const WebSocketPair: new () => { readonly 0: WebSocket; readonly 1: WebSocket & { accept(): void } }
