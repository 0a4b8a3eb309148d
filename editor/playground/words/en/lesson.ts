/** Words of the lesson column. Keys begin with `lesson`. */
export const lesson = {
  lessonWay: "Way through the course",
  lessonOf: "Lesson {n} of {all}",
  lessonBefore: "The lesson before",
  lessonNext: "The next lesson",
  lessonLeave: "Leave",
  lessonTask: "Task",
  lessonSolved: "solved",
  lessonHint: "A hint",
  lessonCheck: "Check",
  lessonStartOver: "Start over",
  lessonSolution: "Show a solution",
  lessonDone: "Solved.",
  lessonWhy: "Why",
  lessonGoOn: "Next: {title}",
  lessonEnd: "That was the last lesson. Now open a model of your own.",
} as const;
