/**
 * What the browser keeps: studies in IndexedDB, settings in localStorage. Either may be missing, full or damaged (private windows,
 * blocked storage): then the page works without, and nothing is told but that nothing is kept.
 */
const database = "gtfp";
const store = "kept";

function request<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

let opening: Promise<IDBDatabase> | undefined;
function open(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(database, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(store);
    asked.onsuccess = () => {
      // Another tab with a newer page must not wait for this one.
      asked.result.onversionchange = () => asked.result.close();
      resolve(asked.result);
    };
    asked.onerror = () => reject(asked.error);
    asked.onblocked = () => reject(new Error("blocked"));
  });
  return opening;
}

/** How long the page waits for what was kept, in milliseconds. */
const patience = 3000;
/** What could not be read in time must not be written over. */
let unread = false;

/** The kept value, or undefined where there is none or nothing can be kept. Never waits long. */
export async function readKept(key: string): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const slow = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      unread = true;
      resolve(undefined);
    }, patience);
  });
  try {
    const read = open().then((db) => request(db.transaction(store).objectStore(store).get(key)));
    return await Promise.race([read, slow]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** @returns whether it is kept */
export async function keep(key: string, value: unknown): Promise<boolean> {
  if (unread) return false;
  try {
    const db = await open();
    const transaction = db.transaction(store, "readwrite");
    const put = request(transaction.objectStore(store).put(value, key));
    // At once: a page that is left no longer comes round to it.
    transaction.commit();
    await put;
    return true;
  } catch {
    return false;
  }
}

const settingsKey = "gtfp";

export function readSettings(): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(settingsKey) ?? "{}");
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

export function keepSettings(settings: Readonly<Record<string, unknown>>): void {
  try {
    localStorage.setItem(settingsKey, JSON.stringify(settings));
  } catch {
    // Nothing is kept; the page goes on.
  }
}
