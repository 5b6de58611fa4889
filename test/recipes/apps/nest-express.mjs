import 'reflect-metadata'
// #region recipe
import { NestFactory } from '@nestjs/core'
import { cors } from 'cors-policy/express'
import { config } from './config.mjs'
import { AppModule } from './nest-module.mjs'

const app = await NestFactory.create(AppModule)
app.use(cors(config))
// #endregion

await app.listen(process.env.PORT)
