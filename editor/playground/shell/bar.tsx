/** The bar at the top: lessons, examples, files, sharing; the run; language and colours. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Theme } from "../contract.ts";
import { actions } from "../state/actions.ts";
import { view } from "../state/view.ts";
import type { WordKey } from "../words/en.ts";
import { say } from "../words/say.ts";
import { openExampleOrTell, openLessonOrTell } from "./address-bar.ts";
import { examples } from "./examples.ts";
import { course, loadCourse } from "./lessons.ts";
import { Menu } from "./menu.tsx";
import { openFiles, saveShown } from "./open-save.ts";
import { sharing } from "./share-dialog.tsx";
import { isRunLong } from "./status.tsx";
import { freshStudy, openStudy } from "./studies.ts";

export function Bar() {
  const open = useSignal(false);
  return (
    <header class="bar">
      <a href="#model" class="skip">
        {say("toModel")}
      </a>
      <a href="#meaning" class="skip">
        {say("toMeaning")}
      </a>
      <h1 class="mark">
        <Mark /> GTFP
      </h1>
      <button
        type="button"
        class="quiet bar-more"
        aria-expanded={open.value}
        aria-label={say("more")}
        title={say("more")}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        ☰
      </button>
      {open.value && (
        <OutsideMenu
          close={() => {
            open.value = false;
          }}
        />
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: what is pressed within has its keys; this only folds the narrow page's menu afterwards */}
      <div
        class="bar-items"
        data-open={open.value}
        onClick={({ target }) => {
          if (!(target as Element).closest("[aria-haspopup]")) open.value = false;
        }}
      >
        <LessonsMenu />
        <Menu
          label={say("examples")}
          items={examples.map(({ id, title }) => ({
            key: id,
            label: say(title),
            choose: () => void openExampleOrTell(id),
          }))}
        />
        <Item word="new" onClick={() => openStudy(freshStudy())} />
        <Item word="open" onClick={() => void openFiles()} />
        <Item word="save" onClick={() => void saveShown()} />
        <Item
          word="share"
          onClick={() => {
            sharing.value = true;
          }}
        />
        <Item word="print" onClick={() => print()} />
        <span class="grow" />
        <OtherLanguage />
        <ThemeMenu />
      </div>
      <RunButton />
    </header>
  );
}

/** Folds the narrow page's menu when something else is pressed, or Escape. */
function OutsideMenu({ close }: { readonly close: () => void }) {
  useEffect(() => {
    const pressed = ({ target }: Event) => {
      if ((target as Element).closest(".bar") === null) close();
    };
    const escaped = ({ key }: KeyboardEvent) => {
      if (key === "Escape") close();
    };
    document.addEventListener("pointerdown", pressed);
    document.addEventListener("keydown", escaped);
    return () => {
      document.removeEventListener("pointerdown", pressed);
      document.removeEventListener("keydown", escaped);
    };
  }, []);
  return null;
}

function Item({ word, onClick }: { readonly word: WordKey; readonly onClick: () => void }) {
  return (
    <button type="button" class="quiet" onClick={onClick}>
      {say(word)}
    </button>
  );
}

function RunButton() {
  if (isRunLong.value) {
    return (
      <button type="button" class="run" onClick={() => actions.cancel()}>
        <span aria-hidden="true">■</span> {say("cancel")}
      </button>
    );
  }
  return (
    <button
      type="button"
      class="primary run"
      aria-keyshortcuts="Control+Enter"
      title="Ctrl+Enter"
      onClick={() => {
        actions.run();
        // On a narrow page what was found is otherwise out of sight.
        view.column.value = "meaning";
      }}
    >
      <span aria-hidden="true">▶</span> {say("run")}
      <span class="key" aria-hidden="true">
        Ctrl ↵
      </span>
    </button>
  );
}

function LessonsMenu() {
  const items = course.value.map(({ id, number, title }) => ({
    key: id,
    label: (
      <>
        <span class="pull-down-number">{number}</span>
        {title[view.language.value]}
        {view.solved.value.has(id) && (
          <span class="solved-mark">
            ✓<span class="unseen"> {say("lessonSolvedMark")}</span>
          </span>
        )}
      </>
    ),
    ...(view.lesson.value !== null && { checked: view.lesson.value === id }),
    choose: () => void openLessonOrTell(id),
  }));
  return (
    <div onPointerEnter={() => void loadCourse()} onFocusIn={() => void loadCourse()}>
      <Menu label={say("lessons")} items={items} />
    </div>
  );
}

function OtherLanguage() {
  const other = view.language.value === "zh" ? "en" : "zh";
  return (
    <button
      type="button"
      class="quiet"
      lang={other === "zh" ? "zh-CN" : "en"}
      onClick={() => {
        view.language.value = other;
      }}
    >
      {say("otherLanguage")}
    </button>
  );
}

const themes: Readonly<Record<Theme, WordKey>> = {
  system: "themeSystem",
  light: "themeLight",
  dark: "themeDark",
};

function ThemeMenu() {
  return (
    <Menu
      name={say("theme")}
      label={
        <>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5" />
            <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor" />
          </svg>
          <span class="when-narrow">{say("theme")}</span>
        </>
      }
      class="pull-down-end"
      items={(Object.keys(themes) as Theme[]).map((theme) => ({
        key: theme,
        label: say(themes[theme]),
        checked: view.theme.value === theme,
        choose: () => {
          view.theme.value = theme;
        },
      }))}
    />
  );
}

/** A frontier with a point on it. */
function Mark() {
  return (
    <svg viewBox="0 0 16 16" width="20" height="20" aria-hidden="true">
      <path d="M1.5 15Q3 4 15 3" fill="none" stroke="var(--blue)" stroke-width="2.2" stroke-linecap="round" />
      <circle cx="10.5" cy="9.5" r="2.4" fill="var(--vermillion)" />
    </svg>
  );
}
