import { render } from "preact";
import { App } from "./app.tsx";
import "./look/page.css";
import "./look/shell.css";
import "./look/shell-lesson.css";
import "./look/shell-narrow.css";
import "./look/shell-print.css";
import { registerServiceWorker } from "./shell/register-service-worker.ts";
import { beginLook, beginStudy } from "./shell/start.ts";

beginLook();
await beginStudy();
render(<App />, document.getElementById("app")!);
registerServiceWorker();
