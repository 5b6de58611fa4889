/** What a request is sent for. The union is closed. */
export type Probe =
  /** As the browser would. `redirect`: where it is led on to. */
  | 'preflight'
  | 'actual'
  | 'redirect'
  /** As an `<img>` or a crawler would: without Origin. */
  | 'plain'
  /** The request itself without Origin, as `curl` sends it: does the failure depend on the page? */
  | 'without-origin'
  /** The same once more, and once more. */
  | 'again'
  | 'preflight-again'
  /** With a query that no cache has seen. */
  | 'fresh'
  /** Another such query, first without Origin and then with it: does a cache mix them up? */
  | 'cold-plain'
  | 'cold-page'
  /** A path that does not exist. */
  | 'not-found'
  /** Another site's page. */
  | 'foreign'
  | 'preflight-foreign'
  | 'null'
  | 'near-suffix'
  | 'near-prefix'
  | 'near-dot'
  | 'near-scheme'
  | 'near-port'
