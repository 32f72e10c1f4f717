/** Bundles the product for Node as production does for Excel, unminified, and only when a source is newer. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import webpack from "webpack";

const here = fileURLToPath(new URL(".", import.meta.url));
const source = join(here, "..", "src");
export const built = join(here, "..", "dist", "bench");

const newest = (folder) =>
  Math.max(...readdirSync(folder, { recursive: true }).map((file) => statSync(join(folder, file)).mtimeMs));

function isFresh() {
  try {
    const oldest = Math.min(...["product.js", "waits.js"].map((file) => statSync(join(built, file)).mtimeMs));
    return (
      oldest > Math.max(newest(source), ...["product.ts", "waits.ts"].map((file) => statSync(join(here, file)).mtimeMs))
    );
  } catch {
    return false;
  }
}

const configuration = (name) => ({
  mode: "production",
  target: "node20",
  context: here,
  entry: { [name]: `./${name}.ts` },
  output: { path: built, filename: "[name].js", library: { type: "commonjs2" } },
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: "swc-loader",
        options: { jsc: { target: "es2022", parser: { syntax: "typescript", tsx: true } } },
      },
    ],
  },
  externals: [({ request }, done) => (/^@univerjs\//.test(request) ? done(null, `commonjs ${request}`) : done())],
  optimization: { minimize: false },
});

export async function build() {
  if (isFresh()) return;
  await new Promise((resolve, reject) => {
    webpack(["product", "waits"].map(configuration), (error, stats) => {
      if (error) reject(error);
      else if (stats.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
      else resolve();
    });
  });
}
