#!/usr/bin/env node
// Here before the build, so that installers can link it.
import '../esm/cli.js'
