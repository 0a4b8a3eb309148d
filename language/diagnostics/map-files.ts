/** GTFP7003–7006: the files of maps, which are read when a report is made. */
import { entry } from "./entry.ts";
import { mills, plain } from "./frontier-examples.ts";
import { listed } from "./words.ts";

const map = (file: string) =>
  mills(
    `${plain}measure m = radial(green, orientation: input)\nreport r {\n  map m.score using "${file}" key mill\n}\n`,
  );
const tiles = { "tiles.csv": "mill,row,col\nA,1,1\nB,1,2\n" };

export const mapFiles = {
  tileColumns: entry<{ path: string; lacks: string; header: readonly string[] }>({
    code: "GTFP7003",
    severity: "error",
    title: "Tiles without rows and columns",
    message: ({ path, lacks, header }) =>
      `\`${path}\` does not say where its tiles lie: it has no column \`${lacks}\`, only ${listed(header)}.`,
    help: () => "give each place a `row`, counted from the north, and a `col`, counted from the west",
    page: "A table of tiles has a column with the names of the places, a column `row` (or `y`) and a column `col` (or `column`, `x`): whole numbers, from the north and from the west.",
    failing: {
      "model.gtfp": map("tiles.csv"),
      "tiles.csv": "mill,row\nA,1\nB,1\n",
    },
    mended: { "model.gtfp": map("tiles.csv"), ...tiles },
  }),
  tilePlace: entry<{ path: string; line: number; row: string; column: string }>({
    code: "GTFP7004",
    severity: "error",
    title: "Tile in no place",
    message: ({ path, line, row, column }) =>
      `Line ${line} of \`${path}\` puts a tile in row \`${row}\`, column \`${column}\`: both must be whole numbers.`,
    page: "Tiles lie in a grid: their rows and columns are whole numbers.",
    failing: {
      "model.gtfp": map("tiles.csv"),
      "tiles.csv": "mill,row,col\nA,1,1\nB,1.5,2\n",
    },
    mended: { "model.gtfp": map("tiles.csv"), ...tiles },
  }),
  outlines: entry<{ path: string }>({
    code: "GTFP7005",
    severity: "error",
    title: "Outlines that cannot be read",
    message: ({ path }) => `\`${path}\` holds no outlines: it is no GeoJSON with polygons.`,
    help: () => "use a `FeatureCollection` of `Polygon` and `MultiPolygon`, or a table of tiles",
    page: "A map is drawn on the outlines of a GeoJSON file: a `FeatureCollection` whose features are polygons in degrees and have the name of the place among their properties. Other formats, TopoJSON among them, have to be converted first.",
    failing: {
      "model.gtfp": map("mills.geojson"),
      "mills.geojson": '{"type": "Topology"}\n',
    },
    mended: { "model.gtfp": map("tiles.csv"), ...tiles },
  }),
  mapAstray: entry<{ path: string; column: string; key: string; label: string }>({
    code: "GTFP7006",
    severity: "warning",
    title: "Map on which nothing is found",
    message: ({ path, column, key, label }) =>
      `No label of \`${key}\` is found in the column \`${column}\` of \`${path}\`: not \`${label}\`, nor any other.`,
    help: () => "compare the names in both: they must be written alike",
    page: "The labels of the values are looked up among the names of the places, letter by letter. Single labels that are not found are named below the map; here none is, so that the map is empty. Often the file has the names in another language or as codes.",
    failing: {
      "model.gtfp": map("tiles.csv"),
      "tiles.csv": "mill,row,col\nMill A,1,1\nMill B,1,2\n",
    },
    mended: { "model.gtfp": map("tiles.csv"), ...tiles },
  }),
};
