import webpack from "webpack";

/**
 * Runs webpack on one configuration of webpack.config.js.
 *
 * @returns what webpack says of it
 * @throws what does not compile
 */
export async function bundled(configuration) {
  const compiler = webpack(configuration);
  const stats = await new Promise((done, failed) =>
    compiler.run((error, result) => (error ? failed(error) : done(result))),
  );
  await new Promise((closed) => compiler.close(closed));
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
  return stats;
}
