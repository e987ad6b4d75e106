// aws-local-stepfunctions 3.0.0 asks for Node 22 because of this one function. Imported before it is.
Promise.withResolvers ??= () => {
  let resolve
  let reject
  const promise = new Promise((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
