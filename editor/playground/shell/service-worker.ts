/**
 * Serves the page without a network. All files of a version are fetched when it is installed; a version stays until the one after the
 * next, so that a page that is still open finds its parts.
 */
/// <reference lib="webworker" />

/** Filled in by the build. */
declare const __FILES__: readonly string[];
declare const __VERSION__: string;

const worker = self as unknown as ServiceWorkerGlobalScope;
/** Several playgrounds may stand in folders of one server. */
const prefix = `gtfp ${worker.registration.scope} `;
/** How long a page waits for the network before it takes what is here, in milliseconds. */
const patience = 2500;

worker.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(prefix + __VERSION__).then(async (cache) => {
      await cache.addAll(__FILES__.map((path) => new Request(path, { cache: "no-cache" })));
      await worker.skipWaiting();
    }),
  );
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys().then(async (names) => {
      const ours = names.filter((name) => name.startsWith(prefix));
      await Promise.all(ours.slice(0, -2).map((name) => caches.delete(name)));
      await worker.clients.claim();
    }),
  );
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { scope } = worker.registration;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  const path = new URL(request.url).href.slice(scope.length).replace(/[?#].*$/, "");
  // What `gtfp playground FILE` serves is the reader's own, and as new as it is asked for.
  if (path.startsWith("files/")) return;
  if (request.mode === "navigate") event.respondWith(newest(request));
  else event.respondWith(kept(request));
});

/** The page itself: from the network where that answers soon. */
async function newest(request: Request): Promise<Response> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
  const answer = await Promise.race([fetch(request).catch(() => undefined), late]);
  if (answer?.ok) return answer;
  const cache = await caches.open(prefix + __VERSION__);
  return (await cache.match("./")) ?? answer ?? Response.error();
}

/** Its parts: their names change with their content. */
async function kept(request: Request): Promise<Response> {
  for (const name of (await caches.keys()).reverse()) {
    if (!name.startsWith(prefix)) continue;
    const found = await (await caches.open(name)).match(request, { ignoreSearch: true });
    if (found !== undefined) return found;
  }
  return fetch(request);
}
