/** Has the browser keep the page for when there is no network, once everything else is done. */
export function registerServiceWorker(): void {
  // Absent where the page is not served securely; a page under development changes with every save.
  if (!("serviceWorker" in navigator) || import.meta.env.DEV) return;
  const register = () => {
    navigator.serviceWorker.register("./service-worker.js").catch(() => {
      // The page works without; only not offline.
    });
  };
  const idle = () => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(register, { timeout: 10_000 });
    else setTimeout(register, 3000);
  };
  if (document.readyState === "complete") idle();
  else addEventListener("load", idle);
}
