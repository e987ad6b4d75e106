// Stands in for the native HTTP client of aws-lambda-ric, which npm does not build here: the same calls of the Runtime API by Node.js.
// Like the native one it answers before it returns, so that an answer is there even if the process ends right after it.
const http = require('node:http')
const Module = require('node:module')
const { Worker } = require('node:worker_threads')

const api = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation`

// The calling thread sleeps until its helper has posted.
const done = new Int32Array(new SharedArrayBuffer(4))
const poster = new Worker(
  `const { parentPort, workerData } = require('node:worker_threads')
parentPort.on('message', async ({ url, body, headers }) => {
  await fetch(url, { method: 'POST', body, headers })
  Atomics.store(workerData, 0, 1)
  Atomics.notify(workerData, 0)
})`,
  { eval: true, workerData: done, execArgv: [], stderr: false },
)
poster.unref()

const post = (url, body, headers = {}) => {
  Atomics.store(done, 0, 0)
  poster.postMessage({ url, body, headers })
  Atomics.wait(done, 0, 0)
}

const client = {
  initializeClient() {},
  next: () =>
    new Promise((resolve, reject) => {
      http
        .get(`${api}/next`, (response) => {
          let bodyJson = ''
          response
            .setEncoding('utf8')
            .on('data', (text) => {
              bodyJson += text
            })
            .on('end', () => resolve({ bodyJson, headers: response.headers }))
        })
        .on('error', reject)
    }),
  done: (id, body) => post(`${api}/${id}/response`, body),
  error: (id, body, xray) => post(`${api}/${id}/error`, body, { 'lambda-runtime-function-xray-error-cause': xray }),
}

const load = Module._load
Module._load = function (request, ...more) {
  return request.endsWith('rapid-client.node') ? client : load.call(this, request, ...more)
}
