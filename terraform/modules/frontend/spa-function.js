// Runs on CloudFront at every request, before the cache (runtime cloudfront-js-2.0, one function called handler).
//
// A path is a file when its last part has a dot, or when it is below /.well-known/, whose files often have none. Everything
// else is a route of the application, and its page knows what to do with it. Files that do not exist stay missing.
// oxlint-disable-next-line no-unused-vars -- CloudFront calls it by this name
function handler(event) {
  const request = event.request
  const last = request.uri.slice(request.uri.lastIndexOf('/') + 1)
  const isFile = last.includes('.') || (request.uri.startsWith('/.well-known/') && last !== '')
  if (!isFile) request.uri = '/index.html'
  return request
}
