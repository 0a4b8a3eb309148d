/** What a setting looks like, `SYSTEM.NAME=VALUE`: the system, its point and the change after it. */
export const settingForm = /^\s*(`[^`]+`|[^.`=\s]+)\s*\.(?=[^=]+=)/;

/** Whether a text has the form of a setting. */
export function isSetting(text: string): boolean {
  return settingForm.test(text);
}
