#!/usr/bin/env node
import { requireNode } from './node-version.mjs'

requireNode()
import('./run-tests.mjs')
