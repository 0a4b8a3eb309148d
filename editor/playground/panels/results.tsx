/** The tables of a run. */
import { study } from "../state/study.ts";

export default function Results() {
  const tables = study.outcome.value?.results.tables ?? {};
  return (
    <div>
      {Object.entries(tables).map(([name, table]) => (
        <table key={name}>
          <caption>{name}</caption>
          <thead>
            <tr>
              {table.columns.map((c) => (
                <th key={c.name} scope="col">
                  {c.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.join(" ")}>
                {row.map((cell, i) => (
                  <td key={table.columns[i]!.name}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
