import 'reflect-metadata'
// #region recipe
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import cors from 'cors-policy/fastify'
import Fastify from 'fastify'
import { config } from './config.mjs'
import { AppModule } from './nest-module.mjs'

const instance = Fastify()
await instance.register(cors, config)
const app = await NestFactory.create(AppModule, new FastifyAdapter(instance))
// #endregion

await app.listen(process.env.PORT)
