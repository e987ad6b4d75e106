/** `Promise.withResolvers`, which aws-local-stepfunctions calls and Node 20 does not have. */
const promises = Promise as unknown as { withResolvers?: () => unknown }

promises.withResolvers ??= () => {
  let resolve: unknown
  let reject: unknown
  const promise = new Promise((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
