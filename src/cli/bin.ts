#!/usr/bin/env node
import { main } from './main.js'

const { argv, cwd, env, stderr, stdin, stdout } = process
process.exitCode = await main(argv.slice(2), { stdin, stdout, stderr, env, cwd: cwd() })
