/** Monaco's colours, from the page's own custom properties. */
import type { editor } from "monaco-editor/editor";

/** Monaco's names for what has a colour, and our properties. */
const colors: Readonly<Record<string, string>> = {
  "editor.background": "--raised",
  "editor.foreground": "--text",
  "editorCursor.foreground": "--accent",
  "editorLineNumber.foreground": "--muted",
  "editorLineNumber.activeForeground": "--text",
  "editorLineNumber.dimmedForeground": "--muted",
  "editor.lineHighlightBackground": "--sunken",
  "editor.lineHighlightBorder": "--sunken",
  "editor.selectionBackground": "--code-selection",
  "editor.inactiveSelectionBackground": "--accent-soft",
  "editor.wordHighlightBackground": "--accent-soft",
  "editor.wordHighlightStrongBackground": "--accent-soft",
  "editor.findMatchBackground": "--pointed",
  "editor.findMatchHighlightBackground": "--pointed",
  "editorBracketMatch.background": "--accent-soft",
  "editorBracketMatch.border": "--accent",
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`editorBracketHighlight.foreground${n}`, "--text"])),
  "editorBracketHighlight.unexpectedBracket.foreground": "--error",
  "editorIndentGuide.background1": "--line",
  "editorIndentGuide.activeBackground1": "--line-strong",
  "editorCodeLens.foreground": "--muted",
  "editorInlayHint.foreground": "--muted",
  "editorInlayHint.background": "--raised",
  "editorLightBulb.foreground": "--warning",
  "editorError.foreground": "--error",
  "editorWarning.foreground": "--warning",
  "editorInfo.foreground": "--note",
  "editorOverviewRuler.border": "--raised",
  "editorWidget.background": "--raised",
  "editorWidget.foreground": "--text",
  "editorWidget.border": "--line-strong",
  "editorHoverWidget.background": "--raised",
  "editorHoverWidget.border": "--line-strong",
  "editorSuggestWidget.background": "--raised",
  "editorSuggestWidget.foreground": "--text",
  "editorSuggestWidget.border": "--line-strong",
  "editorSuggestWidget.selectedBackground": "--accent-soft",
  "editorSuggestWidget.selectedForeground": "--text",
  "editorSuggestWidget.highlightForeground": "--accent",
  "editorSuggestWidget.focusHighlightForeground": "--accent",
  "list.focusBackground": "--accent-soft",
  "list.focusForeground": "--text",
  "list.hoverBackground": "--hover",
  "list.highlightForeground": "--accent",
  "input.background": "--ground",
  "input.foreground": "--text",
  "input.border": "--line-strong",
  "menu.background": "--raised",
  "menu.foreground": "--text",
  "menu.selectionBackground": "--accent-soft",
  "menu.selectionForeground": "--text",
  "menu.border": "--line-strong",
  "textLink.foreground": "--accent",
  focusBorder: "--focus",
  "scrollbarSlider.background": "--code-slider",
  "scrollbarSlider.hoverBackground": "--code-slider",
  "scrollbarSlider.activeBackground": "--code-slider",
};

/** Of Monarch's tokens and the server's; weight and slant tell apart what colours may not. */
const tokens: readonly (readonly [token: string, property: string, style?: string])[] = [
  ["", "--text"],
  ["keyword", "--code-keyword", "bold"],
  ["comment", "--muted", "italic"],
  ["comment.doc", "--code-doc", "italic"],
  ["comment.documentation", "--code-doc", "italic"],
  ["string", "--code-string"],
  ["number", "--code-number"],
  ["operator", "--text"],
  ["delimiter", "--text"],
  ["type", "--code-unit"],
  ["class", "--text"],
  ["class.declaration", "--text", "bold"],
  ["function", "--code-function"],
  ["enumMember", "--code-string"],
  ["property", "--text"],
  ["variable", "--text"],
  ["parameter", "--text", "italic"],
];

/** The theme for the page as it looks now. */
export function pageTheme(dark: boolean, read: (property: string) => string): editor.IStandaloneThemeData {
  return {
    base: dark ? "vs-dark" : "vs",
    inherit: true,
    colors: Object.fromEntries(Object.entries(colors).map(([name, property]) => [name, read(property)])),
    rules: tokens.map(([token, property, fontStyle = ""]) => ({
      token,
      foreground: read(property).slice(1, 7),
      fontStyle,
    })),
  };
}

/** Reads custom properties as `#rrggbb` or `#rrggbbaa`, whatever they are written as. */
export function propertyReader(): (property: string) => string {
  const probe = document.createElement("span");
  probe.hidden = true;
  document.body.append(probe);
  const canvas = document.createElement("canvas");
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  const read = (property: string): string => {
    probe.style.color = `var(${property})`;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const bytes = [...context.getImageData(0, 0, 1, 1).data];
    const hex = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return `#${hex.endsWith("ff") ? hex.slice(0, 6) : hex}`;
  };
  setTimeout(() => probe.remove(), 0);
  return read;
}
