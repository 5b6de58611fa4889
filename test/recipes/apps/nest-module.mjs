// Node has no decorators yet: they are called by hand.
import { Controller, Get, Module, UnauthorizedException } from '@nestjs/common'

class AppController {
  index() {
    return 'ok'
  }

  secret() {
    throw new UnauthorizedException()
  }

  broken() {
    throw new Error('broken')
  }
}

const ROUTES = { index: '/', secret: '/private', broken: '/broken' }
for (const [name, path] of Object.entries(ROUTES)) {
  Get(path)(AppController.prototype, name, Object.getOwnPropertyDescriptor(AppController.prototype, name))
}
Controller()(AppController)

export class AppModule {}
Module({ controllers: [AppController] })(AppModule)
