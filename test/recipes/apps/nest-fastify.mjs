import 'reflect-metadata'
// #region recipe
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import cors from 'cors-policy/fastify'
import { config } from './config.mjs'
import { AppModule } from './nest-module.mjs'

const app = await NestFactory.create(AppModule, new FastifyAdapter())
await app.register(cors, config)
// #endregion

await app.listen(process.env.PORT)
