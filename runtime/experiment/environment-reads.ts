import type { Environment } from "../evaluate/environment.ts";
import type { Table } from "../tables/table.ts";

/** What expressions have read of an environment: plain data, from which a thread evaluates them again. */
export interface Reads {
  readonly tables: ReadonlyMap<string, Table | undefined>;
  readonly dimensions: ReadonlyMap<string, readonly string[]>;
}

/** An environment that remembers what is read of it. */
export class EnvironmentReads {
  readonly env: Environment;
  readonly found: Reads;

  constructor(env: Environment) {
    const tables = new Map<string, Table | undefined>();
    const dimensions = new Map<string, readonly string[]>();
    this.found = { tables, dimensions };
    this.env = {
      table(name) {
        const table = env.table(name);
        tables.set(name, table);
        return table;
      },
      dimension(name) {
        const labels = env.dimension(name);
        dimensions.set(name, labels);
        return labels;
      },
    };
  }
}

/** The environment in which only what was read can be read; anything else is an exception. */
export function environmentOf({ tables, dimensions }: Reads): Environment {
  return {
    table(name) {
      if (!tables.has(name)) throw new Error(`the table ${name} was not read before`);
      return tables.get(name);
    },
    dimension(name) {
      const labels = dimensions.get(name);
      if (labels === undefined) throw new Error(`the dimension ${name} was not read before`);
      return labels;
    },
  };
}
