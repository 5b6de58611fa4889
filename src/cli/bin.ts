#!/usr/bin/env node
import { main } from './main.js'

const { argv, cwd, env, stderr, stdout } = process
process.exitCode = await main(argv.slice(2), { stdout, stderr, env, cwd: cwd() })
